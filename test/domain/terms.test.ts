/** Up at once; at a term's end renewed, or a grace period and one level down. */
import { afterPurchase, afterTermReview, type Standing } from '../../src/domain/tiers/standing'
import type { SpendByDay } from '../../src/domain/tiers/spend-by-day'
import { allOf, buys, day, goods, holderOf, mall, newcomer, returns, standingOf, yuan } from './mall'

const gold = standingOf('gold', '2025-06-15')
const enough: SpendByDay = { '2025-09-01': yuan('50000') }
const review = (standing: Standing, spend: SpendByDay, today: string): Standing =>
  afterTermReview(mall, standing, spend, day(today))

test('an upgrade counts at once, over several levels, with a term of twelve months from that day', () => {
  const { account, purchase } = buys(newcomer(), [goods('100000')], '2026-03-01')
  expect(account.standing).toMatchObject({
    tierId: 'platinum',
    since: '2026-03-01',
    termEndsOn: '2027-03-01',
    graceEndsOn: null,
  })
  expect(purchase.standingBefore?.tierId).toBe('basic')
})

test('the purchase that brings an upgrade earns at the tier held before it, the next one at the new tier', () => {
  const first = buys(newcomer(), [goods('10000')], '2026-03-01')
  const second = buys(first.account, [goods('100')], '2026-03-01')
  expect(first.purchase).toMatchObject({ tierId: 'basic', earning: { rate: 100, points: 10_000 } })
  expect(second.purchase).toMatchObject({ tierId: 'silver', earning: { rate: 120, points: 120 } })
  expect(second.purchase.standingBefore).toBeNull()
})

test('a purchase inside the term neither lowers the tier nor starts a new term', () => {
  expect(afterPurchase(mall, gold, yuan('100'), day('2026-01-01'))).toBe(gold)
  expect(afterPurchase(mall, gold, yuan('60000'), day('2026-01-01'))).toBe(gold)
})

describe('at the end of a term', () => {
  test('the last day still belongs to it', () => {
    expect(review(gold, {}, '2026-06-15')).toBe(gold)
  })

  test('spend of the own threshold inside the window renews the tier from that day', () => {
    expect(review(gold, enough, '2026-06-16')).toMatchObject({
      tierId: 'gold',
      since: '2026-06-15',
      termEndsOn: '2027-06-15',
      graceEndsOn: null,
    })
  })

  test.each([
    ['a fen short', { '2025-09-01': yuan('49999.99') }],
    ['spent on the day on which the tier was earned', { '2025-06-15': yuan('50000') }],
    ['spent after the term', { '2026-06-16': yuan('50000') }],
  ])('%s opens 30 days of grace in which the tier is still held', (_, spend) => {
    expect(review(gold, spend, '2026-06-16')).toEqual({ ...gold, graceEndsOn: '2026-07-15' })
    expect(review(gold, spend, '2026-07-15')).toEqual({ ...gold, graceEndsOn: '2026-07-15' })
  })

  test('after the grace the tier is one level lower, with a new term from the end of the grace', () => {
    expect(review(gold, {}, '2026-07-16')).toMatchObject({
      tierId: 'silver',
      since: '2026-07-15',
      termEndsOn: '2027-07-15',
      graceEndsOn: null,
    })
  })

  test('the lowest tier renews itself', () => {
    expect(review(standingOf('basic', '2025-01-01'), {}, '2026-01-02')).toMatchObject({
      tierId: 'basic',
      since: '2026-01-01',
    })
  })

  test('a tier of 29 February is not renewed by the purchase that earned it', () => {
    const leap = buys(newcomer('2028-01-01'), [goods('50000')], '2028-02-29')
    expect(leap.account.standing.termEndsOn).toBe('2029-02-28')
    expect(review(leap.account.standing, leap.account.spendByDay, '2029-03-01').graceEndsOn).toBe(
      '2029-03-30',
    )
  })
})

describe('a review that runs late or twice', () => {
  test('changes nothing the second time', () => {
    const once = review(gold, {}, '2026-06-20')
    expect(review(once, {}, '2026-06-20')).toEqual(once)
    const lower = review(gold, {}, '2026-08-01')
    expect(review(lower, {}, '2026-08-01')).toBe(lower)
  })

  test('judges every term that ended meanwhile as if it had run each day', () => {
    const days = ['2026-06-16', '2026-07-16', '2027-07-16', '2027-08-15', '2029-01-01']
    const punctual = days.reduce((standing, today) => review(standing, {}, today), gold)
    expect(review(gold, {}, '2029-01-01')).toEqual(punctual)
    expect(punctual.tierId).toBe('basic')
  })

  test('remembers the same as one that ran each night of the grace period', () => {
    const punctual = ['2026-06-16', '2026-07-16'].reduce(
      (standing, today) => review(standing, {}, today),
      gold,
    )
    expect(review(gold, {}, '2026-07-16')).toEqual(punctual)
  })

  test('does not let a refund that comes first change what the term was judged on', () => {
    const bought = buys(holderOf('gold', '2025-06-15'), [goods('50000')], '2025-09-01')
    const { standing, spendByDay } = bought.account
    const reviewed = { ...bought.account, standing: review(standing, spendByDay, '2026-06-20') }
    const [punctual, late] = [reviewed, bought.account].map(
      (account) => returns(account, bought.purchase, allOf(bought.purchase), '2026-06-20').account,
    )
    expect(punctual?.standing).toMatchObject({ tierId: 'gold', since: '2026-06-15' })
    expect(late).toEqual(punctual)
  })

  test('does not cost a member what was bought in the grace period', () => {
    const held = holderOf('gold', '2025-06-15')
    const bought = buys(held, [goods('50000')], '2026-07-01')
    expect(bought.account.standing).toMatchObject({ tierId: 'gold', since: '2026-07-01', graceEndsOn: null })
    expect(review(bought.account.standing, bought.account.spendByDay, '2026-08-01').tierId).toBe('gold')
  })

  test('does not let a purchase after the grace earn at the tier that is already lost', () => {
    const bought = buys(holderOf('gold', '2025-06-15'), [goods('100')], '2026-07-20')
    expect(bought.purchase).toMatchObject({ tierId: 'silver', earning: { rate: 120 } })
  })
})

test('in the grace period the own threshold renews the tier for a new term, a fen less does not', () => {
  const grace = { ...gold, graceEndsOn: day('2026-07-15') }
  expect(afterPurchase(mall, grace, yuan('49999.99'), day('2026-07-01'))).toBe(grace)
  expect(afterPurchase(mall, grace, yuan('50000'), day('2026-07-01'))).toMatchObject({
    tierId: 'gold',
    since: '2026-07-01',
    termEndsOn: '2027-07-01',
    graceEndsOn: null,
  })
})
