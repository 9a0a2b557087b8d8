/** The words of the calendar of sign-ins and of being at a place, in English. */
import type { CHECK_IN_TEXT as zhCn } from '../zh-cn/check-in'
import { MONTHS } from './days'
import { count } from './plural'

export const CHECK_IN_TEXT: typeof zhCn = {
  title: 'Check-in',
  days: 'days in a row',
  act: (points) => `Check in for ${count(points, 'point')}`,
  done: 'Checked in today',
  got: (points, balance) => `${count(points, 'point')} earned. You have ${balance}`,
  unknown: 'No answer came. It may be done: tap again to know, it never counts twice.',
  progress: (done, whole) => `${done} of ${whole} days in a row`,
  month: (year, month) => `${MONTHS[month - 1] ?? ''} ${year}`,
  before: 'Month before',
  after: 'Month after',
  inMonth: (days) => count(days, 'day'),
  week: ['M', 'T', 'W', 'T', 'F', 'S', 'S'],
  place: 'Check in at a store',
  placeAdvice: (points) => `Scan its code: ${count(points, 'point')} a day at each store`,
  scan: 'Scan',
  cameraFailed: 'Nothing was read. Hold the camera on the code and scan again',
  rules: (points) => `Once a day, ${count(points, 'point')}. `,
  streakRules: (every, points) =>
    `Every ${count(every, 'day')} in a row give ${points} more. After a day left out the run begins anew.`,
  stale: 'Not updated. This is what we knew before',
  offTitle: 'No check-in at present',
  offAdvice: 'Purchases earn points as always. Your card page says when it is back.',
  toHome: 'To my card',
  joinTitle: 'A card first',
  joinAdvice: 'Points of a check-in go to your card. Get one, and you are back here.',
  join: 'Get a card',

  arrival: {
    title: 'Check in at a store',
    lead: 'Welcome',
    advice: 'One tap, and the points are on your card.',
    act: 'Check in',
    busy: 'Checking in',
    done: 'Checked in',
    at: (store) => `at ${store}`,
    label: (points, store) => `Checked in at ${store}, ${count(points, 'point')} earned`,
    balance: (points) => `You have ${count(points, 'point')}`,
    upgraded: (tier) => `You reached ${tier}`,
    toCalendar: 'See the calendar',
    finish: 'Done',
    again: 'Scan again',
    unknownTitle: 'Not known whether it is done',
    unknownAdvice: 'No answer came. Ask again to know: it never counts twice.',
    ask: 'Ask again',
    frozenAdvice: 'You were not checked in. Unfreeze your card under Me, then come back.',
    toMe: 'Unfreeze',
  },
}
