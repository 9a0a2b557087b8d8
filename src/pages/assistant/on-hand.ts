/**
 * What the assistant has in hand between two pages: the visit being served, the purchase being refunded.
 * Kept in memory and not in an address: a visit token must not lie in a history. Empty after the app was closed.
 */
import type { VisitView } from '../../contract/assistant'
import type { PurchaseView } from '../../contract/views'

let visit: VisitView | null = null
let purchase: PurchaseView | null = null

export const visitOnHand = (): VisitView | null => visit

export function takeVisit(opened: VisitView): void {
  visit = opened
}

export function putVisitDown(): void {
  visit = null
}

export const purchaseOnHand = (): PurchaseView | null => purchase

export function takePurchase(chosen: PurchaseView): void {
  purchase = chosen
}
