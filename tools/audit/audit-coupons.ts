/**
 * Coupons: each is where its log leads, one that is used names its purchase, and that purchase names it: no coupon pays twice.
 * A purchase of which all came back has none any more.
 */
import { stateAfter } from '../../src/domain/coupons/coupon'
import type { CouponDocument } from '../../src/server/store/coupons'
import type { PurchaseDocument } from '../../src/server/store/purchases'
import { groupedBy, ownersOf, type Ledger, type Report } from './ledger'

export function auditCoupons(ledger: Ledger, report: Report): void {
  const ownerOf = ownersOf(ledger)
  const purchases = new Map(ledger.purchases.map((purchase) => [purchase._id, purchase]))
  const coupons = new Map(ledger.coupons.map((coupon) => [coupon._id, coupon]))
  for (const [number, group] of groupedBy(ledger.coupons, (coupon) => coupon.number))
    if (group.length > 1)
      report(
        'coupon.number',
        group.map(({ _id }) => _id),
        `share the number ${number}`,
      )
  for (const coupon of ledger.coupons) {
    auditLife(coupon, report)
    const { _id, memberId, use } = coupon
    if (!use?.purchaseId) continue
    const purchase = purchases.get(use.purchaseId)
    if (!purchase?.coupons?.some(({ couponId }) => couponId === _id))
      report('coupon.purchase', [_id, use.purchaseId], 'is used by a purchase that does not name it')
    else if (ownerOf(purchase.memberId) !== ownerOf(memberId))
      report('coupon.whose', [_id, use.purchaseId], 'is used by another member')
  }
  for (const purchase of ledger.purchases)
    for (const { couponId } of purchase.coupons ?? [])
      auditNamed(purchase, coupons.get(couponId), couponId, report)
}

function auditLife({ _id, state, log, use, lockedUntil }: CouponDocument, report: Report): void {
  const led = stateAfter(log)
  if (led !== state) report('coupon.state', [_id], `is ${state}, its log leads to ${led ?? 'no state'}`)
  if ((state === 'used') !== (use !== null))
    report('coupon.use', [_id], `is ${state} and ${use ? '' : 'not '}used`)
  if ((state === 'locked') !== (lockedUntil !== null))
    report('coupon.lock', [_id], `is ${state} and locked until ${lockedUntil ?? 'never'}`)
}

function auditNamed(
  purchase: PurchaseDocument,
  coupon: CouponDocument | undefined,
  couponId: string,
  report: Report,
): void {
  const ids = [purchase._id, couponId]
  if (!coupon) return report('purchase.coupon', ids, 'names a coupon that is not there')
  const isBack = purchase.lines.every((line) => line.refundedQuantity === line.quantity)
  const isUsedHere = coupon.use?.purchaseId === purchase._id
  if (isBack && isUsedHere) report('purchase.coupon', ids, 'all came back, and its coupon is used')
  if (!isBack && !isUsedHere) report('purchase.coupon', ids, 'names a coupon that it did not use')
}
