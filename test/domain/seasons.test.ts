/** Seasons of invitations: what a referrer's document counts, honours, the board. */
import {
  figuresOf,
  honourOf,
  newInviter,
  nextHonour,
  onBoard,
  seasonToClose,
  withJoined,
  withReward,
  withRewardTakenBack,
  withSeasonClosed,
} from '../../src/domain/referrals/inviter'
import type { ReferralRules } from '../../src/domain/referrals/rules'
import { lastDayOf, quarterOf, seasonOf, type Season } from '../../src/domain/referrals/season'
import { addDays } from '../../src/domain/time/business-day'
import { day, mall } from './mall'

const rules = mall.referral as ReferralRules

describe('a season', () => {
  test.each([
    ['2026-01-01', '2026-Q1', '2026-03-31'],
    ['2026-06-30', '2026-Q2', '2026-06-30'],
    ['2026-07-01', '2026-Q3', '2026-09-30'],
    ['2026-12-31', '2026-Q4', '2026-12-31'],
  ])('of %s is %s and ends on %s', (on, season, last) => {
    expect(seasonOf(day(on))).toBe(season)
    expect(lastDayOf(season as Season)).toBe(last)
    expect(`Q${quarterOf(season as Season)}`).toBe(season.slice(5))
  })

  test('brings bronze at 1, silver at 5 and gold at 10 rewarded friends', () => {
    expect([0, 1, 4, 5, 9, 10, 99].map((friends) => honourOf(rules, friends))).toEqual([
      null,
      'bronze',
      'bronze',
      'silver',
      'silver',
      'gold',
      'gold',
    ])
    expect(nextHonour(rules, 7)).toEqual({ honour: 'gold', needs: 10, missing: 3 })
    expect(nextHonour(rules, 10)).toBeNull()
  })

  test('counts who joined and who brought points in it; what is taken back leaves the season in which it was given', () => {
    const spring = seasonOf(day('2026-05-01'))
    let inviter = withJoined(withJoined(newInviter('code', 'phone'), day('2026-05-01')), day('2026-05-02'))
    inviter = withReward(withReward(inviter, day('2026-05-11'), 1), day('2026-07-02'), 2)
    expect(figuresOf(inviter, spring)).toEqual({ season: spring, joined: 2, rewarded: 1 })
    expect(inviter.boardKey?.startsWith('2026-Q3:00001:')).toBe(true)
    inviter = withRewardTakenBack(inviter, day('2026-05-11'))
    expect(figuresOf(inviter, spring).rewarded).toBe(0)
    expect([inviter.rewarded, inviter.seasons.map(({ season }) => season)]).toEqual([
      1,
      ['2026-Q3', '2026-Q2'],
    ])
    expect(withRewardTakenBack(inviter, day('2026-07-02')).boardKey).toBeUndefined()
  })

  test('is led by more friends, then by who had them first; who does not want to be seen is not on its board', () => {
    const one = withReward(newInviter('a', 'a'), day('2026-05-11'), 100)
    const later = withReward(newInviter('b', 'b'), day('2026-05-11'), 200)
    const two = withReward(one, day('2026-05-12'), 300)
    const keys = [one, later, two].map(({ boardKey }) => boardKey ?? '')
    expect([...keys].sort().reverse()).toEqual([keys[2], keys[0], keys[1]])
    expect(onBoard(two, false).boardKey).toBeUndefined()
    expect(onBoard(onBoard(two, false), true)).toEqual(two)
  })

  test('is closed once for who has an honour of it', () => {
    const inviter = withReward(newInviter('a', 'a'), day('2026-05-11'), 1)
    const { season } = seasonToClose(inviter) ?? {}
    expect(season).toBe('2026-Q2')
    expect(seasonToClose(withSeasonClosed(inviter, season as Season))).toBeNull()
    expect(seasonToClose(withJoined(newInviter('a', 'a'), day('2026-05-11')))).toBeNull()
  })

  test('is kept for three years', () => {
    let inviter = newInviter('a', 'a')
    for (let n = 0; n < 40; n += 1) inviter = withReward(inviter, addDays(day('2026-01-15'), n * 91), n)
    expect(inviter.seasons).toHaveLength(12)
  })
})
