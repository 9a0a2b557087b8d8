/**
 * The code of one coupon or of one exchange, shown without the card: a digit that says which, 9 digits of its number and 10
 * that prove number and minute, as with the member code. Invariant: a ticket code is 20 digits and never a member code.
 */
export const TICKET_KINDS = ['coupon', 'exchange'] as const
export type TicketKind = (typeof TICKET_KINDS)[number]

const DIGIT_OF: Readonly<Record<TicketKind, string>> = { coupon: '1', exchange: '2' }

/** What the proof signs. */
export const ticketStatement = (kind: TicketKind, number: string, period: number): string =>
  `ticket-code:1:${kind}:${number}:${period}`

/** @param number 9 digits. @param proof 10 digits. */
export const ticketCode = (kind: TicketKind, number: string, proof: string): string =>
  `${DIGIT_OF[kind]}${number}${proof}`

/** The parts of a scanned code, blanks ignored; null when it is none. */
export function readTicketCode(
  scanned: string,
): { readonly kind: TicketKind; readonly number: string; readonly proof: string } | null {
  const match = /^([12])(\d{9})(\d{10})$/.exec(scanned.replace(/\s/g, ''))
  if (!match) return null
  const kind = TICKET_KINDS.find((each) => DIGIT_OF[each] === match[1]) as TicketKind
  return { kind, number: match[2] as string, proof: match[3] as string }
}
