/**
 * Visits: a code that was scanned, or a member who was looked up by what was said. The id is the code's card and period, or
 * the ticket's number and period, so a code opens one visit and no second; without a code it names assistant and operation.
 */
import type { TicketKind } from '../../domain/members/ticket-code'
import { collection } from './collection'
import { database } from './database'

export interface VisitDocument {
  readonly _id: string
  readonly memberId: string
  /** The member's, so that the phone that shows the code can ask what became of it. */
  readonly openid: string
  readonly assistantOpenid: string
  readonly storeId: string
  readonly storeName: string
  /** What the member's data was opened for; absent on visits from before it was written down. */
  readonly purpose?: 'service'
  readonly at: number
  /** Absent for a scanned code. */
  readonly way?: 'said'
}

export const visits = collection<VisitDocument>('visits', [
  {
    name: 'member',
    fields: [
      ['openid', 1],
      ['at', -1],
    ],
  },
  {
    name: 'store',
    fields: [
      ['storeId', 1],
      ['at', -1],
    ],
  },
])

export const visitIdOf = (cardNumber: string, period: number): string => `visit:${cardNumber}:${period}`
export const ticketVisitIdOf = (kind: TicketKind, number: string, period: number): string =>
  `visit:${kind}:${number}:${period}`

/** The ticket that alone was shown to open a visit; null where it was the card, or what the member said. */
export function ticketShown(visitId: string): { readonly kind: TicketKind; readonly number: string } | null {
  const [, kind, number] = /^visit:(coupon|exchange):(\d+):\d+$/.exec(visitId) ?? []
  return kind && number ? { kind: kind as TicketKind, number } : null
}

export const saidVisitIdOf = (assistant: string, operationId: string): string =>
  `visit:said:${assistant}:${operationId}`

/** Takes the person out of the visits of a closed account. One call, repeatable. */
export const eraseVisitor = (memberId: string): Promise<unknown> =>
  database
    .collection(visits.name)
    .where({ memberId })
    .update({ data: { openid: `closed:${memberId}` } })
