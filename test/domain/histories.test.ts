/** Random histories: whatever a member does, and however late the jobs run, the books are right and nothing is gained. */
import fc from 'fast-check'
import {
  applyChange,
  EMPTY_PURSE,
  expiry,
  LOT_KINDS,
  pendingOn,
  purseOn,
  spendable,
  type Lot,
  type Purse,
} from '../../src/domain/points/purse'
import { tierForSpend } from '../../src/domain/tiers/ladder'
import { windowSpend } from '../../src/domain/tiers/spend-by-day'
import { addDays, addMonths } from '../../src/domain/time/business-day'
import { beginning, beginningOfWaiting, everythingBack, played, type History, type Step } from './history'
import { mall } from './mall'
import { longHistory, shortHistory } from './random-steps'

const often = { numRuns: 300 }
const sum = (numbers: readonly number[]): number => numbers.reduce((all, each) => all + each, 0)
const gained = ({ earned, returned = 0 }: Purse): number => earned + returned
const left = ({ lots, pending = [] }: Purse): number => sum([...lots, ...pending].map((each) => each.left))
const place = (lot: Lot | undefined): string => `${lot?.expiresOn} ${lot && LOT_KINDS.indexOf(lot.kind)}`
/** What targets brought, or took back. */
const targetPoints = ({ moves }: History, kind: 'earned' | 'reversed'): number =>
  sum(moves.map(({ change }) => (change?.kind === kind ? change.points : 0)))
const purseToday = ({ account, today }: History): Purse => purseOn(account.purse, today)
/** What a member has today, however much of it is written down. */
const today = (history: History) => ({ ...history.account, purse: purseToday(history) })

describe.each([
  ['where points count at once', beginning],
  ['where points wait', beginningOfWaiting],
])('%s', (_, from) => {
  test('a purse is the replay of its changes', () => {
    fc.assert(
      fc.property(longHistory, (steps) => {
        const { account, changes } = played(steps, from)
        expect(changes.reduce(applyChange, EMPTY_PURSE)).toEqual(account.purse)
      }),
      often,
    )
  })

  test('earned + returned − spent − expired − reversed = what is left − debt, and the purchases say the same as the purse', () => {
    fc.assert(
      fc.property(longHistory, (steps) => {
        const history = played(steps, from)
        const { purse } = history.account
        expect(gained(purse) - purse.spent - purse.expired - purse.reversed).toBe(left(purse) - purse.debt)
        const earned = sum(history.purchases.map((each) => each.earning.points))
        const takenBack = sum(history.purchases.map((each) => each.pointsTakenBack))
        expect(earned + targetPoints(history, 'earned')).toBe(purse.earned)
        expect(takenBack + targetPoints(history, 'reversed')).toBe(purse.reversed)
      }),
      often,
    )
  })

  test('lots are never empty, stand in spending order, one to a kind and day; a debt stands only beside nothing spendable', () => {
    fc.assert(
      fc.property(longHistory, (steps) => {
        const history = played(steps, from)
        const { lots, debt, pending = [] } = purseToday(history)
        expect([...lots, ...pending].every((lot) => Number.isSafeInteger(lot.left) && lot.left > 0)).toBe(
          true,
        )
        lots.slice(1).forEach((lot, at) => expect(place(lot) > place(lots[at])).toBe(true))
        if (debt > 0) expect(spendable(history.account.purse, history.today)).toBe(0)
      }),
      often,
    )
  })

  test('no change but expiry ever takes a point past its day', () => {
    fc.assert(
      fc.property(longHistory, (steps) => {
        let history = from
        for (const step of steps) {
          const before = history
          history = played([step], before)
          const taken = history.changes.slice(before.changes.length).filter((each) => each.kind !== 'expired')
          for (const lot of taken.flatMap((each) => each.lots))
            expect(lot.points > 0 || lot.expiresOn >= history.today).toBe(true)
        }
      }),
      often,
    )
  })

  test('buy, earn, spend, refund, repeat: once everything came back nothing can be spent, and what was spent is a debt', () => {
    fc.assert(
      fc.property(longHistory, fc.boolean(), (steps, newestFirst) => {
        const { account, today } = everythingBack(played(steps, from), newestFirst)
        const { purse } = account
        expect(purse.reversed).toBe(purse.earned)
        expect(spendable(purse, today)).toBe(0)
        expect(pendingOn(purse, today)).toEqual([])
        const due = sum(purse.lots.map((lot) => lot.left))
        expect(purse.debt).toBe(purse.spent - (purse.returned ?? 0) + purse.expired + due)
        expect(account.spendByDay).toEqual({})
      }),
      often,
    )
  })

  test('points never exceed what the kept goods earned: spent − returned + spendable ≤ earned − reversed + debt', () => {
    fc.assert(
      fc.property(longHistory, (steps) => {
        const history = played(steps, from)
        const { account, purchases, today } = history
        const held = targetPoints(history, 'earned') - targetPoints(history, 'reversed')
        const kept = held + sum(purchases.map((each) => each.earning.points - each.pointsTakenBack))
        const { purse } = account
        const used = purse.spent - (purse.returned ?? 0)
        expect(used + spendable(purse, today)).toBeLessThanOrEqual(kept + purse.debt)
      }),
      often,
    )
  })

  test('jobs that run after every step, seldom or never end in the same account, once they have run', () => {
    fc.assert(
      fc.property(longHistory, (steps) => {
        const seldom = played([...steps, { do: 'jobs' }], from)
        const never = played([...steps.filter((step) => step.do !== 'jobs'), { do: 'jobs' }], from)
        const nightly = played(steps.flatMap(daily), from)
        expect(today(never)).toEqual(today(seldom))
        expect(today(nightly)).toEqual(today(seldom))
      }),
      { numRuns: 60 },
    )
  })
})

test('a purchase is refunded out of its own waiting points, whatever else waits: nobody else’s part moves', () => {
  fc.assert(
    fc.property(longHistory, (steps) => {
      let history = beginningOfWaiting
      for (const step of steps) {
        const before = history
        history = played([step], before)
        if (step.do !== 'refund' && step.do !== 'refund-all') continue
        const waited = sum(pendingOn(before.account.purse, history.today).map((part) => part.left))
        const waits = sum(pendingOn(history.account.purse, history.today).map((part) => part.left))
        const moved = history.purchases.filter((each, at) => each !== before.purchases[at])
        const own = moved.filter((each) => (each.pointsActivateOn ?? '') > history.today)
        const back = (each: History) => sum(each.purchases.map((one) => one.pointsTakenBack))
        const ofTargets = history.moves
          .slice(before.moves.length)
          .flatMap(({ change }) => change?.pending ?? [])
        const fromTargets = -sum(ofTargets.map(({ points }) => points))
        expect(waited - waits - fromTargets).toBe(own.length > 0 ? back(history) - back(before) : 0)
      }
    }),
    often,
  )
})

test('inside one return window the tier is what the kept goods pay for, whatever was returned in whatever order', () => {
  fc.assert(
    fc.property(shortHistory, (steps) => {
      const { account, today } = played(steps)
      const paidFor = tierForSpend(mall.ladder, windowSpend(account.spendByDay, today, 12))
      expect(account.standing.tierId).toBe(paidFor.id)
    }),
    { numRuns: 1000 },
  )
})

test('everything brought back inside the return window leaves the standing of the first day', () => {
  fc.assert(
    fc.property(shortHistory, fc.boolean(), (steps, newestFirst) => {
      const { account } = everythingBack(played(steps), newestFirst)
      expect(account.standing).toEqual(beginning.account.standing)
    }),
    often,
  )
})

test('running the jobs again changes nothing', () => {
  fc.assert(
    fc.property(longHistory, (steps) => {
      const once = played([...steps, { do: 'jobs' }])
      expect(expiry(once.account.purse, once.today)).toBeNull()
      expect(played([{ do: 'jobs' }], once)).toEqual(once)
    }),
    often,
  )
})

test('no purchase counts for two terms of a tier: a year without shopping ends in the grace period', () => {
  fc.assert(
    fc.property(fc.nat(2_000), fc.integer({ min: 1_000_000, max: 30_000_000 }), (days, paidFen) => {
      const bought = played([
        { do: 'wait', days },
        { do: 'buy', lines: [{ kind: 'goods', paidFen, quantity: 1 }], storeId: 'plain', channel: 'till' },
      ])
      const yearLater = addDays(addMonths(bought.today, 12), 1)
      const reviewed = played([{ do: 'jobs' }], { ...bought, today: yearLater })
      expect(reviewed.account.standing.graceEndsOn).not.toBeNull()
    }),
    often,
  )
})

/** A wait with the jobs after each of its nights; any other step with the jobs after it. */
function daily(step: Step): Step[] {
  if (step.do !== 'wait') return [step, { do: 'jobs' }]
  return Array.from({ length: step.days }, (): Step[] => [{ do: 'wait', days: 1 }, { do: 'jobs' }]).flat()
}
