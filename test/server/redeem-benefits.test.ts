/** Counted benefits at the counter: as often as the tier held now gives them, each use a coupon that counts once. */
import { MALL_PROGRAMME } from '../../src/domain/programme/default-programmes'
import type { CountedBenefit } from '../../src/domain/programme/programme'
import type { Ledger } from '../../tools/audit/ledger'
import { auditLedger } from '../../tools/audit/audit'
import { codeOf, dataOf, kindOf, newOperation, refusalOf } from './cloud'
import { couponCode, issue } from './coupons'
import { ASSISTANT, COLLEAGUE, DAY, mallOfFile, MEMBER, MINUTE, nothingWritten } from './mall'

const PARKING: CountedBenefit = {
  ...{ id: 'parking', name: 'parking', advice: 'say the plate', worth: { kind: 'parking', hours: 2 } },
  ...{ times: 2, per: 'month' },
}
const LOUNGE: CountedBenefit = {
  ...{ id: 'lounge', name: 'the lounge', advice: 'come in', worth: { kind: 'exchange', thing: 'a visit' } },
  ...{ times: 1, per: 'year' },
}
const ladder = MALL_PROGRAMME.ladder.map((tier, step) =>
  step === 0 ? { ...tier, counted: [PARKING, LOUNGE] } : tier,
)
const mall = mallOfFile(undefined, { ...MALL_PROGRAMME, ladder })
const PLATE = '\u6caaA12345'

beforeEach(() => mall().join(MEMBER))

const redeem = (visit: string, benefitId: string, plate?: string, operation = newOperation()) => {
  const asked = { visit, what: { benefitId }, ...(plate && { plate }) }
  return mall().ask('assistant', 'redeem', ASSISTANT, asked, operation)
}
const park = (visit: string, operation?: string) => redeem(visit, 'parking', PLATE, operation)
const undo = (couponId: string, who = ASSISTANT) => mall().ask('assistant', 'undo-redeem', who, { couponId })
const scan = async () => {
  mall().cloud.clock.shift(MINUTE)
  const { code } = dataOf(await mall().ask('member', 'code', MEMBER))
  return dataOf(await mall().ask('assistant', 'resolve', ASSISTANT, { code }))
}
const leftAtCounter = async () =>
  Object.fromEntries((await scan()).benefits.map(({ benefitId, left }) => [benefitId, left]))
const used = () => mall().member().benefitsUsed
const idOf = (benefit: string, period: string, place: number): string =>
  `benefit:${mall().member()._id}:${benefit}:${period}:${place}`
const month = () => mall().today().slice(0, 7)
const year = () => mall().today().slice(0, 4)

const violations = () => {
  const names = ['members', 'purchases', 'refunds', 'entries', 'grants', 'coupons'] as const
  const read = Object.fromEntries(names.map((name) => [name, mall().all(name)])) as unknown as Ledger
  return auditLedger({ ...read, programmes: [] })
}

test('the car park opens to a plate in 6 calls: a coupon that was issued used, and one less is left', async () => {
  await scan()
  const { visit, benefits } = await scan()
  // Staff are known for a minute, which has passed.
  expect(mall().lastCalls()).toBe(3 + 1)
  expect(benefits).toMatchObject([
    { benefitId: 'parking', left: 2, times: 2, per: 'month' },
    { benefitId: 'lounge', left: 1, times: 1, per: 'year' },
  ])
  const couponId = idOf('parking', month(), 1)
  const redeemed = dataOf(await park(visit))
  expect(mall().lastCalls()).toBe(6)
  expect(redeemed).toMatchObject({ couponId, name: 'parking', worth: PARKING.worth, plate: PLATE })
  expect(mall().all('coupons')).toMatchObject([
    {
      _id: couponId,
      from: 'benefit',
      source: 'parking',
      state: 'used',
      shelf: 'used',
      use: { plate: PLATE },
    },
  ])
  expect(used()).toEqual({ parking: { period: month(), used: 1, day: mall().today() } })
  expect(JSON.stringify(mall().all('audit'))).not.toContain('12345')
  expect(await leftAtCounter()).toEqual({ parking: 1, lounge: 1 })
  const { redemptions } = dataOf(await mall().ask('assistant', 'redemptions', ASSISTANT, {}))
  expect(redemptions).toMatchObject([{ id: couponId, name: 'parking', plate: PLATE, canUndo: true }])
  const own = dataOf(await mall().ask('member', 'wallet', MEMBER, { show: 'used' }))
  expect(own.coupons).toMatchObject([{ couponId, state: 'used' }])
  expect(violations()).toEqual([])
})

test('used up is refused until the next month; the counter shows it on the day alone', async () => {
  for (let n = 0; n < 2; n += 1) dataOf(await park(await mall().visit()))
  dataOf(await redeem(await mall().visit(), 'lounge'))
  expect(await leftAtCounter()).toEqual({ parking: 0, lounge: 0 })
  const visit = await mall().visit()
  const refused = [
    refusalOf(await nothingWritten(mall(), () => park(visit))),
    refusalOf(await nothingWritten(mall(), () => redeem(visit, 'lounge'))),
  ]
  expect(refused).toEqual([
    ['benefit.used-up', { benefitId: 'parking', benefit: 'parking' }],
    ['benefit.used-up', { benefitId: 'lounge', benefit: 'the lounge' }],
  ])
  const [before, ofYear] = [month(), year()]
  mall().cloud.clock.shift(DAY)
  if (month() === before) expect(await leftAtCounter()).toEqual({})
  while (month() === before) mall().cloud.clock.shift(DAY)
  const isNewYear = year() !== ofYear
  expect(await leftAtCounter()).toEqual({ parking: 2, ...(isNewYear && { lounge: 1 }) })
  dataOf(await park(await mall().visit()))
  expect(used()?.parking).toEqual({ period: month(), used: 1, day: mall().today() })
  expect(used()?.lounge?.period).toBe(isNewYear ? undefined : ofYear)
  expect(violations()).toEqual([])
})

test.each([
  ['one that no tier has', 'sauna', undefined, 'benefit.unknown'],
  ['no plate', 'parking', undefined, 'plate.malformed'],
  ['a plate that is none', 'parking', 'XA12345', 'plate.malformed'],
  ['a plate for what is no car park', 'lounge', PLATE, 'plate.malformed'],
])('is refused for %s, and nothing is written', async (_, benefit, plate, code) => {
  const visit = await mall().visit()
  expect(codeOf(await nothingWritten(mall(), () => redeem(visit, benefit, plate)))).toBe(code)
})

test('what the tier held now does not give is unknown, whatever the one before gave', async () => {
  dataOf(await park(await mall().visit()))
  await mall().receipt('receipt-1', 1_200_000)
  const { benefits, visit } = await scan()
  expect(benefits.map(({ benefitId, left, times }) => [benefitId, left, times])).toEqual([['parking', 1, 2]])
  expect(codeOf(await nothingWritten(mall(), () => redeem(visit, 'lounge')))).toBe('benefit.unknown')
})

test('a frozen card and a visit that is over stop it', async () => {
  const visit = await mall().visit()
  dataOf(await mall().ask('member', 'change-card', MEMBER, { step: 'freeze' }))
  expect(codeOf(await nothingWritten(mall(), () => park(visit)))).toBe('card.frozen')
  mall().cloud.clock.shift(31 * MINUTE)
  expect(codeOf(await nothingWritten(mall(), () => park(visit)))).toBe('visit.expired')
})

test('the same operation counts once, and is no other', async () => {
  const visit = await mall().visit()
  const operation = newOperation()
  const first = await park(visit, operation)
  const again = await park(visit, operation)
  expect([kindOf(again), dataOf(again)]).toEqual(['replayed', dataOf(first)])
  expect(codeOf(await redeem(visit, 'lounge', undefined, operation))).toBe('operation.mismatch')
  expect(used()?.parking?.used).toBe(1)
})

test('five at once want the last one: one gets it', async () => {
  dataOf(await park(await mall().visit()))
  const visit = await mall().visit()
  const codes = (await mall().atOnce('assistant', 5, () => park(visit))).map(codeOf).sort()
  expect(codes).toEqual([...Array<string>(4).fill('benefit.used-up'), 'ok'])
  expect(used()?.parking?.used).toBe(2)
  expect(mall().all('coupons')).toHaveLength(2)
})

test('undoing gives the count back once, in 7 calls, and leaves nothing to hold', async () => {
  const visit = await mall().visit()
  const { couponId } = dataOf(await park(visit))
  dataOf(await park(visit))
  dataOf(await undo(couponId))
  expect(mall().lastCalls()).toBe(7)
  expect(used()?.parking).toMatchObject({ used: 1, undone: 1 })
  expect(JSON.stringify(mall().all('coupons')[0])).not.toContain(PLATE)
  expect(dataOf(await mall().ask('member', 'wallet', MEMBER, { show: 'usable' })).coupons).toEqual([])
  expect(codeOf(await nothingWritten(mall(), () => undo(couponId)))).toBe('coupon.undo-too-late')
  expect(dataOf(await park(visit)).couponId).toBe(idOf('parking', month(), 3))
  expect(codeOf(await park(visit))).toBe('benefit.used-up')
  const states = mall().all<{ state: string }>('coupons')
  expect(states.map(({ state }) => state)).toEqual(['void', 'used', 'used'])
  expect(violations()).toEqual([])
})

test('is not undone by a colleague, nor the day after', async () => {
  const { couponId } = dataOf(await park(await mall().visit()))
  await mall().hire(COLLEAGUE)
  const codes = await nothingWritten(mall(), async () => {
    const colleague = codeOf(await undo(couponId, COLLEAGUE))
    mall().cloud.clock.shift(DAY)
    return [colleague, codeOf(await undo(couponId))]
  })
  expect(codes).toEqual(['coupon.undo-too-late', 'coupon.undo-too-late'])
})

test('a closed account leaves no plate, and undoing still ends the use', async () => {
  const { couponId } = dataOf(await park(await mall().visit()))
  const { cardNumber } = mall().member()
  dataOf(await mall().ask('member', 'close-account', MEMBER, { cardNumber, shownPoints: 0 }))
  expect(JSON.stringify(mall().dump())).not.toContain(PLATE)
  dataOf(await undo(couponId))
  expect(mall().all('coupons')).toMatchObject([{ state: 'void', use: null }])
  expect(violations()).toEqual([])
})

test('who shows the code of a coupon shows no benefit, and none is used by it', async () => {
  await issue(mall(), { id: 'tea', worth: { kind: 'exchange', thing: 'tea' } })
  const code = couponCode(mall(), 'tea')
  const { benefits, visit } = dataOf(await mall().ask('assistant', 'resolve', ASSISTANT, { code }))
  expect(benefits).toEqual([])
  expect(codeOf(await nothingWritten(mall(), () => park(visit)))).toBe('benefit.unknown')
})
