/** Occasions: anniversaries of any day of joining, days of the year by the sun and the moon, what may not be published. */
import fc from 'fast-check'
import { keepsLunarDays, occasionOn } from '../../src/domain/occasions/day-of-year'
import { occasionFaults, type Occasion, type OccasionDay } from '../../src/domain/occasions/occasion'
import { checkProgramme } from '../../src/domain/programme/programme'
import { anniversaryAfter, anniversaryInMind } from '../../src/domain/time-work/anniversary'
import { addDays, addMonths, daysBetween, startOfDay, yearOf } from '../../src/domain/time/business-day'
import { lunarCalendar } from '../../src/server/birthdays/lunar-library'
import { TABLE } from './lunar-table'
import { day, mall } from './mall'

const occasion = (id: string, on: OccasionDay, more: Partial<Occasion> = {}): Occasion => ({
  ...{ id, name: id, on },
  ...more,
})
const JOINING = occasion('joining', { anniversary: 'joining' }, { gift: { points: 100 } })

describe('the anniversary of joining', () => {
  const after = (joined: string, from: string) => anniversaryAfter(day(joined), day(from))

  test('is the same day of every year, and the 28th of February where there is no 29th', () => {
    expect(after('2024-05-18', '2024-05-18')).toBe('2025-05-18')
    expect(after('2024-05-18', '2025-05-17')).toBe('2025-05-18')
    expect(after('2024-05-18', '2025-05-18')).toBe('2026-05-18')
    expect(after('2024-12-31', '2025-01-01')).toBe('2025-12-31')
    const leap = ['2024-02-29', '2025-02-28', '2026-02-28', '2027-02-28'].map((each) =>
      after('2024-02-29', each),
    )
    expect(leap).toEqual(['2025-02-28', '2026-02-28', '2027-02-28', '2028-02-29'])
  })

  test('comes once in every year after joining, whichever days are asked about', () => {
    const days = fc.integer({ min: 0, max: 4000 })
    fc.assert(
      fc.property(days, days, (n, later) => {
        const joined = addDays(day('2020-01-01'), n)
        const from = addDays(joined, later)
        const next = anniversaryAfter(joined, from)
        expect(next > from && daysBetween(from, next) <= 366).toBe(true)
        expect(next).toBe(addMonths(joined, 12 * (yearOf(next) - yearOf(joined))))
        expect(yearOf(anniversaryAfter(joined, next))).toBe(yearOf(next) + 1)
      }),
    )
  })

  test('is in nobody’s mind where the programme keeps none, and of nobody who has not joined', () => {
    const keeping = { ...mall, occasions: [JOINING] }
    const joinedAt = startOfDay(day('2024-05-18'))
    const today = day('2026-01-01')
    expect(anniversaryInMind({ joinedAt }, mall, today)).toEqual({})
    expect(anniversaryInMind({ joinedAt: null }, keeping, today)).toEqual({})
    expect(anniversaryInMind({ joinedAt }, keeping, today)).toEqual({ anniversaryOn: '2026-05-18' })
    expect(anniversaryInMind({ joinedAt, anniversaryOn: today }, keeping, today)).toEqual({})
  })
})

describe('a day of the year', () => {
  const YEAR = [
    occasion('new-year', { solar: '01-01' }),
    occasion('leap', { solar: '02-29' }),
    occasion('spring', { lunar: '01-01' }),
    occasion('eve', { lunar: '12-30' }),
    occasion('moon', { lunar: '08-15' }),
    occasion('six', { lunar: '06-15' }),
    JOINING,
  ]
  const named = async (...days: string[]) => {
    const calendar = await lunarCalendar()
    return days.map((each) => occasionOn(YEAR, day(each), calendar)?.id ?? null)
  }

  test('is named by the sun, the last of February as a 29th', async () => {
    expect(await named('2026-01-01', '2026-01-02')).toEqual(['new-year', null])
    expect(await named('2026-02-28', '2028-02-28', '2028-02-29')).toEqual(['leap', null, 'leap'])
  })

  test('is named by the moon, never in a leap month', async () => {
    expect(await named('2026-02-17', '2025-10-06', '2026-09-25')).toEqual(['spring', 'moon', 'moon'])
    // 2025 had the sixth month twice.
    expect(await named('2025-07-09', '2025-08-08')).toEqual(['six', null])
  })

  test('New Year’s Eve is the day before every first day of the year from 1950 to 2050', async () => {
    const calendar = await lunarCalendar()
    const firsts = TABLE.filter(({ month, leap }) => month === 1 && !leap).map(({ firstDay }) => firstDay)
    expect(firsts.length).toBeGreaterThan(100)
    for (const first of firsts)
      expect([
        occasionOn([YEAR[2] as Occasion], first, calendar)?.id,
        occasionOn([YEAR[3] as Occasion], addDays(first, -1), calendar)?.id,
        occasionOn([YEAR[3] as Occasion], addDays(first, -2), calendar)?.id,
      ]).toEqual(['spring', 'eve', undefined])
  })

  test('asks for no lunar calendar where only days of the sun are kept', () => {
    const solar = YEAR.filter(({ on }) => 'solar' in on)
    expect([keepsLunarDays(solar), keepsLunarDays(YEAR)]).toEqual([false, true])
    expect(occasionOn(solar, day('2026-01-01'), null)?.id).toBe('new-year')
  })
})

test('what is wrong with occasions is said', () => {
  expect(checkProgramme({ ...mall, occasions: [JOINING, occasion('a', { lunar: '12-30' })] })).toEqual([])
  const faulty: readonly [Occasion, ...Occasion[]][] = [
    [occasion('A b', { solar: '01-01' })],
    [occasion('a', { solar: '02-30' })],
    [occasion('a', { solar: '1-1' })],
    [occasion('a', { lunar: '13-01' })],
    [occasion('a', { lunar: '01-31' })],
    [occasion('a', { solar: '01-01' }, { name: '' })],
    [occasion('a', { solar: '01-01' }, { gift: { points: 10 } })],
    [occasion('a', { solar: '01-01' }, { greeting: '新年好', english: { name: 'New Year' } })],
    [{ ...JOINING, gift: { points: 0 } }],
    [{ ...JOINING, greeting: '您好' }],
    [JOINING, { ...JOINING, id: 'again' }],
    [occasion('a', { solar: '01-01' }), occasion('a', { solar: '01-02' })],
  ]
  for (const occasions of faulty)
    expect([occasions, occasionFaults(occasions)]).toEqual([occasions, [expect.any(String)]])
  expect(checkProgramme({ ...mall, occasions: faulty[0] ?? [] })).toHaveLength(1)
})
