/** Coupons that are handed over for themselves: once, by a plate where it is a car park's, undone by who did it. */
import type { Worth } from '../../src/domain/coupons/offer'
import { signVisit } from '../../src/server/assistant/visit-token'
import { codeOf, dataOf, kindOf, newOperation, refusalOf } from './cloud'
import { couponCode, couponOf, issue } from './coupons'
import {
  ASSISTANT,
  COLLEAGUE,
  DAY,
  mallOfFile,
  MEMBER,
  MINUTE,
  NEIGHBOUR,
  nothingWritten,
  OTHER_MEMBER,
} from './mall'

const mall = mallOfFile()
const tea: Worth = { kind: 'exchange', thing: 'a pot of tea' }
const parking: Worth = { kind: 'parking', hours: 2 }
const PLATE = '\u6caa A\u00b712345'
const KEPT = '\u6caaA12345'

beforeEach(() => mall().join(MEMBER))

const redeem = (
  visit: string,
  couponId: string,
  plate?: string,
  operation = newOperation(),
  who = ASSISTANT,
) => mall().ask('assistant', 'redeem', who, { visit, what: { couponId }, ...(plate && { plate }) }, operation)
const undo = (couponId: string, who = ASSISTANT) => mall().ask('assistant', 'undo-redeem', who, { couponId })
const redemptions = async (who = ASSISTANT, after?: string) =>
  dataOf(await mall().ask('assistant', 'redemptions', who, { ...(after && { after }) }))

test('a thing is handed over in 6 calls, and the member’s phone is told', async () => {
  await issue(mall(), { id: 'tea', worth: tea })
  const since = mall().now()
  const code = couponCode(mall(), 'tea')
  const { visit } = dataOf(await mall().ask('assistant', 'resolve', ASSISTANT, { code }))
  const ask = { since, couponId: 'tea' }
  const before = dataOf(await mall().ask('member', 'code-status', MEMBER, ask))
  expect(before).toMatchObject({ scanned: { storeName: 'store-1' }, coupon: { state: 'issued', used: null } })
  const redeemed = dataOf(await redeem(visit, 'tea'))
  expect(mall().lastCalls()).toBe(6)
  expect(redeemed.at).toBeGreaterThanOrEqual(since)
  expect(redeemed).toEqual({ couponId: 'tea', name: 'a coupon', worth: tea, plate: null, at: redeemed.at })
  expect(couponOf(mall(), 'tea')).toMatchObject({
    state: 'used',
    use: { purchaseId: null, storeId: 'store-1', staffOpenid: ASSISTANT },
    log: [{ step: 'use', cause: 'handed-over' }],
  })
  const after = dataOf(await mall().ask('member', 'code-status', MEMBER, ask))
  expect(mall().lastCalls()).toBe(3)
  expect(after.coupon).toEqual({
    state: 'used',
    used: { storeName: 'store-1', at: redeemed.at, plate: null },
  })
})

test('what became of a coupon is told to its holder alone', async () => {
  await mall().join(OTHER_MEMBER)
  await issue(mall(), { id: 'tea', worth: tea })
  const ask = { since: 0, couponId: 'tea' }
  expect(dataOf(await mall().ask('member', 'code-status', OTHER_MEMBER, ask))).not.toHaveProperty('coupon')
})

test('a car park opens to a plate, which is kept without blanks, with the use alone', async () => {
  await issue(mall(), { id: 'park', worth: parking })
  const visit = await mall().visit()
  const operation = newOperation()
  const first = await redeem(visit, 'park', PLATE, operation)
  expect(dataOf(first).plate).toBe(KEPT)
  expect(couponOf(mall(), 'park').use?.plate).toBe(KEPT)
  expect(JSON.stringify(mall().all('audit'))).not.toContain('12345')
  const again = await redeem(visit, 'park', PLATE, operation)
  expect([kindOf(again), dataOf(again)]).toEqual(['replayed', dataOf(first)])
  expect(codeOf(await redeem(visit, 'park', `${KEPT.slice(0, 6)}6`, operation))).toBe('operation.mismatch')
})

test('a closed account leaves no plate, and its coupons are used by nobody', async () => {
  await issue(mall(), { id: 'park', worth: parking })
  await issue(mall(), { id: 'tea', worth: tea })
  dataOf(await redeem(await mall().visit(), 'park', PLATE))
  const code = couponCode(mall(), 'tea')
  const { cardNumber } = mall().member()
  dataOf(await mall().ask('member', 'close-account', MEMBER, { cardNumber, shownPoints: 0 }))
  expect(JSON.stringify(mall().dump())).not.toContain(KEPT)
  expect((await redemptions()).redemptions).toMatchObject([{ id: 'park', plate: null }])
  const codes = await nothingWritten(mall(), async () => [
    codeOf(await mall().ask('assistant', 'resolve', ASSISTANT, { code })),
    codeOf(await mall().till('coupon-validate', mall().till1, { code })),
    codeOf(await mall().till('coupon-redeem', mall().till1, { receipt: 'h-1', couponId: 'tea' })),
  ])
  expect(codes).toEqual(Array<string>(3).fill('card.closed'))
})

test('a frozen card stops its coupons', async () => {
  await issue(mall(), { id: 'tea', worth: tea })
  const visit = await mall().visit()
  dataOf(await mall().ask('member', 'change-card', MEMBER, { step: 'freeze' }))
  const codes = await nothingWritten(mall(), async () => [
    codeOf(await redeem(visit, 'tea')),
    codeOf(await mall().ask('assistant', 'resolve', ASSISTANT, { code: couponCode(mall(), 'tea') })),
    codeOf(await mall().till('coupon-redeem', mall().till1, { receipt: 'h-1', couponId: 'tea' })),
  ])
  expect(codes).toEqual(Array<string>(3).fill('card.frozen'))
})

test.each([
  ['no plate', parking, undefined],
  ['one too short', parking, KEPT.slice(0, 6)],
  ['one too long', parking, `${KEPT}67`],
  ['one of no province', parking, 'XA12345'],
  ['one with an I', parking, '\u6caaA1234I'],
  ['a plate for what is no car park', tea, KEPT],
])('is refused with %s, and nothing is written', async (_, worth, plate) => {
  await issue(mall(), { id: 'x', worth })
  const visit = await mall().visit()
  expect(codeOf(await nothingWritten(mall(), () => redeem(visit, 'x', plate)))).toBe('plate.malformed')
})

test.each(['\u4eacA12345', '\u7ca4BD12345', '\u7ca4B12345D', '\u6d59C1234\u5b66'])(
  '%s is a plate',
  async (plate) => {
    await issue(mall(), { id: 'park', worth: parking })
    expect(dataOf(await redeem(await mall().visit(), 'park', plate)).plate).toBe(plate)
  },
)

describe('is refused, and nothing is written,', () => {
  const refused = async (couponId: string) => {
    const visit = await mall().visit()
    return refusalOf(await nothingWritten(mall(), () => redeem(visit, couponId)))
  }

  test('for what takes something off a price', async () => {
    await issue(mall(), { id: 'ten', worth: { kind: 'percent', percentOff: 10, mostFen: null } })
    expect(await refused('ten')).toEqual(['coupon.for-purchase', { couponId: 'ten', coupon: 'a coupon' }])
  })

  test('for one that is not there, that is another’s, that is over or for another store', async () => {
    await issue(mall(), { id: 'mine', worth: tea, holder: ASSISTANT })
    await issue(mall(), { id: 'over', worth: tea, days: -1 })
    await issue(mall(), { id: 'far', worth: tea, terms: { scope: { storeIds: ['store-2'] } } })
    const codes = []
    for (const id of ['none', 'mine', 'over', 'far']) codes.push(((await refused(id)) as [string])[0])
    expect(codes).toEqual(['coupon.unknown', 'coupon.unknown', 'coupon.expired', 'coupon.not-here'])
  })

  test('of who hands it over, whatever visit stands for it', async () => {
    await issue(mall(), { id: 'mine', worth: tea, holder: ASSISTANT })
    const { _id: memberId } = mall().member(ASSISTANT)
    const until = mall().now() + MINUTE
    const own = signVisit({ id: 'v', memberId, assistantOpenid: ASSISTANT, storeId: 'store-1', until })
    expect(codeOf(await nothingWritten(mall(), () => redeem(own, 'mine')))).toBe('visit.own-card')
  })

  test('for another one than the code that was shown stands for', async () => {
    await issue(mall(), { id: 'tea', worth: tea })
    await issue(mall(), { id: 'cake', worth: tea })
    const { visit } = dataOf(
      await mall().ask('assistant', 'resolve', ASSISTANT, { code: couponCode(mall(), 'tea') }),
    )
    expect(codeOf(await nothingWritten(mall(), () => redeem(visit, 'cake')))).toBe('coupon.unknown')
    expect(codeOf(await redeem(visit, 'tea'))).toBe('ok')
  })

  test('when the visit is over', async () => {
    await issue(mall(), { id: 'tea', worth: tea })
    const visit = await mall().visit()
    mall().cloud.clock.shift(31 * MINUTE)
    expect(codeOf(await nothingWritten(mall(), () => redeem(visit, 'tea')))).toBe('visit.expired')
  })
})

test('five at once: one hands it over, the others are refused', async () => {
  await issue(mall(), { id: 'tea', worth: tea })
  const visit = await mall().visit()
  const codes = (await mall().atOnce('assistant', 5, () => redeem(visit, 'tea'))).map(codeOf).sort()
  expect(codes).toEqual([...Array<string>(4).fill('coupon.not-usable'), 'ok'])
  expect(couponOf(mall(), 'tea').log).toHaveLength(1)
})

describe('a hand-over', () => {
  const handedOver = async () => {
    await issue(mall(), { id: 'tea', worth: tea })
    dataOf(await redeem(await mall().visit(), 'tea'))
  }

  test('is undone once on its day by who did it, and can be done again', async () => {
    await handedOver()
    dataOf(await undo('tea'))
    expect(mall().lastCalls()).toBe(5)
    expect(couponOf(mall(), 'tea')).toMatchObject({ state: 'issued', use: null })
    expect(codeOf(await undo('tea'))).toBe('coupon.undo-too-late')
    expect(codeOf(await redeem(await mall().visit(), 'tea'))).toBe('ok')
  })

  test('is not undone by a colleague, by another store, or the day after', async () => {
    await handedOver()
    await mall().hire(COLLEAGUE)
    await mall().hire(NEIGHBOUR, 'store-2')
    const codes = await nothingWritten(mall(), async () => {
      const [colleague, neighbour] = [await undo('tea', COLLEAGUE), await undo('tea', NEIGHBOUR)]
      mall().cloud.clock.shift(DAY)
      return [codeOf(colleague), codeOf(neighbour), codeOf(await undo('tea')), codeOf(await undo('none'))]
    })
    expect(codes).toEqual([
      'coupon.undo-too-late',
      'coupon.unknown',
      'coupon.undo-too-late',
      'coupon.unknown',
    ])
  })

  test('stands in the day of its store, newest first, page by page, and of no other', async () => {
    await mall().hire(NEIGHBOUR, 'store-2')
    for (let n = 10; n < 33; n += 1) {
      await issue(mall(), { id: `tea-${n}`, worth: tea })
      if ((n - 10) % 20 === 0) mall().cloud.clock.shift(MINUTE)
      dataOf(await redeem(await mall().visit(), `tea-${n}`))
    }
    const first = await redemptions()
    expect(mall().lastCalls()).toBe(2)
    expect(first.redemptions).toHaveLength(20)
    expect(first.redemptions[0]).toMatchObject({
      kind: 'coupon',
      id: 'tea-32',
      servedBy: ASSISTANT,
      canUndo: true,
    })
    const second = await redemptions(ASSISTANT, first.next ?? '')
    expect(second.redemptions.map(({ id }) => id)).toEqual(['tea-12', 'tea-11', 'tea-10'])
    expect(second.next).toBeNull()
    expect((await redemptions(NEIGHBOUR)).redemptions).toEqual([])
  })
})
