/** What a member says to be found without a code. Only the shape of it is judged here; who answers to it is not. */
import type { Birthday } from './birthday'

export type Calendar = Birthday['calendar']

export interface Said {
  /** Last four digits of the phone. */
  readonly phoneTail: string
  readonly birthday: Pick<Birthday, 'calendar' | 'month' | 'day'>
}

const LONGEST_LUNAR_MONTH = 30
const SOLAR_DAYS = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const

/** `0523` → 23 May; null when it is no day of any year of that calendar. */
export function birthdaySaid(digits: string, calendar: Calendar): Said['birthday'] | null {
  if (!/^\d{4}$/.test(digits)) return null
  const month = Number(digits.slice(0, 2))
  const day = Number(digits.slice(2))
  const longest = calendar === 'lunar' ? LONGEST_LUNAR_MONTH : (SOLAR_DAYS[month - 1] ?? 0)
  return month >= 1 && month <= 12 && day >= 1 && day <= longest ? { calendar, month, day } : null
}
