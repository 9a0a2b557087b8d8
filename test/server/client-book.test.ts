/** What a store knows of the member who stands there: own visit, own store, own day. */
import { codeOf, dataOf, newOperation } from './cloud'
import {
  ASSISTANT,
  COLLEAGUE,
  DAY,
  goods,
  mallOfFile,
  MEMBER,
  MINUTE,
  NEIGHBOUR,
  nothingWritten,
  OTHER_MEMBER,
  PHONES,
} from './mall'

const mall = mallOfFile()

const book = (visit: string, by = ASSISTANT) =>
  nothingWritten(mall(), () => mall().ask('assistant', 'client-book', by, { visit }))
const receiptFor = async (openid: string, receipt: string, till = mall().till1) => {
  const input = { receipt, member: { phone: PHONES[openid] ?? '' }, lines: [goods(10_000, 2)] }
  return dataOf(await mall().till('purchase', till, input)).purchaseId
}

beforeEach(() => mall().join(MEMBER))

test('the book shows the purchases and refunds of today in this store, newest first, and those before', async () => {
  const long = await mall().receipt('long-ago', 10_000)
  mall().cloud.clock.shift(DAY)
  const first = await mall().receipt('first', 10_000, 2)
  mall().cloud.clock.shift(MINUTE)
  const second = await mall().buy(20_000, await mall().visit())
  const lines = [{ line: 0, quantity: 1 }]
  const back = { lines, reason: 'quality' as const }
  const half = { ...back, purchaseId: first, shownRefundFen: 5_000, shownRefundedFen: 0 }
  dataOf(await mall().ask('assistant', 'refund', ASSISTANT, half))
  mall().cloud.clock.shift(MINUTE)
  const whole = { ...back, purchaseId: long, shownRefundFen: 10_000, shownRefundedFen: 0 }
  dataOf(await mall().ask('assistant', 'refund', ASSISTANT, whole))
  const view = dataOf(await book(await mall().visit()))
  expect(view).toMatchObject({
    storeName: 'store-1',
    today: {
      purchases: [
        {
          purchaseId: second,
          paidFen: 20_000,
          points: 200,
          refundedFen: 0,
          servedBy: ASSISTANT,
          receipt: null,
        },
        { purchaseId: first, paidFen: 10_000, refundedFen: 5_000, servedBy: null, receipt: 'first' },
      ],
      refunds: [
        { purchaseId: long, refundFen: 10_000, pointsTakenBack: 100, reason: 'quality' },
        { purchaseId: first, refundFen: 5_000, pointsTakenBack: 50 },
      ],
    },
    earlier: [{ purchaseId: long, refundedFen: 10_000 }],
  })
  const text = JSON.stringify(view)
  expect(text).not.toContain(PHONES[MEMBER])
  expect(text).not.toContain(mall().member().cardNumber)
})

test('the book holds nothing of another store and nothing of another member', async () => {
  await mall().join(OTHER_MEMBER)
  await mall().hire(NEIGHBOUR, 'store-2')
  await receiptFor(MEMBER, 'elsewhere', await mall().nameTill('till-2', 'store-2'))
  await receiptFor(OTHER_MEMBER, 'other')
  const view = dataOf(await book(await mall().visit()))
  expect(view).toMatchObject({ today: { purchases: [], refunds: [] }, earlier: [] })
})

test('of what was before today the last ten are shown', async () => {
  for (let n = 1; n <= 12; n += 1) await receiptFor(MEMBER, `receipt-${n}`)
  mall().cloud.clock.shift(DAY)
  const { today, earlier } = dataOf(await book(await mall().visit()))
  expect(today.purchases).toEqual([])
  expect(earlier.map(({ receipt }) => receipt)).toEqual(
    Array.from({ length: 10 }, (_, n) => `receipt-${12 - n}`),
  )
})

test('the book is closed to a colleague with the same visit, to a forged one, and after half an hour', async () => {
  await mall().hire(COLLEAGUE)
  const visit = await mall().visit()
  expect(codeOf(await book(visit, COLLEAGUE))).toBe('visit.invalid')
  expect(codeOf(await book(`${visit.slice(0, -4)}0000`))).toBe('visit.invalid')
  mall().cloud.clock.shift(29 * MINUTE)
  expect(codeOf(await book(visit))).toBe('ok')
  mall().cloud.clock.shift(2 * MINUTE)
  expect(codeOf(await book(visit))).toBe('visit.expired')
})

test('a scan tells the stage: potential, new, active again after a second day, dormant, lost', async () => {
  const stage = async () => {
    mall().cloud.clock.shift(MINUTE)
    const { code } = dataOf(await mall().ask('member', 'code', MEMBER))
    return dataOf(await mall().ask('assistant', 'resolve', ASSISTANT, { code })).member.stage
  }
  const stages = [await stage()]
  await mall().receipt(newOperation(), 10_000)
  stages.push(await stage())
  mall().cloud.clock.shift(DAY)
  await mall().receipt(newOperation(), 10_000)
  stages.push(await stage())
  mall().cloud.clock.shift(90 * DAY)
  stages.push(await stage())
  mall().cloud.clock.shift(90 * DAY)
  stages.push(await stage())
  expect(stages).toEqual(['potential', 'new', 'active', 'dormant', 'lost'])
})
