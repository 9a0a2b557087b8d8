/**
 * Books a purchase for the visiting member. Calls: (staff,) start, member, purchase, entry, member, commit; two for
 * each coupon; the owner's staff document, once a minute, when a colleague owns the member.
 * Invariant: the pieces come from the keypad, everything else from the server; another total than shown books nothing.
 */
import type { RegisteredView } from '../../contract/assistant'
import { paidLines } from '../../domain/purchases/keyed-lines'
import type { Programme } from '../../domain/programme/programme'
import { businessDayOf } from '../../domain/time/business-day'
import { bookPurchaseFor } from '../booking/book-purchase-for'
import { couponsWithIds, whyNotTogether, whyUseless } from '../booking/coupons-in-use'
import { placeOf } from '../booking/place'
import { command } from '../run/command'
import { refuse, type Outcome } from '../run/outcome'
import { fingerprint } from '../run/secret'
import type { Call } from '../run/serve'
import type { Transaction } from '../store/collection'
import { cardStateOf, members, type MemberDocument } from '../store/members'
import { programmeInForce } from '../store/programme'
import { purchases } from '../store/purchases'
import type { StaffDocument } from '../store/staff'
import { headView } from '../view/card'
import { ownerAfter } from './ownership'
import { keyedLines, settlementFor, type KeyedInput } from './preview'
import { readVisit, type Visit } from './visit-token'
import { whyCouponsNotShown } from './what-was-shown'

export interface RegisterInput {
  readonly visit: string
  readonly lines: readonly KeyedInput[]
  readonly coupons?: readonly string[] | undefined
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
  return command(operation, async (within) => {
    const visit = readVisit(input.visit, who, at)
    if ('refused' in visit) return visit
    const member = await members.get(visit.memberId, within)
    if (!member) return refuse('member.unknown')
    if (member.openid === call.openid) return refuse('visit.own-card')
    // A code that was shown before the phone was lost gives no discount after it.
    const card = cardStateOf(member)
    if (card !== 'active') return card === 'frozen' ? refuse('card.frozen') : refuse('card.closed')
    const ordered = await orderOf(member, visit, input, call, programme, within)
    if ('refused' in ordered) return ordered
    const { order, chosen, settlement } = ordered
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
        coupons: chosen,
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

/** What is booked: the pieces at the total that was shown, with the coupons that take something off it. A call each coupon. */
async function orderOf(
  member: MemberDocument,
  visit: Visit,
  input: RegisterInput,
  { who, at }: Call & { who: StaffDocument },
  programme: Programme,
  within: Transaction,
) {
  const lines = keyedLines(input.lines)
  const chosen = await couponsWithIds(input.coupons ?? [], within)
  if ('refused' in chosen) return chosen
  const unfit =
    whyCouponsNotShown(visit, chosen) ?? (await whyNotTogether(chosen, member, who.storeId, programme, at))
  if (unfit) return unfit
  const place = await placeOf(who.storeId, programme, at)
  const settlement = settlementFor(member, lines, programme, at, chosen, place)
  const { priceFen, discountFen, payFen, coupons } = settlement
  if (payFen !== input.shownPayFen) return refuse('purchase.total-changed', { totalFen: payFen })
  if (priceFen < 1 || priceFen > programme.largestPurchaseFen)
    return refuse('purchase.amount-out-of-range', { largestFen: programme.largestPurchaseFen })
  const order = {
    lines: paidLines(lines, settlement),
    priceFen,
    discountFen,
    coupons,
    category: place.category,
  }
  return whyUseless(chosen, settlement) ?? { order, chosen, settlement }
}
