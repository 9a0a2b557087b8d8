/**
 * The first day of every month of the Chinese calendar from 1950 to 2051, at UTC+8. Computed from astronomical theory (LEA-406,
 * VSOP87); such a computation agrees with the table of the Hong Kong Observatory. Facts, no library's output.
 */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { LunarMonth } from '../../src/domain/birthdays/lunar-calendar'
import { businessDay, daysBetween, yearOf, type BusinessDay } from '../../src/domain/time/business-day'

export interface TableMonth extends LunarMonth {
  readonly firstDay: BusinessDay
  /** Absent for the last of the table. */
  readonly days?: number
}

const rows = readFileSync(join(__dirname, 'lunar-months.csv'), 'utf8').trim().split('\n').slice(1)

/** In their order. A lunar year begins with its month 1; a leap month bears the number of the month before it. */
export const TABLE: readonly TableMonth[] = rows.reduce<TableMonth[]>((months, row, place) => {
  const [first = '', number, isLeap] = row.split(',')
  const firstDay = businessDay(first)
  const before = months.at(-1)
  const leap = isLeap === '1'
  // The leap month of winter 2033 has no number in the table.
  const month = leap && before ? before.month : Number(number)
  const year = month === 1 && !leap ? yearOf(firstDay) : (before?.year ?? yearOf(firstDay) - 1)
  const next = rows[place + 1]?.split(',')[0]
  const days = next === undefined ? {} : { days: daysBetween(firstDay, businessDay(next)) }
  return [...months, { year, month, leap, firstDay, ...days }]
}, [])
