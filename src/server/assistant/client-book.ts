/**
 * What the assistant's store knows of the visiting member. Three calls, together.
 * Invariant: the member comes from the visit and from nowhere else, and nothing of another store is shown.
 */
import type { BookPurchaseView, BookRefundView, ClientBookView } from '../../contract/assistant'
import { businessDayOf } from '../../domain/time/business-day'
import type { Outcome } from '../run/outcome'
import type { Call } from '../run/serve'
import { notes } from '../store/notes'
import { purchases, type PurchaseDocument } from '../store/purchases'
import { refunds, type RefundDocument } from '../store/refunds'
import type { StaffDocument } from '../store/staff'
import { readVisit } from './visit-token'

/** Purchases read at once, of today and before. */
const MOST_READ = 20
const MOST_EARLIER = 10
const MOST_NOTES = 10

export async function clientBook(
  call: Call & { who: StaffDocument },
  input: { visit: string },
): Promise<Outcome<ClientBookView>> {
  const { who, at } = call
  const visit = readVisit(input.visit, who, at)
  if ('refused' in visit) return visit
  const day = businessDayOf(at)
  const { memberId } = visit
  const { storeId } = who
  const [bought, returned, written] = await Promise.all([
    purchases.page({ memberId, storeId }, 'listKey', MOST_READ),
    refunds.page({ memberId, storeId, day }, 'at', MOST_READ),
    notes.page({ memberId, storeId }, 'at', MOST_NOTES),
  ])
  const isToday = (purchase: PurchaseDocument): boolean => purchase.day === day
  return {
    data: {
      storeName: who.storeName,
      today: { purchases: bought.filter(isToday).map(bookPurchase), refunds: returned.map(bookRefund) },
      notes: written.map(({ _id, at: writtenAt, by, text }) => ({ noteId: _id, at: writtenAt, by, text })),
      earlier: bought
        .filter((purchase) => !isToday(purchase))
        .slice(0, MOST_EARLIER)
        .map(bookPurchase),
      serverNow: at,
    },
  }
}

const bookPurchase = (purchase: PurchaseDocument): BookPurchaseView => ({
  purchaseId: purchase._id,
  at: purchase.at,
  paidFen: purchase.paidFen,
  points: purchase.earning.points,
  refundedFen: purchase.refundedFen,
  servedBy: purchase.servedBy,
  receipt: purchase.receipt,
})

const bookRefund = (refund: RefundDocument): BookRefundView => ({
  refundId: refund._id,
  purchaseId: refund.purchaseId,
  at: refund.at,
  refundFen: refund.quote.refundFen,
  pointsTakenBack: refund.quote.points,
  reason: refund.reason,
})
