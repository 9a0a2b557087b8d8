/** What counts of a typed code: a member code of 18 digits, or that of one coupon or exchange, of 20. Pure. */
const MEMBER_CODE = 18
const TICKET_CODE = 20

/** The digits alone: people copy the spaces that the code is printed with. */
export const codeDigits = (typed: string): string => typed.replace(/\D/g, '').slice(0, TICKET_CODE)

/** How many digits are missing; 0 when it can be sent. */
export const digitsMissing = (digits: string): number =>
  (digits.length > MEMBER_CODE ? TICKET_CODE : MEMBER_CODE) - digits.length
