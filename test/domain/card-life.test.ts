/** The life of a card, the birthday that may change once a year, and what consent is given by default. */
import {
  changeableFrom,
  isPossibleBirthday,
  isSameBirthday,
  type Birthday,
} from '../../src/domain/members/birthday'
import { afterStep, CARD_STEPS, type CardState, type CardStep } from '../../src/domain/members/card-life'
import { isGiven, PURPOSES } from '../../src/domain/members/consent'
import { applyChange, EMPTY_PURSE, spendable, voiding } from '../../src/domain/points/purse'
import { businessDay as day } from '../../src/domain/time/business-day'

describe('a card', () => {
  const table: [CardState, CardStep, CardState | null][] = [
    ['active', 'freeze', 'frozen'],
    ['active', 'unfreeze', null],
    ['active', 'replace', 'active'],
    ['active', 'close', 'closed'],
    ['frozen', 'freeze', null],
    ['frozen', 'unfreeze', 'active'],
    ['frozen', 'replace', 'frozen'],
    ['frozen', 'close', 'closed'],
    ['closed', 'freeze', null],
    ['closed', 'unfreeze', null],
    ['closed', 'replace', null],
    ['closed', 'close', null],
  ]
  test.each(table)('that is %s, after %s, is %s', (before, step, after) => {
    expect(afterStep(before, step)).toBe(after)
  })

  test('has every transition in this table', () => {
    expect(table).toHaveLength(3 * CARD_STEPS.length)
  })
})

const solar = (year: number | null, month: number, date: number): Birthday => ({
  calendar: 'solar',
  year,
  month,
  day: date,
  leapMonth: false,
})
const lunar = (month: number, date: number, leapMonth = false, year: number | null = null): Birthday => ({
  calendar: 'lunar',
  year,
  month,
  day: date,
  leapMonth,
})

describe('a birthday', () => {
  const today = day('2026-05-18')

  test.each([
    ['a day of no particular year', solar(null, 5, 16)],
    ['29 February of no particular year', solar(null, 2, 29)],
    ['29 February of a leap year', solar(2000, 2, 29)],
    ['today', solar(2026, 5, 18)],
    ['the last day of a long lunar month', lunar(12, 30)],
    ['a day of a lunar leap month', lunar(4, 1, true, 2020)],
  ])('may be %s', (_, birthday) => expect(isPossibleBirthday(birthday, today)).toBe(true))

  test.each([
    ['29 February of a common year', solar(2001, 2, 29)],
    ['30 February', solar(null, 2, 30)],
    ['31 April', solar(null, 4, 31)],
    ['tomorrow', solar(2026, 5, 19)],
    ['a year to come', lunar(1, 1, false, 2027)],
    ['a year too long ago', solar(1899, 5, 16)],
    ['a thirteenth month', solar(null, 13, 1)],
    ['month nought', lunar(0, 1)],
    ['day nought', solar(null, 1, 0)],
    ['the 31st of a lunar month', lunar(1, 31)],
    ['a solar leap month', { ...solar(null, 4, 1), leapMonth: true }],
  ])('may not be %s', (_, birthday) => expect(isPossibleBirthday(birthday, today)).toBe(false))

  test('never set may be set today; set, it may change twelve months later, to the day', () => {
    expect(changeableFrom(null, today)).toBeNull()
    expect(changeableFrom(day('2025-05-19'), today)).toBe('2026-05-19')
    expect(changeableFrom(day('2025-05-18'), today)).toBeNull()
    expect(changeableFrom(day('2024-02-29'), day('2025-02-27'))).toBe('2025-02-28')
  })

  test('is the same when all of it is', () => {
    expect(isSameBirthday(null, null)).toBe(true)
    expect(isSameBirthday(solar(null, 5, 16), solar(null, 5, 16))).toBe(true)
    for (const other of [null, solar(1990, 5, 16), solar(null, 5, 17), solar(null, 6, 16), lunar(5, 16)])
      expect(isSameBirthday(solar(null, 5, 16), other)).toBe(false)
  })
})

test('consent is off until it is given, except for what the service needs, which is never off', () => {
  expect(PURPOSES.filter((purpose) => isGiven({}, purpose))).toEqual(['service'])
  const no = { given: false, at: 0, policyVersion: 1 }
  expect(isGiven({ service: no }, 'service')).toBe(true)
  expect(isGiven({ offers: { ...no, given: true } }, 'offers')).toBe(true)
  expect(isGiven({ offers: no }, 'offers')).toBe(false)
})

test('what becomes void is every lot, expired or not; a debt stays', () => {
  const lot = (expiresOn: string, left: number) => ({
    kind: 'purchase' as const,
    expiresOn: day(expiresOn),
    left,
  })
  const purse = { ...EMPTY_PURSE, earned: 130, lots: [lot('2026-01-01', 30), lot('2027-01-01', 100)] }
  const change = voiding(purse)
  const after = applyChange(purse, change ?? { kind: 'expired', points: 0, lots: [], debt: 0 })
  expect([after.expired, after.lots, spendable(after, day('2026-05-18'))]).toEqual([130, [], 0])
  expect(voiding({ ...EMPTY_PURSE, reversed: 5, debt: 5 })).toBeNull()
})
