/** The mall's calendar is UTC+8, wherever the server and the phone are. */
import fc from 'fast-check'
import {
  addDays,
  addMonths,
  businessDay,
  businessDayOf,
  daysBetween,
  mallClockText,
  startOfDay,
  yearOf,
} from '../../src/domain/time/business-day'
import { day } from './mall'

test.each([
  ['2026-03-01T15:59:59.999Z', '2026-03-01', '23:59'],
  ['2026-03-01T16:00:00.000Z', '2026-03-02', '00:00'],
  ['2026-03-02T00:00:00.000Z', '2026-03-02', '08:00'],
  ['2025-12-31T16:00:00.000Z', '2026-01-01', '00:00'],
  ['2028-02-28T16:00:00.000Z', '2028-02-29', '00:00'],
])('%s is the business day %s, %s in the mall', (instant, expected, clock) => {
  expect(businessDayOf(Date.parse(instant))).toBe(expected)
  expect(mallClockText(Date.parse(instant))).toBe(clock)
})

test.each(['2026-02-29', '2026-13-01', '2026-00-10', '2026-04-31', '2026-4-1', '20260401', '', 'today'])(
  '%j is not a day',
  (text) => expect(() => businessDay(text)).toThrow('not a day'),
)

test('a day starts at its first instant, and the instant before belongs to the day before', () => {
  const start = startOfDay(day('2026-03-02'))
  expect(businessDayOf(start)).toBe('2026-03-02')
  expect(businessDayOf(start - 1)).toBe('2026-03-01')
  expect(yearOf(day('2026-03-02'))).toBe(2026)
})

test.each([
  ['2026-01-31', 1, '2026-02-28'],
  ['2028-01-31', 1, '2028-02-29'],
  ['2026-08-31', 6, '2027-02-28'],
  ['2027-08-31', 6, '2028-02-29'],
  ['2028-02-29', 12, '2029-02-28'],
  ['2026-10-15', 3, '2027-01-15'],
  ['2026-03-31', -1, '2026-02-28'],
  ['2026-01-15', -12, '2025-01-15'],
  ['2026-05-31', 0, '2026-05-31'],
])('%s and %p months is %s', (from, months, expected) => {
  expect(addMonths(day(from), months)).toBe(expected)
})

test('days added are days between, over any months and leap years', () => {
  const days = fc.integer({ min: 0, max: 20_000 }).map((count) => addDays(day('2000-01-01'), count))
  fc.assert(
    fc.property(days, fc.integer({ min: -4_000, max: 4_000 }), (from, count) => {
      const to = addDays(from, count)
      expect(daysBetween(from, to)).toBe(count)
      expect(businessDay(to)).toBe(to)
    }),
  )
})

test('months added keep the day of the month, or take the last one that the month has', () => {
  const days = fc.integer({ min: 0, max: 20_000 }).map((count) => addDays(day('2000-01-01'), count))
  fc.assert(
    fc.property(days, fc.integer({ min: -60, max: 60 }), (from, months) => {
      const to = addMonths(from, months)
      const isLast = addDays(to, 1).endsWith('-01')
      expect(to.slice(8) === from.slice(8) || (isLast && to.slice(8) < from.slice(8))).toBe(true)
    }),
  )
})
