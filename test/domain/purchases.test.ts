/** From a price to a booked purchase: settlement, what earns, what is remembered for the refund, and the preview. */
import fc from 'fast-check'
import { fen, NO_FEN } from '../../src/domain/money/fen'
import { tierById } from '../../src/domain/programme/programme'
import { previewPurchase } from '../../src/domain/purchases/preview'
import { settle } from '../../src/domain/purchases/settle'
import { coupon } from './coupon-words'
import { amount, buys, day, goods, holderOf, line, mall, newcomer, yuan } from './mall'

const off = (thresholdFen: number, offFen: number) => [
  coupon({ kind: 'threshold', thresholdFen: fen(thresholdFen), offFen: fen(offFen) }),
]

describe('settlement', () => {
  test.each([
    ['a threshold is measured after the discount', '315.00', 5, '15.75', '0', '299.25'],
    ['a threshold just reached takes its amount off', '300', 0, '0', '50', '250'],
    ['a fen below it takes nothing', '299.99', 0, '0', '0', '299.99'],
    ['a discount drops its broken fen', '0.99', 2, '0.01', '0', '0.98'],
    ['nothing costs nothing', '0', 12, '0', '0', '0'],
  ])('%s', (_, price, percent, discount, taken, pay) => {
    expect(settle([amount(yuan(price))], percent, off(30_000, 5_000))).toMatchObject({
      priceFen: yuan(price),
      discountFen: yuan(discount),
      offFen: yuan(taken),
      payFen: yuan(pay),
    })
  })

  test('a reduction larger than what is to pay is capped, not refused', () => {
    expect(settle([amount(yuan('30'))], 0, off(0, 5_000))).toMatchObject({
      offFen: yuan('30'),
      payFen: NO_FEN,
    })
  })

  test('what is paid is never negative and never above the price', () => {
    const some = fc.nat(100_000_000).map(fen)
    fc.assert(
      fc.property(some, fc.nat(99), some, some, (price, percent, thresholdFen, offFen) => {
        const settled = settle([amount(price)], percent, off(thresholdFen, offFen))
        const { discountFen, offFen: taken, payFen } = settled
        expect(payFen).toBeGreaterThanOrEqual(0)
        expect(discountFen + taken + payFen).toBe(price)
      }),
    )
  })
})

describe('a purchase', () => {
  test('earns and counts for goods only: freight, gift cards and top-ups do not', () => {
    const lines = [
      goods('100'),
      line('freight', '12'),
      line('gift-card', '500'),
      line('top-up', '1000'),
    ] as const
    const { account, purchase, change } = buys(newcomer(), lines, '2026-03-01')
    expect(purchase).toMatchObject({ paidFen: yuan('1612'), qualifyingFen: yuan('100') })
    expect(change?.points).toBe(100)
    expect(account.spendByDay).toEqual({ '2026-03-01': yuan('100') })
  })

  test('of nothing at all is booked, earns nothing and changes no purse', () => {
    const { account, purchase, change } = buys(newcomer(), [goods('0')], '2026-03-01')
    expect(change).toBeNull()
    expect(purchase).toMatchObject({ paidFen: 0, filled: [], earning: { points: 0 } })
    expect(account).toMatchObject({ purse: newcomer().purse, spendByDay: {}, visits: { count: 1 } })
  })

  test('whole yuan are counted once for the receipt, not line by line', () => {
    const { purchase } = buys(newcomer(), [goods('0.60'), goods('0.60')], '2026-03-01')
    expect(purchase.earning.points).toBe(1)
  })

  test('keeps the lots that it filled, without what went into a debt', () => {
    const indebted = { ...newcomer(), purse: { ...newcomer().purse, reversed: 40, debt: 40 } }
    const { purchase, change } = buys(indebted, [goods('100')], '2026-03-01')
    expect(change).toMatchObject({ points: 100, debt: -40 })
    expect(purchase.filled).toEqual([{ kind: 'purchase', expiresOn: '2027-03-01', points: 60 }])
  })

  test('belongs to the business day of the mall, and its points live twelve months from it', () => {
    const { purchase } = buys(newcomer('2028-01-01'), [goods('1')], '2028-02-29')
    expect(purchase.day).toBe('2028-02-29')
    expect(purchase.pointsExpireOn).toBe('2029-02-28')
  })

  test('keeps to the bonus cap of the day, over all purchases of it', () => {
    const near = { birthdayOn: day('2026-03-01') }
    const first = buys(newcomer(), [goods('4990')], '2026-03-01', near)
    expect(first.purchase.earning).toMatchObject({ points: 9_980, cutByCap: 0 })
    const second = buys(first.account, [goods('6000')], '2026-03-01', near)
    expect(second.purchase.earning).toMatchObject({ points: 6_010, cutByCap: 5_990 })
    expect(buys(second.account, [goods('6000')], '2026-03-02', near).purchase.earning.points).toBe(
      7_200 + 5_000,
    )
  })
})

describe('the preview of an assistant', () => {
  const standing = { tierId: 'gold', windowFen: yuan('87520') }

  test('shows discount, sum, points and what remains to the next tier', () => {
    expect(previewPurchase([amount(yuan('386'))], standing, mall.ladder)).toEqual({
      priceFen: yuan('386'),
      discountPercent: 5,
      discountFen: yuan('19.30'),
      offFen: NO_FEN,
      coupons: [],
      payFen: yuan('366.70'),
      paidFen: [yuan('366.70')],
      base: 366,
      rate: 150,
      points: 549,
      bonuses: [],
      next: { tierName: '白金卡', gapFen: yuan('12113.30') },
      upgradesTo: null,
    })
  })

  test('names the tier that the purchase reaches and then counts towards the one after it', () => {
    const preview = previewPurchase([amount(yuan('20000'))], standing, mall.ladder)
    expect(preview).toMatchObject({ upgradesTo: '白金卡', rate: 150, next: { tierName: '钻石卡' } })
  })

  test('has no next tier on the highest', () => {
    const highest = { tierId: 'diamond', windowFen: NO_FEN }
    expect(previewPurchase([amount(yuan('1'))], highest, mall.ladder)).toMatchObject({
      next: null,
      upgradesTo: null,
    })
  })

  test('throws for a tier that the ladder lacks', () => {
    expect(() =>
      previewPurchase([amount(yuan('1'))], { tierId: 'bronze', windowFen: NO_FEN }, mall.ladder),
    ).toThrow()
  })

  test('promises exactly what the booking then does, at every tier and price', () => {
    const tiers = fc.constantFrom(...mall.ladder.map((tier) => tier.id))
    fc.assert(
      fc.property(tiers, fc.integer({ min: 0, max: 30_000_000 }), (tierId, price) => {
        const account = holderOf(tierId)
        const preview = previewPurchase([amount(fen(price))], { tierId, windowFen: NO_FEN }, mall.ladder)
        const paid = { ...goods('0'), paidFen: preview.payFen }
        const booked = buys(account, [paid], '2026-03-01')
        expect(booked.purchase.earning.points).toBe(preview.points)
        const reached = tierById(mall, booked.account.standing.tierId)
        expect(reached.name).toBe(preview.upgradesTo ?? tierById(mall, tierId).name)
      }),
    )
  })
})

test('days on which something was bought are counted once', () => {
  const once = buys(newcomer(), [goods('1')], '2026-03-01')
  const twice = buys(once.account, [goods('1')], '2026-03-01')
  const nextDay = buys(twice.account, [goods('1')], '2026-03-02')
  expect([once, twice, nextDay].map((booked) => booked.account.visits.count)).toEqual([1, 1, 2])
  expect(nextDay.account.visits.lastDay).toBe(day('2026-03-02'))
})
