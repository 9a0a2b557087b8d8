/**
 * What the assistant's store knows of the visiting member, and the client card. Five calls, together.
 * Invariant: the member comes from the visit and from nowhere else, and nothing of another store is shown but the card.
 */
import type { BookPurchaseView, BookRefundView, ClientBookView, NoteView } from '../../contract/assistant'
import { businessDayOf } from '../../domain/time/business-day'
import { refuse, type Outcome } from '../run/outcome'
import type { Call } from '../run/serve'
import { clientCards } from '../store/client-cards'
import { cardStateOf, idsOf, members } from '../store/members'
import { notes, type NoteDocument } from '../store/notes'
import { purchases, type PurchaseDocument } from '../store/purchases'
import { refunds, type RefundDocument } from '../store/refunds'
import type { StaffDocument } from '../store/staff'
import { clientCardView, completenessView } from '../view/client-card'
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
  const [member, card, boughtHere, returnedHere, written] = await Promise.all([
    members.get(memberId),
    clientCards.get(memberId),
    boughtBy(memberId, storeId),
    returnedBy(memberId, storeId, day),
    notes.page({ memberId, storeId }, 'at', MOST_NOTES),
  ])
  if (!member) return refuse('member.unknown')
  if (cardStateOf(member) === 'closed') return refuse('card.closed')
  // What an old card bought stands under the account that it had.
  const [bought, returned] = member.absorbed
    ? await Promise.all([boughtBy(idsOf(member), storeId), returnedBy(idsOf(member), storeId, day)])
    : [boughtHere, returnedHere]
  const isToday = (purchase: PurchaseDocument): boolean => purchase.day === day
  return {
    data: {
      storeName: who.storeName,
      card: clientCardView(card, member),
      completeness: completenessView(member, storeId),
      today: { purchases: bought.filter(isToday).map(bookPurchase), refunds: returned.map(bookRefund) },
      notes: written.map(noteView),
      earlier: bought
        .filter((purchase) => !isToday(purchase))
        .slice(0, MOST_EARLIER)
        .map(bookPurchase),
      serverNow: at,
    },
  }
}

const boughtBy = (memberId: unknown, storeId: string): Promise<PurchaseDocument[]> =>
  purchases.page({ memberId, storeId }, 'listKey', MOST_READ)

const returnedBy = (memberId: unknown, storeId: string, day: string): Promise<RefundDocument[]> =>
  refunds.page({ memberId, storeId, day }, 'at', MOST_READ)

export const noteView = ({ _id, at, by, text }: NoteDocument): NoteView => ({ noteId: _id, at, by, text })

export const bookPurchase = (purchase: PurchaseDocument): BookPurchaseView => ({
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
