/** Birthdays by both calendars: every lunar one of a hundred years against the table, leap days, leap months, gifts. */
import fc from 'fast-check'
import { isGiftOpen, yearOfGift, type BirthdayGift } from '../../src/domain/birthdays/birthday-gift'
import { birthdayInMind, isNear, nearFrom, nearUntil } from '../../src/domain/birthdays/birthday-days'
import {
  birthdayBefore,
  birthdayFrom,
  birthdayIn,
  byOtherCalendar,
  isDayOfItsYear,
} from '../../src/domain/birthdays/birthday-in'
import type { LunarCalendar } from '../../src/domain/birthdays/lunar-calendar'
import type { Birthday } from '../../src/domain/members/birthday'
import {
  addDays,
  addMonths,
  daysBetween,
  weekdayOf,
  type BusinessDay,
} from '../../src/domain/time/business-day'
import { lunarCalendar } from '../../src/server/birthdays/lunar-library'
import { TABLE, type TableMonth } from './lunar-table'
import { day } from './mall'

let calendar: LunarCalendar
beforeAll(async () => {
  const library = await lunarCalendar()
  const [lengths, days] = [new Map<string, number | null>(), new Map<string, BusinessDay>()]
  // Asked a million times for the same months.
  calendar = {
    ...library,
    daysOf(month) {
      const key = `${month.year} ${month.month} ${month.leap}`
      if (!lengths.has(key)) lengths.set(key, library.daysOf(month))
      return lengths.get(key) ?? null
    },
    solarDay(month, on) {
      const key = `${month.year} ${month.month} ${month.leap} ${on}`
      const found = days.get(key) ?? library.solarDay(month, on)
      days.set(key, found)
      return found
    },
  }
})

const solar = (month: number, on: number, year: number | null = null): Birthday => ({
  calendar: 'solar',
  year,
  month,
  day: on,
  leapMonth: false,
})
const lunar = (month: number, on: number, leapMonth = false, year: number | null = null): Birthday => ({
  calendar: 'lunar',
  year,
  month,
  day: on,
  leapMonth,
})

const known = TABLE.filter(({ days }) => days !== undefined)
const byName = new Map(known.map((each) => [`${each.year} ${each.month} ${each.leap}`, each]))
const tableMonth = (year: number, month: number, leap: boolean): TableMonth | undefined =>
  byName.get(`${year} ${month} ${leap}`)

/** What the rules say, read from the table alone. */
function byTable({ month, day: wanted, leapMonth }: Birthday, year: number): BusinessDay {
  const found = (leapMonth ? tableMonth(year, month, true) : undefined) ?? tableMonth(year, month, false)
  if (!found) throw new Error(`the table lacks ${year}-${month}`)
  return addDays(found.firstDay, Math.min(wanted, found.days ?? 0) - 1)
}

describe('the lunar library', () => {
  test('knows the first day and the length of every month from 1950 to 2051, and no leap month that there is not', () => {
    const wrong = known.filter(({ firstDay, days = 0, ...month }) => {
      const isIt = (on: number): boolean => {
        const said = calendar.lunarDay(addDays(firstDay, on - 1))
        return (
          said.year === month.year &&
          said.month === month.month &&
          said.leap === month.leap &&
          said.day === on
        )
      }
      const leap = calendar.daysOf({ ...month, leap: true }) !== null
      const hasLeap = tableMonth(month.year, month.month, true) !== undefined
      const begins = calendar.solarDay(month, 1) === firstDay
      return !begins || calendar.daysOf(month) !== days || leap !== hasLeap || !isIt(1) || !isIt(days)
    })
    expect(wrong).toEqual([])
    expect(known.length).toBe(1260)
    expect(tableMonth(2033, 11, true)?.firstDay).toBe('2033-12-22')
  })
})

describe('a lunar birthday', () => {
  test('of every day of every month, leap or not, is where the table says, in every year from 1950 to 2050', () => {
    for (let year = 1950; year <= 2050; year += 1)
      for (let month = 1; month <= 12; month += 1)
        for (const leapMonth of [false, true])
          for (const on of [1, 7, 15, 28, 29, 30]) {
            const birthday = lunar(month, on, leapMonth)
            const [is, says] = [birthdayIn(birthday, year, calendar), byTable(birthday, year)]
            if (is !== says)
              throw new Error(`${JSON.stringify(birthday)} in ${year}: ${is}, the table says ${says}`)
          }
  })

  test('of the picture: the seventh of the fourth month of 2026 is 23 May, a Saturday', () => {
    const on = birthdayFrom(lunar(4, 7), day('2026-05-16'), calendar)
    expect([on, weekdayOf(on)]).toEqual(['2026-05-23', 6])
  })

  test('in a leap month is kept in it where the year has it, else in the ordinary month of its number', () => {
    // 2023 had a leap second month from 22 March, 2024 had none; both years had an ordinary one.
    expect(birthdayIn(lunar(2, 10, true), 2023, calendar)).toBe('2023-03-31')
    expect(birthdayIn(lunar(2, 10, true), 2024, calendar)).toBe('2024-03-19')
    expect(birthdayIn(lunar(2, 10, false), 2023, calendar)).toBe('2023-03-01')
  })

  test('on the last day of a leap month of 30 is the 29th where the month that is kept has no more', () => {
    const leapOf30 = known.filter(({ leap, days }) => leap && days === 30)
    expect(leapOf30.length).toBe(7)
    for (const born of leapOf30)
      for (let year = 1950; year <= 2050; year += 1) {
        const kept = tableMonth(year, born.month, true) ?? tableMonth(year, born.month, false)
        const on = birthdayIn(lunar(born.month, 30, true, born.year), year, calendar)
        expect(on).toBe(addDays(kept?.firstDay ?? day('1900-01-01'), (kept?.days ?? 0) - 1))
      }
  })

  test('has one day in each lunar year: so in a solar year there may be two, or none', () => {
    const of = (birthday: Birthday, from: string, until: string): BusinessDay[] => {
      const on = birthdayFrom(birthday, day(from), calendar)
      return on > until ? [] : [on, ...of(birthday, addDays(on, 1), until)]
    }
    const counts = new Set<number>()
    for (let year = 1951; year <= 2049; year += 1)
      for (const birthday of [lunar(11, 20), lunar(12, 1), lunar(11, 25)])
        counts.add(of(birthday, `${year}-01-01`, `${year}-12-31`).length)
    expect([...counts].sort()).toEqual([0, 1, 2])
  })

  test('is none that the year it names did not have, nor one that is still to come', () => {
    const today = day('2026-05-16')
    expect(isDayOfItsYear(lunar(2, 10, true, 2023), today, calendar)).toBe(true)
    expect(isDayOfItsYear(lunar(2, 10, true, 2024), today, calendar)).toBe(false)
    expect(isDayOfItsYear(lunar(2, 10, true), today, calendar)).toBe(true)
    expect(isDayOfItsYear(lunar(4, 1, false, 2026), today, calendar)).toBe(false)
    const short = known.find(({ days, leap, year }) => days === 29 && !leap && year === 2020)
    expect(isDayOfItsYear(lunar(short?.month ?? 1, 30, false, 2020), today, calendar)).toBe(false)
  })

  test('and the solar one of the same birth name each other, for every day of a hundred years', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 36_000 }), (days) => {
        const [year = 0, month = 0, on = 0] = addDays(day('1950-02-17'), days).split('-').map(Number)
        const birth = solar(month, on, year)
        const other = byOtherCalendar(birth, calendar)
        expect(other && byOtherCalendar(other, calendar)).toEqual(birth)
      }),
      { numRuns: 500 },
    )
    expect(byOtherCalendar(solar(5, 17), calendar)).toBeNull()
  })
})

describe('a solar birthday', () => {
  test('of 29 February is the 28th in common years', () => {
    expect(birthdayIn(solar(2, 29), 2027, calendar)).toBe('2027-02-28')
    expect(birthdayIn(solar(2, 29), 2028, calendar)).toBe('2028-02-29')
    expect(birthdayIn(solar(2, 29), 2100, calendar)).toBe('2100-02-28')
  })

  test('that is today is today; the day after, it is a year away', () => {
    expect(birthdayFrom(solar(12, 31), day('2026-12-31'), calendar)).toBe('2026-12-31')
    expect(birthdayFrom(solar(12, 31), day('2027-01-01'), calendar)).toBe('2027-12-31')
    expect(birthdayBefore(solar(12, 31), day('2026-12-31'), calendar)).toBe('2025-12-31')
  })
})

const anyBirthday = fc.oneof(
  fc.record({
    calendar: fc.constant('solar' as const),
    year: fc.constant(null),
    month: fc.integer({ min: 1, max: 12 }),
    day: fc.integer({ min: 1, max: 28 }),
    leapMonth: fc.constant(false),
  }),
  fc.record({
    calendar: fc.constant('lunar' as const),
    year: fc.constant(null),
    month: fc.integer({ min: 1, max: 12 }),
    day: fc.integer({ min: 1, max: 30 }),
    leapMonth: fc.boolean(),
  }),
)
const anyDay = fc.integer({ min: 0, max: 18_000 }).map((days) => addDays(day('2000-01-01'), days))

describe('the days around a birthday', () => {
  test('begin a month before and go to the end of its month, a week at least', () => {
    expect([nearFrom(day('2026-05-23')), nearUntil(day('2026-05-23'))]).toEqual(['2026-04-23', '2026-05-31'])
    expect(nearUntil(day('2026-05-31'))).toBe('2026-06-07')
  })

  test('of two birthdays never meet, and each day has one birthday in mind', () => {
    fc.assert(
      fc.property(anyBirthday, anyDay, (birthday, today) => {
        const on = birthdayInMind(birthday, today, calendar)
        expect(nearUntil(on) >= today).toBe(true)
        const next = birthdayFrom(birthday, addDays(on, 1), calendar)
        expect(daysBetween(on, next)).toBeGreaterThanOrEqual(353)
        expect(nearFrom(next) > nearUntil(on)).toBe(true)
        expect(birthdayInMind(birthday, addDays(nearUntil(on), 1), calendar)).toBe(next)
      }),
      { numRuns: 300 },
    )
  })
})

const gift = (on: BusinessDay, before?: BirthdayGift): BirthdayGift => ({
  first: before?.first ?? on,
  year: yearOfGift(before, on),
  on,
  offerId: 'cake',
  couponId: 'c',
  name: 'cake',
  by: 'x',
})

describe('a gift of choice', () => {
  test('comes with every birthday of an unchanged date, by either calendar, for twenty years', () => {
    fc.assert(
      fc.property(anyBirthday, anyDay, (birthday, start) => {
        let today = start
        let given: BirthdayGift | undefined
        for (let year = 0; year < 20; year += 1) {
          const on = birthdayFrom(birthday, today, calendar)
          expect(isGiftOpen(given, on)).toBe(true)
          given = gift(on, given)
          today = addDays(on, 1)
        }
      }),
      { numRuns: 60 },
    )
  })

  test('is not lost by keeping the same birth by the other calendar from one year on', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 20_000 }), fc.integer({ min: 2015, max: 2040 }), (days, year) => {
        const [born = 0, month = 0, on = 0] = addDays(day('1950-03-01'), days).split('-').map(Number)
        const birth = solar(month, on, born)
        const other = byOtherCalendar(birth, calendar) as Birthday
        for (const [before, after] of [
          [birth, other],
          [other, birth],
        ] as const) {
          const first = gift(birthdayIn(before, year, calendar))
          const next = birthdayFrom(after, addDays(first.on, 200), calendar)
          expect(isGiftOpen(first, next)).toBe(true)
        }
      }),
      { numRuns: 300 },
    )
  })

  test('is had once in a year of age, to whatever the birthday is changed whenever it may change', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(anyBirthday, fc.integer({ min: 0, max: 500 })), { maxLength: 12 }),
        (changes) => {
          let today = day('2020-01-01')
          let given: BirthdayGift | undefined
          let gifts = 0
          const takeUntil = (birthday: Birthday, until: BusinessDay): void => {
            for (; today <= until; today = addDays(today, 5)) {
              const on = birthdayInMind(birthday, today, calendar)
              if (!isNear(on, today) || !isGiftOpen(given, on)) continue
              given = gift(on, given)
              gifts += 1
            }
          }
          for (const [birthday, more] of changes) takeUntil(birthday, addDays(addMonths(today, 12), more))
          const years = given ? daysBetween(given.first, given.on) / 365.2425 : 0
          // One for the first, and one for each year of age since; a birthday by the other calendar may come two months early.
          expect(gifts).toBeLessThanOrEqual(1 + Math.floor(years + 62 / 365))
        },
      ),
      { numRuns: 30 },
    )
  })

  test('of December is not had again in January', () => {
    const had = gift(day('2026-12-31'))
    expect(isGiftOpen(had, day('2027-01-05'))).toBe(false)
    expect(isGiftOpen(had, day('2026-12-31'))).toBe(false)
    expect(isGiftOpen(had, day('2027-06-30'))).toBe(false)
    expect(isGiftOpen(had, day('2027-12-31'))).toBe(true)
  })
})
