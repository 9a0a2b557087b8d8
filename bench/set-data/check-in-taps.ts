/** Signing in, turning the months, and the way to a place. */
import type { Meter } from './meter'

const HOME = '/pages/member/home/index'

export async function checkInTaps(meter: Meter): Promise<void> {
  await meter.goes(HOME, '.today')
  await meter.taps('card: sign in', '.today .button')
  await meter.opens('open the calendar of sign-ins', '.today__week')
  await meter.taps('calendar: the month before', '.month__turn')
  await meter.taps('calendar: the month after', '.month__turn:last-child')
  await meter.goes('/pages/member/today/arrival/index?scene=c.coffee', '.arrival')
  await meter.taps('arrival: check in', '.arrival .button')
}
