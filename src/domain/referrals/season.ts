/** Seasons are the quarters of the calendar: `2026-Q2` begins on 1 April and ends with 30 June. */
import { addDays, addMonths, businessDay, type BusinessDay } from '../time/business-day'

declare const seasonBrand: unique symbol
export type Season = string & { readonly [seasonBrand]: true }

export const seasonOf = (day: BusinessDay): Season =>
  `${day.slice(0, 4)}-Q${Math.ceil(Number(day.slice(5, 7)) / 3)}` as Season

/** 1 for spring. */
export const quarterOf = (season: Season): number => Number(season.slice(-1))

export function lastDayOf(season: Season): BusinessDay {
  const firstMonth = String((quarterOf(season) - 1) * 3 + 1).padStart(2, '0')
  return addDays(addMonths(businessDay(`${season.slice(0, 4)}-${firstMonth}-01`), 3), -1)
}
