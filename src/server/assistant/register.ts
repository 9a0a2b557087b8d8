/**
 * Books a purchase for the visiting member. Calls: (staff,) start, member, purchase, entry, member, commit; the
 * owner's staff document, once a minute, when a colleague owns the member.
 * Invariant: the pieces come from the keypad, everything else from the server; another total than shown books nothing.
 */
import type { RegisteredView } from '../../contract/assistant'
import { paidLines } from '../../domain/purchases/keyed-lines'
import { businessDayOf } from '../../domain/time/business-day'
import { bookPurchaseFor } from '../booking/book-purchase-for'
import { command } from '../run/command'
import { refuse, type Outcome } from '../run/outcome'
import { fingerprint } from '../run/secret'
import type { Call } from '../run/serve'
import { cardStateOf, members } from '../store/members'
import { programmeInForce } from '../store/programme'
import { purchases } from '../store/purchases'
import type { StaffDocument } from '../store/staff'
import { headView } from '../view/card'
import { ownerAfter } from './ownership'
import { keyedLines, settlementFor, type KeyedInput } from './preview'
import { readVisit } from './visit-token'

export interface RegisterInput {
  readonly visit: string
  readonly lines: readonly KeyedInput[]
  readonly shownPayFen: number
}

export async function register(
  call: Call & { who: StaffDocument },
  input: RegisterInput,
): Promise<Outcome<RegisteredView>> {
  const { who, at } = call
  const id = `purchase:${fingerprint(call.openid).slice(0, 12)}:${call.operationId}`
  const operation = { inputHash: call.inputHash, find: () => purchases.get(id) }
  const programme = await programmeInForce()
  const lines = keyedLines(input.lines)
  return command(operation, async (within) => {
    const visit = readVisit(input.visit, who, at)
    if ('refused' in visit) return visit
    const member = await members.get(visit.memberId, within)
    if (!member) return refuse('member.unknown')
    if (member.openid === call.openid) return refuse('visit.own-card')
    // A code that was shown before the phone was lost gives no discount after it.
    const card = cardStateOf(member)
    if (card !== 'active') return card === 'frozen' ? refuse('card.frozen') : refuse('card.closed')
    const settlement = settlementFor(member, lines, programme, at)
    const { priceFen } = settlement
    if (settlement.payFen !== input.shownPayFen)
      return refuse('purchase.total-changed', { totalFen: settlement.payFen })
    if (priceFen < 1 || priceFen > programme.largestPurchaseFen)
      return refuse('purchase.amount-out-of-range', { largestFen: programme.largestPurchaseFen })
    const order = { lines: paidLines(lines, settlement), priceFen, discountFen: settlement.discountFen }
    const source = {
      source: 'assistant' as const,
      storeId: who.storeId,
      storeName: who.storeName,
      staffOpenid: who._id,
      servedBy: who.name,
      tillId: null,
      receipt: null,
    }
    const owner = await ownerAfter(member, who, id, at)
    const data = await bookPurchaseFor<RegisteredView>(
      { ...member, owner },
      false,
      {
        id,
        inputHash: call.inputHash,
        at,
        order,
        source,
        answer: (booked) => ({
          purchaseId: id,
          settlement,
          activatesOn: booked.purchase.pointsActivateOn ?? null,
          member: headView(booked.member, programme, businessDayOf(at)),
        }),
      },
      programme,
      within,
    )
    return { data }
  })
}
