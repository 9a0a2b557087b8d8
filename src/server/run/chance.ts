/** The only place of the server that draws lots: ids, card numbers and back-off. */
import { randomBytes, randomInt } from 'node:crypto'

export const newId = (): string => randomBytes(12).toString('hex')

/** Eight digits; the first is 8, so that nobody takes it for an old card of another programme. */
export const newCardNumber = (): string => `8${String(randomInt(10_000_000)).padStart(7, '0')}`

/** Nine digits of a coupon or an exchange. */
export const newTicketNumber = (): string => String(randomInt(1_000_000_000)).padStart(9, '0')

const LETTERS = 'abcdefghijklmnopqrstuvwxyz234567'

/** Ten letters and digits that nobody mistakes for one another. */
export const newInviteCode = (): string =>
  Array.from({ length: 10 }, () => LETTERS[randomInt(LETTERS.length)]).join('')

/** Which of so many comes first, from 0. */
export const anyOf = (count: number): number => randomInt(count)

/** Waits before the n-th new try, at random within a growing span. */
export const backOff = (attempt: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, randomInt(1, Math.min(400, 15 * 2 ** attempt) + 1)))
