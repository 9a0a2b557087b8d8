/**
 * What the assistant has in hand between two pages: the visit being served and its client card, the purchase being refunded,
 * the own member whose book is open.
 * Kept in memory and not in an address: a visit token must not lie in a history. Empty after the app was closed.
 */
import type { VisitView } from '../../contract/assistant'
import type { ClientCardView, OwnMemberView } from '../../contract/client-book'
import type { PurchaseView } from '../../contract/views'

let visit: VisitView | null = null
let card: ClientCardView | null = null
let purchase: PurchaseOnHand | null = null
let ownMember: OwnMemberOnHand | null = null

type OwnMemberOnHand = Pick<OwnMemberView, 'memberId'>

/** Which purchase, and what a list showed of it when there was one. */
export interface PurchaseOnHand {
  readonly purchaseId: string
  readonly seen: PurchaseView | null
}

export const visitOnHand = (): VisitView | null => visit

export function takeVisit(opened: VisitView): void {
  visit = opened
  card = null
}

export function putVisitDown(): void {
  visit = null
  card = null
}

export const cardOnHand = (): ClientCardView | null => card

/** Of the visiting member, as the book showed it. */
export function takeCard(shown: ClientCardView): void {
  card = shown
}

export const purchaseOnHand = (): PurchaseOnHand | null => purchase

export function takePurchase(chosen: PurchaseView): void {
  purchase = { purchaseId: chosen.purchaseId, seen: chosen }
}

/** A purchase that no list shows, such as the one behind a refund of today. */
export function takePurchaseId(purchaseId: string): void {
  purchase = { purchaseId, seen: null }
}

export const ownMemberOnHand = (): OwnMemberOnHand | null => ownMember

export function takeOwnMember(chosen: OwnMemberOnHand): void {
  ownMember = { memberId: chosen.memberId }
}
