/** The worked examples of the default programme, literally: what a member would check against a receipt. */
import { percentOfRoundedDown } from '../../src/domain/money/fen'
import { shortYuanText } from '../../src/domain/money/yuan-text'
import { pointsEarned } from '../../src/domain/points/earning'
import { applyChange, earning, spendable, spending } from '../../src/domain/points/purse'
import { tierById } from '../../src/domain/programme/programme'
import { settle } from '../../src/domain/purchases/settle'
import { nextTier } from '../../src/domain/tiers/ladder'
import { windowSpend } from '../../src/domain/tiers/spend-by-day'
import { addMonths } from '../../src/domain/time/business-day'
import { coupon } from './coupon-words'
import { allOf, amount, buys, day, goods, holderOf, mall, newcomer, pieces, returns, yuan } from './mall'

const gold = tierById(mall, 'gold')
const fiftyOff300 = coupon({ kind: 'threshold', thresholdFen: yuan('300'), offFen: yuan('50') })

test('金卡, ¥386.00, 5 % discount, ¥50 off 300 after the discount: pays ¥316.70, base 316, 474 points', () => {
  const settled = settle([amount(yuan('386'))], gold.discountPercent, [fiftyOff300])
  expect(settled.discountFen).toBe(yuan('19.30'))
  expect(settled.offFen).toBe(yuan('50'))
  expect(settled.payFen).toBe(yuan('316.70'))

  const { purchase } = buys(holderOf('gold'), [goods('316.70')], '2026-03-01')
  expect(purchase.earning).toMatchObject({ base: 316, rate: 150, points: 474 })
})

test('the same in the birthday window: 316 × (1.50 + 1.00) = 790 points', () => {
  for (const on of ['2026-02-26', '2026-03-01', '2026-03-04']) {
    const { purchase } = buys(holderOf('gold'), [goods('316.70')], on, { birthdayOn: day('2026-03-01') })
    expect(purchase.earning).toMatchObject({ base: 316, points: 790, bonusPoints: 316, cutByCap: 0 })
    expect(purchase.earning.bonuses).toMatchObject([{ rule: 'birthday', rate: 100, points: 316 }])
  }
  for (const on of ['2026-02-25', '2026-03-05']) {
    const { purchase } = buys(holderOf('gold'), [goods('316.70')], on, { birthdayOn: day('2026-03-01') })
    expect(purchase.earning.points).toBe(474)
  }
})

test('银卡, ¥99.99 from a till: base 99, 118.8 rounded down to 118 points', () => {
  const { purchase } = buys(holderOf('silver'), [goods('99.99')], '2026-03-01')
  expect(purchase.earning).toMatchObject({ base: 99, points: 118 })
})

test('refunds of ¥100.00, ¥100.00 and ¥116.70 of that ¥316.70 take back 149, 150 and 175 points', () => {
  const bought = buys(holderOf('gold'), [goods('100'), goods('100'), goods('116.70')], '2026-03-01')
  const first = returns(bought.account, bought.purchase, [pieces(0)], '2026-03-02')
  const second = returns(first.account, first.purchase, [pieces(1)], '2026-03-03')
  const third = returns(second.account, second.purchase, [pieces(2)], '2026-03-04')
  expect([first, second, third].map((refund) => refund.quote.points)).toEqual([149, 150, 175])
  expect(third.purchase).toMatchObject({ refundedFen: yuan('316.70'), pointsTakenBack: 474 })
})

test('118 points earned, 100 spent, all refunded: 18 from the lot and 100 debt; of the next 130 earned 100 repay and 30 can be spent', () => {
  const today = day('2026-03-01')
  const bought = buys(holderOf('silver'), [goods('99.99')], '2026-03-01')
  const spent = spending(bought.account.purse, 100, today)
  if (!spent) throw new Error('there were 118')
  const account = { ...bought.account, purse: applyChange(bought.account.purse, spent) }

  const refund = returns(account, bought.purchase, allOf(bought.purchase), '2026-03-02')
  expect(refund.change).toMatchObject({ points: 118, debt: 100, lots: [{ points: -18 }] })
  expect(refund.account.purse).toMatchObject({ debt: 100, lots: [] })

  const next = earning(refund.account.purse, 130, 'purchase', day('2027-03-02'))
  const purse = applyChange(refund.account.purse, next)
  expect(next.debt).toBe(-100)
  expect(purse.debt).toBe(0)
  expect(spendable(purse, today)).toBe(30)
})

test('window ¥87,520, 金卡: 37,520 of 50,000 inside the band, ¥12,480 more for 白金卡', () => {
  const next = nextTier(mall.ladder, 'gold', yuan('87520'))
  expect(next?.tier.name).toBe('白金卡')
  expect(next?.insideBandFen).toBe(yuan('37520'))
  expect(next?.bandFen).toBe(yuan('50000'))
  expect(shortYuanText(next?.gapFen ?? yuan('0'))).toBe('¥12,480')
})

test('earned on 31 August with 6 months of life: expires at the end of the last day of February, leap year or not', () => {
  expect(addMonths(day('2026-08-31'), 6)).toBe('2027-02-28')
  expect(addMonths(day('2027-08-31'), 6)).toBe('2028-02-29')
})

test('普通, ¥52,000 at once: earns at rate 100, is 金卡 from the next purchase; ¥30,000 back after three days leaves 银卡', () => {
  const bought = buys(newcomer(), [goods('22000'), goods('30000')], '2026-03-01')
  expect(bought.purchase.earning).toMatchObject({ rate: 100, points: 52_000 })
  expect(bought.account.standing.tierId).toBe('gold')
  expect(buys(bought.account, [goods('100')], '2026-03-01').purchase.earning.rate).toBe(150)

  const refund = returns(bought.account, bought.purchase, [pieces(1)], '2026-03-04')
  expect(windowSpend(refund.account.spendByDay, day('2026-03-04'), 12)).toBe(yuan('22000'))
  expect(refund.account.standing).toMatchObject({ tierId: 'silver', since: '2026-03-01' })
})

test('the discount of ¥386.00 at 5 % is ¥19.30 exactly', () => {
  expect(percentOfRoundedDown(yuan('386'), 5)).toBe(yuan('19.30'))
})

test('a purchase below one yuan earns nothing', () => {
  expect(pointsEarned({ qualifyingFen: yuan('0.99'), rate: 300 }).points).toBe(0)
})
