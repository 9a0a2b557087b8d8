/** Reminders of points: nothing ends that was not named in time, and who earns every day is not told every day. */
import fc from 'fast-check'
import { newAccount } from '../../src/domain/members/account'
import {
  applyChange,
  changeOn,
  earning,
  purseOn,
  spending,
  type LotKind,
  type Purse,
} from '../../src/domain/points/purse'
import { returning } from '../../src/domain/points/returning'
import type { TimedMember } from '../../src/domain/time-work/time-kind'
import { dayOfTime, memberDueAt } from '../../src/domain/time-work/time-work'
import {
  addDays,
  addMonths,
  daysBetween,
  startOfDay,
  type BusinessDay,
} from '../../src/domain/time/business-day'
import { day, mall, purseOf } from './mall'

const START = day('2026-01-01')
/** So many days after the first, when nothing is left of anything. */
const END = 3 * 365
const HOUR = 3_600_000
const LEADS = [30, 7, 1]
/** No birthday stands in these documents. */
const calendar = { dayOf: () => null, read: () => null } as never

interface Told {
  /** The morning on which it was written, which is late for what came late. */
  readonly on: BusinessDay
  readonly before: number
  readonly first: BusinessDay
  readonly to: BusinessDay
  readonly points: number
  readonly ofFirst: number
}
/** What a member lived through: what was told, what ended, and the purse of each morning. */
interface Lived {
  readonly told: Told[]
  readonly ended: { readonly on: BusinessDay; readonly points: number; readonly kind: LotKind }[]
  readonly purses: Map<BusinessDay, Purse>
  /** Lots to which points came back. */
  cameBack: number
}

const member = (purse: Purse, more: Partial<TimedMember> = {}): TimedMember => ({
  _id: 'one',
  openedAt: startOfDay(START) + HOUR,
  joinedAt: startOfDay(START) + HOUR,
  account: { ...newAccount(mall, START), purse },
  ...more,
})

const nothingYet = (): Lived => ({ told: [], ended: [], purses: new Map(), cameBack: 0 })

/** The clock comes by on this day, and does all that is due. */
function morning(before: TimedMember, today: BusinessDay, lived: Lived): TimedMember {
  let now = before
  const at = startOfDay(today) + HOUR
  while ((memberDueAt(now) ?? Infinity) <= at) {
    const done = dayOfTime(now, { programme: mall, at, calendar, giftOffers: [] })
    for (const effect of done?.effects ?? []) {
      if (effect.does === 'entry')
        for (const { kind, expiresOn, points } of effect.change.lots)
          lived.ended.push({ on: expiresOn, points: -points, kind })
      if (effect.does !== 'notice' || effect.notice.kind !== 'points-expire') continue
      const { expiresOn: first, to = first, points, first: ofFirst = 0 } = effect.notice.figures
      const before = daysBetween(effect.notice.cause.slice(-10) as BusinessDay, first)
      lived.told.push({ on: today, before, first, to, points, ofFirst })
    }
    now = { ...now, ...done?.changes }
  }
  return now
}

const lots = (purse: Purse, from: BusinessDay, to: BusinessDay, before: number): number =>
  purse.lots
    .filter(
      ({ expiresOn, kind }) => expiresOn >= from && expiresOn <= to && (kind !== 'returned' || before === 1),
    )
    .reduce((sum, { left }) => sum + left, 0)

/** Earns, spends, or has back what was spent, on a day. */
type Deed = readonly [after: number, what: 'earn' | 'spend' | 'back', points: number]

function live(deeds: readonly Deed[]): Lived {
  const lived = nothingYet()
  const byDay = new Map<number, Deed[]>()
  for (const deed of deeds) byDay.set(deed[0], [...(byDay.get(deed[0]) ?? []), deed])
  let now = member(newAccount(mall, START).purse)
  const taken: Parameters<typeof returning>[1][] = []
  for (let n = 0; n <= END; n += 1) {
    const today = addDays(START, n)
    lived.purses.set(today, purseOn(now.account.purse, today))
    now = morning(now, today, lived)
    for (const [, what, points] of byDay.get(n) ?? []) {
      const { purse } = now.account
      const spent = what === 'spend' ? spending(purse, points, today) : null
      if (spent) taken.push(spent.lots)
      const back = what === 'back' ? taken.shift() : undefined
      lived.cameBack += back?.length ?? 0
      const change =
        what === 'earn'
          ? changeOn(purse, today, (of) =>
              earning(of, points, 'check-in', addMonths(today, mall.pointsLifeMonths)),
            )
          : (spent ?? (back ? returning(purse, back, today) : null))
      if (change) now = { ...now, account: { ...now.account, purse: applyChange(purse, change) } }
    }
  }
  return lived
}

const deed = (what: Deed[1], most: number): fc.Arbitrary<Deed> =>
  fc.tuple(fc.integer({ min: 0, max: 400 }), fc.constant(what), fc.integer({ min: 1, max: most }))
const daily: readonly Deed[] = Array.from({ length: 400 }, (_, n) => [n, 'earn', 10])
const earned = fc.array(deed('earn', 500), { maxLength: 60 })
const spent = fc.array(deed('spend', 300), { maxLength: 20 })
/** Things that are cancelled late, when what they cost is near its end or past it. */
const back = fc.array(
  fc.tuple(fc.integer({ min: 300, max: 800 }), fc.constant('back' as const), fc.constant(0)),
  { maxLength: 20 },
)
const lives = fc
  .tuple(fc.boolean(), earned, spent)
  .map(([everyDay, some, gone]) => [...(everyDay ? daily : []), ...some, ...gone])

/** For each lead, the most reminders in any 365 days. */
const mostInAYear = ({ told }: Lived, before: number): number => {
  const days = told.filter((each) => each.before === before).map(({ on }) => on)
  return Math.max(0, ...days.map((from) => days.filter((on) => on >= from && on < addDays(from, 365)).length))
}

function everythingWasNamed({ told, ended, purses }: Lived): void {
  for (const { on, kind } of ended)
    for (const before of kind === 'returned' ? [1] : LEADS) {
      // What was not there on that morning came later.
      const wanted = lots(purses.get(addDays(on, -before)) ?? purseOf(), on, on, before)
      const named = told
        .filter((each) => each.first <= on && on <= each.to && each.on <= addDays(on, -before))
        .filter((each) => each.before === before)
        .map((each) => lots(purses.get(each.on) ?? purseOf(), on, on, before))
      expect(Math.max(0, ...named)).toBeGreaterThanOrEqual(wanted)
    }
}

function saysWhatThereWas({ told, purses }: Lived): void {
  for (const { on, before, first, to, points, ofFirst } of told) {
    const purse = purses.get(on) ?? purseOf()
    expect(points).toBe(lots(purse, first, addDays(first, (before === 1 ? 7 : 30) - 1), before))
    expect(points).toBe(lots(purse, first, to, before))
    expect(ofFirst).toBe(lots(purse, first, first, before))
    expect(lots(purse, to, to, before)).toBeGreaterThan(0)
  }
}

describe('reminders of points', () => {
  test('over any lots and spendings name all that ends 30, 7 and 1 days before, as often as their spans allow', () => {
    fc.assert(
      fc.property(lives, (deeds) => {
        const lived = live(deeds)
        everythingWasNamed(lived)
        saysWhatThereWas(lived)
        // 365 days hold thirteen beginnings of 30 days and 53 of 7.
        expect(LEADS.map((before) => mostInAYear(lived, before) <= (before === 1 ? 53 : 13))).not.toContain(
          false,
        )
      }),
      { numRuns: 6, examples: [[daily]] },
    )
  })

  test('name what comes back to days that were named already, and no more often for anything else', () => {
    fc.assert(
      fc.property(lives, back, (deeds, cancelled) => {
        const lived = live([...deeds, ...cancelled])
        everythingWasNamed(lived)
        saysWhatThereWas(lived)
        const most = (before: number): number => (before === 1 ? 53 : 13) + lived.cameBack
        for (const before of LEADS) expect(mostInAYear(lived, before)).toBeLessThanOrEqual(most(before))
      }),
      { numRuns: 8, examples: [[daily, [[370, 'back', 0]]]] },
    )
  })

  test('of who signs in every day are 13 + 13 + 53 in the first year of endings', () => {
    const { told } = live(daily.slice(0, 365))
    // Lots end on each of 365 days: 365 / 30 and 365 / 7, rounded up.
    expect(LEADS.map((lead) => told.filter(({ before }) => before === lead).length)).toEqual([13, 13, 53])
    expect(told.find(({ before }) => before === 30)).toEqual({
      ...{ on: '2026-12-02', before: 30, first: '2027-01-01', to: '2027-01-30' },
      ...{ points: 300, ofFirst: 10 },
    })
  })

  test('of one lot a month are what they were: three for each, of one day', () => {
    const monthly = Array.from({ length: 6 }, (_, n): Deed => [n * 31, 'earn', 100])
    const { told } = live(monthly)
    expect(told).toHaveLength(18)
    expect(
      told.every(({ first, to, points, ofFirst }) => first === to && points === 100 && ofFirst === 100),
    ).toBe(true)
  })

  test('of what came back after its day are given on the eve, though the week was named before it came', () => {
    // On 9 March the eve names 10 and 16 March; on that day 50 come back that live to the 16th, and one day more.
    const lived = nothingYet()
    const before = member(purseOf(['check-in', '2026-03-10', 10], ['check-in', '2026-03-16', 20]), {
      timeDoneOn: day('2026-03-08'),
    })
    const told = morning(before, day('2026-03-09'), lived)
    const { purse } = told.account
    const more = purseOf(
      ['check-in', '2026-03-10', 10],
      ['check-in', '2026-03-16', 20],
      ['returned', '2026-03-16', 50],
    )
    expect(purse.lots).toHaveLength(2)
    morning({ ...told, account: { ...told.account, purse: more } }, day('2026-03-15'), lived)
    const eves = lived.told.filter(({ before: lead }) => lead === 1)
    expect(eves.map(({ on, points, to }) => [on, points, to])).toEqual([
      ['2026-03-09', 30, '2026-03-16'],
      ['2026-03-15', 70, '2026-03-16'],
    ])
  })

  test('are the same when the clock comes every day, every nine days, or after the end', () => {
    fc.assert(
      fc.property(fc.array(deed('earn', 500), { minLength: 1, maxLength: 40 }), (deeds) => {
        const under = (every: number) => {
          const lived = nothingYet()
          const ends = deeds.map(([after, , points]): [LotKind, string, number] => [
            'check-in',
            addMonths(addDays(START, after), 12),
            points,
          ])
          const sums = new Map(ends.map(([, on]) => [on, 0]))
          for (const [, on, points] of ends) sums.set(on, (sums.get(on) ?? 0) + points)
          const purse = purseOf(
            ...[...sums].sort().map(([on, points]): [LotKind, string, number] => ['check-in', on, points]),
          )
          let now = member(purse)
          for (let n = every; n <= END; n += every) now = morning(now, addDays(START, n), lived)
          morning(now, addDays(START, END), lived)
          return { ended: lived.ended, told: lived.told.map(({ on: _late, ...each }) => each) }
        }
        const wanted = under(1)
        expect(wanted.told.length).toBeGreaterThan(2)
        expect(under(9)).toEqual(wanted)
        expect(under(END)).toEqual(wanted)
      }),
      { numRuns: 8 },
    )
  })
})
