/**
 * The server's clock as the phone can tell it: an instant that an answer carried, plus the time elapsed since.
 * The phone's own date is never trusted; until the first answer it stands in, for the reference line of an error only.
 */
let known: { readonly serverNow: number; readonly phoneAt: number } | null = null

/** Milliseconds that only make sense as a difference. */
export const elapsedClock = (): number => Date.now()

/** Remembers an instant that an answer carried. */
export function learnServerNow(serverNow: number): void {
  known = { serverNow, phoneAt: elapsedClock() }
}

export const serverClockNow = (): number =>
  known ? known.serverNow + (elapsedClock() - known.phoneAt) : elapsedClock()
