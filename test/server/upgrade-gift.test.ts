/** The gift of an upgrade: once, after the return window, to who still holds the tier. */
import { addDays, addMonths, startOfDay, type BusinessDay } from '../../src/domain/time/business-day'
import { MALL_PROGRAMME } from '../../src/domain/programme/default-programmes'
import type { EntryDocument } from '../../src/server/store/entries'
import { dataOf } from './cloud'
import { DAY, mallOfFile, MEMBER } from './mall'
import { dayCalls, nightOf } from './nights'

const GIFTS: Readonly<Record<string, number>> = { silver: 200, gold: 500 }
const ladder = MALL_PROGRAMME.ladder.map((tier) => {
  const points = GIFTS[tier.id]
  return points === undefined ? tier : { ...tier, upgradeGift: { points } }
})
const mall = mallOfFile(undefined, { ...MALL_PROGRAMME, version: 2, ladder })
const gifts = () =>
  mall()
    .all<EntryDocument>('entries')
    .filter(({ rule }) => rule === 'upgrade.gift')
    .map(({ cause, change: { points, lots } }) => ({ cause, points, lots }))
const today = () => mall().today() as BusinessDay
const back = (quantity: number, receipt: string) =>
  mall().till('refund', mall().till1, { receipt, purchase: 'big', lines: [{ line: 0, quantity }] })

beforeEach(() => mall().join(MEMBER))

test('comes on the eighth day, once however often and late the clock runs', async () => {
  await mall().receipt('big', 5_200_000, 52)
  const bought = today()
  const { _id } = mall().member()
  const due = addDays(bought, 8)
  expect(mall().member().dueAt).toBe(startOfDay(due))
  const home = dataOf(await mall().ask('member', 'home', MEMBER))
  expect(home.joined && home.upgrade?.gift).toEqual({ points: 500, on: due, came: false })
  await nightOf(mall(), addDays(bought, 7))
  expect(gifts()).toEqual([])
  await nightOf(mall(), addDays(bought, 12))
  // One of them reads the programme, where the instance is cold.
  expect(dayCalls(mall())).toBeLessThanOrEqual(7)
  expect(gifts()).toEqual([
    {
      cause: `upgrade:${_id}:gold:${bought}`,
      points: 500,
      lots: [{ kind: 'upgrade', expiresOn: addMonths(due, 12), points: 500 }],
    },
  ])
  expect(mall().all('notices')).toMatchObject([
    { kind: 'upgrade-gift', figures: { points: 500, tierId: 'gold' } },
  ])
  await nightOf(mall(), addDays(bought, 14))
  expect(gifts()).toHaveLength(1)
})

test('does not come to who brought the goods back, nor twice in a year to who went and came', async () => {
  await mall().receipt('big', 5_200_000, 52)
  dataOf(await back(30, 'back-1'))
  await nightOf(mall(), addDays(today(), 8))
  // ¥22,000 are left, silver; gold is gone, and silver was not reached by a purchase.
  expect(gifts()).toEqual([])
  mall().cloud.clock.shift(DAY)
  await mall().receipt('again', 3_000_000)
  await nightOf(mall(), addDays(today(), 8))
  expect(gifts().map(({ points }) => points)).toEqual([500])
})
