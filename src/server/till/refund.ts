/** A refund receipt from a till, for a receipt of the same till. Calls: start, purchase, member, refund, purchase, entry, member, commit. */
import type { TillRefunded } from '../../contract/till'
import { pendingPoints, purseOn, spendable } from '../../domain/points/purse'
import { tierById } from '../../domain/programme/programme'
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
import { standingOn } from '../view/standing'

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
        answer: ({ member: after, quote }) => {
          const { purse } = after.account
          const { tierId } = standingOn(after, programme, businessDayOf(at))
          return {
            refundId: id,
            refundFen: quote.refundFen,
            pointsTakenBack: quote.points,
            points: spendable(purse, businessDayOf(at)),
            pending: pendingPoints(purse, businessDayOf(at)),
            debt: purseOn(purse, businessDayOf(at)).debt,
            tierId,
            tierName: tierById(programme, tierId).name,
          }
        },
      },
      programme,
      within,
    )
  })
}
