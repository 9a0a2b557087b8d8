/** `docs/stacking.md` says what the calculator does, and a few cases say by hand what that has to be. */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { ROOT } from '../tidy/tree'
import { STACKING_CASES, stackingPage } from './stacking-cases'

const PAGE = join(ROOT, 'docs/stacking.md')

test('the page is what the cases give', () => {
  if (process.env.REWRITE) writeFileSync(PAGE, stackingPage())
  expect(readFileSync(PAGE, 'utf8')).toBe(stackingPage())
})

test.each([
  ['the tier’s discount comes first, the coupon after it', 31_670],
  ['a threshold is measured after the discount', 29_925],
  ['a coupon that does not go beside the discount takes its place', 33_600],
  ['cash is capped by what is left, not refused', 0],
  ['two of one group, of which an order takes one', null],
  ['an exclusive coupon with another', null],
  ['percent before cash, as their ranks say', 15_000],
  ['cash before percent, as their ranks say', 15_300],
  ['an earlier coupon leaves too little for a later threshold', 29_000],
  ['the other way round both count', 24_000],
  ['of three pieces one is free', 18_000],
  ['a pair frees one piece once', 18_000],
  ['two pairs take two coupons', 18_000],
  ['a gift card is never reduced', 50_000],
  ['several that together are more than the price', 0],
])('%s: %s fen', (words, payFen) => {
  const found = STACKING_CASES.filter((each) => each.words === words)
  expect(found.map(({ settled }) => settled?.payFen ?? null)).toEqual([payFen])
})
