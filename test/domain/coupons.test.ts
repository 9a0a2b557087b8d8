/** Coupons: what an offer may not say, how a coupon lives, how a stock is spread. */
import fc from 'fast-check'
import { checkOffer } from '../../src/domain/coupons/check-offer'
import {
  afterStep,
  CAUSES_OF,
  COUPON_STEPS,
  stateAfter,
  stateOn,
  take,
  type CouponState,
  type LivingCoupon,
} from '../../src/domain/coupons/coupon'
import type { Offer } from '../../src/domain/coupons/offer'
import { spreadStock } from '../../src/domain/coupons/stock'
import { fen } from '../../src/domain/money/fen'
import { day } from './mall'

const named = { storeIds: ['tea', 'books'], tierIds: ['basic', 'gold'] }
const offer: Offer = {
  offerId: 'tea',
  name: 'tea',
  advice: 'show it',
  worth: { kind: 'threshold', thresholdFen: fen(30_000), offFen: fen(5_000) },
  scope: { storeIds: ['tea'] },
  stacking: { group: 'mall', rank: 1, exclusive: false, besideDiscount: true, mostPerOrder: 2 },
  giftable: true,
  validity: { kind: 'window', from: day('2026-05-18'), until: day('2026-05-31') },
  claim: { from: Date.UTC(2026, 4, 18), until: Date.UTC(2026, 4, 31, 16) },
  flash: false,
  stock: 100,
  stockParts: 4,
  perMember: 2,
  perMemberADay: 1,
}
const faults = (more: Partial<Offer>): string[] => checkOffer({ ...offer, ...more }, named)

describe('an offer', () => {
  test('that can be claimed and used has no fault', () => {
    expect(faults({})).toEqual([])
    expect(faults({ stock: null, stockParts: 1 })).toEqual([])
    expect(faults({ claim: null, validity: { kind: 'days', days: 1 } })).toEqual([])
    expect(faults({ worth: { kind: 'percent', percentOff: 15, mostFen: null } })).toEqual([])
  })

  test.each<[string, Partial<Offer>, RegExp]>([
    [
      'takes off more than its threshold',
      { worth: { kind: 'threshold', thresholdFen: fen(1), offFen: fen(2) } },
      /not be more/,
    ],
    ['takes nothing off', { worth: { kind: 'cash', offFen: fen(0) } }, /at least 1 fen/],
    ['takes everything off', { worth: { kind: 'percent', percentOff: 100, mostFen: null } }, /1 to 99/],
    ['has a most of nothing', { worth: { kind: 'percent', percentOff: 5, mostFen: fen(0) } }, /mostFen/],
    ['parks for no time', { worth: { kind: 'parking', hours: 0 } }, /hours/],
    ['gives a thing without a name', { worth: { kind: 'exchange', thing: ' ' } }, /name/],
    ['names a store that there is not', { scope: { storeIds: ['sea'] } }, /no store sea/],
    ['is for a tier that there is not', { scope: { tierIds: ['copper'] } }, /no tier copper/],
    ['may be claimed by a tier that there is not', { claimableBy: ['copper'] }, /no tier copper/],
    ['limits itself to nothing', { scope: { brands: [] } }, /scope.brands is empty/],
    ['names a day twice', { weekdays: [1, 1] }, /twice/],
    ['has an eighth day of the week', { weekdays: [7] }, /0 for Sunday/],
    [
      'is exclusive with another one',
      { stacking: { ...offer.stacking, exclusive: true } },
      /mostPerOrder must be 1/,
    ],
    ['goes five at a time', { stacking: { ...offer.stacking, mostPerOrder: 5 } }, /1 to 4/],
    [
      'ends before it begins',
      { validity: { kind: 'window', from: day('2026-06-01'), until: day('2026-05-31') } },
      /before/,
    ],
    [
      'leaves no day to use it',
      { weekdays: [0], blackoutDays: [day('2026-05-24'), day('2026-05-31')] },
      /no day/,
    ],
    [
      'is claimed after its last day',
      { claim: { from: 0, until: Date.UTC(2026, 4, 31, 16) + 1 } },
      /after validity.until/,
    ],
    ['is claimed never', { claim: { from: 5, until: 5 } }, /after claim.from/],
    ['is a flash offer without a stock', { flash: true, stock: null, stockParts: 1 }, /flash/],
    ['spreads no stock', { stock: null }, /stockParts must be 1/],
    ['spreads its stock too far', { stockParts: 11 }, /1 to 10/],
    ['has less than nothing', { stock: -1 }, /stock must be/],
    ['is for nobody', { perMember: 0 }, /perMember must/],
    ['is for nobody today', { perMemberADay: 0 }, /perMemberADay/],
  ])('that %s has a fault that says so', (_, more, said) => {
    expect(faults(more).join('; ')).toMatch(said)
  })

  test('says all of its faults at once', () => {
    expect(faults({ perMember: 0, weekdays: [9], scope: { storeIds: ['sea', 'air'] } })).toHaveLength(5)
  })
})

const issued: LivingCoupon = {
  state: 'issued',
  validFrom: day('2026-05-18'),
  validUntil: day('2026-05-31'),
  lockedUntil: null,
  log: [],
}
const AT = Date.UTC(2026, 4, 20)
const step = (name: (typeof COUPON_STEPS)[number], at = AT) => ({
  step: name,
  cause: CAUSES_OF[name][0] as string,
  at,
  ref: null,
})
const locked = take(issued, step('lock'), AT + 1000) as LivingCoupon

describe('a coupon', () => {
  test('goes only where the table leads, and nowhere from where it ends', () => {
    const ends: CouponState[] = ['expired', 'void', 'given']
    for (const state of ends) for (const each of COUPON_STEPS) expect(afterStep(state, each)).toBeNull()
    expect(take({ ...issued, state: 'used' }, step('use'))).toBeNull()
    expect(take(issued, step('release'))).toBeNull()
    expect(take(issued, step('give'))).toBeNull()
  })

  test('that is locked is no other’s until the lock is over; then it is as before, and the log says so', () => {
    expect(take(locked, step('lock', AT + 999), AT + 5000)).toBeNull()
    const again = take(locked, step('lock', AT + 1000), AT + 5000)
    expect(again).toMatchObject({ state: 'locked', lockedUntil: AT + 5000 })
    expect(again?.log.map(({ cause }) => cause)).toEqual(['till', 'lock-over', 'till'])
  })

  test('is expired by its day alone, locked or not, whatever a job has written', () => {
    const [last, after] = [day('2026-05-31'), day('2026-06-01')]
    expect([stateOn(issued, last, AT), stateOn(issued, after, AT)]).toEqual(['issued', 'expired'])
    expect(stateOn(locked, last, AT)).toBe('locked')
    expect(stateOn(locked, after, AT + 1000)).toBe('expired')
  })

  test('takes no step for a cause that is none of its', () => {
    expect(() => take(issued, { ...step('use'), cause: 'refund' })).toThrow('refund causes no use')
  })

  test('is in the state to which its log leads, through any steps, and the log stays short', () => {
    const steps = fc.array(fc.tuple(fc.constantFrom(...COUPON_STEPS), fc.nat(2_000)), { maxLength: 120 })
    fc.assert(
      fc.property(steps, (wanted) => {
        let coupon = issued
        let at = AT
        for (const [name, wait] of wanted.filter(([name]) => !['expire', 'void', 'give'].includes(name)))
          coupon = take(coupon, step(name, (at += wait)), at + 1000) ?? coupon
        expect(stateAfter(coupon.log)).toBe(coupon.state)
        expect(coupon.log.length).toBeLessThanOrEqual(26)
        expect(coupon.lockedUntil === null).toBe(coupon.state !== 'locked')
      }),
    )
  })
})

describe('a stock over several counters', () => {
  test('sums to the stock, and no counter falls below what was taken from it', () => {
    const counters = fc.array(fc.nat(50), { maxLength: 10 })
    fc.assert(
      fc.property(fc.nat(1000), fc.integer({ min: 1, max: 10 }), counters, (stock, parts, taken) => {
        const totals = spreadStock(stock, parts, taken)
        const took = taken.reduce((sum, each) => sum + each, 0)
        if (took > stock) return expect(totals).toBeNull()
        expect(totals?.reduce((sum, each) => sum + each, 0)).toBe(stock)
        for (const [part, each] of taken.entries()) expect(totals?.[part]).toBeGreaterThanOrEqual(each)
      }),
    )
    expect(spreadStock(10, 4, [])).toEqual([3, 3, 2, 2])
    expect(spreadStock(10, 1, [2, 3])).toEqual([7, 3])
  })
})
