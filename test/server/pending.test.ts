/** A programme whose points wait, through every door: what is answered at once, what a refund takes, what the day changes. */
import { MALL_PROGRAMME } from '../../src/domain/programme/default-programmes'
import { addDays, businessDay } from '../../src/domain/time/business-day'
import type { Ledger } from '../../tools/audit/ledger'
import { auditLedger } from '../../tools/audit/audit'
import { codeOf, dataOf } from './cloud'
import { ASSISTANT, DAY, goods, mallOfFile, MEMBER, nothingWritten, PHONES } from './mall'

const WAITING = { ...MALL_PROGRAMME, version: 2, pendingDays: { assistant: 7 } }
const mall = mallOfFile(4, WAITING)

const home = async () => {
  const view = dataOf(await nothingWritten(mall(), () => mall().ask('member', 'home', MEMBER)))
  if (!view.joined) throw new Error('not joined')
  return view
}
const points = async () =>
  dataOf(await nothingWritten(mall(), () => mall().ask('member', 'points', MEMBER, {})))
const why = async (id: string) => dataOf(await mall().ask('member', 'entry', MEMBER, { id: `entry:${id}` }))
const inDays = (days: number): string => addDays(businessDay(mall().today()), days)
const register = async (priceFen: number) => {
  const visit = await mall().visit()
  const lines = [{ name: null, quantity: 1, unitFen: priceFen }]
  const input = { visit, lines, shownPayFen: priceFen }
  return dataOf(await mall().ask('assistant', 'register', ASSISTANT, input))
}
const giveBack = (purchaseId: string, refundFen: number) =>
  mall().ask('assistant', 'refund', ASSISTANT, {
    purchaseId,
    lines: [{ line: 0, quantity: 1 }],
    reason: 'returned',
    shownRefundFen: refundFen,
    shownRefundedFen: 0,
  })
const audited = () => {
  const ledger = {
    programmes: [WAITING],
    grants: [],
    coupons: [],
    ...Object.fromEntries(
      ['members', 'purchases', 'refunds', 'entries'].map((name) => [name, mall().all<{ at?: number }>(name)]),
    ),
  } as unknown as Ledger
  const entries = [...ledger.entries].sort((a, b) => a.at - b.at)
  return auditLedger({ ...ledger, entries })
}

beforeEach(() => mall().join(MEMBER))

test('what an assistant registers waits: the answer, the card, the points, the why and the code say until when', async () => {
  const since = mall().now()
  const activatesOn = inDays(8)
  const registered = await register(10_000)
  expect(registered).toMatchObject({
    activatesOn,
    settlement: { points: 100 },
    member: { points: 0, debt: 0 },
  })
  const card = await home()
  expect(card.card).toMatchObject({ points: 0, pending: { points: 100, nextOn: activatesOn } })
  expect(card.recent).toMatchObject([{ points: 100, activatesOn }])
  expect(await points()).toMatchObject({
    balance: { points: 0, lots: [], pending: [{ points: 100, activatesOn }] },
    entries: [{ points: 100, activatesOn }],
  })
  expect(await why(registered.purchaseId)).toMatchObject({
    lots: [],
    pending: [{ points: 100, activatesOn }],
  })
  const status = dataOf(await mall().ask('member', 'code-status', MEMBER, { since }))
  expect(status).toMatchObject({ activity: { activatesOn }, points: 0 })
})

test('the day makes them points that can be spent; nothing has to run for it', async () => {
  await register(10_000)
  mall().cloud.clock.shift(7 * DAY)
  expect((await home()).card).toMatchObject({ points: 0, pending: { points: 100 } })
  mall().cloud.clock.shift(DAY)
  expect((await home()).card).toMatchObject({ points: 100, pending: null })
  expect((await points()).balance).toMatchObject({ points: 100, pending: [], lots: [{ points: 100 }] })
  await mall().receipt('receipt-1', 5_000)
  const { lots, pending } = mall().member().account.purse
  expect([lots.map(({ left }) => left), pending]).toEqual([[100, 50], undefined])
  expect(audited()).toEqual([])
})

test('a till answers with both numbers, and its own points are there at once', async () => {
  await register(10_000)
  const input = { receipt: 'receipt-1', member: { phone: PHONES[MEMBER] ?? '' }, lines: [goods(5_000)] }
  const data = dataOf(await mall().till('purchase', mall().till1, input))
  expect(data).toMatchObject({ pointsEarned: 50, activatesOn: null, points: 50, pending: 100 })
  const lines = [{ line: 0, quantity: 1 }]
  const back = await mall().till('refund', mall().till1, { receipt: 'back-1', purchase: 'receipt-1', lines })
  expect(dataOf(back)).toMatchObject({ pointsTakenBack: 50, points: 0, pending: 100, debt: 0 })
})

test('a refund while they wait takes them from where they wait, and costs no call more', async () => {
  await mall().receipt('receipt-1', 5_000)
  const { purchaseId } = await register(10_000)
  const back = dataOf(await giveBack(purchaseId, 10_000))
  expect(mall().lastCalls()).toBe(8)
  expect(back).toMatchObject({ pointsTakenBack: 100, debtAdded: 0, memberPoints: 50 })
  expect((await home()).card).toMatchObject({ points: 50, pending: null })
  expect(await why(back.refundId)).toMatchObject({ lots: [], pending: [{ points: -100 }], debt: 0 })
  expect(audited()).toEqual([])
})

test('after their day a refund finds them in their lot, also when nothing was written since', async () => {
  const { purchaseId } = await register(10_000)
  mall().cloud.clock.shift(30 * DAY)
  dataOf(await giveBack(purchaseId, 10_000))
  expect(mall().member().account.purse).toMatchObject({ earned: 100, reversed: 100, debt: 0, lots: [] })
  expect(audited()).toEqual([])
})

test('closing the account voids what waits as well', async () => {
  await register(10_000)
  const { cardNumber } = mall().member()
  const closed = await mall().ask('member', 'close-account', MEMBER, { cardNumber, shownPoints: 0 })
  expect(codeOf(closed)).toBe('ok')
  const [account] = mall()
    .all<{ account: { purse: object }; card?: object }>('members')
    .filter(({ card }) => card)
  expect(account?.account.purse).toMatchObject({ earned: 100, expired: 100, lots: [] })
  expect(audited()).toEqual([])
})
