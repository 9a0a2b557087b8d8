/**
 * Writes a refund: refund, purchase, entry and member in one transaction. Assistant and till refund through here and nowhere else.
 * Calls: refund, purchase, entry (none when there are no points), member; two for each coupon that comes back with the rest,
 * an entry for each target that is not reached any more, and two for its coupon.
 */
import type { RefundReason } from '../../contract/views'
import { isCouponHeld } from '../../domain/campaigns/targets'
import type { Account } from '../../domain/members/account'
import type { NoticeDraft } from '../../domain/messages/kinds'
import type { PurseChange } from '../../domain/points/purse'
import type { Programme } from '../../domain/programme/programme'
import { tierById } from '../../domain/programme/programme'
import type { BookedRefund, RefundLine, RefundQuote, RefundRefusal } from '../../domain/refunds/refund'
import { bookRefund } from '../../domain/refunds/refund'
import { afterBringingBack } from '../../domain/referrals/friend'
import { tierLogAfter } from '../../domain/tiers/tier-log'
import { addDays, businessDayOf, type BusinessDay } from '../../domain/time/business-day'
import { refuse, type Refused } from '../run/outcome'
import type { Transaction } from '../store/collection'
import { withCoupons } from '../store/coupons'
import { entries, entryIdOf, type EntryDocument } from '../store/entries'
import { members, withActivity, type MemberDocument } from '../store/members'
import { toldByClock } from '../store/notices'
import { listKey, purchases, type PurchaseDocument } from '../store/purchases'
import { refunds, type RefundDocument } from '../store/refunds'
import { standingOn } from '../view/standing'
import { giveCouponsBack } from './coupons-in-use'
import { takeTargetCouponsBack, withoutTargetCoupon, writeTargetMoves } from './target-gifts'

export interface RefundBooking<Data> {
  readonly id: string
  readonly inputHash: string
  readonly at: number
  readonly lines: readonly RefundLine[]
  readonly reason: RefundReason
  readonly staffOpenid: string | null
  readonly tillId: string | null
  /** What the assistant was shown: this refund, and what had come back before it; null when a till decides by lines alone. */
  readonly shown: { readonly refundFen: number; readonly refundedFen: number } | null
  readonly answer: (booked: BookedFor) => Data
}

export interface BookedFor {
  readonly member: MemberDocument
  readonly quote: RefundQuote
  readonly debtAdded: number
  /** Name of the tier after it, when the refund moved the tier. */
  readonly tierNow: string | null
}

export async function bookRefundFor<Data>(
  purchase: PurchaseDocument,
  member: MemberDocument,
  booking: RefundBooking<Data>,
  programme: Programme,
  within: Transaction,
): Promise<{ readonly data: Data } | Refused> {
  const { id, at, reason } = booking
  const booked = bookRefund(member.account, purchase, booking.lines, programme, at, reason === 'entry-error')
  if ('refused' in booked) return refusal(booked)
  const { quote, change } = booked
  if (booking.shown && booking.shown.refundedFen !== purchase.refundedFen)
    return refuse('refund.outdated', { refundedFen: purchase.refundedFen })
  if (booking.shown && booking.shown.refundFen !== quote.refundFen)
    return refuse('purchase.total-changed', { totalFen: quote.refundFen })
  const { account, untils } = await withCouponsMoved(purchase, booked, booking, within)
  // A term that ended before is not what the refund did.
  const tierBefore = standingOn(member, programme, businessDayOf(at)).tierId
  const refunded: MemberDocument = {
    ...member,
    account,
    ...(member.invited && {
      invited: afterBringingBack(member.invited, purchase._id, booked.purchase, businessDayOf(at)),
    }),
    tierLog: tierLogAfter(member, account, programme, businessDayOf(at), {
      because: 'refund',
      cause: id,
      storeName: purchase.storeName,
    }),
    recent: withActivity(member.recent, {
      kind: 'refund',
      id,
      at,
      storeName: purchase.storeName,
      refundFen: quote.refundFen,
      pointsTakenBack: quote.points,
      reason,
    }),
  }
  const after = toldByClock(withCoupons(refunded, untils, at), noticeOf(purchase, booking, quote), at)
  const tierAfter = standingOn(after, programme, businessDayOf(at)).tierId
  const data = booking.answer({
    member: after,
    quote,
    debtAdded: change?.debt ?? 0,
    tierNow: tierAfter === tierBefore ? null : tierById(programme, tierAfter).name,
  })
  await members.replace(after, within)
  await refunds.insert(refundDocument(purchase, tierBefore, after, booking, booked, programme, data), within)
  await purchases.replace({ ...purchase, ...booked.purchase }, within)
  if (change) await entries.insert(entryOf(purchase, after, booking, quote, change, programme), within)
  const { storeName } = purchase
  await writeTargetMoves(booked.moves, { memberId: after._id, id, at, storeName }, programme, [], within)
  return { data }
}

const noticeOf = (
  { storeName }: PurchaseDocument,
  { id, at }: RefundBooking<unknown>,
  { refundFen, points }: RefundQuote,
): NoticeDraft => ({
  kind: 'refund',
  figures: { storeName, refundFen, points },
  cause: id,
  at,
  until: addDays(businessDayOf(at), 1),
})

/** Coupons that the purchase brought go, those that it used come back with the last piece. */
async function withCouponsMoved(
  purchase: PurchaseDocument,
  booked: BookedRefund,
  { id, at, reason }: RefundBooking<unknown>,
  within: Transaction,
): Promise<{ readonly account: Account; readonly untils: readonly BusinessDay[] }> {
  const account = await takeTargetCouponsBack(booked.account, booked.moves, { id, at }, within)
  const isWhole = booked.purchase.lines.every((line) => line.refundedQuantity === line.quantity)
  if (!isWhole) return { account, untils: [] }
  const { untils, voided } = await giveCouponsBack(
    purchase,
    { refundId: id, isUndo: reason === 'entry-error', at },
    ({ _id, from }) => from !== 'target' || isCouponHeld(account.targets, _id),
    within,
  )
  return { account: voided.reduce(withoutTargetCoupon, account), untils }
}

function refundDocument(
  purchase: PurchaseDocument,
  tierBefore: string,
  after: MemberDocument,
  booking: RefundBooking<unknown>,
  booked: BookedRefund,
  programme: Programme,
  answer: unknown,
): RefundDocument {
  return {
    _id: booking.id,
    purchaseId: purchase._id,
    memberId: after._id,
    storeId: purchase.storeId,
    at: booking.at,
    day: businessDayOf(booking.at),
    quote: booked.quote,
    debtAdded: booked.change?.debt ?? 0,
    reason: booking.reason,
    tierBefore,
    tierAfter: standingOn(after, programme, businessDayOf(booking.at)).tierId,
    staffOpenid: booking.staffOpenid,
    tillId: booking.tillId,
    programmeVersion: programme.version,
    inputHash: booking.inputHash,
    answer,
  }
}

const entryOf = (
  purchase: PurchaseDocument,
  { _id: memberId }: MemberDocument,
  booking: RefundBooking<unknown>,
  { refundFen }: RefundQuote,
  change: PurseChange,
  programme: Programme,
): EntryDocument => ({
  _id: entryIdOf(booking.id),
  memberId,
  at: booking.at,
  day: businessDayOf(booking.at),
  rule: 'refund.take-back',
  programmeVersion: programme.version,
  change,
  cause: booking.id,
  earning: null,
  corrects: entryIdOf(purchase._id),
  about: {
    storeName: purchase.storeName,
    amountFen: refundFen,
    receipt: purchase.receipt,
    reason: booking.reason,
  },
  listKey: listKey(booking.at, booking.id),
})

function refusal(refused: RefundRefusal): Refused {
  switch (refused.refused) {
    case 'line-unknown':
      return refuse('refund.line-unknown', { line: refused.line })
    case 'more-than-left':
      return refuse('refund.more-than-left', { line: refused.line, left: refused.left })
  }
}
