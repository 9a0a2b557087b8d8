/**
 * Coupons in a purchase: read to be used, used up with it, given back with all of it.
 * Invariants: a coupon is its holder's and is bound to one purchase; its state moves by the table alone.
 */
import type { ErrorCode } from '../../contract/errors'
import { take } from '../../domain/coupons/coupon'
import { goTogether } from '../../domain/coupons/combine'
import { whyNotByTerms, whyNotUsable, type Here, type NotUsable } from '../../domain/coupons/usable'
import { lifecycleStage } from '../../domain/members/lifecycle'
import type { Programme } from '../../domain/programme/programme'
import type { ChosenCoupon, Settlement } from '../../domain/purchases/settle'
import { businessDayOf, type BusinessDay } from '../../domain/time/business-day'
import { refuse, type Refused } from '../run/outcome'
import type { Transaction } from '../store/collection'
import { coupons, isHeldFor, type CouponDocument, type CouponUse } from '../store/coupons'
import { cardStateOf, type MemberDocument } from '../store/members'
import type { PurchaseDocument } from '../store/purchases'
import { allStores } from '../store/stores'
import { standingOn } from '../view/standing'

/** Where a member stands with coupons. The store is read for those alone that ask for its brand or category: mostly no call. */
export async function hereFor(
  member: MemberDocument,
  storeId: string,
  held: readonly CouponDocument[],
  programme: Programme,
  at: number,
): Promise<Here> {
  const today = businessDayOf(at)
  const asksForSort = held.some(({ terms: { scope } }) => scope.brands ?? scope.categories)
  const store = asksForSort ? (await allStores(at)).find(({ _id }) => _id === storeId) : undefined
  return {
    storeId,
    brand: store?.brand ?? null,
    category: store?.category ?? null,
    tierId: standingOn(member, programme, today).tierId,
    stage: lifecycleStage(member.account.visits, programme, today),
    today,
    at,
  }
}

export const chosenOf = ({ _id, terms }: CouponDocument): ChosenCoupon => ({
  couponId: _id,
  worth: terms.worth,
  scope: terms.scope.products ? { products: terms.scope.products } : {},
  stacking: terms.stacking,
})

const CODE_OF = {
  'not-usable': 'coupon.not-usable',
  locked: 'coupon.locked',
  expired: 'coupon.expired',
  'not-here': 'coupon.not-here',
  'not-today': 'coupon.not-today',
  'not-for-member': 'coupon.not-for-member',
  'takes-nothing': 'coupon.takes-nothing',
} as const satisfies Record<NotUsable | 'takes-nothing', ErrorCode>

export const refuseCoupon = (reason: keyof typeof CODE_OF, { _id, terms }: CouponDocument): Refused =>
  refuse(CODE_OF[reason], { couponId: _id, coupon: terms.name })

/** Why nothing of this member's is used: the phone is lost, or the account is closed. */
export function whyCardStops(member: MemberDocument): Refused | null {
  const card = cardStateOf(member)
  return card === 'active' ? null : refuse(card === 'frozen' ? 'card.frozen' : 'card.closed')
}

export const belongsTo = (coupon: CouponDocument, { _id, absorbed = [] }: MemberDocument): boolean =>
  coupon.memberId === _id || absorbed.includes(coupon.memberId)

/** One after another, since a transaction is one conversation. A call each. */
export async function couponsWithIds(
  ids: readonly string[],
  within?: Transaction,
): Promise<readonly CouponDocument[] | Refused> {
  const found: CouponDocument[] = []
  for (const id of ids) {
    const coupon = await coupons.get(id, within)
    if (!coupon) return refuse('coupon.unknown', { couponId: id })
    found.push(coupon)
  }
  return found
}

/**
 * The first reason against one of these here and now; null when there is none.
 * @param heldFor the receipt for which a till has locked them; null at the counter, where they must be free.
 */
export async function whyNotHere(
  chosen: readonly CouponDocument[],
  member: MemberDocument,
  storeId: string,
  programme: Programme,
  at: number,
  heldFor: string | null = null,
): Promise<Refused | null> {
  const here = await hereFor(member, storeId, chosen, programme, at)
  for (const coupon of chosen) {
    if (!belongsTo(coupon, member)) return refuse('coupon.unknown', { couponId: coupon._id })
    const why = heldFor !== null && isHeldFor(coupon, heldFor, at) ? whyNotByTerms : whyNotUsable
    const reason = why(coupon, coupon.terms, here)
    if (reason) return refuseCoupon(reason, coupon)
  }
  return null
}

/** The first reason against an order with all of these. */
export const whyNotTogether = async (
  ...[chosen, ...here]: Parameters<typeof whyNotHere>
): Promise<Refused | null> =>
  (await whyNotHere(chosen, ...here)) ??
  (goTogether(chosen.map(chosenOf)) ? null : refuse('coupon.combination'))

/** A coupon that would be used up for nothing; null when there is none. */
export function whyUseless(chosen: readonly CouponDocument[], settlement: Pick<Settlement, 'coupons'>) {
  const useless = settlement.coupons.find(({ offFen }) => offFen === 0)
  const coupon = useless && chosen.find(({ _id }) => _id === useless.couponId)
  return coupon ? refuseCoupon('takes-nothing', coupon) : null
}

/** Writes that a purchase or a hand-over used it. One call. */
export function useCoupon(
  coupon: CouponDocument,
  use: CouponUse,
  ref: string,
  within: Transaction,
): Promise<void> {
  const cause = use.purchaseId === null ? 'handed-over' : 'purchase'
  const used = take(coupon, { step: 'use', cause, at: use.at, ref })
  if (!used) throw new Error(`${coupon._id} cannot be used: it is ${coupon.state}`)
  return coupons.replace({ ...used, use, heldFor: null }, within)
}

/**
 * Gives back what it used once all of it came back. Two calls for each coupon. @returns the last days of these, and the coupons that
 * are void instead, since what they were given for has come back too.
 */
export async function giveCouponsBack(
  { _id, coupons: used = [] }: PurchaseDocument,
  { refundId, isUndo, at }: { refundId: string; isUndo: boolean; at: number },
  isStillDue: (coupon: CouponDocument) => boolean,
  within: Transaction,
): Promise<{ readonly untils: readonly BusinessDay[]; readonly voided: readonly string[] }> {
  const [untils, voided]: [BusinessDay[], string[]] = [[], []]
  for (const { couponId } of used) {
    const coupon = await coupons.get(couponId, within)
    if (coupon?.use?.purchaseId !== _id) throw new Error(`${couponId} was not used by ${_id}`)
    const back = take(coupon, { step: 'come-back', cause: isUndo ? 'undo' : 'refund', at, ref: refundId })
    if (!back) throw new Error(`${couponId} cannot come back: it is ${coupon.state}`)
    const isDue = isStillDue(coupon)
    const left = isDue ? back : take(back, { step: 'void', cause: 'purchase-refunded', at, ref: refundId })
    if (!left) throw new Error(`${couponId} cannot be void`)
    await coupons.replace({ ...left, use: null }, within)
    if (isDue) untils.push(coupon.validUntil)
    else voided.push(couponId)
  }
  return { untils, voided }
}
