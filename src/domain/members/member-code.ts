/**
 * The member code: 8 digits of the card number and 10 that prove card and minute. The proof itself is made with a secret
 * of the server and handed in. Invariant: a code is 18 digits; it holds for its own period and the next.
 */
export const CODE_PERIOD_MS = 60_000

/** Number of the period in which an instant falls. */
export const codePeriod = (instantMs: number): number => Math.floor(instantMs / CODE_PERIOD_MS)

/** When the code of a period stops being shown, ms UTC. */
export const periodEnd = (period: number): number => (period + 1) * CODE_PERIOD_MS

/** What the proof signs. */
export const codeStatement = (cardNumber: string, period: number): string =>
  `member-code:1:${cardNumber}:${period}`

/** Ten digits of a proof given as at least 16 hexadecimal digits. */
export const proofDigits = (proofHex: string): string =>
  (BigInt(`0x${proofHex.slice(0, 16)}`) % 10_000_000_000n).toString().padStart(10, '0')

/** The two parts of a scanned code, blanks ignored; null when it is none. */
export function readCode(scanned: string): { cardNumber: string; proof: string } | null {
  const match = /^(\d{8})(\d{10})$/.exec(scanned.replace(/\s/g, ''))
  return match ? { cardNumber: match[1] as string, proof: match[2] as string } : null
}
