/** The stage of a member by the last day of purchase: each border on both of its sides. */
import { lifecycleStage } from '../../src/domain/members/lifecycle'
import { MALL_PROGRAMME } from '../../src/domain/programme/default-programmes'
import { addDays, businessDay } from '../../src/domain/time/business-day'

const TODAY = businessDay('2026-05-16')
const ago = (days: number) => addDays(TODAY, -days)

// The shipped programme: new for 30 days, dormant after 90, lost after 180.
test.each([
  ['who never bought', 0, null, 'potential'],
  ['who bought for the first time today', 1, 0, 'new'],
  ['whose only purchase was 29 days ago', 1, 29, 'new'],
  ['whose only purchase was 30 days ago', 1, 30, 'active'],
  ['who bought on two days, the last of them today', 2, 0, 'active'],
  ['who bought 89 days ago', 5, 89, 'active'],
  ['who bought 90 days ago', 5, 90, 'dormant'],
  ['whose only purchase was 90 days ago', 1, 90, 'dormant'],
  ['who bought 179 days ago', 5, 179, 'dormant'],
  ['who bought 180 days ago', 5, 180, 'lost'],
  ['who bought two years ago', 128, 730, 'lost'],
] as const)('a member %s is %s', (_, count, days, stage) => {
  const visits = { count, lastDay: days === null ? null : ago(days) }
  expect(lifecycleStage(visits, MALL_PROGRAMME, TODAY)).toBe(stage)
})

test('the borders are what the programme says', () => {
  const programme = { ...MALL_PROGRAMME, lifecycle: { newDays: 1, dormantDays: 2, lostDays: 3 } }
  const stages = [0, 1, 2, 3].map((days) =>
    lifecycleStage({ count: 1, lastDay: ago(days) }, programme, TODAY),
  )
  expect(stages).toEqual(['new', 'active', 'dormant', 'lost'])
})
