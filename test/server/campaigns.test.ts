/** Campaigns at counter and till: what is previewed is booked, "why" shows it, and what comes back takes it along. */
import { MALL_PROGRAMME } from '../../src/domain/programme/default-programmes'
import { fen } from '../../src/domain/money/fen'
import { previewPurchase } from '../../src/domain/purchases/preview'
import type { EntryDocument } from '../../src/server/store/entries'
import { auditLedger } from '../../tools/audit/audit'
import { dataOf } from './cloud'
import { ASSISTANT, DAY, goods, keyed, mallOfFile, MANAGER, MEMBER, PHONES } from './mall'

const mall = mallOfFile(undefined, {
  ...MALL_PROGRAMME,
  campaigns: [
    {
      id: 'food',
      name: '餐饮双倍',
      english: { name: 'Double for food' },
      rate: 100,
      when: {},
      scope: { categories: ['餐饮'] },
      group: 'sorts',
      stacking: 'add',
      caps: { perOrder: 300, perDay: 400 },
    },
    {
      id: 'half',
      name: '半倍',
      rate: 50,
      when: {},
      scope: { storeIds: ['store-1'] },
      group: 'a',
      stacking: 'best',
    },
    { id: 'less', name: '少些', rate: 20, when: {}, group: 'a', stacking: 'best' },
  ],
})

beforeEach(async () => {
  await mall().join(MEMBER)
  const store = { storeId: 'store-1', name: 'store-1', category: '餐饮' }
  dataOf(await mall().ask('manager', 'name-store', MANAGER, store))
  // What the instances remember of stores is a minute old at most.
  mall().cloud.clock.shift(DAY)
})

const why = async (id: string, language?: 'en') => {
  const sent = { action: 'entry', input: { id: `entry:${id}` }, ...(language && { language }) }
  const { data } = (await mall().send('member', sent, { openid: MEMBER })) as unknown as {
    data: {
      entry: { targetName?: string; kind: string; points: number }
      earning: unknown
      corrects: unknown
    }
  }
  return data
}
const points = () =>
  mall()
    .member()
    .account.purse.lots.reduce((sum, { left }) => sum + left, 0)
/** In the order in which they were committed, as the audit needs them. */
const faults = () => {
  const read = <Document>(name: string) => [...mall().cloud.read(name)] as unknown as Document[]
  return auditLedger({
    ...{ programmes: read('programme'), members: read('members'), purchases: read('purchases') },
    ...{ refunds: read('refunds'), entries: read('entries'), grants: read('grants') },
    coupons: read('coupons'),
  })
}

test('what the phone previews is what the door previews and what is booked, cut by the cap of an order and of the day', async () => {
  mall().cloud.clock.shift(60_000)
  const { code } = dataOf(await mall().ask('member', 'code', MEMBER))
  const visit = dataOf(await mall().ask('assistant', 'resolve', ASSISTANT, { code }))
  const line = { name: null, kind: 'goods' as const, quantity: 1, priceFen: fen(35_000) }
  const phone = previewPurchase([line], visit.preview, visit.ladder)
  // base 350; 350 at rate 100; food 350, of which an order gives 300; half of 350 is 175; "less" is not the best of its group
  expect(phone).toMatchObject({
    points: 350 + 300 + 175,
    bonuses: [
      { name: '餐饮双倍', points: 300, cuts: [{ by: 'order', points: 50 }] },
      { name: '半倍', points: 175 },
    ],
  })
  const input = { visit: visit.visit, lines: keyed(35_000) }
  expect(dataOf(await mall().ask('assistant', 'preview', ASSISTANT, input))).toEqual(phone)
  const sale = { ...input, shownPayFen: 35_000 }
  const { settlement, purchaseId } = dataOf(await mall().ask('assistant', 'register', ASSISTANT, sale))
  expect(settlement).toEqual(phone)
  expect((await why(purchaseId)).earning).toMatchObject({
    base: 350,
    rate: 100,
    bonusPoints: 475,
    bonuses: [
      { name: '餐饮双倍', rate: 100, points: 300, cuts: [{ by: 'order', points: 50 }] },
      { name: '半倍', rate: 50, points: 175, cuts: [] },
    ],
  })
  expect((await why(purchaseId, 'en')).earning).toMatchObject({
    bonuses: [{ name: 'Double for food' }, { name: '半倍' }],
  })

  // The till: 100 are left of the day's 400.
  const receipt = await mall().receipt('same-day', 20_000)
  expect((await why(receipt)).earning).toMatchObject({
    bonusPoints: 100 + 100,
    bonuses: [
      { points: 100, cuts: [{ by: 'day', points: 100 }] },
      { points: 100, cuts: [] },
    ],
  })
  expect(faults()).toEqual([])
})

test('of receipts at once no more than the day’s cap is given, and a refund frees what it had used', async () => {
  const answers = await mall().atOnce('till', 4, (n) => mall().receipt(`r-${n}`, 20_000))
  const given = () =>
    answers.reduce((sum, id) => {
      const food = mall()
        .purchase(id)
        .earning.bonuses.find(({ rule }) => rule === 'food')
      return sum + (food?.points ?? 0)
    }, 0)
  expect(given()).toBe(400)
  const [most] = answers
    .map((id) => mall().purchase(id))
    .sort((a, b) => b.earning.bonusPoints - a.earning.bonusPoints)
  const back = { receipt: 'back', purchase: most?.receipt ?? '', lines: [{ line: 0, quantity: 1 }] }
  dataOf(await mall().till('refund', mall().till1, back))
  expect(mall().member().account.bonuses?.today).toMatchObject({ food: 200, half: 300 })
  const again = await mall().receipt('again', 20_000)
  expect(mall().purchase(again).earning.bonuses).toMatchObject([
    { rule: 'food', points: 200 },
    { rule: 'half' },
  ])
  expect(faults()).toEqual([])
})

describe('2,000 points in the first month', () => {
  test('bring 500 as an entry of its own, once, whoever sends what at once; a refund takes them back', async () => {
    const sent = await mall().atOnce('till', 3, (n) => mall().receipt(`r-${n}`, 100_000))
    const reached = mall()
      .all<EntryDocument>('entries')
      .filter(({ rule }) => rule === 'target.reached')
    expect(reached).toMatchObject([{ change: { points: 500 }, memberId: mall().member()._id }])
    const earned = sent.reduce((sum, id) => sum + mall().purchase(id).earning.points, 0)
    expect(points()).toBe(earned + 500)
    const shown = await why(reached[0]?.cause ?? '')
    expect(shown.entry).toMatchObject({ targetName: '首月满 2,000 积分', kind: 'earned', points: 500 })

    for (const [n, id] of sent.entries()) {
      const { receipt } = mall().purchase(id)
      const back = { receipt: `back-${n}`, purchase: receipt ?? '', lines: [{ line: 0, quantity: 1 }] }
      dataOf(await mall().till('refund', mall().till1, back))
    }
    const lost = mall()
      .all<EntryDocument>('entries')
      .filter(({ rule }) => rule === 'target.taken-back')
    expect(lost).toMatchObject([{ change: { kind: 'reversed', points: 500 }, corrects: reached[0]?._id }])
    expect([points(), mall().member().account.purse.debt]).toEqual([0, 0])
    expect(faults()).toEqual([])
  })

  test('replayed gives nothing twice', async () => {
    const member = { phone: PHONES[MEMBER] ?? '' }
    const input = { receipt: 'twice', member, lines: [goods(300_000)] }
    const first = await mall().till('purchase', mall().till1, input)
    expect(dataOf(first).points).toBe(3000 + 300 + 1500 + 500)
    expect(dataOf(await mall().till('purchase', mall().till1, input))).toEqual(dataOf(first))
    expect(mall().all('entries')).toHaveLength(2)
  })
})
