/** What the rules ask of the Chinese calendar. Who computes it is handed in: the domain knows no package. */
import type { BusinessDay } from '../time/business-day'

export interface LunarMonth {
  /** Named by the solar year in which its first month begins. */
  readonly year: number
  readonly month: number
  /** The leap month that follows the month of this number. */
  readonly leap: boolean
}

export interface LunarCalendar {
  /** 29 or 30; null when that year has no such month. */
  daysOf(month: LunarMonth): number | null
  /** The solar day of a day of it. */
  solarDay(month: LunarMonth, day: number): BusinessDay
  lunarDay(day: BusinessDay): LunarMonth & { readonly day: number }
}
