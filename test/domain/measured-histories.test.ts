/** Random histories in malls where coming and taking part count too: nothing is gained by bringing back, nothing depends on jobs. */
import fc from 'fast-check'
import { addFen, fen } from '../../src/domain/money/fen'
import { applyChange, EMPTY_PURSE, spendable } from '../../src/domain/points/purse'
import { rankOf } from '../../src/domain/programme/programme'
import { previewPurchase } from '../../src/domain/purchases/preview'
import { heldOn } from '../../src/domain/tiers/grant'
import { tierForSpend } from '../../src/domain/tiers/ladder'
import { reachedOn, tallyOn } from '../../src/domain/tiers/measure'
import { oldestKept, windowSpend } from '../../src/domain/tiers/spend-by-day'
import {
  beginningOfAny,
  beginningOfWeighted,
  everythingBack,
  played,
  type History,
  type Step,
} from './history'
import { amount } from './mall'
import { measuredHistory, shortMeasuredHistory } from './random-steps'

const often = { numRuns: 300 }

const reachedToday = ({ account, programme, today }: History): string =>
  tierForSpend(programme.ladder, reachedOn(programme, account.spendByDay, today, account.activityByDay)).id

describe.each([
  ['where either is enough', beginningOfAny],
  ['where all of it adds up', beginningOfWeighted],
])('%s', (_, from) => {
  test('a purse is the replay of its changes, and the spend that is kept is that of the purchases', () => {
    fc.assert(
      fc.property(measuredHistory, (steps) => {
        const { account, changes, purchases, today } = played(steps, from)
        expect(changes.reduce(applyChange, EMPTY_PURSE)).toEqual(account.purse)
        const kept = purchases.map((each) => fen(each.qualifyingFen - each.refundedQualifyingFen))
        expect(windowSpend(account.spendByDay, today, 240)).toBeLessThanOrEqual(addFen(...kept))
      }),
      often,
    )
  })

  test('inside one return window the tier is what kept goods, their days and taking part have reached', () => {
    fc.assert(
      fc.property(shortMeasuredHistory, (steps) => {
        const history = played(steps, from)
        expect(history.account.standing.tierId).toBe(reachedToday(history))
      }),
      { numRuns: 1000 },
    )
  })

  test('everything brought back in time: no visit counts, and the standing is that of who only took part', () => {
    fc.assert(
      fc.property(shortMeasuredHistory, fc.boolean(), (steps, newestFirst) => {
        const history = everythingBack(played(steps, from), newestFirst)
        const { account, programme, today } = history
        expect(tallyOn(programme, account.spendByDay, today)).toEqual({ spendFen: 0, visits: 0, activity: 0 })
        expect(spendable(account.purse, today)).toBe(0)
        const tookPartOnly = played(
          steps.filter((step) => step.do === 'wait' || step.do === 'take-part'),
          from,
        )
        expect(account.standing.tierId).toBe(tookPartOnly.account.standing.tierId)
      }),
      often,
    )
  })

  test('a refund never lifts, and of a day of which something is kept it takes no visit', () => {
    fc.assert(
      fc.property(measuredHistory, (steps) => {
        let history = from
        for (const step of steps) {
          const before = history
          history = played([step], before)
          if (step.do !== 'refund' && step.do !== 'refund-all') continue
          const { programme, today, account } = history
          const rank = (each: History) =>
            rankOf(programme, heldOn(programme, each.account, each.today).tierId)
          expect(rank(history)).toBeLessThanOrEqual(rank(before))
          const days = history.purchases.map(({ day }) => day)
          for (const day of days.filter((each) => each > oldestKept(today, programme)))
            expect(day in account.spendByDay).toBe(keptOn(history, day) > 0)
        }
      }),
      often,
    )
  })

  test('jobs that run after every step, seldom or never end in the same account, once they have run', () => {
    fc.assert(
      fc.property(measuredHistory, (steps) => {
        const seldom = played([...steps, { do: 'jobs' }], from)
        const never = played([...steps.filter((step) => step.do !== 'jobs'), { do: 'jobs' }], from)
        const often = played(
          steps.flatMap((step): Step[] => [step, { do: 'jobs' }]),
          from,
        )
        expect(never.account.standing).toEqual(seldom.account.standing)
        expect(often.account.standing).toEqual(seldom.account.standing)
      }),
      { numRuns: 100 },
    )
  })

  test('the preview promises the tier that the booking then gives, also by the visit that it is', () => {
    fc.assert(
      fc.property(measuredHistory, fc.nat(600_000), (steps, price) => {
        const history = played([...steps, { do: 'jobs' }], from)
        const { account, programme, today } = history
        const { spendFen, visits, activity } = tallyOn(
          programme,
          account.spendByDay,
          today,
          account.activityByDay,
        )
        const { measures } = programme
        const held = account.standing.tierId
        const preview = previewPurchase(
          [amount(fen(price))],
          {
            tierId: held,
            windowFen: spendFen,
            ...(measures && {
              beside: { measures, visits, activity, visitedToday: today in account.spendByDay },
            }),
          },
          programme.ladder,
        )
        const lines = [{ kind: 'goods' as const, paidFen: preview.payFen, quantity: 1 }]
        const bought = played([{ do: 'buy', lines, storeId: 'plain', channel: 'till' }], history)
        const names = new Map(programme.ladder.map(({ id, name }) => [id, name]))
        expect(names.get(bought.account.standing.tierId)).toBe(preview.upgradesTo ?? names.get(held))
      }),
      often,
    )
  })
})

const keptOn = ({ purchases }: History, day: string): number =>
  purchases
    .filter((each) => each.day === day)
    .reduce((sum, each) => sum + each.qualifyingFen - each.refundedQualifyingFen, 0)
