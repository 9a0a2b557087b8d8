/** Coupons in a registration: shown, taken off, used up once, refused with a reason, given back with all of it. */
import { dataOf, codeOf, kindOf, newOperation, refusalOf } from './cloud'
import { fen } from '../../src/domain/money/fen'
import type { Worth } from '../../src/domain/coupons/offer'
import { couponCode, couponOf, issue } from './coupons'
import {
  ASSISTANT,
  COLLEAGUE,
  DAY,
  keyed,
  mallOfFile,
  MEMBER,
  MINUTE,
  nothingWritten,
  OTHER_MEMBER,
} from './mall'

const mall = mallOfFile()
const fiftyOff300: Worth = { kind: 'threshold', thresholdFen: fen(30_000), offFen: fen(5_000) }
const tenOff: Worth = { kind: 'cash', offFen: fen(1_000) }
const parking: Worth = { kind: 'parking', hours: 2 }

beforeEach(() => mall().join(MEMBER))

const resolve = async (code: string, assistant = ASSISTANT) =>
  mall().ask('assistant', 'resolve', assistant, { code })
const scan = async (member = MEMBER) => {
  mall().cloud.clock.shift(MINUTE)
  return dataOf(await resolve(dataOf(await mall().ask('member', 'code', member)).code))
}
const register = (
  visit: string,
  priceFen: number,
  shownPayFen: number,
  coupons: string[],
  operation = newOperation(),
) =>
  mall().ask(
    'assistant',
    'register',
    ASSISTANT,
    { visit, lines: keyed(priceFen), coupons, shownPayFen },
    operation,
  )
const takeBack = (
  purchaseId: string,
  shownRefundFen: number,
  reason: 'returned' | 'entry-error' = 'returned',
) =>
  mall().ask('assistant', 'refund', ASSISTANT, {
    purchaseId,
    lines: [{ line: 0, quantity: 1 }],
    reason,
    shownRefundFen,
    shownRefundedFen: 0,
  })

describe('the code of one coupon', () => {
  test('opens a visit of its holder with this coupon, within 3 calls; once', async () => {
    await issue(mall(), { id: 'shown', worth: tenOff })
    await issue(mall(), { id: 'kept', worth: tenOff })
    await scan()
    const code = couponCode(mall(), 'shown')
    const view = dataOf(await resolve(code))
    expect(mall().lastCalls()).toBe(3)
    expect(view).toMatchObject({ shown: { kind: 'coupon', couponId: 'shown' }, member: { name: MEMBER } })
    expect(view.coupons.map(({ couponId }) => couponId)).toEqual(['shown'])
    expect(view.notNow).toEqual({ count: 0, coupons: [] })
    expect(dataOf(await resolve(code)).visit).toBe(view.visit)
    await mall().hire(COLLEAGUE)
    expect(codeOf(await resolve(code, COLLEAGUE))).toBe('code.used')
    expect(codeOf(await register(view.visit, 10_000, 9_000, ['shown']))).toBe('ok')
  })

  test('stands for this coupon alone: no other is used by it, nor handed over', async () => {
    await issue(mall(), { id: 'shown', worth: tenOff })
    await issue(mall(), { id: 'kept', worth: tenOff })
    await issue(mall(), { id: 'cake', worth: { kind: 'exchange', thing: 'cake' } })
    const { visit } = dataOf(await resolve(couponCode(mall(), 'shown')))
    const refused = await nothingWritten(mall(), async () => [
      codeOf(await register(visit, 10_000, 9_000, ['kept'])),
      codeOf(await mall().ask('assistant', 'redeem', ASSISTANT, { visit, what: { couponId: 'cake' } })),
    ])
    expect(refused).toEqual(['coupon.unknown', 'coupon.unknown'])
    expect(codeOf(await register(visit, 10_000, 9_000, ['shown']))).toBe('ok')
  })

  test('holds for its own minute and the next, and proves its number', async () => {
    await issue(mall(), { id: 'shown', worth: tenOff })
    const code = couponCode(mall(), 'shown')
    mall().cloud.clock.shift(2 * MINUTE)
    expect(codeOf(await resolve(code))).toBe('code.expired')
    const now = couponCode(mall(), 'shown')
    expect(codeOf(await resolve(`${now.slice(0, 9)}${now[9] === '1' ? 2 : 1}${now.slice(10)}`))).toBe(
      'code.expired',
    )
  })

  test('of a coupon that cannot be used here is refused and stays unused', async () => {
    await issue(mall(), { id: 'elsewhere', worth: tenOff, terms: { scope: { storeIds: ['store-2'] } } })
    const code = couponCode(mall(), 'elsewhere')
    const answer = await nothingWritten(mall(), () => resolve(code))
    expect(refusalOf(answer)).toEqual(['coupon.not-here', { couponId: 'elsewhere', coupon: 'a coupon' }])
  })

  test('is refused to its own holder', async () => {
    await issue(mall(), { id: 'own', worth: tenOff, holder: ASSISTANT })
    expect(codeOf(await resolve(couponCode(mall(), 'own')))).toBe('visit.own-card')
  })
})

describe('a registration with coupons', () => {
  test('金卡, ¥386.00 with ¥50 off 300: pays ¥316.70 and earns 474 points, in 8 calls', async () => {
    await mall().receipt('first', 5_000_000)
    await issue(mall(), { id: 'fifty', worth: fiftyOff300 })
    const { visit } = await scan()
    const asked = { visit, lines: keyed(38_600), coupons: ['fifty'] }
    const previewed = dataOf(await mall().ask('assistant', 'preview', ASSISTANT, asked))
    const { settlement, purchaseId } = dataOf(await register(visit, 38_600, 31_670, ['fifty']))
    expect(mall().lastCalls()).toBe(8)
    expect(settlement).toEqual(previewed)
    expect(settlement).toMatchObject({
      discountFen: 1_930,
      offFen: 5_000,
      coupons: [{ couponId: 'fifty', offFen: 5_000 }],
      payFen: 31_670,
      base: 316,
      points: 474,
    })
    expect(mall().purchase(purchaseId)).toMatchObject({
      priceFen: 38_600,
      discountFen: 1_930,
      offFen: 5_000,
      coupons: [{ couponId: 'fifty', offFen: 5_000 }],
      paidFen: 31_670,
      lines: [{ paidFen: 31_670 }],
    })
    expect(couponOf(mall(), 'fifty')).toMatchObject({
      state: 'used',
      use: { purchaseId, storeId: 'store-1', staffOpenid: ASSISTANT },
      log: [{ step: 'use', cause: 'purchase', ref: purchaseId }],
    })
  })

  test('sent again gets the first answer; another input is refused', async () => {
    await issue(mall(), { id: 'ten', worth: tenOff })
    const { visit } = await scan()
    const operation = newOperation()
    const first = await register(visit, 10_000, 9_000, ['ten'], operation)
    const again = await register(visit, 10_000, 9_000, ['ten'], operation)
    expect([kindOf(first), kindOf(again)]).toEqual(['new', 'replayed'])
    expect(dataOf(again)).toEqual(dataOf(first))
    expect(codeOf(await register(visit, 10_001, 9_001, ['ten'], operation))).toBe('operation.mismatch')
  })

  test('one coupon in five purchases at once: one accepts it, the others are refused', async () => {
    await issue(mall(), { id: 'ten', worth: tenOff })
    const { visit } = await scan()
    const answers = await mall().atOnce('assistant', 5, () => register(visit, 10_000, 9_000, ['ten']))
    expect(answers.map(codeOf).sort()).toEqual([
      'coupon.not-usable',
      'coupon.not-usable',
      'coupon.not-usable',
      'coupon.not-usable',
      'ok',
    ])
    expect(mall().all('purchases')).toHaveLength(1)
    expect(couponOf(mall(), 'ten').log).toHaveLength(1)
  })

  test.each<[string, Parameters<typeof issue>[1], unknown]>([
    ['coupon.expired', { id: 'x', worth: tenOff, days: -1 }, { couponId: 'x', coupon: 'a coupon' }],
    ['coupon.not-here', { id: 'x', worth: tenOff, terms: { scope: { brands: ['b'] } } }, expect.anything()],
    [
      'coupon.not-for-member',
      { id: 'x', worth: tenOff, terms: { scope: { stages: ['lost'] } } },
      expect.anything(),
    ],
    ['coupon.not-today', { id: 'x', worth: tenOff, terms: { weekdays: [] } }, expect.anything()],
    ['coupon.combination', { id: 'x', worth: parking }, null],
    ['coupon.takes-nothing', { id: 'x', worth: fiftyOff300 }, expect.anything()],
    ['coupon.unknown', { id: 'x', worth: tenOff, holder: ASSISTANT }, { couponId: 'x' }],
  ])('is refused with %s, and nothing is written', async (code, issued, details) => {
    await issue(mall(), issued)
    const { visit } = await scan()
    const pays = code === 'coupon.takes-nothing' ? 20_000 : 19_000
    const answer = await nothingWritten(mall(), () => register(visit, 20_000, pays, ['x']))
    expect(refusalOf(answer)).toEqual([code, details])
  })

  test('is refused for two that do not go together, for one named twice and for one that is not there', async () => {
    await issue(mall(), { id: 'a', worth: tenOff, stacking: { exclusive: true } })
    await issue(mall(), { id: 'b', worth: tenOff })
    const { visit } = await scan()
    const codes = await nothingWritten(mall(), async () => [
      codeOf(await register(visit, 10_000, 8_000, ['a', 'b'])),
      codeOf(await register(visit, 10_000, 8_000, ['b', 'b'])),
      codeOf(await register(visit, 10_000, 9_000, ['c'])),
      codeOf(await register(visit, 10_000, 8_999, ['b'])),
    ])
    expect(codes).toEqual([
      'coupon.combination',
      'request.malformed',
      'coupon.unknown',
      'purchase.total-changed',
    ])
  })

  test('is refused when the coupon is of another member than the visitor', async () => {
    await mall().join(OTHER_MEMBER)
    await issue(mall(), { id: 'theirs', worth: tenOff, holder: OTHER_MEMBER })
    const { visit } = await scan()
    expect(codeOf(await register(visit, 10_000, 9_000, ['theirs']))).toBe('coupon.unknown')
  })

  test('of which all is free is booked: nothing is paid, nothing is earned', async () => {
    await issue(mall(), { id: 'ten', worth: tenOff })
    const { visit } = await scan()
    const { settlement, purchaseId } = dataOf(await register(visit, 800, 0, ['ten']))
    expect(settlement).toMatchObject({ payFen: 0, offFen: 800, points: 0 })
    expect(mall().purchase(purchaseId)).toMatchObject({ paidFen: 0, priceFen: 800, offFen: 800 })
  })
})

describe('coupons come back', () => {
  test('with a refund of all that is left, not with a part, and never past their day as usable', async () => {
    await issue(mall(), { id: 'ten', worth: tenOff, days: 1 })
    const { visit } = await scan()
    const lines = keyed(5_000, 2)
    const input = { visit, lines, coupons: ['ten'], shownPayFen: 9_000 }
    const { purchaseId } = dataOf(await mall().ask('assistant', 'register', ASSISTANT, input))
    const back = (shownRefundedFen: number) =>
      mall().ask('assistant', 'refund', ASSISTANT, {
        purchaseId,
        lines: [{ line: 0, quantity: 1 }],
        reason: 'returned',
        shownRefundFen: 4_500,
        shownRefundedFen,
      })
    dataOf(await back(0))
    expect(couponOf(mall(), 'ten').state).toBe('used')
    mall().cloud.clock.shift(2 * DAY)
    dataOf(await back(4_500))
    expect(couponOf(mall(), 'ten')).toMatchObject({
      state: 'issued',
      use: null,
      log: [{ step: 'use' }, { step: 'come-back', cause: 'refund' }],
    })
    const { visit: later, coupons } = await scan()
    expect(coupons).toEqual([])
    expect(codeOf(await register(later, 10_000, 9_000, ['ten']))).toBe('coupon.expired')
  })

  test('with an undo, and can be used again', async () => {
    await issue(mall(), { id: 'ten', worth: tenOff })
    const { visit } = await scan()
    const { purchaseId } = dataOf(await register(visit, 10_000, 9_000, ['ten']))
    dataOf(await takeBack(purchaseId, 9_000, 'entry-error'))
    expect(couponOf(mall(), 'ten').log.at(-1)).toMatchObject({ step: 'come-back', cause: 'undo' })
    expect(codeOf(await register(visit, 10_000, 9_000, ['ten']))).toBe('ok')
  })

  test('once, when two refunds of all of it come at once', async () => {
    await issue(mall(), { id: 'ten', worth: tenOff })
    const { visit } = await scan()
    const { purchaseId } = dataOf(await register(visit, 10_000, 9_000, ['ten']))
    const answers = await mall().atOnce('assistant', 2, () => takeBack(purchaseId, 9_000))
    expect(answers.map(codeOf).filter((code) => code === 'ok')).toHaveLength(1)
    expect(couponOf(mall(), 'ten').log).toHaveLength(2)
  })
})
