/** The calculator with coupons, whatever is thrown at it: money never appears or goes astray, and the best is the best. */
import fc from 'fast-check'
import {
  bestCombination,
  goTogether,
  MOST_COUPONS_OF_AN_ORDER,
  type Candidate,
} from '../../src/domain/coupons/combine'
import type { Stacking, Worth } from '../../src/domain/coupons/offer'
import { fen } from '../../src/domain/money/fen'
import { settle, type ChosenCoupon, type PricedLine } from '../../src/domain/purchases/settle'
import { coupon } from './coupon-words'

const amountFen = fc.oneof(fc.nat(400), fc.nat(60_000)).map(fen)
const name = fc.constantFrom('scarf', 'coat', 'tea')
const lines: fc.Arbitrary<PricedLine[]> = fc.array(
  fc.record({
    name: fc.option(name),
    kind: fc.constantFrom('goods', 'goods', 'goods', 'gift-card', 'freight'),
    quantity: fc.integer({ min: 1, max: 5 }),
    priceFen: amountFen,
  }),
  { minLength: 1, maxLength: 5 },
)
const worth: fc.Arbitrary<Worth> = fc.oneof(
  fc.record({ kind: fc.constant('cash' as const), offFen: amountFen }),
  fc.record({ kind: fc.constant('threshold' as const), thresholdFen: amountFen, offFen: amountFen }),
  fc.record({
    kind: fc.constant('percent' as const),
    percentOff: fc.integer({ min: 1, max: 100 }),
    mostFen: fc.option(amountFen),
  }),
  fc.constant({ kind: 'buy-one-get-one' as const }),
)
const stacking: fc.Arbitrary<Stacking> = fc.record({
  group: fc.constantFrom('mall', 'store', 'gift'),
  rank: fc.integer({ min: 0, max: 3 }),
  exclusive: fc.integer({ min: 0, max: 5 }).map((n) => n === 0),
  besideDiscount: fc.integer({ min: 0, max: 4 }).map((n) => n > 0),
  mostPerOrder: fc.integer({ min: 1, max: 4 }),
})
const held = (maxLength: number): fc.Arbitrary<Candidate[]> =>
  fc
    .array(
      fc.record({
        worth,
        stacking,
        products: fc.option(fc.subarray(['scarf', 'coat', 'tea']), { nil: undefined }),
        validUntil: fc.constantFrom('2026-06-01', '2026-07-01', '2026-12-31'),
      }),
      { maxLength },
    )
    .map((all) =>
      all.map(({ worth: each, products, ...said }, place) =>
        coupon(each, { id: `coupon-${place}`, ...said, ...(products && { products }) }),
      ),
    )
const percent = fc.constantFrom(0, 2, 5, 12, 99)
const sum = (amounts: readonly number[]): number => amounts.reduce((total, each) => total + each, 0)

test('price − discount − Σ off = paid = Σ of the lines; no line is negative or above its price', () => {
  fc.assert(
    fc.property(lines, percent, held(6), (order, tierPercent, coupons) => {
      const settled = settle(order, tierPercent, coupons)
      expect(settled.priceFen - settled.discountFen - settled.offFen).toBe(settled.payFen)
      expect(sum(settled.coupons.map(({ offFen }) => offFen))).toBe(settled.offFen)
      expect(sum(settled.paidFen)).toBe(settled.payFen)
      settled.paidFen.forEach((paid, place) => {
        expect(paid).toBeGreaterThanOrEqual(0)
        expect(paid).toBeLessThanOrEqual(order[place]?.priceFen ?? -1)
      })
    }),
    { numRuns: 1_000 },
  )
})

test('what each takes is at most what is left in its scope: lines outside of every scope lose the discount alone', () => {
  const isIn = ({ scope }: ChosenCoupon, line: PricedLine): boolean =>
    line.kind === 'goods' && (!scope.products || scope.products.includes(line.name ?? ''))
  fc.assert(
    fc.property(lines, percent, held(4), (order, tierPercent, coupons) => {
      const turns = [...coupons].sort((a, b) => a.stacking.rank - b.stacking.rank)
      const all = settle(order, tierPercent, coupons)
      const percentKept = all.discountPercent
      const plain = settle(order, percentKept)
      order.forEach((line, place) => {
        if (!turns.some((each) => isIn(each, line))) expect(all.paidFen[place]).toBe(plain.paidFen[place])
      })
      // One more at a time: what the last one takes comes off the lines of its scope and no other.
      const rising = turns.map((each, rank) => ({
        ...each,
        stacking: { ...each.stacking, rank, besideDiscount: true },
      }))
      rising.forEach((last, count) => {
        const before = settle(order, percentKept, rising.slice(0, count))
        const after = settle(order, percentKept, rising.slice(0, count + 1))
        const offs = order.map((_, place) => (before.paidFen[place] ?? 0) - (after.paidFen[place] ?? 0))
        const inScope = order.map((line) => isIn(last, line))
        const leftInScope = sum(before.paidFen.filter((_, place) => inScope[place]))
        const off = after.coupons.at(-1)?.offFen ?? 0
        expect(off).toBeLessThanOrEqual(leftInScope)
        expect(sum(offs.filter((_, place) => inScope[place]))).toBe(off)
        expect(offs.every((each, place) => each >= 0 && (inScope[place] || each === 0))).toBe(true)
      })
    }),
  )
})

test('the order in which coupons are given changes nothing', () => {
  fc.assert(
    fc.property(
      lines,
      percent,
      held(5),
      fc.infiniteStream(fc.nat()),
      (order, tierPercent, coupons, picks) => {
        const left = [...coupons]
        const mixed: Candidate[] = []
        while (left.length > 0) mixed.push(...left.splice(Number(picks.next().value) % left.length, 1))
        expect(settle(order, tierPercent, mixed)).toEqual(settle(order, tierPercent, coupons))
        expect(goTogether(mixed)).toBe(goTogether(coupons))
        expect(bestCombination(order, tierPercent, mixed)).toEqual(
          bestCombination(order, tierPercent, coupons),
        )
      },
    ),
  )
})

test('a coupon that may not join stays out whatever else is added', () => {
  fc.assert(
    fc.property(held(5), (coupons) => {
      const fewer = coupons.slice(0, -1)
      if (!goTogether(fewer)) expect(goTogether(coupons)).toBe(false)
    }),
  )
})

function allSubsets<Item>(items: readonly Item[]): Item[][] {
  return items.reduce<Item[][]>((sets, item) => [...sets, ...sets.map((set) => [...set, item])], [[]])
}

/** What the cheapest of all subsets costs whose coupons may be together and each take something. */
const cheapest = (order: PricedLine[], tierPercent: number, coupons: readonly Candidate[]): number => {
  const usable = allSubsets(coupons).filter(
    (set) =>
      set.length <= MOST_COUPONS_OF_AN_ORDER &&
      (set.length < 2 || !set.some((each) => each.stacking.exclusive)) &&
      set.every(
        (each) =>
          set.filter(({ stacking: { group } }) => group === each.stacking.group).length <=
          each.stacking.mostPerOrder,
      ) &&
      settle(order, tierPercent, set).coupons.every(({ offFen }) => offFen > 0),
  )
  return Math.min(...usable.map((set) => settle(order, tierPercent, set).payFen))
}

test('the best combination is the cheapest of all subsets', () => {
  fc.assert(
    fc.property(lines, percent, held(7), (order, tierPercent, coupons) => {
      const best = bestCombination(order, tierPercent, coupons)
      expect(goTogether(best)).toBe(true)
      expect(settle(order, tierPercent, best).payFen).toBe(cheapest(order, tierPercent, coupons))
    }),
    { numRuns: 300 },
  )
})

test('one coupon more to choose from never makes the best worse, up to twelve', () => {
  fc.assert(
    fc.property(lines, percent, held(12), (order, tierPercent, coupons) => {
      const pay = (from: readonly Candidate[]): number =>
        settle(order, tierPercent, bestCombination(order, tierPercent, from)).payFen
      expect(pay(coupons)).toBeLessThanOrEqual(pay(coupons.slice(0, -1)))
    }),
    { numRuns: 60 },
  )
})

describe('the best combination', () => {
  const order: PricedLine[] = [{ name: 'coat', kind: 'goods', quantity: 1, priceFen: fen(10_000) }]
  const cash = (id: string, offFen: number, validUntil?: string) =>
    coupon({ kind: 'cash', offFen: fen(offFen) }, { id, ...(validUntil && { validUntil }) })
  const idsOf = (coupons: readonly Candidate[]): string[] => coupons.map(({ couponId }) => couponId)

  test('of those that save alike takes the fewest', () => {
    const all = [cash('a', 3_000), cash('b', 2_000), cash('c', 10_000)]
    expect(idsOf(bestCombination(order, 0, all))).toEqual(['c'])
  })

  test('of those that save alike takes those that end soonest', () => {
    const only = { stacking: { mostPerOrder: 1 } }
    const worth: Worth = { kind: 'cash', offFen: fen(500) }
    const all = ['2026-09-01', '2026-06-01', '2026-12-01'].map((validUntil, place) =>
      coupon(worth, { id: `c${place}`, validUntil, ...only }),
    )
    expect(idsOf(bestCombination(order, 0, all))).toEqual(['c1'])
  })

  test('is none when a discount that would go is worth more', () => {
    const alone = coupon({ kind: 'cash', offFen: fen(300) }, { stacking: { besideDiscount: false } })
    expect(bestCombination(order, 5, [alone])).toEqual([])
  })

  test('of twenty still sees one of another worth behind nineteen alike', () => {
    const alike = Array.from({ length: 19 }, (_, place) =>
      coupon(
        { kind: 'cash', offFen: fen(5_000) },
        { id: `alike-${place}`, stacking: { group: 'cash', mostPerOrder: 1 } },
      ),
    )
    const other = coupon(
      { kind: 'percent', percentOff: 10, mostFen: null },
      { id: 'other', stacking: { rank: 0 } },
    )
    expect(idsOf(bestCombination(order, 0, [...alike, other])).sort()).toEqual(['alike-0', 'other'])
  })

  test('never names what is handed over for itself', () => {
    const handed = [
      coupon({ kind: 'parking', hours: 2 }),
      coupon({ kind: 'exchange', thing: 'tea' }, { id: 'b' }),
    ]
    expect(bestCombination(order, 0, handed)).toEqual([])
    expect(goTogether(handed.slice(0, 1))).toBe(false)
  })
})
