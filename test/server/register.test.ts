/** Registering a purchase at the desk: exact figures, what is written, every refusal, and the order of the refusals. */
import { signVisit } from '../../src/server/assistant/visit-token'
import { codeOf, dataOf, kindOf, newOperation, refusalOf } from './cloud'
import { ASSISTANT, COLLEAGUE, MANAGER, MEMBER, MINUTE, PHONES, STRANGER } from './mall'
import { keyed, mallOfFile, nothingWritten } from './mall'

const mall = mallOfFile()
const LARGEST_FEN = 99_999_999

const register = (visit: string, priceFen: number, shownPayFen = priceFen, operationId = newOperation()) =>
  mall().ask('assistant', 'register', ASSISTANT, { visit, lines: keyed(priceFen), shownPayFen }, operationId)

/** A token as only the server can sign it, for cases that no scan leads to. */
const signed = (memberId: string, until = mall().now() + 30 * MINUTE): string =>
  signVisit({ id: 'visit:1', memberId, assistantOpenid: ASSISTANT, storeId: 'store-1', until })

beforeEach(() => mall().join(MEMBER))

describe('a purchase that is registered', () => {
  test('by a gold member is discounted by 5 % and earns at rate 150', async () => {
    await mall().receipt('first', 5_000_000)
    const { settlement, member, purchaseId } = dataOf(await register(await mall().visit(), 38_600, 36_670))
    // ¥386.00 − 5 % = ¥366.70; base 366; 366 × 1.5 = 549; ¥50,000 + ¥366.70 leaves ¥49,633.30 to ¥100,000
    expect(settlement).toEqual({
      priceFen: 38_600,
      discountPercent: 5,
      discountFen: 1_930,
      offFen: 0,
      coupons: [],
      payFen: 36_670,
      paidFen: [36_670],
      base: 366,
      rate: 150,
      points: 549,
      bonuses: [],
      next: { tierName: '白金卡', gapFen: 4_963_330 },
      upgradesTo: null,
    })
    expect(member).toMatchObject({ points: 50_549, debt: 0, tierName: '金卡', visitCount: 1 })
    expect(mall().purchase(purchaseId)).toMatchObject({
      source: 'assistant',
      staffOpenid: ASSISTANT,
      storeId: 'store-1',
      day: mall().today(),
      tierId: 'gold',
      paidFen: 36_670,
      discountFen: 1_930,
      refundedFen: 0,
    })
    const entries = mall().all<{ cause: string; change: { points: number } }>('entries')
    expect(entries.filter(({ cause }) => cause === purchaseId)).toMatchObject([
      { rule: 'purchase.points', change: { kind: 'earned', points: 549, debt: 0 }, corrects: null },
    ])
    const { account, recent } = mall().member()
    expect(account.purse).toMatchObject({ earned: 50_549, spent: 0, expired: 0, reversed: 0, debt: 0 })
    expect(account.spendByDay).toEqual({ [mall().today()]: 5_036_670 })
    expect(recent.map(({ id }) => id)).toEqual([purchaseId, 'purchase:till-1:first'])
  })

  test('that reaches a higher tier earns at the old one; the new one counts from the next purchase', async () => {
    const visit = await mall().visit()
    const first = dataOf(await register(visit, 5_200_000))
    expect(first.settlement).toMatchObject({ rate: 100, points: 52_000, upgradesTo: '金卡', discountFen: 0 })
    expect(first.member.tierId).toBe('gold')
    const second = dataOf(await register(visit, 10_000, 9_500))
    // ¥100 − 5 % = ¥95; 95 × 1.5 = 142.5 → 142
    expect(second.settlement).toMatchObject({ rate: 150, base: 95, points: 142, upgradesTo: null })
    expect(second.member.points).toBe(52_142)
  })

  test('of one fen earns nothing and writes no entry', async () => {
    const { member } = dataOf(await register(await mall().visit(), 1))
    expect(member.points).toBe(0)
    expect(mall().all('entries')).toEqual([])
    expect(mall().all('purchases')).toHaveLength(1)
  })

  test('of the largest amount is booked', async () => {
    expect(codeOf(await register(await mall().visit(), LARGEST_FEN))).toBe('ok')
  })
})

describe('pieces that are keyed in one by one', () => {
  const pieces = [
    { name: '针织衫', quantity: 2, unitFen: 9_999 },
    { name: null, quantity: 1, unitFen: 101 },
    { name: '围巾', quantity: 1, unitFen: 0 },
  ]
  const send = (visit: string, shownPayFen: number) =>
    mall().ask('assistant', 'register', ASSISTANT, { visit, lines: pieces, shownPayFen })

  test('bear the discount by their price, and their lines sum to what is paid', async () => {
    await mall().receipt('first', 5_000_000)
    // ¥199.98 + ¥1.01 = ¥200.99; 5 % of it is 1,004.95 → 1,004 fen: 998.95 and 5.05 fen → 999 and 5
    const { purchaseId, settlement } = dataOf(await send(await mall().visit(), 19_095))
    expect(settlement).toMatchObject({ priceFen: 20_099, discountFen: 1_004, payFen: 19_095, points: 285 })
    expect(mall().purchase(purchaseId).lines).toMatchObject([
      { sku: '针织衫', quantity: 2, paidFen: 18_999, kind: 'goods' },
      { sku: null, quantity: 1, paidFen: 96 },
      { sku: '围巾', quantity: 1, paidFen: 0 },
    ])
  })

  test('are undone whole or not at all', async () => {
    const { purchaseId } = dataOf(await send(await mall().visit(), 20_099))
    const undo = (lines: { line: number; quantity: number }[], shownRefundFen: number) =>
      mall().ask('assistant', 'refund', ASSISTANT, {
        ...{ purchaseId, lines, reason: 'entry-error', shownRefundFen, shownRefundedFen: 0 },
      })
    const some = [{ line: 0, quantity: 2 }]
    expect(codeOf(await nothingWritten(mall(), () => undo(some, 19_998)))).toBe('refund.undo-too-late')
    const all = pieces.map(({ quantity }, line) => ({ line, quantity }))
    expect(codeOf(await undo(all, 20_099))).toBe('ok')
    expect(mall().member().account).toMatchObject({ spendByDay: {}, visits: { count: 0 } })
  })

  test('are 50 lines of 99 at most, named in 20 letters', async () => {
    const visit = await mall().visit()
    const sent = async (lines: typeof pieces) =>
      codeOf(await mall().ask('assistant', 'register', ASSISTANT, { visit, lines, shownPayFen: 1 }))
    const one = { name: '针'.repeat(20), quantity: 99, unitFen: 1 }
    const malformed = [
      [],
      Array<typeof one>(51).fill(one),
      [{ ...one, quantity: 100 }],
      [{ ...one, quantity: 0 }],
      [{ ...one, name: '针'.repeat(21) }],
      [{ ...one, name: ' ' }],
      [{ ...one, unitFen: -1 }],
    ]
    for (const lines of malformed) expect(await sent(lines)).toBe('request.malformed')
    expect(await sent(Array<typeof one>(50).fill(one))).toBe('purchase.total-changed')
  })
})

describe('a registration sent again', () => {
  test('with the same input gets the first answer, even when the visit is over by then', async () => {
    const visit = await mall().visit()
    const first = await register(visit, 10_000, 10_000, 'operation-again')
    await register(visit, 500)
    mall().cloud.clock.shift(40 * MINUTE)
    const again = await nothingWritten(mall(), () => register(visit, 10_000, 10_000, 'operation-again'))
    expect(again).toEqual({ ...first, replayed: true })
  })

  test('with another input is refused', async () => {
    const visit = await mall().visit()
    await register(visit, 10_000, 10_000, 'operation-again')
    const other = await nothingWritten(mall(), () => register(visit, 10_001, 10_001, 'operation-again'))
    expect(codeOf(other)).toBe('operation.mismatch')
  })

  test('under the same id by another assistant is another operation', async () => {
    const visit = await mall().visit()
    await mall().hire(COLLEAGUE)
    const input = { lines: keyed(10_000), shownPayFen: 10_000 }
    await register(visit, 10_000, 10_000, 'operation-again')
    const theirs = await mall().visit(MEMBER, COLLEAGUE)
    const answer = await mall().ask(
      'assistant',
      'register',
      COLLEAGUE,
      { ...input, visit: theirs },
      'operation-again',
    )
    expect(kindOf(answer)).toBe('new')
    expect(mall().all('purchases')).toHaveLength(2)
  })
})

describe('a registration is refused, and nothing written,', () => {
  const refused = async (answer: () => ReturnType<typeof register>) =>
    refusalOf(await nothingWritten(mall(), answer))

  test('when the tier changed between preview and registration: the new total is told', async () => {
    const visit = await mall().visit()
    const preview = dataOf(
      await mall().ask('assistant', 'preview', ASSISTANT, { visit, lines: keyed(38_600) }),
    )
    expect(preview.payFen).toBe(38_600)
    await mall().receipt('meanwhile', 5_000_000)
    expect(await refused(() => register(visit, 38_600, preview.payFen))).toEqual([
      'purchase.total-changed',
      { totalFen: 36_670 },
    ])
  })

  test.each([0, LARGEST_FEN + 1])('when the price is %i fen', async (priceFen) => {
    const visit = await mall().visit()
    const outOfRange = ['purchase.amount-out-of-range', { largestFen: LARGEST_FEN }]
    expect(await refused(() => register(visit, priceFen))).toEqual(outOfRange)
  })

  test('when the visit is forged, altered, or of another assistant', async () => {
    await mall().hire(COLLEAGUE)
    const visit = await mall().visit()
    const [payload = '', signature = ''] = visit.split('.')
    const claims = JSON.parse(Buffer.from(payload, 'base64url').toString()) as unknown[]
    const longer = Buffer.from(JSON.stringify([...claims.slice(0, 4), Date.UTC(2100, 0)]))
    const forged = [
      `${payload}.${signature.replace(/.$/, (last) => (last === '0' ? '1' : '0'))}`,
      `${longer.toString('base64url')}.${signature}`,
      `${payload}.`,
      payload,
      '.'.repeat(16),
      await mall().visit(MEMBER, COLLEAGUE),
    ]
    for (const each of forged)
      expect(await refused(() => register(each, 100))).toEqual(['visit.invalid', null])
  })

  test('when the visit is older than 30 minutes', async () => {
    const visit = await mall().visit()
    mall().cloud.clock.shift(29 * MINUTE)
    expect(codeOf(await register(visit, 100))).toBe('ok')
    mall().cloud.clock.shift(MINUTE)
    expect(await refused(() => register(visit, 100))).toEqual(['visit.expired', null])
  })

  test('when the assistant has moved to another store since the scan', async () => {
    const visit = await mall().visit()
    const phone = PHONES[ASSISTANT] ?? ''
    dataOf(await mall().ask('manager', 'name-store', MANAGER, { storeId: 'store-2', name: 'store 2' }))
    const input = { phone, name: 'assistant 1', storeId: 'store-2', role: 'assistant' as const }
    dataOf(await mall().ask('manager', 'name-staff', MANAGER, input))
    mall().cloud.clock.shift(MINUTE)
    expect(await refused(() => register(visit, 100))).toEqual(['visit.invalid', null])
  })

  test('when the member is the assistant, or nobody', async () => {
    expect(await refused(() => register(signed(mall().member(ASSISTANT)._id), 100))).toEqual([
      'visit.own-card',
      null,
    ])
    expect(await refused(() => register(signed('nobody'), 100))).toEqual(['member.unknown', null])
  })
})

describe('when two things are wrong at once, the refusal is the one of', () => {
  const anyVisit = 'a'.repeat(16)
  const input = { visit: anyVisit, lines: keyed(1), shownPayFen: 1 }
  const send = (event: Record<string, unknown>, openid?: string) =>
    mall().send('assistant', { operationId: newOperation(), ...event }, openid ? { openid } : {})

  test('shape before caller, caller before role, role before the rest', async () => {
    expect(codeOf(await send({ action: 'register', input: {} }))).toBe('request.malformed')
    expect(codeOf(await send({ action: 'none', input }))).toBe('request.unknown-action')
    expect(codeOf(await send({ action: 'register', input }))).toBe('caller.unknown')
    expect(codeOf(await send({ action: 'register', input }, STRANGER))).toBe('role.required')
    expect(codeOf(await send({ action: 'register', input }, ASSISTANT))).toBe('visit.invalid')
  })

  test('done already before the visit, the visit before its end', async () => {
    const visit = await mall().visit()
    await register(visit, 100, 100, 'operation-done')
    mall().cloud.clock.shift(40 * MINUTE)
    expect(codeOf(await register(visit, 200, 200, 'operation-done'))).toBe('operation.mismatch')
    expect(codeOf(await register(`${visit.slice(0, -1)}_`, 100))).toBe('visit.invalid')
  })

  test('existence before rule, rule before limit', async () => {
    const own = signed(mall().member(ASSISTANT)._id)
    expect(codeOf(await register(signed('nobody'), LARGEST_FEN + 1))).toBe('member.unknown')
    expect(codeOf(await register(own, LARGEST_FEN + 1, 1))).toBe('visit.own-card')
    const visit = await mall().visit()
    expect(codeOf(await register(visit, LARGEST_FEN + 1, 1))).toBe('purchase.total-changed')
  })
})
