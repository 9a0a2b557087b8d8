/** The till's door: receipts and refunds by signed HTTP, with exact figures, and every refusal. */
import { requestSignature } from '../../src/server/run/secret'
import { codeOf, dataOf, newOperation, refusalOf, type TillInput } from './cloud'
import { DAY, goods, mallOfFile, MEMBER, MINUTE, nothingWritten, openMall, PHONES } from './mall'

const mall = mallOfFile()

const PHONE = { phone: PHONES[MEMBER] ?? '' }
const receipt = (input: Partial<TillInput<'purchase'>> = {}): TillInput<'purchase'> => ({
  receipt: 'receipt-1',
  member: PHONE,
  lines: [goods(9_999)],
  ...input,
})
const purchase = (input: Partial<TillInput<'purchase'>> = {}) =>
  mall().till('purchase', mall().till1, receipt(input))
const refund = (input: TillInput<'refund'>, key = mall().till1) => mall().till('refund', key, input)
const unclaimed = () =>
  mall()
    .all<{ joinedAt: number | null }>('members')
    .filter(({ joinedAt }) => joinedAt === null)

describe('a receipt', () => {
  test('of a silver member for ¥99.99 earns 118', async () => {
    await mall().join(MEMBER)
    await purchase({ receipt: 'first', lines: [goods(1_000_000)] }) // ¥10,000: silver from the next one; 10,000 points
    const answer = await purchase()
    expect(answer.status).toBe(200)
    expect(dataOf(answer)).toEqual({
      purchaseId: 'purchase:till-1:receipt-1',
      cardNumber: mall().member().cardNumber,
      paidFen: 9_999,
      pointsEarned: 118, // base 99 × 1.2 = 118.8
      activatesOn: null,
      pending: 0,
      points: 10_118,
      debt: 0,
      tierId: 'silver',
      tierName: '银卡',
    })
    expect(mall().purchase('purchase:till-1:receipt-1')).toMatchObject({
      source: 'till',
      tillId: 'till-1',
      receipt: 'receipt-1',
      storeId: 'store-1',
      staffOpenid: null,
      discountFen: 0,
    })
  })

  test('earns nothing for freight, gift cards and top-ups, and they bring no tier', async () => {
    const kinds = ['goods', 'freight', 'gift-card', 'top-up'] as const
    const lines = kinds.map((kind) => ({ ...goods(5_000_000), kind }))
    const data = dataOf(await purchase({ lines }))
    expect(data).toMatchObject({ paidFen: 20_000_000, pointsEarned: 50_000, tierId: 'gold' })
  })

  test('of an unknown phone or card opens an unclaimed account, once', async () => {
    await purchase()
    await purchase({ receipt: 'receipt-2' })
    expect(unclaimed()).toMatchObject([
      { phone: PHONE.phone, name: null, account: { purse: { earned: 198 } } },
    ])
    const byCard = await purchase({ receipt: 'receipt-3', member: { card: '12345678' } })
    expect(dataOf(byCard).cardNumber).toBe('12345678')
    await purchase({ receipt: 'receipt-4', member: { card: '12345678' } })
    expect(unclaimed()).toHaveLength(2)
  })

  test('by card number reaches the member of that card', async () => {
    await mall().join(MEMBER)
    const card = mall().member().cardNumber
    expect(dataOf(await purchase({ member: { card } })).points).toBe(99)
    expect(mall().member().account.purse.earned).toBe(99)
  })

  test('sent again gets the first answer, whatever happened since', async () => {
    const first = await purchase()
    await purchase({ receipt: 'receipt-2' })
    const again = await nothingWritten(mall(), () => purchase())
    expect(again).toEqual({ ...first, replayed: true })
  })

  test.each([
    ['another amount', { lines: [goods(10_000)] }],
    ['another quantity', { lines: [goods(9_999, 2)] }],
    ['another member', { member: { card: '12345678' } }],
  ])('sent again with %s is refused', async (_, other) => {
    await purchase()
    const answer = await nothingWritten(mall(), () => purchase(other))
    expect([codeOf(answer), answer.status]).toEqual(['operation.mismatch', 422])
  })

  test('whose body the platform hands over as base64 is read and signed as the text that it is', async () => {
    const { tillId, key } = mall().till1
    const body = JSON.stringify(receipt({ lines: [{ ...goods(9_999), sku: '龙井' }] }))
    const parts = { time: String(mall().now()), nonce: newOperation(), path: '/purchase', body }
    const event = {
      path: '/purchase',
      httpMethod: 'POST',
      headers: {
        'x-shuke-till': tillId,
        'x-shuke-time': parts.time,
        'x-shuke-nonce': parts.nonce,
        'x-shuke-signature': requestSignature(key, parts),
      },
      body: Buffer.from(body).toString('base64'),
      isBase64Encoded: true,
    }
    expect(await mall().send('till', event, { source: 'wx_http' })).toMatchObject({ statusCode: 200 })
    expect(mall().purchase('purchase:till-1:receipt-1').lines).toMatchObject([{ sku: '龙井' }])
  })

  test('of the same number at another till is another receipt', async () => {
    const other = await mall().nameTill('till-2')
    await purchase()
    expect(codeOf(await mall().till('purchase', other, receipt()))).toBe('ok')
    expect(mall().all('purchases')).toHaveLength(2)
  })
})

describe('a refund receipt', () => {
  /** ¥316.70 in three lines by a gold member: base 316 × 1.5 = 474 points. */
  const threeLines = async () => {
    await purchase({ receipt: 'gold', lines: [goods(5_000_000)] })
    const bought = await purchase({ lines: [goods(10_000), goods(10_000), goods(11_670)] })
    expect(dataOf(bought).pointsEarned).toBe(474)
  }
  const giveBack = (line: number) =>
    refund({ receipt: `back-${line}`, purchase: 'receipt-1', lines: [{ line, quantity: 1 }] })

  test('line by line takes back 149, 150 and 175 of 474 points', async () => {
    await threeLines()
    const answers = [dataOf(await giveBack(0)), dataOf(await giveBack(1)), dataOf(await giveBack(2))]
    // floor(474 × 100.00/316.70) = 149; floor(474 × 200.00/316.70) = 299, less 149; 474 − 299
    expect(
      answers.map(({ refundFen, pointsTakenBack, points }) => [refundFen, pointsTakenBack, points]),
    ).toEqual([
      [10_000, 149, 50_325],
      [10_000, 150, 50_175],
      [11_670, 175, 50_000],
    ])
    expect(mall().purchase('purchase:till-1:receipt-1')).toMatchObject({
      refundedFen: 31_670,
      pointsTakenBack: 474,
    })
  })

  test('sent again gets the first answer; with other lines it is refused', async () => {
    await threeLines()
    const first = await giveBack(0)
    expect(await nothingWritten(mall(), () => giveBack(0))).toEqual({ ...first, replayed: true })
    const other = { receipt: 'back-0', purchase: 'receipt-1', lines: [{ line: 1, quantity: 1 }] }
    expect(codeOf(await nothingWritten(mall(), () => refund(other)))).toBe('operation.mismatch')
  })

  test('is refused for a receipt of nobody or of another till, for no such line, and for more than is left', async () => {
    const lines = [{ line: 0, quantity: 1 }]
    const other = await mall().nameTill('till-2')
    await purchase()
    const refused = async (input: Partial<TillInput<'refund'>>, key = mall().till1) =>
      refusalOf(
        await nothingWritten(mall(), () =>
          refund({ receipt: 'back', purchase: 'receipt-1', lines, ...input }, key),
        ),
      )
    expect(await refused({ purchase: 'none' })).toEqual(['purchase.unknown', null])
    expect(await refused({}, other)).toEqual(['purchase.unknown', null])
    expect(await refused({ lines: [{ line: 3, quantity: 1 }] })).toEqual(['refund.line-unknown', { line: 3 }])
    expect(await refused({ lines: [{ line: 0, quantity: 2 }] })).toEqual([
      'refund.more-than-left',
      { line: 0, left: 1 },
    ])
  })
})

describe('a request of a till is refused, and nothing written,', () => {
  const sent = async (options: Parameters<ReturnType<typeof mall>['till']>[3], key = mall().till1) => {
    const answer = await nothingWritten(mall(), () => mall().till('purchase', key, receipt(), options))
    return [codeOf(answer), answer.status]
  }

  test('when the signature is wrong, missing, by another key, or over another body', async () => {
    const wrong = ['till.signature-wrong', 401]
    expect(await sent({ signature: '0'.repeat(64) })).toEqual(wrong)
    expect(await sent({ signature: '' })).toEqual(wrong)
    const other = await mall().nameTill('till-2')
    expect(await sent({}, { ...mall().till1, key: other.key })).toEqual(wrong)
    expect(await sent({ headers: { 'x-shuke-nonce': newOperation() } })).toEqual(wrong)
    expect(await sent({ headers: { 'x-shuke-time': String(mall().now() - MINUTE) } })).toEqual(wrong)
  })

  test('when the till is unknown, or a name that every object has', async () => {
    for (const tillId of ['till-9', '__proto__', 'constructor'])
      expect(await sent({}, { ...mall().till1, tillId })).toEqual(['till.unknown', 401])
  })

  test('when it is more than five minutes old or ahead; less is fine', async () => {
    const tooOld = ['till.request-too-old', 401]
    expect(await sent({ offMs: -5 * MINUTE - 2_000 })).toEqual(tooOld)
    expect(await sent({ offMs: 5 * MINUTE + 2_000 })).toEqual(tooOld)
    for (const offMs of [-4.9 * MINUTE, 4.9 * MINUTE]) {
      const input = receipt({ receipt: `off${offMs}` })
      expect(codeOf(await mall().till('purchase', mall().till1, input, { offMs }))).toBe('ok')
    }
  })

  test('when its headers are missing or broken', async () => {
    const malformed = ['request.malformed', 422]
    expect(await sent({ headers: { 'x-shuke-time': '' } })).toEqual(malformed)
    expect(await sent({ headers: { 'x-shuke-time': '-1' } })).toEqual(malformed)
    for (const nonce of ['short', 'x'.repeat(65)])
      expect(await sent({ headers: { 'x-shuke-nonce': nonce } })).toEqual(malformed)
    const got = await fetch(`${mall().cloud.url}/http/till/purchase`)
    expect([got.status, await got.json()]).toMatchObject([422, { error: { code: 'request.malformed' } }])
  })

  test('for its signature before its body is looked at, and for its body after', async () => {
    expect(await sent({ body: 'no json', signature: 'wrong' })).toEqual(['till.signature-wrong', 401])
    expect(await sent({ body: 'no json' })).toEqual(['request.malformed', 422])
  })
})

test('an instance that remembers an account which is gone looks again, and books', async () => {
  await mall().receipt('receipt-before', 10_000)
  const { cloud } = mall()
  const at = cloud.clock.now()
  cloud.reset()
  const again = await openMall(cloud, at + DAY)
  await again.receipt('receipt-after', 20_000)
  expect(again.all('members').filter(({ phone }) => phone === PHONES[MEMBER])).toHaveLength(1)
  expect(again.all('purchases')).toHaveLength(1)
})
