/** Coupons at a till: scanned, held for one receipt, used up with it, let go, handed over. */
import { fen } from '../../src/domain/money/fen'
import type { Worth } from '../../src/domain/coupons/offer'
import { codeOf, dataOf, kindOf, refusalOf, type TillInput } from './cloud'
import { couponCode, couponOf, issue } from './coupons'
import { ASSISTANT, keyed, mallOfFile, MEMBER, MINUTE, nothingWritten, OTHER_MEMBER, PHONES } from './mall'

const mall = mallOfFile()
const tenOff: Worth = { kind: 'cash', offFen: fen(1_000) }
const parking: Worth = { kind: 'parking', hours: 2 }
const PLATE = '\u6caaA12345'

beforeEach(() => mall().join(MEMBER))

const line = (priceFen: number, sku = 'goods-1') => ({ sku, quantity: 1, priceFen })
const lock = (
  receipt: string,
  coupons: string[],
  lines: TillInput<'coupon-lock'>['lines'] = [line(10_000)],
  till = mall().till1,
) => mall().till('coupon-lock', till, { receipt, coupons, lines })
const release = (receipt: string, coupons: string[]) =>
  mall().till('coupon-release', mall().till1, { receipt, coupons })
const pay = (
  receipt: string,
  coupons: string[] | undefined,
  lines: TillInput<'purchase'>['lines'],
  phone = PHONES[MEMBER] ?? '',
) => mall().till('purchase', mall().till1, { receipt, member: { phone }, lines, ...(coupons && { coupons }) })
const paid = (priceFen: number, paidFen: number, sku = 'goods-1') => ({ ...line(priceFen, sku), paidFen })
const redeem = (receipt: string, couponId: string, plate?: string) =>
  mall().till('coupon-redeem', mall().till1, { receipt, couponId, ...(plate && { plate }) })

test('a scanned coupon is named in 2 calls, and nothing is written', async () => {
  await issue(mall(), { id: 'ten', worth: tenOff })
  const code = couponCode(mall(), 'ten')
  const answer = await nothingWritten(mall(), () => mall().till('coupon-validate', mall().till1, { code }))
  expect(mall().lastCalls()).toBeLessThanOrEqual(4)
  await mall().till('coupon-validate', mall().till1, { code })
  expect(mall().lastCalls()).toBe(2)
  const { validUntil } = couponOf(mall(), 'ten')
  const { cardNumber } = mall().member()
  expect(dataOf(answer)).toEqual({ couponId: 'ten', name: 'a coupon', worth: tenOff, validUntil, cardNumber })
})

describe('the coupons of a card that was scanned', () => {
  const code = async (member = MEMBER) => dataOf(await mall().ask('member', 'code', member)).code
  const list = (scanned: string, after?: string) =>
    mall().till('coupon-list', mall().till1, { code: scanned, ...(after && { after }) })

  test('are those that can be used at this till now, in 2 calls, and nothing is written', async () => {
    await mall().join(OTHER_MEMBER)
    await issue(mall(), { id: 'ten', worth: tenOff, days: 9 })
    await issue(mall(), { id: 'park', worth: parking, days: 3 })
    await issue(mall(), { id: 'elsewhere', worth: tenOff, terms: { scope: { storeIds: ['store-2'] } } })
    await issue(mall(), { id: 'of-another', holder: OTHER_MEMBER, worth: tenOff })
    await issue(mall(), { id: 'held', worth: tenOff })
    dataOf(await lock('r-1', ['held']))
    const scanned = await code()
    dataOf(await list(scanned))
    const answer = await nothingWritten(mall(), () => list(scanned))
    expect(mall().lastCalls()).toBe(2)
    const { validUntil } = couponOf(mall(), 'park')
    expect(dataOf(answer)).toMatchObject({ cardNumber: mall().member().cardNumber, next: null })
    expect(dataOf(answer).coupons).toEqual([
      { couponId: 'park', name: 'a coupon', worth: parking, validUntil },
      expect.objectContaining({ couponId: 'ten' }),
    ])
  })

  test('come forty at a time, each once', async () => {
    for (let n = 100; n < 150; n += 1) await issue(mall(), { id: `many-${n}`, worth: tenOff })
    const scanned = await code()
    const first = dataOf(await list(scanned))
    const second = dataOf(await list(scanned, first.next ?? ''))
    expect([first.coupons.length, second.coupons.length, second.next]).toEqual([40, 10, null])
    expect(new Set([...first.coupons, ...second.coupons].map(({ couponId }) => couponId)).size).toBe(50)
  })

  test('are told to nobody without a code of now, of a card that is in use', async () => {
    const scanned = await code()
    expect(codeOf(await list(mall().member().cardNumber))).toBe('code.unreadable')
    expect(codeOf(await list(couponCode(mall(), await issue(mall(), { id: 'ten', worth: tenOff }))))).toBe(
      'code.unreadable',
    )
    const forged = `${scanned.slice(0, -1)}${scanned.endsWith('1') ? 2 : 1}`
    expect(codeOf(await list(forged))).toBe('code.expired')
    dataOf(await mall().ask('member', 'change-card', MEMBER, { step: 'freeze' }))
    expect(codeOf(await list(scanned))).toBe('card.frozen')
    mall().cloud.clock.shift(2 * MINUTE)
    expect(codeOf(await list(scanned))).toBe('code.expired')
  })
})

test('a frozen card names no coupon at a till and holds none', async () => {
  await issue(mall(), { id: 'ten', worth: tenOff })
  dataOf(await mall().ask('member', 'change-card', MEMBER, { step: 'freeze' }))
  const codes = await nothingWritten(mall(), async () => [
    codeOf(await mall().till('coupon-validate', mall().till1, { code: couponCode(mall(), 'ten') })),
    codeOf(await lock('r-1', ['ten'])),
  ])
  expect(codes).toEqual(['card.frozen', 'card.frozen'])
})

test('a scan is refused by what is wrong with it', async () => {
  await issue(mall(), { id: 'ten', worth: tenOff, terms: { scope: { storeIds: ['store-2'] } } })
  const validate = (code: string) => mall().till('coupon-validate', mall().till1, { code })
  const code = couponCode(mall(), 'ten')
  const card = dataOf(await mall().ask('member', 'code', MEMBER)).code
  expect(codeOf(await validate(code))).toBe('coupon.not-here')
  expect(codeOf(await validate(card))).toBe('code.unreadable')
  mall().cloud.clock.shift(2 * MINUTE)
  expect(codeOf(await validate(code))).toBe('code.expired')
})

test('a receipt holds a coupon, says what to pay for each line, and uses it up with the purchase', async () => {
  await issue(mall(), { id: 'ten', worth: tenOff, terms: { scope: { products: ['coat'] } } })
  const lines = [line(30_000, 'coat'), line(5_000, 'tea')]
  const locked = dataOf(await lock('r-1', ['ten'], lines))
  expect(mall().lastCalls()).toBeLessThanOrEqual(6)
  expect(locked).toMatchObject({
    coupons: [{ couponId: 'ten', offFen: 1_000 }],
    lines: [{ paidFen: 29_000 }, { paidFen: 5_000 }],
    payFen: 34_000,
  })
  expect(locked.until).toBe(couponOf(mall(), 'ten').lockedUntil ?? 0)
  expect(couponOf(mall(), 'ten')).toMatchObject({ state: 'locked', heldFor: 'till-1:r-1' })
  const sold = [paid(30_000, 29_000, 'coat'), paid(5_000, 5_000, 'tea')]
  const first = await pay('r-1', ['ten'], sold)
  expect(dataOf(first)).toMatchObject({ paidFen: 34_000, pointsEarned: 340 })
  expect(mall().purchase('purchase:till-1:r-1')).toMatchObject({
    priceFen: 35_000,
    discountFen: 0,
    offFen: 1_000,
    paidFen: 34_000,
    coupons: [{ couponId: 'ten', offFen: 1_000 }],
  })
  expect(couponOf(mall(), 'ten')).toMatchObject({
    state: 'used',
    heldFor: null,
    use: { purchaseId: 'purchase:till-1:r-1' },
  })
  expect(kindOf(await pay('r-1', ['ten'], sold))).toBe('replayed')
  expect(codeOf(await pay('r-1', undefined, [{ sku: 'x', quantity: 1, paidFen: 1 }]))).toBe(
    'operation.mismatch',
  )
})

test('what one receipt holds is held for no other, nor at the counter, until half an hour is over', async () => {
  await issue(mall(), { id: 'ten', worth: tenOff })
  const visit = await mall().visit()
  const till2 = await mall().nameTill('till-2')
  dataOf(await lock('r-1', ['ten']))
  const refused = await nothingWritten(mall(), async () => [
    codeOf(await lock('r-2', ['ten'])),
    codeOf(await lock('r-1', ['ten'], [line(10_000)], till2)),
    codeOf(await pay('r-2', ['ten'], [paid(10_000, 9_000)])),
    codeOf(
      await mall().ask('assistant', 'register', ASSISTANT, {
        visit,
        lines: keyed(10_000),
        coupons: ['ten'],
        shownPayFen: 9_000,
      }),
    ),
  ])
  expect(refused).toEqual(Array<string>(4).fill('coupon.locked'))
  const again = await nothingWritten(mall(), () => lock('r-1', ['ten']))
  expect(codeOf(again)).toBe('ok')
  mall().cloud.clock.shift(30 * MINUTE + 1_000)
  expect(codeOf(await lock('r-2', ['ten']))).toBe('ok')
  expect(codeOf(await pay('r-1', ['ten'], [paid(10_000, 9_000)]))).toBe('coupon.locked')
})

test('what was offered to a friend after the half hour is not the receipt’s any more', async () => {
  await issue(mall(), { id: 'ten', worth: tenOff })
  dataOf(await lock('r-1', ['ten']))
  mall().cloud.clock.shift(31 * MINUTE)
  dataOf(await mall().ask('member', 'give-coupon', MEMBER, { couponId: 'ten' }))
  const codes = await nothingWritten(mall(), async () => [
    codeOf(await pay('r-1', ['ten'], [paid(10_000, 9_000)])),
    codeOf(await release('r-1', ['ten'])),
  ])
  expect(codes).toEqual(['coupon.locked', 'coupon.locked'])
})

test('a receipt that comes late is booked while nobody else has taken its coupon', async () => {
  await issue(mall(), { id: 'ten', worth: tenOff })
  dataOf(await lock('r-1', ['ten']))
  mall().cloud.clock.shift(60 * MINUTE)
  expect(codeOf(await pay('r-1', ['ten'], [paid(10_000, 9_000)]))).toBe('ok')
  expect(couponOf(mall(), 'ten').log.map(({ cause }) => cause)).toEqual(['till', 'lock-over', 'purchase'])
})

test('a receipt is refused, and nothing booked, with another total, an unlocked coupon, or another’s', async () => {
  await mall().join(OTHER_MEMBER)
  await issue(mall(), { id: 'ten', worth: tenOff })
  await issue(mall(), { id: 'free', worth: tenOff })
  dataOf(await lock('r-1', ['ten']))
  const answers = await nothingWritten(mall(), async () => [
    await pay('r-1', ['ten'], [paid(10_000, 8_999)]),
    await pay('r-1', ['free'], [paid(10_000, 9_000)]),
    await pay('r-1', ['ten'], [paid(10_000, 9_000)], PHONES[OTHER_MEMBER]),
    await pay('r-1', ['ten'], [paid(10_000, 9_000)], '13911112222'),
    await pay('r-1', ['ten'], [{ sku: 'x', quantity: 1, paidFen: 9_000 }]),
    await pay('r-1', undefined, [paid(10_000, 9_000)]),
    await lock('r-2', ['free', 'gone']),
    await lock('r-2', ['free'], [{ ...line(10_000), kind: 'gift-card' as const }]),
  ])
  expect(answers.map(codeOf)).toEqual([
    'purchase.total-changed',
    'coupon.not-locked',
    'coupon.unknown',
    'coupon.unknown',
    'request.malformed',
    'request.malformed',
    'coupon.unknown',
    'coupon.takes-nothing',
  ])
  expect(refusalOf(answers[0] as (typeof answers)[0])).toEqual([
    'purchase.total-changed',
    { totalFen: 9_000 },
  ])
})

test('five receipts at once: one holds the coupon, the others are refused', async () => {
  await issue(mall(), { id: 'ten', worth: tenOff })
  const answers = await mall().atOnce('till', 5, (n) => lock(`r-${n}`, ['ten']))
  expect(answers.map(codeOf).sort()).toEqual([...Array<string>(4).fill('coupon.locked'), 'ok'])
  expect(couponOf(mall(), 'ten').log).toHaveLength(1)
})

test('what is let go is free again; what is used is not', async () => {
  await issue(mall(), { id: 'ten', worth: tenOff })
  dataOf(await lock('r-1', ['ten']))
  expect(codeOf(await release('r-2', ['ten']))).toBe('coupon.locked')
  dataOf(await release('r-1', ['ten']))
  expect(couponOf(mall(), 'ten')).toMatchObject({ state: 'issued', heldFor: null })
  expect(codeOf(await nothingWritten(mall(), () => release('r-1', ['ten'])))).toBe('ok')
  dataOf(await lock('r-2', ['ten']))
  dataOf(await pay('r-2', ['ten'], [paid(10_000, 9_000)]))
  expect(codeOf(await release('r-2', ['ten']))).toBe('coupon.not-usable')
})

test('a refund of all of a receipt gives its coupon back, a part does not', async () => {
  await issue(mall(), { id: 'ten', worth: tenOff })
  dataOf(await lock('r-1', ['ten'], [{ ...line(10_000), quantity: 2 }]))
  dataOf(await pay('r-1', ['ten'], [{ ...paid(10_000, 9_000), quantity: 2 }]))
  const back = (receipt: string) =>
    mall().till('refund', mall().till1, { receipt, purchase: 'r-1', lines: [{ line: 0, quantity: 1 }] })
  expect(dataOf(await back('b-1')).refundFen).toBe(4_500)
  expect(couponOf(mall(), 'ten').state).toBe('used')
  expect(dataOf(await back('b-2')).refundFen).toBe(4_500)
  expect(couponOf(mall(), 'ten')).toMatchObject({ state: 'issued', use: null })
})

test('a car park opens to a plate in 6 calls, once for a receipt', async () => {
  await issue(mall(), { id: 'park', worth: parking })
  expect(codeOf(await redeem('h-1', 'park'))).toBe('plate.malformed')
  const first = await redeem('h-1', 'park', PLATE)
  expect(mall().lastCalls()).toBe(6)
  expect(dataOf(first)).toMatchObject({ couponId: 'park', worth: parking, plate: PLATE })
  const again = await redeem('h-1', 'park', PLATE)
  expect([kindOf(again), dataOf(again)]).toEqual(['replayed', dataOf(first)])
  expect(codeOf(await redeem('h-1', 'park', `${PLATE.slice(0, 6)}6`))).toBe('operation.mismatch')
  expect(codeOf(await redeem('h-2', 'park', PLATE))).toBe('coupon.not-usable')
})

test('what takes something off a price is not handed over, nor what is not there', async () => {
  await issue(mall(), { id: 'ten', worth: tenOff })
  expect(codeOf(await redeem('h-1', 'ten'))).toBe('coupon.for-purchase')
  expect(codeOf(await redeem('h-1', 'gone'))).toBe('coupon.unknown')
})
