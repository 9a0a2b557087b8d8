/**
 * A regular's years with a tier: reached, kept by spending, saved in the days of grace, lost one level at a time. Goods
 * come back after the return window and inside it. One story on a moved clock; no job runs in it, and each figure is
 * worked out beside it.
 */
import { applyChange, EMPTY_PURSE, type PurseChange } from '../../src/domain/points/purse'
import { dataOf, startTestCloud } from '../server/cloud'
import { ASSISTANT, countersOf, goods, MEMBER, openMall, PHONES, type Mall } from '../server/mall'

let mall: Mall

/** Ten in the morning in the mall, or another time, UTC+8. */
const at = (day: string, time = '10:00'): number => Date.parse(`${day}T${time}:00+08:00`)
const goTo = (day: string, time?: string): void => mall.cloud.clock.set(at(day, time))
const home = async () => dataOf(await mall.ask('member', 'home', MEMBER))
const growth = async () => dataOf(await mall.ask('member', 'growth', MEMBER))
/** A receipt of the till: what was really paid, without the tier's discount. */
const receipt = async (name: string, paidFen: number, quantity = 1) => {
  const member = { phone: PHONES[MEMBER] ?? '' }
  const input = { receipt: name, member, lines: [goods(paidFen, quantity)] }
  return dataOf(await mall.till('purchase', mall.till1, input))
}
const refundOnePiece = async (purchaseId: string, shownRefundFen: number) => {
  const lines = [{ line: 0, quantity: 1 }]
  const shown = { shownRefundFen, shownRefundedFen: mall.purchase(purchaseId).refundedFen }
  const input = { purchaseId, lines, reason: 'returned' as const, ...shown }
  return dataOf(await mall.ask('assistant', 'refund', ASSISTANT, input))
}

beforeAll(async () => {
  mall = await openMall(await startTestCloud(), at('2026-03-01'))
  await mall.join(MEMBER)
})
afterAll(() => mall.cloud.close())

/** The ids of the purchases that come back. */
const bought = { gold: '', silverAgain: '' }

test('10 March 2026: ¥12,000.80 are silver, at the rate of the tier held before', async () => {
  goTo('2026-03-10')
  // base 12,000 × 1.00; above ¥10,000 at once
  expect(await receipt('march', 1_200_080)).toMatchObject({ pointsEarned: 12_000, points: 12_000 })
  expect(await growth()).toMatchObject({
    tierName: '银卡',
    since: '2026-03-10',
    termEndsOn: '2027-03-10',
    spendFen: 1_200_080,
    progress: { nextTierName: '金卡', gapFen: 3_799_920 }, // 50,000.00 − 12,000.80
  })
})

test('10 June: two pieces for ¥40,000.00 are gold; the term begins anew', async () => {
  goTo('2026-06-10')
  const purchase = await receipt('june', 4_000_000, 2)
  bought.gold = purchase.purchaseId
  // 40,000 × 1.20 = 48,000; 12,000 + 48,000; 12,000.80 + 40,000.00 = 52,000.80
  expect(purchase).toMatchObject({ pointsEarned: 48_000, points: 60_000 })
  expect(await growth()).toMatchObject({ tierName: '金卡', since: '2026-06-10', termEndsOn: '2027-06-10' })
})

test('12 June: at the desk gold has 5 % off and earns 1.5', async () => {
  goTo('2026-06-12')
  await mall.buy(30_000, await mall.visit())
  // ¥300.00 − 5 % = ¥285.00; 285 × 1.5 = 427.5 → 427; 60,000 + 427
  expect(await home()).toMatchObject({
    card: { points: 60_427 },
    recent: [{ paidFen: 28_500, points: 427 }, { points: 48_000 }, { points: 12_000 }],
  })
})

test('18 June: one of the two pieces comes back, a day after the return window: points go, the tier stays', async () => {
  goTo('2026-06-18')
  // floor(48,000 × 20,000 / 40,000) = 24,000; 60,427 − 24,000 = 36,427
  expect(await refundOnePiece(bought.gold, 2_000_000)).toMatchObject({
    pointsTakenBack: 24_000,
    tierNow: null,
    memberPoints: 36_427,
  })
  expect(await growth()).toMatchObject({
    tierName: '金卡',
    spendFen: 3_228_580, // 12,000.80 + 20,000.00 + 285.00
    // On 10 June 2027 the window begins on 11 June 2026: only the ¥285.00 will still count.
    keep: { thresholdFen: 5_000_000, countedFen: 28_500, gapFen: 4_971_500 },
  })
})

test('December: ¥30,000.00 more; four quiet months later the pace leads down', async () => {
  goTo('2026-12-01')
  // 30,000 × 1.5 = 45,000; 36,427 + 45,000
  expect(await receipt('december', 3_000_000)).toMatchObject({ pointsEarned: 45_000, points: 81_427 })
  expect(await growth()).toMatchObject({
    keep: { countedFen: 3_028_500, gapFen: 1_971_500 },
    // 30,000 in 90 days and 191 days to go: 30,285 + 30,000 × 191 / 90 = 93,951.66, gold and not platinum
    projected: { tierName: '金卡', than: 'same' },
  })
  goTo('2027-04-01')
  // Nothing in the last 90 days: 30,285 are silver's.
  expect(await growth()).toMatchObject({ projected: { tierName: '银卡', than: 'lower' } })
  // 12,000 of March ended with 10 March: 81,427 − 12,000
  expect(await home()).toMatchObject({ card: { points: 69_427 }, lapsing: null })
})

test('the card warns of it for the last sixty days of the term', async () => {
  goTo('2027-04-10', '23:59')
  expect(await home()).toMatchObject({ lapsing: null })
  goTo('2027-04-11', '00:00')
  // 60 days before 10 June; on 10 June 285.00 + 30,000.00 will count
  expect(await home()).toMatchObject({
    lapsing: { gapFen: 1_971_500, until: '2027-06-10', inGrace: false },
  })
})

test('June 2027: the term ends ¥19,715.00 short; thirty days of grace, and gold meanwhile', async () => {
  goTo('2027-06-10', '23:59')
  expect(await growth()).toMatchObject({ tierName: '金卡', graceEndsOn: null })
  goTo('2027-06-11', '00:00')
  expect(await growth()).toMatchObject({
    tierName: '金卡',
    termEndsOn: '2027-06-10',
    graceEndsOn: '2027-07-10',
    // the window of 11 June begins on 12 June 2026: 285.00 + 30,000.00
    keep: { countedFen: 3_028_500, gapFen: 1_971_500 },
  })
  // The other 24,000 of June ended with 10 June: 69,427 − 24,000
  expect(await home()).toMatchObject({
    card: { points: 45_427 },
    lapsing: { gapFen: 1_971_500, until: '2027-07-10', inGrace: true },
  })
})

test('1 July: ¥20,000.00 in the days of grace keep gold, to the fen', async () => {
  goTo('2027-07-01')
  // Window from 2 July 2026: 30,000.00 + 20,000.00 = 50,000.00. 20,000 × 1.5 = 30,000.
  // The 427 of 12 June 2026 have ended: 45,000 + 30,000
  expect(await receipt('july', 2_000_000)).toMatchObject({ pointsEarned: 30_000, points: 75_000 })
  expect(await growth()).toMatchObject({
    tierName: '金卡',
    since: '2027-07-01',
    termEndsOn: '2028-07-01',
    graceEndsOn: null,
  })
  expect(await home()).toMatchObject({ lapsing: null })
})

test('two purchases of the next term keep gold by themselves on its last day', async () => {
  goTo('2027-10-10')
  await receipt('october', 2_500_000)
  goTo('2028-02-29')
  await receipt('leap-day', 2_500_050)
  // 25,000.00 + 25,000.50 ≥ 50,000.00; ¥20,000.00 of 1 July 2027 are outside the window of 1 July 2028
  expect(await growth()).toMatchObject({ keep: { countedFen: 5_000_050, gapFen: 0 } })
  goTo('2028-07-02')
  expect(await growth()).toMatchObject({
    tierName: '金卡',
    since: '2028-07-01',
    termEndsOn: '2029-07-01',
    graceEndsOn: null,
  })
  // July's 30,000 ended on 1 July 2028, December's 45,000 before: 25,000 × 1.5 = 37,500, twice
  expect(await home()).toMatchObject({ card: { points: 75_000 } })
})

test('points of 29 February end with the last day of February', async () => {
  goTo('2029-02-28', '23:59')
  expect(await home()).toMatchObject({ card: { points: 37_500 } }) // October's ended in October
  goTo('2029-03-01', '00:00')
  expect(await home()).toMatchObject({ card: { points: 0 } })
})

test('a quiet year: grace, and then one level down, not more', async () => {
  goTo('2029-07-02')
  expect(await growth()).toMatchObject({ tierName: '金卡', graceEndsOn: '2029-07-31', spendFen: 0 })
  goTo('2029-07-31', '23:59')
  expect(await growth()).toMatchObject({ tierName: '金卡' })
  goTo('2029-08-01', '00:00')
  expect(await growth()).toMatchObject({
    tierName: '银卡',
    since: '2029-07-31',
    termEndsOn: '2030-07-31',
    keep: { gapFen: 1_000_000 },
  })
})

test('another quiet year: the lowest tier, which everybody keeps', async () => {
  goTo('2030-08-30', '23:59')
  expect(await growth()).toMatchObject({ tierName: '银卡', graceEndsOn: '2030-08-30' })
  goTo('2030-08-31', '00:00')
  expect(await growth()).toMatchObject({ tierName: '普通会员', keep: null })
})

test('September 2030: silver by one purchase, and back when it is returned on the seventh day', async () => {
  goTo('2030-09-01')
  const purchase = await receipt('september', 1_000_000)
  bought.silverAgain = purchase.purchaseId
  expect(purchase).toMatchObject({ pointsEarned: 10_000, points: 10_000 })
  expect(await growth()).toMatchObject({ tierName: '银卡', since: '2030-09-01' })
  goTo('2030-09-08')
  expect(await refundOnePiece(bought.silverAgain, 1_000_000)).toMatchObject({
    pointsTakenBack: 10_000,
    debtAdded: 0,
    tierNow: '普通会员',
    memberPoints: 0,
  })
})

test('the member reads the whole story of the tier, newest first', async () => {
  const { history } = await growth()
  expect(history.map(({ day, what, tierName }) => `${day} ${what} ${tierName}`)).toEqual([
    '2030-09-08 taken-back 普通会员',
    '2030-09-01 upgraded 银卡',
    '2030-08-30 lapsed 普通会员',
    '2029-07-31 lapsed 银卡',
    '2028-07-01 renewed 金卡',
    '2027-07-01 renewed 金卡',
    '2026-06-10 upgraded 金卡',
    '2026-03-10 upgraded 银卡',
    '2026-03-01 joined 普通会员',
  ])
})

test('the ledger tells the same story: its entries, replayed, are the purse', () => {
  const entries = mall.all<{ at: number; change: PurseChange }>('entries').sort((a, b) => a.at - b.at)
  expect(entries.map(({ change: { kind, points } }) => [kind, points])).toEqual([
    ['earned', 12_000],
    ['earned', 48_000],
    ['earned', 427],
    ['reversed', 24_000],
    ['earned', 45_000],
    ['earned', 30_000],
    ['earned', 37_500],
    ['earned', 37_500],
    ['earned', 10_000],
    ['reversed', 10_000],
  ])
  const { purse } = mall.member().account
  expect(entries.reduce((before, { change }) => applyChange(before, change), EMPTY_PURSE)).toEqual(purse)
  // 12,000 + 48,000 + 427 + 45,000 + 30,000 + 37,500 + 37,500 + 10,000; 24,000 + 10,000
  expect(countersOf(purse)).toMatchObject({ earned: 220_427, spent: 0, reversed: 34_000, debt: 0 })
})
