/** Tiers that the mall gives by hand: what they hold, what they leave, and that nothing of them is ever taken for earned. */
import fc from 'fast-check'
import { mergeAccounts } from '../../src/domain/members/merge'
import type { Account } from '../../src/domain/members/account'
import { applyChange, EMPTY_PURSE } from '../../src/domain/points/purse'
import { checkProgramme, rankOf } from '../../src/domain/programme/programme'
import { grantRefusal, heldOn, needsSecond, withGrant, withoutGrant } from '../../src/domain/tiers/grant'
import { reviewedTierLog, tierLogAfter } from '../../src/domain/tiers/tier-log'
import { beginning, played, type History, type Step } from './history'
import { allOf, buys, day, goods, mall, newcomer, pieces, returns } from './mall'
import { grantedHistory } from './random-steps'

type Wish = Parameters<typeof withGrant>[2]

const given = (account: Account, kind: Wish['kind'], tierId: string, on: string, until: string): Account =>
  withGrant(mall, account, { id: 'g1', kind, tierId, until: day(until) }, day(on))
const held = (account: Account, on: string) => {
  const { tierId, graceEndsOn, by } = heldOn(mall, account, day(on))
  return [tierId, graceEndsOn, by ? 'given' : 'earned']
}
const story = (account: Account, on: string) =>
  reviewedTierLog({ account }, mall, day(on)).map((line) => [line.day, line.from, line.to, line.because])

describe('a floor', () => {
  const account = given(newcomer('2026-01-01'), 'floor', 'gold', '2026-03-01', '2026-09-30')

  test('holds to the end of its day, and leaves nothing: what was earned is held', () => {
    expect(held(account, '2026-09-30')).toEqual(['gold', null, 'given'])
    expect(held(account, '2026-10-01')).toEqual(['basic', null, 'earned'])
    expect(story(account, '2026-10-01')).toEqual([['2026-10-01', 'gold', 'basic', 'grant-end']])
    expect(story(account, '2026-09-30')).toEqual([])
  })

  test('lets a purchase earn at its rate, and counts what it earns as earned', () => {
    const bought = buys(account, [goods('12000')], '2026-03-02')
    expect(bought.purchase).toMatchObject({ tierId: 'gold', earning: { rate: 150 }, standingBefore: null })
    expect(bought.account.standing).toMatchObject({ tierId: 'silver', since: '2026-03-02' })
    expect(held(bought.account, '2026-10-01')).toEqual(['silver', null, 'earned'])
    // ¥38,000 more reach gold by spend: the tier is the same, and earned from now on.
    const more = buys(bought.account, [goods('38000')], '2026-04-01')
    expect(held(more.account, '2026-04-01')).toEqual(['gold', null, 'earned'])
    expect(held(more.account, '2026-10-01')).toEqual(['gold', null, 'earned'])
    const mover = { because: 'purchase', cause: 'p2', storeName: null } as const
    const log = tierLogAfter({ account: bought.account }, more.account, mall, day('2026-04-01'), mover)
    expect(log).toMatchObject([{ from: 'gold', to: 'gold', because: 'purchase' }])
  })

  test('is never gone below, whatever comes back', () => {
    const bought = buys(account, [goods('120000', 2)], '2026-03-02')
    expect(held(bought.account, '2026-03-02')).toEqual(['platinum', null, 'earned'])
    const part = returns(bought.account, bought.purchase, [pieces(0)], '2026-03-03')
    expect(held(part.account, '2026-03-03')).toEqual(['gold', null, 'earned'])
    const all = returns(part.account, part.purchase, allOf(part.purchase), '2026-03-04')
    expect(all.account.standing.tierId).toBe('basic')
    expect(held(all.account, '2026-03-04')).toEqual(['gold', null, 'given'])
  })

  test('stands before an own tier in its days of grace, and not before one that is safe', () => {
    const silver = buys(newcomer('2026-01-01'), [goods('10000')], '2026-01-10').account
    const kept = given(silver, 'floor', 'silver', '2026-06-01', '2027-06-01')
    expect(held(kept, '2026-06-02')).toEqual(['silver', null, 'earned'])
    // The own term ends on 2027-01-10 with nothing in the window.
    expect(held(kept, '2027-01-11')).toEqual(['silver', null, 'given'])
    expect(held(kept, '2027-06-02')).toEqual(['basic', null, 'earned'])
  })
})

describe('once', () => {
  const account = given(newcomer('2026-01-01'), 'once', 'platinum', '2026-03-01', '2026-09-30')

  test('is a term to its day; then grace, and one level down at a time, each with a term', () => {
    expect(held(account, '2026-09-30')).toEqual(['platinum', null, 'given'])
    expect(held(account, '2026-10-01')).toEqual(['platinum', '2026-10-30', 'given'])
    expect(held(account, '2026-10-31')).toEqual(['gold', null, 'given'])
    expect(held(account, '2027-10-31')).toEqual(['gold', '2027-11-29', 'given'])
    expect(held(account, '2027-11-30')).toEqual(['silver', null, 'given'])
    expect(held(account, '2029-01-01')).toEqual(['basic', null, 'earned'])
    expect(story(account, '2029-01-01')).toEqual([
      ['2028-12-29', 'silver', 'basic', 'term'],
      ['2028-11-29', 'silver', 'silver', 'grace'],
      ['2027-11-29', 'gold', 'silver', 'term'],
      ['2027-10-30', 'gold', 'gold', 'grace'],
      ['2026-10-30', 'platinum', 'gold', 'term'],
      ['2026-09-30', 'platinum', 'platinum', 'grace'],
    ])
  })

  test('is kept by who reaches its threshold, in its term or in grace, and by nobody else', () => {
    const reached = buys(account, [goods('100000')], '2026-10-15').account
    expect(held(reached, '2026-10-31')).toEqual(['platinum', null, 'earned'])
    expect(reached.standing).toMatchObject({ tierId: 'platinum', termEndsOn: '2027-10-15' })
    const short = buys(account, [goods('99999')], '2026-10-15').account
    expect(held(short, '2026-10-31')).toEqual(['gold', null, 'earned'])
  })

  test('is not renewed by a purchase that comes back', () => {
    const bought = buys(account, [goods('100000')], '2026-09-29')
    const back = returns(bought.account, bought.purchase, allOf(bought.purchase), '2026-10-03')
    expect(held(back.account, '2026-10-03')).toEqual(['platinum', '2026-10-30', 'given'])
    expect(held(back.account, '2026-10-31')).toEqual(['gold', null, 'given'])
  })

  test('written down on the way it says the same later', () => {
    const touched = buys(account, [goods('1')], '2026-11-15')
    const mover = { because: 'purchase', cause: 'p1', storeName: null } as const
    const tierLog = tierLogAfter({ account }, touched.account, mall, day('2026-11-15'), mover)
    const log = reviewedTierLog({ account: touched.account, tierLog }, mall, day('2029-01-01'))
    expect(log.map((line) => [line.day, line.to])).toEqual([
      ['2028-12-29', 'basic'],
      ['2028-11-29', 'silver'],
      ['2027-11-29', 'silver'],
      ['2027-10-30', 'gold'],
      ['2026-10-30', 'gold'],
      ['2026-09-30', 'platinum'],
    ])
  })
})

test('taken back it leaves what is earned, at once', () => {
  const account = given(newcomer('2026-01-01'), 'once', 'gold', '2026-03-01', '2026-09-30')
  const without = withoutGrant(mall, account, day('2026-04-01'))
  expect(without).toEqual(newcomer('2026-01-01'))
  expect(held(without, '2026-04-01')).toEqual(['basic', null, 'earned'])
})

test('a tier that was given stays given when another account goes over', () => {
  const account = given(newcomer('2026-01-01'), 'floor', 'gold', '2026-03-01', '2026-09-30')
  const old = buys(newcomer('2026-01-01'), [goods('10000')], '2026-02-01').account
  const { from, into } = mergeAccounts(old, account, mall, day('2026-04-01'))
  expect(held(into, '2026-09-30')).toEqual(['gold', null, 'given'])
  expect(held(into, '2026-10-01')).toEqual(['silver', null, 'earned'])
  expect(from).not.toHaveProperty('grant')
})

describe('what may be given', () => {
  const silver = buys(newcomer('2026-01-01'), [goods('10000')], '2026-01-10').account
  const refusal = (kind: Wish['kind'], tierId: string, until: string, account = silver) =>
    grantRefusal(mall, account, { kind, tierId, until: day(until) }, day('2026-03-01'))

  test.each([
    ['a tier that there is not', 'once', 'copper', '2026-09-30', 'tier-unknown'],
    ['a day that is over', 'once', 'gold', '2026-03-01', 'until-out-of-range'],
    ['more than 24 months', 'once', 'gold', '2028-03-02', 'until-out-of-range'],
    ['the tier that is held', 'once', 'silver', '2026-09-30', 'not-higher'],
    ['the lowest tier', 'floor', 'basic', '2026-09-30', 'not-higher'],
  ] as const)('not %s', (_, kind, tierId, until, refused) => {
    expect(refusal(kind, tierId, until)).toBe(refused)
  })

  test('a higher tier, the own one as a floor, to the last day of 24 months; the next one when the last is over', () => {
    expect(refusal('once', 'gold', '2028-03-01')).toBeNull()
    expect(refusal('floor', 'silver', '2026-03-02')).toBeNull()
    const taken = given(silver, 'once', 'gold', '2026-02-01', '2026-03-01')
    expect(refusal('once', 'platinum', '2026-09-30', taken)).toBe('in-force')
    expect(
      grantRefusal(
        mall,
        taken,
        { kind: 'floor', tierId: 'gold', until: day('2026-09-30') },
        day('2026-03-02'),
      ),
    ).toBeNull()
  })

  test('two levels up and the top tier take a second manager, measured from what is earned', () => {
    const second = (tierId: string, account = silver) => needsSecond(mall, account, tierId, day('2026-03-02'))
    expect(['silver', 'gold', 'platinum', 'diamond'].map((tierId) => second(tierId))).toEqual([
      false,
      false,
      true,
      true,
    ])
    const stepped = given(silver, 'once', 'gold', '2026-02-01', '2026-03-01')
    expect(second('platinum', stepped)).toBe(true)
    const platinum = buys(newcomer('2026-01-01'), [goods('100000')], '2026-01-10').account
    expect(second('diamond', platinum)).toBe(true)
  })

  test.each([
    [{ levelsAlone: -1, longestMonths: 24 }, 'grants.levelsAlone'],
    [{ levelsAlone: 1, longestMonths: 0 }, 'grants.longestMonths'],
  ])('a programme with %j is refused', (grants, fault) => {
    expect(checkProgramme({ ...mall, grants })).toEqual([expect.stringContaining(fault)])
  })
})

describe('in random histories with grants', () => {
  const isGrant = (step: Step): boolean => step.do === 'grant' || step.do === 'revoke'
  const today = ({ account, today: on }: History) => heldOn(mall, account, on)
  const often = { numRuns: 300 }

  test('what is earned is what it would be without them, and a purse is still the replay of its changes', () => {
    fc.assert(
      fc.property(grantedHistory, (steps) => {
        const once: Step = { do: 'jobs' }
        const { account, changes } = played([...steps, once])
        const without = played([...steps.filter((step) => !isGrant(step)), once])
        expect(account.standing).toEqual(without.account.standing)
        expect(account.spendByDay).toEqual(without.account.spendByDay)
        expect(changes.reduce(applyChange, EMPTY_PURSE)).toEqual(account.purse)
      }),
      often,
    )
  })

  test('nobody is held below what is earned, nor below a grant before its day is over', () => {
    fc.assert(
      fc.property(grantedHistory, (steps) => {
        let history = beginning
        for (const step of steps) {
          history = played([step], history)
          const { account, today: on } = history
          const { grant, ...own } = account
          const rank = rankOf(mall, today(history).tierId)
          expect(rank).toBeGreaterThanOrEqual(rankOf(mall, heldOn(mall, own, on).tierId))
          if (grant && on <= grant.until)
            expect(rank).toBeGreaterThanOrEqual(rankOf(mall, grant.gives.tierId))
        }
      }),
      often,
    )
  })

  test('it does not matter when terms and grants that ended are written down', () => {
    fc.assert(
      fc.property(grantedHistory, (steps) => {
        const seldom = played(steps.filter((step) => step.do !== 'jobs'))
        const often = played(steps.flatMap((step): Step[] => [step, { do: 'jobs' }]))
        expect(today(often)).toEqual(today(seldom))
      }),
      often,
    )
  })
})
