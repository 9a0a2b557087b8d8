/** Four digits of a birthday as somebody says it. */
import { birthdaySaid } from '../../src/domain/members/said'

test.each([
  ['0523', 'solar', { calendar: 'solar', month: 5, day: 23 }],
  ['0229', 'solar', { calendar: 'solar', month: 2, day: 29 }],
  ['1231', 'solar', { calendar: 'solar', month: 12, day: 31 }],
  ['0230', 'lunar', { calendar: 'lunar', month: 2, day: 30 }],
  ['0230', 'solar', null],
  ['0431', 'solar', null],
  ['0131', 'lunar', null],
  ['1301', 'solar', null],
  ['1301', 'lunar', null],
  ['0001', 'solar', null],
  ['0500', 'solar', null],
  ['523', 'solar', null],
  ['', 'solar', null],
  ['5 月', 'lunar', null],
] as const)('%j by the %s calendar is %j', (digits, calendar, said) =>
  expect(birthdaySaid(digits, calendar)).toEqual(said),
)
