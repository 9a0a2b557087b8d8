/**
 * Takes back lines of a purchase of this store, or undoes an own registration of today.
 * Calls: (staff,) start, purchase, member, refund, purchase, entry, member, commit.
 */
import type { RefundedView } from '../../contract/assistant'
import type { RefundReason } from '../../contract/views'
import { spendable } from '../../domain/points/purse'
import { tierById } from '../../domain/programme/programme'
import type { RefundLine } from '../../domain/refunds/refund'
import { businessDayOf } from '../../domain/time/business-day'
import { bookRefundFor } from '../booking/book-refund-for'
import { command } from '../run/command'
import { refuse, type Outcome } from '../run/outcome'
import { fingerprint } from '../run/secret'
import type { Call } from '../run/serve'
import { ownerOf, type MemberDocument } from '../store/members'
import { programmeInForce } from '../store/programme'
import { purchases, type PurchaseDocument } from '../store/purchases'
import { refunds } from '../store/refunds'
import type { StaffDocument } from '../store/staff'
import { canUndo } from '../view/purchase'
import { withoutOwnerBy } from './ownership'

export interface RefundInput {
  readonly purchaseId: string
  readonly lines: readonly RefundLine[]
  readonly reason: RefundReason
  readonly shownRefundFen: number
  readonly shownRefundedFen: number
}

export async function refund(
  call: Call & { who: StaffDocument },
  input: RefundInput,
): Promise<Outcome<RefundedView>> {
  const { who, at } = call
  const id = `refund:${fingerprint(call.openid).slice(0, 12)}:${call.operationId}`
  const operation = { inputHash: call.inputHash, find: () => refunds.get(id) }
  const programme = await programmeInForce()
  const tierOf = ({ account }: MemberDocument): Pick<RefundedView, 'tierName' | 'material'> => {
    const { name: tierName, material } = tierById(programme, account.standing.tierId)
    return { tierName, material }
  }
  return command(operation, async (within) => {
    const purchase = await purchases.get(input.purchaseId, within)
    if (!purchase) return refuse('purchase.unknown')
    if (purchase.storeId !== who.storeId) return refuse('purchase.other-store')
    const member = await ownerOf(purchase.memberId, within)
    if (!member) return refuse('member.unknown')
    if (member.openid === call.openid) return refuse('refund.own-card')
    const isUndo = input.reason === 'entry-error'
    if (isUndo && !(canUndo(purchase, call.openid, at) && isWhole(purchase, input.lines)))
      return refuse('refund.undo-too-late')
    return bookRefundFor<RefundedView>(
      purchase,
      input.reason === 'entry-error' ? withoutOwnerBy(member, purchase._id) : member,
      {
        id,
        inputHash: call.inputHash,
        at,
        lines: input.lines,
        reason: input.reason,
        staffOpenid: who._id,
        tillId: null,
        shown: { refundFen: input.shownRefundFen, refundedFen: input.shownRefundedFen },
        answer: (booked) => ({
          refundId: id,
          purchaseId: purchase._id,
          refundFen: booked.quote.refundFen,
          pointsTakenBack: booked.quote.points,
          debtAdded: booked.debtAdded,
          tierNow: booked.tierNow,
          reason: input.reason,
          ...tierOf(booked.member),
          memberName: purchase.memberName ?? '会员',
          memberPoints: spendable(booked.member.account.purse, businessDayOf(at)),
        }),
      },
      programme,
      within,
    )
  })
}

/** Every piece of every line: what an undo takes back. */
const isWhole = ({ lines }: PurchaseDocument, wanted: readonly RefundLine[]): boolean =>
  lines.every(({ quantity }, place) => {
    const chosen = wanted.filter(({ line }) => line === place)
    return chosen.reduce((sum, each) => sum + each.quantity, 0) === quantity
  })
