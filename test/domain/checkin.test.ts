/** Check-in: a run of days is what the days say, a place gives points once a day, and a code says store and minute. */
import fc from 'fast-check'
import {
  arriveAt,
  checkInBy,
  checkInFaults,
  DAILY,
  daysToMore,
  signIn,
  type CheckedIn,
  type CheckInRefusal,
  type CheckIns,
} from '../../src/domain/checkin/check-in'
import { bookCheckIn } from '../../src/domain/checkin/book-check-in'
import { isSignedIn, streakOn } from '../../src/domain/checkin/days-in-row'
import { notNow, whyNotNamed, type PlaceEvent } from '../../src/domain/checkin/event'
import {
  eventOfKey,
  fixedPlaceCode,
  isCurrentPeriod,
  placeKey,
  placeStatement,
  readPlaceCode,
  rotatingPlaceCode,
} from '../../src/domain/checkin/place-code'
import type { Programme } from '../../src/domain/programme/programme'
import { addDays, addMonths, type BusinessDay } from '../../src/domain/time/business-day'
import { day, mall, newcomer } from './mall'

const RULES = mall.checkIn ?? raise()
function raise(): never {
  throw new Error('the mall gives nothing for check-ins')
}
const START = day('2026-01-01')

const done = (result: CheckedIn | CheckInRefusal): CheckedIn =>
  typeof result === 'string' ? raise() : result
const signedInOn = (...days: readonly BusinessDay[]): CheckIns =>
  days.reduce<CheckIns | undefined>(
    (before, each) => done(signIn(before, RULES, each, each)).next,
    undefined,
  ) ?? raise()
const inRow = (from: string, count: number): BusinessDay[] =>
  Array.from({ length: count }, (_, n) => addDays(day(from), n))

test('the default gives 10 points a day, and 50 more on every seventh day in a row', () => {
  let before: CheckIns | undefined
  const given = inRow('2026-01-28', 15).map((today) => {
    const { next, points } = done(signIn(before, RULES, today, 'a'))
    before = next
    return points
  })
  expect(given).toEqual([10, 10, 10, 10, 10, 10, 60, 10, 10, 10, 10, 10, 10, 60, 10])
})

test('a day that is left out begins the run anew, and nothing has to end it', () => {
  const { signIns } = signedInOn(...inRow('2026-05-11', 5))
  const seen = ['2026-05-15', '2026-05-16', '2026-05-17'].map((each) => streakOn(signIns, day(each)))
  expect(seen).toEqual([5, 5, 0])
  expect(daysToMore(signIns, RULES, day('2026-05-16'))).toBe(2)
  expect(daysToMore(signIns, RULES, day('2026-05-17'))).toBe(7)
  const again = done(signIn({ ...signedInOn(...inRow('2026-05-11', 5)) }, RULES, day('2026-05-17'), 'b'))
  expect(again).toMatchObject({ points: 10, extra: 0, streak: 1 })
})

test('nobody signs in twice on a day, nor for a day that is over', () => {
  const before = signedInOn(day('2026-05-16'))
  expect(signIn(before, RULES, day('2026-05-16'), 'b')).toBe('done-today')
  expect(signIn(before, RULES, day('2026-05-15'), 'b')).toBe('done-today')
})

describe('over any days', () => {
  /** Days apart from the one before: 1 goes on, more leaves days out. */
  const anyDays = fc
    .array(fc.oneof({ weight: 6, arbitrary: fc.constant(1) }, fc.integer({ min: 2, max: 40 })), {
      minLength: 1,
      maxLength: 500,
    })
    .map((gaps) => {
      let last = START
      return gaps.map((gap) => (last = addDays(last, gap)))
    })
  /** Told from the days alone: how many in a row end on this one. */
  const runUpTo = (days: ReadonlySet<string>, end: BusinessDay): number => {
    let length = 0
    while (days.has(addDays(end, -length))) length += 1
    return length
  }

  test('the run and its points are what the days say', () => {
    fc.assert(
      fc.property(anyDays, (days) => {
        const all = new Set<string>()
        let before: CheckIns | undefined
        for (const today of days) {
          all.add(today)
          const run = runUpTo(all, today)
          const { next, streak, points } = done(signIn(before, RULES, today, 'a'))
          expect([streak, points]).toEqual([run, run % 7 === 0 ? 60 : 10])
          expect(streakOn(next.signIns, addDays(today, 1))).toBe(run)
          expect(streakOn(next.signIns, addDays(today, 2))).toBe(0)
          before = next
        }
      }),
      { numRuns: 50 },
    )
  })

  test('the calendar of twelve months shows just these days, and no month before is kept', () => {
    fc.assert(
      fc.property(anyDays, (days) => {
        const { signIns } = signedInOn(...days)
        const last = days.at(-1) ?? START
        const firstMonth = addMonths(day(`${last.slice(0, 7)}-01`), -11)
        for (let each = firstMonth; each <= last; each = addDays(each, 1))
          expect([each, isSignedIn(signIns, each)]).toEqual([each, days.includes(each)])
        expect(Object.keys(signIns?.months ?? {}).every((month) => month >= firstMonth.slice(0, 7))).toBe(
          true,
        )
      }),
      { numRuns: 30 },
    )
  })
})

describe('a place', () => {
  const TODAY = day('2026-05-16')

  test('gives points once a day, beside the sign-in and other places, and again the day after', () => {
    const signed = signedInOn(TODAY)
    const tea = done(arriveAt(signed, 'tea', RULES, TODAY, 'b'))
    expect(tea).toMatchObject({ points: 10, extra: 0, streak: null })
    expect(arriveAt(tea.next, 'tea', RULES, TODAY, 'c')).toBe('done-today')
    const books = done(arriveAt(tea.next, 'books', RULES, TODAY, 'c'))
    expect(books.next).toEqual({
      ...signed,
      last: { day: TODAY, by: { [DAILY]: TODAY, tea: 'b', books: 'c' } },
    })
    const next = done(arriveAt(books.next, 'tea', RULES, addDays(TODAY, 1), 'd')).next
    expect(next.last).toEqual({ day: addDays(TODAY, 1), by: { tea: 'd' } })
    expect(next.signIns).toEqual(signed.signIns)
  })

  test('is one of five a day that give points', () => {
    const five = ['a', 'b', 'c', 'd', 'e'].reduce<CheckIns | undefined>(
      (before, place) => done(arriveAt(before, place, RULES, TODAY, place)).next,
      undefined,
    )
    expect(arriveAt(five, 'f', RULES, TODAY, 'f')).toBe('enough-today')
    expect(arriveAt(five, 'a', RULES, TODAY, 'f')).toBe('done-today')
    expect(done(signIn(five, RULES, TODAY, 'g')).points).toBe(10)
    expect(done(arriveAt(five, 'f', RULES, addDays(TODAY, 1), 'f')).points).toBe(10)
  })

  test('and a command find each other on the last day', () => {
    const { next } = done(arriveAt(signedInOn(TODAY), 'tea', RULES, TODAY, 'b'))
    expect(checkInBy(next, 'b')).toEqual({ place: 'tea', day: TODAY })
    expect(checkInBy(next, TODAY)).toEqual({ place: DAILY, day: TODAY })
    expect([checkInBy(next, 'c'), checkInBy(undefined, 'b')]).toEqual([null, null])
  })
})

test('a check-in earns a lot of its own kind for twelve months, and is an activity of its day', () => {
  const today = day('2026-05-16')
  const { account, change } = bookCheckIn(newcomer('2026-05-01'), 10, mall, today)
  expect(change).toMatchObject({ kind: 'earned', points: 10, debt: 0 })
  expect(account.purse.lots).toEqual([{ kind: 'check-in', expiresOn: '2027-05-16', left: 10 }])
  expect(account.activityByDay).toEqual({ '2026-05-16': 1 })
  expect(account.visits.count).toBe(0)
  const twice = bookCheckIn(account, 60, mall, today).account
  expect(twice.purse.lots).toEqual([{ kind: 'check-in', expiresOn: '2027-05-16', left: 70 }])
  expect(twice.activityByDay).toEqual({ '2026-05-16': 2 })
})

test('a check-in repays a debt first, and reaches a tier where the programme counts activity', () => {
  const today = day('2026-05-16')
  const owing = { ...newcomer(), purse: { ...newcomer().purse, reversed: 30, debt: 30 } }
  const { purse } = bookCheckIn(owing, 10, mall, today).account
  expect([purse.debt, purse.lots]).toEqual([20, []])
  const counts: Programme = {
    ...mall,
    measures: { rule: 'any', activity: true },
    ladder: mall.ladder.map((tier) => (tier.id === 'silver' ? { ...tier, thresholdActivity: 2 } : tier)),
  }
  const first = bookCheckIn(newcomer(), 10, counts, today).account
  expect(first.standing.tierId).toBe('basic')
  expect(bookCheckIn(first, 10, counts, today).account.standing.tierId).toBe('silver')
})

describe('a code of a place', () => {
  const TEA = { sort: 'store', id: 'tea-1' } as const
  const TEA_DAY = { sort: 'event', id: 'tea-1' } as const

  test('that is fixed names the place; one that turns names place, minute and proof', () => {
    const proof = '0123456789abcdef'
    for (const place of [TEA, TEA_DAY]) {
      expect(readPlaceCode(fixedPlaceCode(place))).toEqual({ ...place, proved: null })
      expect(readPlaceCode(rotatingPlaceCode(place, 29_000_000, proof))).toEqual({
        ...place,
        proved: { period: 29_000_000, proof },
      })
    }
  })

  test.each([
    '',
    'c.',
    'c.Tea',
    'e.',
    'x.tea',
    'c.tea.12.0123456789abcdef',
    'shuke:c.tea',
    'c.a.b',
    'i.abcdefghij',
    'shuke:c.tea.1',
    'shuke:c.tea.x.0123456789abcdef',
    ' c.tea',
  ])('%j is none', (text) => expect(readPlaceCode(text)).toBeNull())

  test('holds for its minute and the next, and not before', () => {
    const at = 29_000_000 * 60_000
    expect([-1, 0, 1].map((each) => isCurrentPeriod(29_000_000 + each, at))).toEqual([true, true, false])
    expect(isCurrentPeriod(29_000_000 - 1, at + 60_000)).toBe(false)
  })

  test('signs place and minute together', () => {
    const other = { sort: 'store', id: 'tea-11' } as const
    const all = [TEA, TEA_DAY, other].flatMap((place) => [1, 12, 2].map((n) => placeStatement(place, n)))
    expect(new Set(all).size).toBe(9)
  })

  test('of an event has a key that no store can have, nor a sign-in', () => {
    expect([placeKey(TEA), eventOfKey(placeKey(TEA)), eventOfKey(DAILY)]).toEqual(['tea-1', null, null])
    expect(eventOfKey(placeKey(TEA_DAY))).toBe('tea-1')
    expect(readPlaceCode(`c.${placeKey(TEA_DAY)}`)).toBeNull()
  })
})

describe('an event', () => {
  const event = (changes: Partial<PlaceEvent> = {}): PlaceEvent => ({
    ...{ name: 'tea day', storeId: 'tea', from: day('2026-05-10'), until: day('2026-05-12') },
    ...{ checkIn: 'rotating', placePoints: 30, ...changes },
  })
  const named = (before: PlaceEvent | null, wanted: PlaceEvent, today: string) =>
    whyNotNamed(before, wanted, day(today))

  test('is on from its first day to its last', () => {
    const seen = ['2026-05-09', '2026-05-10', '2026-05-12', '2026-05-13'].map((each) =>
      notNow(event(), day(each)),
    )
    expect(seen).toEqual(['before', null, null, 'after'])
  })

  test('is named for days that are to come', () => {
    expect(named(null, event(), '2026-05-10')).toBeNull()
    expect(named(null, event({ until: day('2026-05-10') }), '2026-05-10')).toBeNull()
    expect(named(null, event(), '2026-05-11')).toBe('days-wrong')
    expect(named(null, event({ until: day('2026-05-09') }), '2026-05-01')).toBe('days-wrong')
    expect(named(event(), event({ from: day('2026-05-08') }), '2026-05-09')).toBe('days-wrong')
  })

  test('changes as one likes before it begins, and after that only in its name, its code and its end', () => {
    const other = event({
      storeId: 'books',
      from: day('2026-06-01'),
      until: day('2026-06-02'),
      placePoints: 5,
    })
    expect(named(event(), other, '2026-05-09')).toBeNull()
    for (const changes of [{ storeId: 'books' }, { from: day('2026-05-11') }, { placePoints: 31 }])
      expect(named(event(), event(changes), '2026-05-10')).toBe('begun')
    const renamed = event({ name: 'tea days', checkIn: 'fixed', until: day('2026-05-20') })
    expect(named(event(), renamed, '2026-05-11')).toBeNull()
    expect(named(event(), event({ until: day('2026-05-10') }), '2026-05-11')).toBe('days-wrong')
    expect(named(event(), event({ until: day('2026-05-11') }), '2026-05-11')).toBeNull()
    expect(named(event(), event({ until: day('2026-05-30') }), '2026-05-14')).toBeNull()
  })
})

test('what is wrong with the check-in of a programme is said', () => {
  expect([checkInFaults(undefined), checkInFaults(RULES)]).toEqual([[], []])
  const faults = checkInFaults({
    dailyPoints: 0,
    streakEvery: 1,
    streakPoints: -1,
    placePoints: 0.5,
    placesPerDay: 0,
  })
  expect(faults).toHaveLength(5)
})
