/** Tiers that are measured on more than spend: what is reached, what is missing, and what is wrong with such a programme. */
import { newAccount, tookPart, type Account } from '../../src/domain/members/account'
import { mergeAccounts } from '../../src/domain/members/merge'
import { fen, NO_FEN } from '../../src/domain/money/fen'
import type { Measures } from '../../src/domain/programme/measures'
import { checkProgramme, tierById, type Programme, type Tier } from '../../src/domain/programme/programme'
import { previewPurchase } from '../../src/domain/purchases/preview'
import { bookPurchase, type BookedPurchase } from '../../src/domain/purchases/purchase'
import { bookRefund } from '../../src/domain/refunds/refund'
import { earnedOn, heldOn } from '../../src/domain/tiers/grant'
import { gapTo, otherWay, reachedFen, tallyOn } from '../../src/domain/tiers/measure'
import { afterTermReview, projectedTier } from '../../src/domain/tiers/standing'
import { addDays, addMonths } from '../../src/domain/time/business-day'
import { beginningOfAny, beginningOfWeighted } from './history'
import { allOf, amount, day, goods, mall, newcomer, noonOf, yuan } from './mall'

/** Silver by ¥10,000 or 3 visits or 2 activities, gold by 6 or 4, platinum by 9 or 6; diamond by ¥200,000 alone. */
const either = beginningOfAny.programme
/** Three a yuan, so that ¥10,000 score 30,000; 7,000 a visit, 4,000 an activity. */
const added = beginningOfWeighted.programme

const buysIn = (programme: Programme, account: Account, paid: string, on: string): BookedPurchase =>
  bookPurchase(
    account,
    { lines: [goods(paid)], priceFen: NO_FEN, discountFen: NO_FEN },
    programme,
    noonOf(on),
  )
const comes = (programme: Programme, ...days: readonly string[]): Account =>
  days.reduce((account, on) => buysIn(programme, account, '1', on).account, newcomer())
const tierOf = (account: Account): string => account.standing.tierId
const back = (
  programme: Programme,
  { account, purchase }: BookedPurchase,
  on: string,
  undo = false,
): Account => {
  const booked = bookRefund(account, purchase, allOf(purchase), programme, noonOf(on), undo)
  if ('refused' in booked) throw new Error('refused')
  return booked.account
}
const takesPart = (programme: Programme, account: Account, ...days: readonly string[]): Account =>
  days.reduce((now, on) => tookPart(now, programme, day(on)), account)

describe('where either is enough', () => {
  test('the third day of shopping brings the tier at once; two purchases of a day are one visit', () => {
    expect(tierOf(comes(either, '2026-03-01', '2026-03-01', '2026-03-02'))).toBe('basic')
    const third = comes(either, '2026-03-01', '2026-03-02', '2026-03-03')
    expect(third.standing).toMatchObject({ tierId: 'silver', since: '2026-03-03', termEndsOn: '2027-03-03' })
  })

  test('spend alone and taking part alone reach it as well; two halves do not add up', () => {
    expect(tierOf(buysIn(either, newcomer(), '10000', '2026-03-01').account)).toBe('silver')
    expect(tierOf(takesPart(either, newcomer(), '2026-03-01', '2026-03-01'))).toBe('silver')
    const halves = takesPart(either, comes(either, '2026-03-01', '2026-03-02'), '2026-03-02')
    expect(tierOf(buysIn(either, halves, '9000', '2026-03-02').account)).toBe('basic')
  })

  test('a tier without a threshold of visits is reached by spend alone', () => {
    const days = Array.from({ length: 40 }, (_, n) => addDays(day('2026-03-01'), n))
    expect(tierOf(comes(either, ...days))).toBe('platinum')
  })

  test('freight and gift cards are no visit', () => {
    const order = {
      lines: [{ ...goods('50'), kind: 'gift-card' as const }],
      priceFen: NO_FEN,
      discountFen: NO_FEN,
    }
    const { account } = bookPurchase(newcomer(), order, either, noonOf('2026-03-01'))
    expect(tallyOn(either, account.spendByDay, day('2026-03-01')).visits).toBe(0)
  })

  test('a visit of which all came back counts no more, in time or late; one of which a part is kept does', () => {
    const two = comes(either, '2026-03-01', '2026-03-02')
    const third = buysIn(either, two, '1', '2026-03-03')
    expect(back(either, third, '2026-03-05').standing).toEqual(two.standing)
    const late = back(either, third, '2026-03-20')
    expect(tierOf(late)).toBe('silver')
    expect(tallyOn(either, late.spendByDay, day('2026-03-20')).visits).toBe(2)
    const again = buysIn(either, third.account, '5', '2026-03-03')
    expect(tierOf(back(either, again, '2026-03-05'))).toBe('silver')
  })

  test('an undone registration was no visit', () => {
    const third = buysIn(either, comes(either, '2026-03-01', '2026-03-02'), '1', '2026-03-03')
    const undone = back(either, third, '2026-03-03', true)
    expect([undone.visits.count, tierOf(undone)]).toEqual([2, 'basic'])
  })

  test('a shop of ¥1 a day that all comes back next day leads nowhere', () => {
    const end = Array.from({ length: 30 }, (_, n) => addDays(day('2026-03-01'), n)).reduce(
      (account, on) => back(either, buysIn(either, account, '1', on), addDays(on, 1)),
      newcomer(),
    )
    expect(end.standing).toEqual(newcomer().standing)
  })

  test('visits inside the window keep the tier at its term end; without them grace, then one level down', () => {
    const silver = comes(either, '2026-03-01', '2026-03-02', '2026-03-03')
    const review = ({ standing, spendByDay }: Account, on: string) =>
      afterTermReview(either, standing, spendByDay, day(on))
    const keeps = ['2026-11-01', '2026-12-01', '2027-03-02'].reduce(
      (account, on) => buysIn(either, account, '1', on).account,
      silver,
    )
    expect(review(keeps, '2027-03-04')).toMatchObject({ tierId: 'silver', since: '2027-03-03' })
    expect(review(silver, '2027-03-04')).toMatchObject({ tierId: 'silver', graceEndsOn: '2027-04-02' })
    const two = buysIn(either, buysIn(either, silver, '1', '2026-12-01').account, '1', '2027-03-05')
    expect(two.account.standing.graceEndsOn).not.toBeNull()
    expect(buysIn(either, two.account, '1', '2027-03-06').account.standing).toMatchObject({
      tierId: 'silver',
      since: '2027-03-06',
      graceEndsOn: null,
    })
    expect(review(silver, '2027-04-03').tierId).toBe('basic')
  })

  test('the pace of 90 days goes for visits too', () => {
    const { standing, spendByDay } = comes(either, '2026-03-01', '2026-04-01')
    // Two visits, and two in 90 days × 259 days left until 1 January 2027: 2 + 5, gold.
    expect(projectedTier(either, standing, spendByDay, day('2026-04-17')).id).toBe('gold')
    expect(projectedTier(mall, standing, spendByDay, day('2026-04-17')).id).toBe('basic')
  })

  test('what is missing, in spend and in the nearest other measure', () => {
    const [basic, silver, gold, diamond] = ['basic', 'silver', 'gold', 'diamond'].map((id) =>
      tierById(either, id),
    )
    const tally = { spendFen: yuan('8800'), visits: 1, activity: 0 }
    expect(gapTo(either, silver as Tier, tally)).toBe(yuan('1200'))
    expect(otherWay(either, basic as Tier, silver as Tier, tally)).toEqual({
      ...{ measure: 'visits', gap: 2, inside: 1, band: 3 },
    })
    const active = { ...tally, activity: 1 }
    expect(otherWay(either, basic as Tier, silver as Tier, active)).toMatchObject({
      measure: 'activity',
      gap: 1,
    })
    expect(otherWay(either, silver as Tier, gold as Tier, { ...tally, visits: 4 })).toMatchObject({
      ...{ measure: 'visits', gap: 2, inside: 1, band: 3 },
    })
    expect(gapTo(either, silver as Tier, { ...tally, visits: 3 })).toBe(NO_FEN)
    expect(otherWay(either, gold as Tier, diamond as Tier, tally)).toBeNull()
    expect(otherWay(mall, basic as Tier, silver as Tier, tally)).toBeNull()
  })
})

describe('where all of it adds up', () => {
  test('¥5,000, one visit and two activities are 30,000: silver, and a fen less is not', () => {
    const { account } = buysIn(added, newcomer(), '5000', '2026-03-01')
    expect(tierOf(takesPart(added, account, '2026-03-02', '2026-03-03'))).toBe('silver')
    const short = buysIn(added, newcomer(), '4999.99', '2026-03-01').account
    expect(tierOf(takesPart(added, short, '2026-03-02', '2026-03-03'))).toBe('basic')
  })

  test('what a score that is no whole fen lacks is rounded against nobody', () => {
    // 7,000 / 3 = 2,333.33: with ¥7,666.66 it is short by a third of a fen, with ¥7,666.67 it is reached.
    const reached = (spend: string) => reachedFen(added, { spendFen: yuan(spend), visits: 1, activity: 0 })
    expect(reached('7666.66')).toBe(fen(999_999))
    expect(reached('7666.67')).toBe(yuan('10000'))
  })

  test('a refund takes its spend and the visit that was all of it', () => {
    const first = buysIn(added, newcomer(), '8000', '2026-03-01')
    expect(tierOf(first.account)).toBe('silver')
    expect(back(added, first, '2026-03-02').standing).toEqual(newcomer().standing)
  })

  test('what is missing, in spend alone and in visits alone', () => {
    const [basic, silver] = ['basic', 'silver'].map((id) => tierById(added, id))
    const tally = { spendFen: yuan('5000'), visits: 1, activity: 0 }
    // 15,000 + 7,000 of 30,000: 8,000 more are ¥2,666.67 or two visits.
    expect(gapTo(added, silver as Tier, tally)).toBe(yuan('2666.67'))
    expect(otherWay(added, basic as Tier, silver as Tier, tally)).toMatchObject({ measure: 'visits', gap: 2 })
  })
})

describe('taking part', () => {
  test('is counted by day, and moves no tier where it does not count', () => {
    const account = takesPart(mall, newcomer(), '2026-03-01', '2026-03-01', '2026-03-02')
    expect(account.activityByDay).toEqual({ '2026-03-01': 2, '2026-03-02': 1 })
    expect(account.standing).toEqual(newcomer().standing)
  })

  test('is remembered as long as a window can reach it, so the record stays small', () => {
    const start = day('2026-01-01')
    const days = Array.from({ length: 1_100 }, (_, n) => addDays(start, n))
    const account = days.reduce((now, on) => tookPart(now, either, on), newAccount(either, start))
    const kept = Object.keys(account.activityByDay ?? {}).sort()
    expect(kept[0]).toBe(addDays(addMonths(days.at(-1) ?? start, -15), 1))
    expect(JSON.stringify(account.activityByDay).length).toBeLessThan(8_000)
  })

  test('stays with the account through purchases, refunds and a merge, where days add up', () => {
    const one = takesPart(either, newcomer(), '2026-03-01')
    const bought = buysIn(either, one, '10', '2026-03-02')
    const kept = back(either, bought, '2026-03-02')
    expect([bought.account.activityByDay, kept.activityByDay]).toEqual([
      { '2026-03-01': 1 },
      { '2026-03-01': 1 },
    ])
    const merged = mergeAccounts(one, takesPart(either, newcomer(), '2026-03-01'), either, day('2026-03-05'))
    expect(merged.into.activityByDay).toEqual({ '2026-03-01': 2 })
    expect([tierOf(merged.into), merged.from.activityByDay]).toEqual(['silver', undefined])
  })

  test('brings no second tier after the refund of what it came with', () => {
    const bought = buysIn(added, newcomer(), '8000', '2026-03-01')
    const active = takesPart(added, bought.account, '2026-03-02')
    expect(tierOf(back(added, { ...bought, account: active }, '2026-03-03'))).toBe('basic')
    expect(heldOn(added, active, day('2026-03-02')).tierId).toBe('silver')
  })
})

test('a visit of before, written by a programme of spend alone, counts once the mall measures visits', () => {
  const old = comes(mall, '2026-03-01', '2026-03-02')
  expect(tierOf(buysIn(either, old, '1', '2026-03-03').account)).toBe('silver')
  expect(earnedOn(either, old, day('2026-03-03')).tierId).toBe('basic')
})

test('the preview counts the visit that the purchase is, once a day', () => {
  const measures = either.measures as Measures
  const preview = (visitedToday: boolean) =>
    previewPurchase(
      [amount(yuan('1'))],
      { tierId: 'basic', windowFen: yuan('2'), beside: { measures, visits: 2, activity: 0, visitedToday } },
      either.ladder,
    )
  expect(preview(false)).toMatchObject({ upgradesTo: '银卡', next: { gapFen: yuan('49997') } })
  expect(preview(true).upgradesTo).toBeNull()
})

const withRank = (rank: number, change: Partial<Tier>, programme = either): Programme => ({
  ...programme,
  ladder: programme.ladder.map((tier, at) => (at === rank ? { ...tier, ...change } : tier)),
})
const weighing = (weights: object): Programme => ({
  ...mall,
  measures: { rule: 'weighted', weights: { spendYuan: 1, visit: 1, activity: 1, ...weights } },
})

test('programmes of several measures have no fault', () => {
  expect([checkProgramme(either), checkProgramme(added)]).toEqual([[], []])
})

test.each<[string, Programme, string]>([
  ['measures by no known rule', { ...mall, measures: { rule: 'all' } as never }, 'measures.rule'],
  ['measures nothing beside spend', { ...mall, measures: { rule: 'any' } }, 'must count something'],
  ['weighs nothing beside spend', weighing({ visit: 0, activity: 0 }), 'must count something'],
  ['weighs spend as nothing', weighing({ spendYuan: 0 }), 'the weight of a yuan'],
  ['weighs a visit below nothing', weighing({ visit: -1 }), 'the weight of a visit'],
  ['weighs activity in parts', weighing({ activity: 0.5 }), 'the weight of an activity'],
  ['asks for visits at the lowest tier', withRank(0, { thresholdVisits: 1 }), 'basic: the lowest tier'],
  ['asks for no visit', withRank(1, { thresholdVisits: 0 }), 'silver: visits must be 1'],
  ['asks for half an activity', withRank(1, { thresholdActivity: 1.5 }), 'silver: activity must be 1'],
  [
    'asks for fewer visits above',
    withRank(2, { thresholdVisits: 3 }),
    'gold must ask for more visits than silver',
  ],
  [
    'counts visits for no tier',
    { ...mall, measures: { rule: 'any', visits: true } },
    'no tier has a threshold of visits',
  ],
  [
    'has a threshold that nothing counts',
    { ...either, measures: { rule: 'any', visits: true } },
    'silver: a threshold of activity that the programme does not count',
  ],
  [
    'has thresholds beside weights',
    withRank(1, { thresholdVisits: 3 }, added),
    'silver: a threshold of visits',
  ],
])('a programme that %s is refused', (_, programme, fault) => {
  expect(checkProgramme(programme)).toContainEqual(expect.stringContaining(fault))
})
