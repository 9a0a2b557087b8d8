/** The last days of coupons in a member's document: whatever comes and goes, what is still to be told stands there. */
import fc from 'fast-check'
import { nextEnd, withEnd, withoutEnds, type CouponEnds } from '../../src/domain/coupons/ends'
import { addDays, type BusinessDay } from '../../src/domain/time/business-day'
import { day } from './mall'

const START = day('2026-01-15')

test('are the days that were added and are not told, in order', () => {
  const step = fc.record({
    on: fc.integer({ min: 0, max: 5 }),
    lives: fc.integer({ min: 0, max: 70 }),
    tells: fc.boolean(),
  })
  fc.assert(
    fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
      let [today, ends]: [BusinessDay, CouponEnds] = [START, {}]
      let wanted: BusinessDay[] = []
      for (const { on, lives, tells } of steps) {
        today = addDays(today, on)
        const until = addDays(today, lives)
        ends = withEnd(ends, until, today)
        // With three days left or fewer nothing is told any more.
        if (lives > 3) wanted = [...new Set([...wanted, until])].sort()
        if (tells) {
          ends = withoutEnds(ends, addDays(today, 9))
          wanted = wanted.filter((each) => each > addDays(today, 9))
        }
        const found: BusinessDay[] = []
        for (let next = nextEnd(ends, today); next; next = nextEnd(ends, next)) found.push(next)
        expect(found).toEqual(wanted.filter((each) => each > today))
      }
    }),
  )
})

test('of two years take less than 700 bytes', () => {
  let ends: CouponEnds = {}
  for (let n = 4; n <= 2 * 366; n += 1) ends = withEnd(ends, addDays(START, n), START)
  expect(JSON.stringify(ends).length).toBeLessThan(700)
})
