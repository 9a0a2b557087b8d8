/** Gifts that depend on when the one before was given: of choice once in a year of age, for a tier once in twelve months. */
import { isGiftOpen, yearOfGift, type BirthdayGift } from '../../src/domain/birthdays/birthday-gift'
import { isGiftAgain } from '../../src/domain/time-work/upgrade-gift'
import { addDays } from '../../src/domain/time/business-day'
import { day } from './mall'

test('a birthday that is moved by ten months each time brings no gift more than the years of age have', () => {
  const first = day('2026-01-01')
  let given: BirthdayGift | undefined
  const had: number[] = []
  for (let moved = 0; moved < 40; moved += 1) {
    const on = addDays(first, moved * 304)
    if (!isGiftOpen(given, on)) continue
    const year = yearOfGift(given, on)
    given = { first, year, on, offerId: 'a', couponId: 'a', name: 'a', by: 'x' }
    had.push(moved * 304)
  }
  // 304 days on is within two months of the next year of age, 608 not of the one after; 912, 1,216 and 1,520 again are.
  expect(had.slice(0, 6)).toEqual([0, 304, 912, 1_216, 1_520, 1_824])
  // 39 × 304 days are 32 years and a half.
  expect(had).toHaveLength(33)
})

test('a tier brings its gift again when twelve months are over', () => {
  const last = day('2026-03-09')
  expect(isGiftAgain(undefined, last)).toBe(false)
  expect(
    [day('2026-09-09'), day('2027-03-08'), day('2027-03-09')].map((on) => isGiftAgain(last, on)),
  ).toEqual([true, true, false])
})
