/**
 * A member's first year and the weeks after it: two receipts before joining, a card, a code, an upgrade, goods that come
 * back, points that end. One story on a moved clock; each figure is worked out beside it.
 */
import { applyChange, EMPTY_PURSE, type PurseChange } from '../../src/domain/points/purse'
import { codeOf, dataOf, startTestCloud } from '../server/cloud'
import { ASSISTANT, countersOf, goods, keyed, MEMBER, openMall, PHONES, type Mall } from '../server/mall'

let mall: Mall

/** An instant in the mall, UTC+8. */
const at = (day: string, time = '10:00'): number => Date.parse(`${day}T${time}:00+08:00`)
const goTo = (day: string, time?: string): void => mall.cloud.clock.set(at(day, time))
const receipt = (name: string, paidFen: number) =>
  mall.till('purchase', mall.till1, {
    receipt: name,
    member: { phone: PHONES[MEMBER] ?? '' },
    lines: [goods(paidFen)],
  })
const home = async () => dataOf(await mall.ask('member', 'home', MEMBER))
const register = async (priceFen: number, shownPayFen: number) => {
  const visit = await mall.visit()
  return dataOf(
    await mall.ask('assistant', 'register', ASSISTANT, { visit, lines: keyed(priceFen), shownPayFen }),
  )
}
const refund = async (purchaseId: string, shownRefundFen: number) => {
  const lines = [{ line: 0, quantity: 1 }]
  const shown = { shownRefundFen, shownRefundedFen: mall.purchase(purchaseId).refundedFen }
  const input = { purchaseId, lines, reason: 'returned' as const, ...shown }
  return dataOf(await mall.ask('assistant', 'refund', ASSISTANT, input))
}

beforeAll(async () => {
  mall = await openMall(await startTestCloud(), at('2026-01-05'))
})
afterAll(() => mall.cloud.close())

/** The ids of the two purchases at the desk. */
const bought = { upgrade: '', later: '' }

test('January: two receipts with a phone number wait for whoever proves that phone', async () => {
  // ¥6,000.00 → 6,000 points, to 5 January 2027; ¥3,500.50 → 3,500 points, to 20 January 2027
  expect(dataOf(await receipt('january-1', 600_000))).toMatchObject({ pointsEarned: 6_000, points: 6_000 })
  goTo('2026-01-20')
  expect(dataOf(await receipt('january-2', 350_050))).toMatchObject({ pointsEarned: 3_500, points: 9_500 })
  expect(await home()).toMatchObject({ joined: false })
})

test('1 February: joining with that phone takes the points and the history over', async () => {
  goTo('2026-02-01')
  const phoneCode = mall.cloud.newPhoneCode(PHONES[MEMBER] ?? '')
  const joined = dataOf(await mall.ask('member', 'join', MEMBER, { phoneCode, name: 'member 1' }))
  expect(joined).toMatchObject({ tookOver: true, card: { points: 9_500, tierName: '普通会员' } })
  // ¥6,000.00 + ¥3,500.50 = ¥9,500.50; ¥499.50 to silver
  expect(await home()).toMatchObject({
    visitCount: 2,
    progress: { nextTierName: '银卡', insideBandFen: 950_050, gapFen: 49_950 },
    recent: [{ paidFen: 350_050 }, { paidFen: 600_000 }],
  })
})

test('the same day: ¥600.00 at the desk reach silver; they earn at the old rate, and the phone sees it', async () => {
  const since = mall.now()
  const registered = await register(60_000, 60_000)
  bought.upgrade = registered.purchaseId
  // no discount yet; 600 × 1.00 = 600; ¥9,500.50 + ¥600.00 = ¥10,100.50
  expect(registered).toMatchObject({
    settlement: { discountFen: 0, rate: 100, points: 600, upgradesTo: '银卡' },
    member: { tierName: '银卡', points: 10_100, visitCount: 3 },
  })
  expect(dataOf(await mall.ask('member', 'code-status', MEMBER, { since }))).toMatchObject({
    scanned: null,
    activity: { kind: 'purchase', id: bought.upgrade, upgradedTo: '银卡' },
    points: 10_100,
    tierName: '银卡',
  })
})

test('3 February: the next purchase has the discount and the rate of silver', async () => {
  goTo('2026-02-03')
  const registered = await register(30_000, 29_400)
  bought.later = registered.purchaseId
  // ¥300.00 − 2 % = ¥294.00; 294 × 1.20 = 352.8 → 352; 10,100 + 352
  expect(registered).toMatchObject({
    settlement: { discountFen: 600, payFen: 29_400, rate: 120, points: 352 },
    member: { points: 10_452 },
  })
})

test('6 February: the ¥600.00 come back; without them the spend is short of silver, so the tier goes back too', async () => {
  goTo('2026-02-06')
  // ¥9,500.50 + ¥294.00 = ¥9,794.50 < ¥10,000; what was bought as silver keeps its 352 points: 10,452 − 600
  expect(await refund(bought.upgrade, 60_000)).toMatchObject({
    pointsTakenBack: 600,
    debtAdded: 0,
    tierNow: '普通会员',
    memberPoints: 9_852,
  })
  expect(await home()).toMatchObject({
    card: { tierName: '普通会员', points: 9_852 },
    progress: { nextTierName: '银卡', gapFen: 20_550 },
  })
})

test('December: the card says which points end within 30 days', async () => {
  goTo('2026-12-05')
  expect(await home()).toMatchObject({ expiringSoon: null })
  goTo('2026-12-06')
  expect(await home()).toMatchObject({ expiringSoon: { points: 6_000, expiresOn: '2027-01-05' } })
})

test('a year later: points end with their last day, though no job has run', async () => {
  goTo('2027-01-05', '23:59')
  expect(await home()).toMatchObject({ card: { points: 9_852 } })
  goTo('2027-01-06', '00:00')
  expect(await home()).toMatchObject({
    card: { points: 3_852 }, // 9,852 − 6,000
    expiringSoon: { points: 3_500, expiresOn: '2027-01-20' },
  })
  goTo('2027-01-21')
  expect(await home()).toMatchObject({ card: { points: 352 } })
  goTo('2027-02-04')
  expect(await home()).toMatchObject({ card: { points: 0 }, debt: 0, expiringSoon: null })
})

test('10 February: a late refund of points that have ended is a debt; the next purchase repays it first', async () => {
  goTo('2027-02-10')
  expect(await refund(bought.later, 29_400)).toMatchObject({
    pointsTakenBack: 352,
    debtAdded: 352,
    memberPoints: 0,
  })
  expect(await home()).toMatchObject({ debt: 352, card: { points: 0 } })
  // 1,000 earned: 352 repay, 648 can be spent. A year has passed: only these ¥1,000 count for silver.
  expect(dataOf(await receipt('february', 100_000))).toMatchObject({
    pointsEarned: 1_000,
    points: 648,
    debt: 0,
  })
  expect(await home()).toMatchObject({ debt: 0, card: { points: 648 }, progress: { gapFen: 900_000 } })
})

test('the ledger tells the same story: its entries, replayed, are the purse', () => {
  const entries = mall.all<{ at: number; change: PurseChange }>('entries').sort((a, b) => a.at - b.at)
  expect(entries.map(({ change: { kind, points } }) => [kind, points])).toEqual([
    ['earned', 6_000],
    ['earned', 3_500],
    ['earned', 600],
    ['earned', 352],
    ['reversed', 600],
    ['reversed', 352],
    ['earned', 1_000],
  ])
  const { purse } = mall.member().account
  expect(entries.reduce((before, { change }) => applyChange(before, change), EMPTY_PURSE)).toEqual(purse)
  expect(countersOf(purse)).toEqual({ earned: 11_452, spent: 0, expired: 0, reversed: 952, debt: 0 })
})

test('and nobody else can take the phone any more', async () => {
  const phoneCode = mall.cloud.newPhoneCode(PHONES[MEMBER] ?? '')
  const answer = await mall.ask('member', 'join', 'openid-member-2', { phoneCode, name: 'member 2' })
  expect(codeOf(answer)).toBe('phone.taken')
})
