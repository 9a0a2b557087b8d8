/**
 * Writes a refund: refund, purchase, entry and member in one transaction. Assistant and till refund through here and nowhere else.
 * Calls: refund, purchase, entry (none when there are no points), member.
 */
import type { RefundReason } from '../../contract/views'
import type { Programme } from '../../domain/programme/programme'
import { tierById } from '../../domain/programme/programme'
import {
  bookRefund,
  type RefundLine,
  type RefundQuote,
  type RefundRefusal,
} from '../../domain/refunds/refund'
import { businessDayOf } from '../../domain/time/business-day'
import { refuse, type Refused } from '../run/outcome'
import type { Transaction } from '../store/collection'
import { entries, entryIdOf } from '../store/entries'
import { members, withActivity, type MemberDocument } from '../store/members'
import { purchases, type PurchaseDocument } from '../store/purchases'
import { refunds } from '../store/refunds'

export interface RefundBooking<Data> {
  readonly id: string
  readonly inputHash: string
  readonly at: number
  readonly lines: readonly RefundLine[]
  readonly reason: RefundReason
  readonly staffOpenid: string | null
  readonly tillId: string | null
  /** The total that the assistant was shown; null when a till decides by lines alone. */
  readonly shownRefundFen: number | null
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
  const { id, at } = booking
  const booked = bookRefund(
    member.account,
    purchase,
    booking.lines,
    programme,
    at,
    booking.reason === 'entry-error',
  )
  if ('refused' in booked) return refusal(booked)
  const { quote, change, account } = booked
  if (booking.shownRefundFen !== null && booking.shownRefundFen !== quote.refundFen)
    return refuse('purchase.total-changed', { totalFen: quote.refundFen })
  const moved = account.standing.tierId !== member.account.standing.tierId
  const after: MemberDocument = {
    ...member,
    account,
    recent: withActivity(member.recent, {
      kind: 'refund',
      id,
      at,
      storeName: purchase.storeName,
      refundFen: quote.refundFen,
      pointsTakenBack: quote.points,
      reason: booking.reason,
    }),
  }
  const debtAdded = change?.debt ?? 0
  const tierNow = moved ? tierById(programme, account.standing.tierId).name : null
  const data = booking.answer({ member: after, quote, debtAdded, tierNow })
  const day = businessDayOf(at)
  await refunds.insert(
    {
      _id: id,
      purchaseId: purchase._id,
      memberId: member._id,
      storeId: purchase.storeId,
      at,
      day,
      quote,
      debtAdded,
      reason: booking.reason,
      tierBefore: member.account.standing.tierId,
      tierAfter: account.standing.tierId,
      staffOpenid: booking.staffOpenid,
      tillId: booking.tillId,
      programmeVersion: programme.version,
      inputHash: booking.inputHash,
      answer: data,
    },
    within,
  )
  await purchases.replace({ ...purchase, ...booked.purchase }, within)
  if (change)
    await entries.insert(
      {
        _id: entryIdOf(id),
        memberId: member._id,
        at,
        day,
        rule: 'refund.take-back',
        programmeVersion: programme.version,
        change,
        cause: id,
        earning: null,
        corrects: entryIdOf(purchase._id),
      },
      within,
    )
  await members.replace(after, within)
  return { data }
}

function refusal(refused: RefundRefusal): Refused {
  switch (refused.refused) {
    case 'line-unknown':
      return refuse('refund.line-unknown', { line: refused.line })
    case 'more-than-left':
      return refuse('refund.more-than-left', { line: refused.line, left: refused.left })
  }
}
