/** Signing in, turning the months, being at a place, a birthday with its gift, a new tier. */
import type { Meter } from './meter'

const HOME = '/pages/member/home/index'
const TODAY = '/pages/member/today'

export async function todayTaps(meter: Meter): Promise<void> {
  await meter.goes(HOME, '.today')
  await meter.taps('card: sign in', '.today .button')
  await meter.opens('open the calendar of sign-ins', '.today__week')
  await meter.taps('calendar: the month before', '.month__turn')
  await meter.taps('calendar: the month after', '.month__turn:last-child')
  await meter.opensPage('open the page of a place', `${TODAY}/arrival/index?scene=c.coffee`, '.arrival')
  await meter.taps('arrival: check in', '.arrival .button')
  await birthday(meter)
  await meter.opensPage('open the page of a new tier', `${TODAY}/upgrade/index`, '.ceremony__panel')
}

async function birthday(meter: Meter): Promise<void> {
  await meter.opensPage('open the birthday', `${TODAY}/birthday/index`, '.gift-card')
  await meter.taps('birthday: a gift', '.gift-card', '栗子蛋糕')
  await meter.taps('birthday: another gift', '.gift-card', '¥88')
  await meter.taps('birthday: take it', '.birthday-bar .button')
}

/** Of somebody whose birthday may change its calendar. */
export async function calendarTaps(meter: Meter): Promise<void> {
  await meter.opensPage('open a birthday without a gift', `${TODAY}/birthday/index`, '.calendar')
  await meter.taps('birthday: the other calendar?', '.calendar__side', '农历')
  await meter.taps('birthday: the other calendar', '.me-sheet .button')
}
