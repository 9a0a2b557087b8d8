/** A purchase by itself and by its receipt number: as it stands now, of the own store only. */
import { codeOf, dataOf } from './cloud'
import { ASSISTANT, goods, mallOfFile, MEMBER, NEIGHBOUR, nothingWritten, PHONES, STRANGER } from './mall'

const mall = mallOfFile()

const purchase = (purchaseId: string, by = ASSISTANT) =>
  nothingWritten(mall(), () => mall().ask('assistant', 'purchase', by, { purchaseId }))
const find = (receipt: string, by = ASSISTANT) =>
  nothingWritten(mall(), () => mall().ask('assistant', 'find-receipt', by, { receipt }))

beforeEach(() => mall().join(MEMBER))

describe('a purchase', () => {
  test('is shown as it stands after a refund by somebody else', async () => {
    const purchaseId = await mall().receipt('A-1', 10_000, 3)
    const before = dataOf(await purchase(purchaseId))
    expect(before).toMatchObject({ receipt: 'A-1', refundedFen: 0, lines: [{ quantityLeft: 3 }] })
    const back = { receipt: 'back-1', purchase: 'A-1', lines: [{ line: 0, quantity: 1 }] }
    dataOf(await mall().till('refund', mall().till1, back))
    // A third of ¥100.00 and of 100 points: ¥33.33 and 33; ¥66.67 are left.
    expect(dataOf(await purchase(purchaseId))).toMatchObject({
      refundedFen: 3_333,
      pointsTakenBack: 33,
      lines: [{ quantityLeft: 2, refundableFen: 6_667 }],
    })
  })

  test('is refused when nobody knows it, or it is of another store', async () => {
    const purchaseId = await mall().receipt('A-1', 10_000)
    await mall().hire(NEIGHBOUR, 'store-2')
    expect(codeOf(await purchase('purchase:till-1:A-2'))).toBe('purchase.unknown')
    expect(codeOf(await purchase(purchaseId, NEIGHBOUR))).toBe('purchase.other-store')
  })
})

describe('a receipt number', () => {
  test('leads to its purchase, exactly as the till wrote it', async () => {
    const purchaseId = await mall().receipt('A-1', 10_000)
    await mall().receipt('A-10', 20_000)
    const { purchases } = dataOf(await find('A-1'))
    expect(purchases).toMatchObject([{ purchaseId, memberName: MEMBER, paidFen: 10_000 }])
    expect(codeOf(await find('a-1'))).toBe('receipt.unknown')
    expect(codeOf(await find('A-'))).toBe('receipt.unknown')
  })

  test('that two tills of the store used leads to both, newest first', async () => {
    await mall().receipt('7', 10_000)
    const second = await mall().nameTill('till-2')
    mall().cloud.clock.shift(1000)
    const input = { receipt: '7', member: { phone: PHONES[MEMBER] ?? '' }, lines: [goods(20_000)] }
    dataOf(await mall().till('purchase', second, input))
    expect(dataOf(await find('7')).purchases.map(({ purchaseId }) => purchaseId)).toEqual([
      'purchase:till-2:7',
      'purchase:till-1:7',
    ])
  })

  test('of another store says so and shows nothing of it', async () => {
    await mall().receipt('A-1', 10_000)
    await mall().hire(NEIGHBOUR, 'store-2')
    const answer = await find('A-1', NEIGHBOUR)
    expect(codeOf(answer)).toBe('receipt.other-store')
    expect(JSON.stringify(answer)).not.toMatch(/till-1|store-1|10000/)
  })

  test('of a registration by hand does not exist, and nobody but staff may ask', async () => {
    await mall().buy(10_000, await mall().visit())
    expect(codeOf(await find('null'))).toBe('receipt.unknown')
    expect(codeOf(await find('A-1', STRANGER))).toBe('role.required')
  })
})
