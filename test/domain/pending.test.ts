/** Points that wait: until which day, what a refund takes first, when a debt is repaid, and that no job can be late. */
import {
  applyChange,
  EMPTY_PURSE,
  expiry,
  pendingOn,
  purseOn,
  spendable,
  spending,
  voiding,
  type Purse,
} from '../../src/domain/points/purse'
import { APPAREL_PROGRAMME } from '../../src/domain/programme/default-programmes'
import { checkProgramme, type Channel } from '../../src/domain/programme/programme'
import { bookPurchase, type BookedPurchase } from '../../src/domain/purchases/purchase'
import { bookRefund } from '../../src/domain/refunds/refund'
import { newAccount, type Account } from '../../src/domain/members/account'
import { fen } from '../../src/domain/money/fen'
import { day, goods, mall, newcomer, noonOf, pieces } from './mall'

const waiting = { ...mall, pendingDays: { assistant: 7 } }

const buysAt = (channel: Channel, account: Account, paid: string, on: string, quantity = 1): BookedPurchase =>
  bookPurchase(
    account,
    { lines: [goods(paid, quantity)], priceFen: fen(0), discountFen: fen(0), channel },
    waiting,
    noonOf(on),
  )
const returnsOf = ({ account, purchase }: BookedPurchase, on: string, quantity = 1) => {
  const booked = bookRefund(account, purchase, [pieces(0, quantity)], waiting, noonOf(on))
  if ('refused' in booked) throw new Error(booked.refused)
  return booked
}
const spends = (account: Account, points: number, on: string): Account => {
  const change = spending(account.purse, points, day(on))
  if (!change) throw new Error('not enough')
  return { ...account, purse: applyChange(account.purse, change) }
}
const figures = (purse: Purse, on: string) => [
  spendable(purse, day(on)),
  pendingOn(purse, day(on)).reduce((sum, { left }) => sum + left, 0),
  purseOn(purse, day(on)).debt,
]

test('what an assistant registers waits through the seventh day and can be spent on the eighth; a till’s at once', () => {
  const byHand = buysAt('assistant', newcomer(), '100', '2026-03-01')
  expect(byHand.purchase).toMatchObject({
    pointsActivateOn: '2026-03-09',
    pointsExpireOn: '2027-03-01',
    filled: [{ activatesOn: '2026-03-09', expiresOn: '2027-03-01', points: 100 }],
  })
  const { purse } = byHand.account
  expect(purse).toMatchObject({ earned: 100, lots: [] })
  expect(figures(purse, '2026-03-08')).toEqual([0, 100, 0])
  expect(figures(purse, '2026-03-09')).toEqual([100, 0, 0])
  expect(spending(purse, 1, day('2026-03-08'))).toBeNull()
  const byTill = buysAt('till', newcomer(), '100', '2026-03-01')
  expect(figures(byTill.account.purse, '2026-03-01')).toEqual([100, 0, 0])
  expect(byTill.purchase).not.toHaveProperty('pointsActivateOn')
})

test('nothing waits where nothing is earned, and a programme without waiting keeps the document as it was', () => {
  expect(buysAt('assistant', newcomer(), '0.99', '2026-03-01').purchase).not.toHaveProperty(
    'pointsActivateOn',
  )
  const spent = spends(buysAt('till', newcomer(), '100', '2026-03-01').account, 100, '2026-03-01')
  expect(Object.keys(spent.purse).sort()).toEqual(Object.keys(EMPTY_PURSE).sort())
  const done = spends(buysAt('assistant', newcomer(), '100', '2026-03-01').account, 100, '2026-03-09')
  expect(Object.keys(done.purse).sort()).toEqual(Object.keys(EMPTY_PURSE).sort())
})

test('points expire by the day on which they were earned, and count to the end of it, however late the jobs are', () => {
  const { purse } = buysAt('assistant', newcomer(), '100', '2026-03-01').account
  expect(figures(purse, '2027-03-01')).toEqual([100, 0, 0])
  expect(figures(purse, '2027-03-02')).toEqual([0, 0, 0])
  const change = expiry(purse, day('2027-03-02'))
  expect(change).toMatchObject({ kind: 'expired', points: 100, activated: [{ left: 100 }] })
  expect(change && applyChange(purse, change)).toMatchObject({ earned: 100, expired: 100, lots: [] })
})

test('purchases of one day share a part; the next day has its own', () => {
  const first = buysAt('assistant', newcomer(), '100', '2026-03-01')
  const second = buysAt('assistant', first.account, '50', '2026-03-01')
  const third = buysAt('assistant', second.account, '30', '2026-03-02')
  expect(third.account.purse.pending?.map(({ activatesOn, left }) => [activatesOn, left])).toEqual([
    ['2026-03-09', 150],
    ['2026-03-10', 30],
  ])
})

test('a refund takes the own waiting part, not what another purchase waits for; after its day the lot that it became', () => {
  const own = buysAt('assistant', newcomer(), '200', '2026-03-01', 2)
  const other = buysAt('assistant', own.account, '50', '2026-03-02')
  const early = returnsOf({ ...own, account: other.account }, '2026-03-03')
  expect(early.change).toMatchObject({ points: 100, lots: [], debt: 0, pending: [{ points: -100 }] })
  expect(figures(early.account.purse, '2026-03-03')).toEqual([0, 150, 0])
  const late = returnsOf({ ...own, ...early }, '2026-03-09')
  expect(late.change).toMatchObject({ points: 100, lots: [{ points: -100 }], debt: 0 })
  expect(late.change).not.toHaveProperty('pending')
  expect(figures(late.account.purse, '2026-03-09')).toEqual([0, 50, 0])
})

test('a debt is repaid when the points become active, not before, and by the next change it is written down', () => {
  const till = buysAt('till', newcomer(), '100', '2026-02-01')
  const spent = spends(till.account, 100, '2026-02-02')
  const owing = returnsOf({ ...till, account: spent }, '2026-02-03')
  const waits = buysAt('assistant', owing.account, '130', '2026-03-01')
  expect(figures(waits.account.purse, '2026-03-08')).toEqual([0, 130, 100])
  expect(figures(waits.account.purse, '2026-03-09')).toEqual([30, 0, 0])
  const next = buysAt('till', waits.account, '10', '2026-04-01')
  expect(next.change).toMatchObject({ debt: 0, lots: [{ points: 10 }], activated: [{ left: 130 }] })
  expect(next.account.purse).toMatchObject({ debt: 0, lots: [{ left: 30 }, { left: 10 }] })
  // The purchase that waited comes back late: 30 of its lot, 10 of the other, 90 are owed.
  const back = returnsOf({ ...waits, account: next.account }, '2026-05-01')
  expect(back.account.purse).toMatchObject({ debt: 90, lots: [] })
})

test('brought back while it waits it leaves a debt as it was', () => {
  const till = buysAt('till', newcomer(), '100', '2026-02-01')
  const owing = returnsOf({ ...till, account: spends(till.account, 100, '2026-02-02') }, '2026-02-03')
  const waits = buysAt('assistant', owing.account, '130', '2026-03-01')
  expect(figures(returnsOf(waits, '2026-03-08').account.purse, '2027-01-01')).toEqual([0, 0, 100])
})

test('the end of an account takes what waits along', () => {
  const both = buysAt(
    'assistant',
    buysAt('till', newcomer(), '20', '2026-03-01').account,
    '100',
    '2026-03-01',
  )
  const change = voiding(both.account.purse)
  expect(change).toMatchObject({ kind: 'expired', points: 120 })
  const { lots, pending, expired } = applyChange(both.account.purse, change ?? neverNull())
  expect([lots, pending, expired]).toEqual([[], undefined, 120])
})

test('a change that takes more than waits, or activates what does not wait, throws', () => {
  const { purse } = buysAt('assistant', newcomer(), '100', '2026-03-01').account
  const part = { kind: 'purchase', activatesOn: day('2026-03-09'), expiresOn: day('2027-03-01') } as const
  const nothing = { kind: 'spent', points: 0, lots: [], debt: 0 } as const
  const more = { ...nothing, kind: 'reversed', points: 101, pending: [{ ...part, points: -101 }] } as const
  expect(() => applyChange(purse, more)).toThrow('would hold -1')
  expect(() => applyChange(EMPTY_PURSE, { ...nothing, activated: [{ ...part, left: 1 }] })).toThrow()
})

test('the apparel chain lets points wait for a week where an assistant registers', () => {
  const account = newAccount(APPAREL_PROGRAMME, day('2026-03-01'))
  const order = {
    lines: [goods('100')],
    priceFen: fen(0),
    discountFen: fen(0),
    channel: 'assistant',
  } as const
  const { purse } = bookPurchase(account, order, APPAREL_PROGRAMME, noonOf('2026-03-01')).account
  expect(purse.pending).toMatchObject([{ activatesOn: '2026-03-09', expiresOn: '2026-09-01', left: 100 }])
})

test.each([0, 28, 1.5, -1, NaN])('a programme that lets points wait for %p days is refused', (days) => {
  expect(checkProgramme({ ...mall, pendingDays: { till: days } })).toEqual([
    'pendingDays of till must be 1 to 27',
  ])
})

function neverNull(): never {
  throw new Error('something was left')
}
