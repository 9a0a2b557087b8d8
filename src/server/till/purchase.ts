/**
 * A receipt from a till. Calls: (member by phone or card, when the instance does not remember,) start, member, purchase, entry, member, commit.
 * Invariant: a receipt of a till is booked once; an unknown phone or card opens an unclaimed account.
 */
import type { TillPurchased } from '../../contract/till'
import { addFen, fen } from '../../domain/money/fen'
import type { LineKind } from '../../domain/purchases/purchase'
import { businessDayOf } from '../../domain/time/business-day'
import { bookPurchaseFor } from '../booking/book-purchase-for'
import { openAccount } from '../booking/open-account'
import { command, TryAgain } from '../run/command'
import { refuse, type Outcome } from '../run/outcome'
import { phoneFingerprint } from '../run/secret'
import type { TillCall } from '../run/serve-till'
import type { Transaction } from '../store/collection'
import { belongsTo, forgetMemberId, memberIdOf, type MemberKey } from '../store/member-key'
import { members } from '../store/members'
import { programmeInForce } from '../store/programme'
import { purchases, tillPurchaseId } from '../store/purchases'
import { isRetired } from '../store/retired-cards'
import { tillStanding } from '../view/till-standing'

export interface TillPurchaseInput {
  readonly receipt: string
  readonly member: { readonly phone: string } | { readonly card: string }
  readonly lines: readonly { sku: string; quantity: number; paidFen: number; kind: LineKind }[]
}

export async function purchase(call: TillCall, input: TillPurchaseInput): Promise<Outcome<TillPurchased>> {
  const { till, at } = call
  const id = tillPurchaseId(till._id, input.receipt)
  const lines = input.lines.map((line) => ({ ...line, paidFen: fen(line.paidFen) }))
  const order = { lines, priceFen: addFen(...lines.map((line) => line.paidFen)), discountFen: fen(0) }
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
    const data = await bookPurchaseFor<TillPurchased>(
      member ?? (await openAccount(toOpen(input.member), programme, at, within)),
      member === null,
      {
        id,
        inputHash: call.inputHash,
        at,
        order,
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
