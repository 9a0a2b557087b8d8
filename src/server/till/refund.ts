/** A refund receipt from a till, for a receipt of the same till. Calls: start, purchase, member, refund, purchase, entry, member, commit. */
import type { TillRefunded } from '../../contract/till'
import type { RefundLine } from '../../domain/refunds/refund'
import { businessDayOf } from '../../domain/time/business-day'
import { bookRefundFor } from '../booking/book-refund-for'
import { command } from '../run/command'
import { refuse, type Outcome } from '../run/outcome'
import type { TillCall } from '../run/serve-till'
import { ownerOf } from '../store/members'
import { programmeInForce } from '../store/programme'
import { purchases, tillPurchaseId } from '../store/purchases'
import { refunds } from '../store/refunds'
import { tillStanding } from '../view/till-standing'

export interface TillRefundInput {
  readonly receipt: string
  readonly purchase: string
  readonly lines: readonly RefundLine[]
}

export async function refund(call: TillCall, input: TillRefundInput): Promise<Outcome<TillRefunded>> {
  const { till, at } = call
  const id = `refund:${till._id}:${input.receipt}`
  const programme = await programmeInForce()
  const operation = { inputHash: call.inputHash, find: () => refunds.get(id) }
  return command(operation, async (within) => {
    const purchase = await purchases.get(tillPurchaseId(till._id, input.purchase), within)
    if (!purchase) return refuse('purchase.unknown')
    const member = await ownerOf(purchase.memberId, within)
    if (!member) return refuse('member.unknown')
    return bookRefundFor<TillRefunded>(
      purchase,
      member,
      {
        id,
        inputHash: call.inputHash,
        at,
        lines: input.lines,
        reason: 'returned',
        staffOpenid: null,
        tillId: till._id,
        shown: null,
        answer: ({ member: after, quote }) => ({
          refundId: id,
          refundFen: quote.refundFen,
          pointsTakenBack: quote.points,
          ...tillStanding(after, programme, businessDayOf(at)),
        }),
      },
      programme,
      within,
    )
  })
}
