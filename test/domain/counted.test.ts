/** Counted benefits: what is left of them in a month or a year, and what a programme may not say about them. */
import {
  leftOfBenefit,
  nextPlace,
  periodEndsOn,
  periodOf,
  withoutUse,
  withUse,
} from '../../src/domain/programme/counted'
import { MALL_PROGRAMME } from '../../src/domain/programme/default-programmes'
import { checkProgramme, type CountedBenefit } from '../../src/domain/programme/programme'
import { day } from './mall'

const parking: CountedBenefit = {
  id: 'parking',
  name: 'parking',
  advice: 'say the plate',
  worth: { kind: 'parking', hours: 2 },
  times: 2,
  per: 'month',
}

test('is whole again with the month or the year of the calendar', () => {
  const used = { parking: { period: '2026-05', used: 2, day: day('2026-05-02') } }
  expect(leftOfBenefit(parking, used, day('2026-05-31'))).toBe(0)
  expect(leftOfBenefit(parking, used, day('2026-06-01'))).toBe(2)
  const yearly = { ...parking, per: 'year' as const }
  expect(
    leftOfBenefit(
      yearly,
      { parking: { period: '2026', used: 1, day: day('2026-05-02') } },
      day('2026-12-31'),
    ),
  ).toBe(1)
  expect([periodOf(parking, day('2026-02-10')), periodOf(yearly, day('2026-02-10'))]).toEqual([
    '2026-02',
    '2026',
  ])
  expect(periodEndsOn(parking, day('2026-02-10'))).toBe('2026-02-28')
  expect(periodEndsOn(yearly, day('2026-02-10'))).toBe('2026-12-31')
})

test('of a lower tier is what it gives less what was used before, and never less than nothing', () => {
  expect(
    leftOfBenefit(
      parking,
      { parking: { period: '2026-05', used: 7, day: day('2026-05-02') } },
      day('2026-05-20'),
    ),
  ).toBe(0)
  expect(leftOfBenefit(parking, {}, day('2026-05-20'))).toBe(2)
})

test('a programme gives each a name of its own, and at least one time', () => {
  const faulty = (counted: CountedBenefit[]): string[] =>
    checkProgramme({ ...MALL_PROGRAMME, ladder: MALL_PROGRAMME.ladder.map((tier) => ({ ...tier, counted })) })
  expect(faulty([parking])).toEqual([])
  expect(faulty([parking, parking]).join()).toContain('share an id')
  expect(faulty([{ ...parking, times: 0 }]).join()).toContain('1 to 366 times')
})

test('counts a use, forgets what is over, and gives no number twice', () => {
  const [may, june] = [day('2026-05-20'), day('2026-06-02')]
  const once = withUse(parking, { lounge: { period: '2025', used: 3, day: day('2025-12-31') } }, may)
  expect(once).toEqual({ parking: { period: '2026-05', used: 1, day: may } })
  const back = withoutUse('parking', once, may)
  expect(back).toEqual({ parking: { period: '2026-05', used: 0, undone: 1, day: may } })
  expect([nextPlace(parking, once, may), nextPlace(parking, back ?? {}, may)]).toEqual([2, 2])
  expect(withUse(parking, back ?? {}, may)).toEqual({
    parking: { period: '2026-05', used: 1, undone: 1, day: may },
  })
  expect(nextPlace(parking, back ?? {}, june)).toBe(1)
  expect(withUse(parking, back ?? {}, june)).toEqual({ parking: { period: '2026-06', used: 1, day: june } })
  expect([withoutUse('parking', back ?? {}, may), withoutUse('parking', once, june)]).toEqual([null, null])
})
