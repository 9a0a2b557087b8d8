/**
 * A receipt from a till. Calls: (member by phone or card, when the instance does not remember,) start, member, purchase, entry, member, commit; two for each coupon.
 * Invariant: a receipt of a till is booked once; an unknown phone or card opens an unclaimed account.
 */
import type { TillPurchased } from '../../contract/till'
import { fen } from '../../domain/money/fen'
import type { LineKind } from '../../domain/purchases/purchase'
import type { Programme } from '../../domain/programme/programme'
import { settle } from '../../domain/purchases/settle'
import { businessDayOf } from '../../domain/time/business-day'
import { bookPurchaseFor } from '../booking/book-purchase-for'
import { chosenOf, couponsWithIds, whyNotTogether, whyUseless } from '../booking/coupons-in-use'
import { openAccount } from '../booking/open-account'
import { placeOf } from '../booking/place'
import { command, TryAgain } from '../run/command'
import { refuse, type Outcome } from '../run/outcome'
import { phoneFingerprint } from '../run/secret'
import type { TillCall } from '../run/serve-till'
import type { Transaction } from '../store/collection'
import { belongsTo, forgetMemberId, memberIdOf, type MemberKey } from '../store/member-key'
import { heldForReceipt } from '../store/coupons'
import { members, type MemberDocument } from '../store/members'
import { programmeInForce } from '../store/programme'
import { purchases, tillPurchaseId } from '../store/purchases'
import { isRetired } from '../store/retired-cards'
import { tillStanding } from '../view/till-standing'

export interface TillLine {
  readonly sku: string
  readonly quantity: number
  readonly paidFen: number
  readonly priceFen?: number | undefined
  readonly kind: LineKind
}

export interface TillPurchaseInput {
  readonly receipt: string
  readonly member: { readonly phone: string } | { readonly card: string }
  readonly lines: readonly TillLine[]
  readonly coupons?: readonly string[] | undefined
}

export async function purchase(call: TillCall, input: TillPurchaseInput): Promise<Outcome<TillPurchased>> {
  const { till, at } = call
  const id = tillPurchaseId(till._id, input.receipt)
  const source = {
    source: 'till' as const,
    storeId: till.storeId,
    storeName: till.storeName,
    staffOpenid: null,
    servedBy: null,
    tillId: till._id,
    receipt: input.receipt,
  }
  const programme = await programmeInForce()
  const operation = { inputHash: call.inputHash, find: () => purchases.get(id) }
  const key = keyOf(input.member)
  const work = async (within: Transaction, memberId: string | null) => {
    const member = memberId === null ? null : await members.get(memberId, within)
    if (memberId !== null && !belongsTo(member, key)) {
      forgetMemberId(key)
      throw new TryAgain()
    }
    if (!member && 'card' in input.member && (await isRetired(input.member.card, within)))
      return refuse('card.replaced')
    const ordered = await orderOf(input, member, call, programme, within)
    if ('refused' in ordered) return ordered
    const data = await bookPurchaseFor<TillPurchased>(
      member ?? (await openAccount(toOpen(input.member), programme, at, within)),
      member === null,
      {
        id,
        inputHash: call.inputHash,
        at,
        ...ordered,
        source,
        answer: (booked) => ({
          purchaseId: id,
          cardNumber: booked.member.cardNumber,
          paidFen: booked.purchase.paidFen,
          pointsEarned: booked.purchase.earning.points,
          activatesOn: booked.purchase.pointsActivateOn ?? null,
          ...tillStanding(booked.member, programme, businessDayOf(at)),
        }),
      },
      programme,
      within,
    )
    return { data }
  }
  return command(operation, work, () => memberIdOf(key))
}

const keyOf = (member: TillPurchaseInput['member']): MemberKey =>
  'phone' in member ? { phoneHash: phoneFingerprint(member.phone) } : { cardNumber: member.card }

const toOpen = (member: TillPurchaseInput['member']): { phone: string } | { cardNumber: string } =>
  'phone' in member ? { phone: member.phone } : { cardNumber: member.card }

/** Lines as they were paid; with coupons they must be what the lock said, and the coupons held for this receipt. */
async function orderOf(
  { receipt, lines, coupons: ids = [] }: TillPurchaseInput,
  member: MemberDocument | null,
  { till, at }: TillCall,
  programme: Programme,
  within: Transaction,
) {
  const paid = lines.map(({ sku, quantity, kind, paidFen }) => ({
    sku,
    quantity,
    kind,
    paidFen: fen(paidFen),
  }))
  const priced = lines.map(({ sku: name, quantity, kind, paidFen, priceFen = paidFen }) => ({
    name,
    quantity,
    kind,
    priceFen: fen(priceFen),
  }))
  const chosen = await couponsWithIds(ids, within)
  if ('refused' in chosen) return chosen
  const heldFor = heldForReceipt(till._id, receipt)
  if (chosen.length > 0) {
    if (!member) return refuse('coupon.unknown')
    const unfit = await whyNotTogether(chosen, member, till.storeId, programme, at, heldFor)
    if (unfit) return unfit
    const free = chosen.find((coupon) => coupon.heldFor !== heldFor)
    if (free) return refuse('coupon.not-locked', { couponId: free._id, coupon: free.terms.name })
  }
  const settlement = settle(priced, 0, chosen.map(chosenOf))
  if (paid.some(({ paidFen }, place) => paidFen !== settlement.paidFen[place]))
    return refuse('purchase.total-changed', { totalFen: settlement.payFen })
  const { priceFen, discountFen, coupons } = settlement
  const { category } = await placeOf(till.storeId, programme, at)
  return (
    whyUseless(chosen, settlement) ?? {
      order: { lines: paid, priceFen, discountFen, coupons, category },
      coupons: chosen,
    }
  )
}
