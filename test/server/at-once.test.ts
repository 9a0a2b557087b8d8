/** Many at once: nothing is lost, nothing is booked twice, and everybody gets an answer. */
import { codeOf, dataOf, kindOf, newOperation } from './cloud'
import { ASSISTANT, countersOf, goods, keyed, mallOfFile, MEMBER, PHONES } from './mall'

const mall = mallOfFile()
const TWENTY = 20

const receipt = (name: string, paidFen = 10_000) =>
  mall().till('purchase', mall().till1, {
    receipt: name,
    member: { phone: PHONES[MEMBER] ?? '' },
    lines: [goods(paidFen, 4)],
  })
const entryPoints = () =>
  mall()
    .all<{ change: { kind: string; points: number } }>('entries')
    .reduce((sum, { change }) => sum + (change.kind === 'earned' ? change.points : -change.points), 0)

test('twenty receipts of one member at once are all booked, and the purse holds their sum', async () => {
  await mall().join(MEMBER)
  // 100 + 101 + … + 119 yuan = 2,190 points
  const answers = await mall().atOnce('till', TWENTY, (n) => receipt(`receipt-${n}`, (99 + n) * 100))
  expect(answers.map(kindOf)).toEqual(Array(TWENTY).fill('new'))
  const { account } = mall().member()
  expect(countersOf(account.purse)).toMatchObject({ earned: 2_190, reversed: 0, debt: 0 })
  expect(account.purse.lots).toMatchObject([{ left: 2_190 }])
  expect(account.spendByDay).toEqual({ [mall().today()]: 219_000 })
  expect(account.visits.count).toBe(1)
  expect([mall().all('purchases').length, mall().all('entries').length, entryPoints()]).toEqual([
    20, 20, 2_190,
  ])
  // Each answer tells the points after its own booking: no two are alike, the largest is the sum.
  expect(Math.max(...new Set(answers.map((answer) => dataOf(answer).points)))).toBe(2_190)
  expect(new Set(answers.map((answer) => dataOf(answer).points)).size).toBe(TWENTY)
})

test('the same receipt sent twenty times at once is booked once, and all get the same answer', async () => {
  await mall().join(MEMBER)
  const answers = await mall().atOnce('till', TWENTY, () => receipt('receipt-1'))
  expect(answers.map(kindOf).sort()).toEqual(['new', ...Array<string>(TWENTY - 1).fill('replayed')])
  expect(new Set(answers.map((answer) => JSON.stringify(dataOf(answer)))).size).toBe(1)
  expect(mall().member().account.purse.earned).toBe(100)
  expect([mall().all('purchases').length, mall().all('entries').length]).toEqual([1, 1])
})

test('receipts of a phone that nobody knows, sent at once, open one account with all points', async () => {
  const answers = await mall().atOnce('till', 8, (n) => receipt(`receipt-${n}`))
  expect(answers.map(codeOf)).toEqual(Array(8).fill('ok'))
  expect(new Set(answers.map((answer) => dataOf(answer).cardNumber)).size).toBe(1)
  const opened = mall()
    .all<{ joinedAt: number | null }>('members')
    .filter(({ joinedAt }) => joinedAt === null)
  expect(opened).toMatchObject([{ account: { purse: { earned: 800 } } }])
})

test('one registration sent eight times at once is booked once; eight registrations are booked eight times', async () => {
  await mall().join(MEMBER)
  const visit = await mall().visit()
  const input = { visit, lines: keyed(10_000), shownPayFen: 10_000 }
  const same = await mall().atOnce('assistant', 8, () =>
    mall().ask('assistant', 'register', ASSISTANT, input, 'operation-same'),
  )
  expect(same.map(kindOf).sort()).toEqual(['new', ...Array<string>(7).fill('replayed')])
  const others = await mall().atOnce('assistant', 8, () =>
    mall().ask('assistant', 'register', ASSISTANT, input),
  )
  expect(others.map(kindOf)).toEqual(Array(8).fill('new'))
  expect(mall().member().account.purse.earned).toBe(900)
  expect(mall().all('purchases')).toHaveLength(9)
})

test('one id sent at once with two inputs books one of them and refuses the other', async () => {
  await mall().join(MEMBER)
  const answers = await mall().atOnce('till', 4, (n) => receipt('receipt-1', n <= 2 ? 10_000 : 20_000))
  expect(answers.map(kindOf).sort()).toEqual(['new', 'operation.mismatch', 'operation.mismatch', 'replayed'])
  expect([10_000, 20_000]).toContain(mall().purchase('purchase:till-1:receipt-1').paidFen)
})

test('a line of four pieces that six refunds want at once comes back four times', async () => {
  await mall().join(MEMBER)
  await receipt('receipt-1') // 4 pieces for ¥100: each refund pays ¥25 and takes back 25 points
  const lines = [{ line: 0, quantity: 1 }]
  const answers = await mall().atOnce('till', 6, (n) =>
    mall().till('refund', mall().till1, { receipt: `back-${n}`, purchase: 'receipt-1', lines }),
  )
  const left = Array<string>(2).fill('refund.more-than-left')
  expect(answers.map(kindOf).sort()).toEqual([...Array<string>(4).fill('new'), ...left])
  expect(mall().purchase('purchase:till-1:receipt-1')).toMatchObject({
    refundedFen: 10_000,
    pointsTakenBack: 100,
  })
  expect(countersOf(mall().member().account.purse)).toMatchObject({ earned: 100, reversed: 100, debt: 0 })
})

test('purchases and refunds of one member, mixed and at once, leave what their entries say', async () => {
  await mall().join(MEMBER)
  await receipt('receipt-0')
  const lines = [{ line: 0, quantity: 1 }]
  const answers = await mall().atOnce<{ ok: boolean }>('till', 10, (n) =>
    n % 3 === 0
      ? mall().till('refund', mall().till1, { receipt: newOperation(), purchase: 'receipt-0', lines })
      : receipt(`receipt-${n}`),
  )
  expect(answers.map(({ ok }) => ok)).toEqual(Array(10).fill(true))
  // 100 + 7 × 100 earned, 3 × 25 taken back
  const { purse } = mall().member().account
  expect(countersOf(purse)).toMatchObject({ earned: 800, reversed: 75, debt: 0 })
  expect(purse.lots.reduce((sum, { left }) => sum + left, 0)).toBe(725)
  expect(entryPoints()).toBe(725)
})
