/** The money beside the points: paid at the cashier, told by the platform, given back when the exchange ends. */
import { sdkDatabase } from '../local/cloud/sdk'
import { codeOf, dataOf, refusalOf } from './cloud'
import { DAY, mallOfFile, MEMBER, MINUTE, nothingWritten, OTHER_MEMBER } from './mall'
import { publishRewards, reward, take } from './rewards'

const mall = mallOfFile()
const PRICE = { shownPriceFen: 2_900 }

const pay = (exchangeId: string, by = MEMBER) => mall().ask('member', 'pay-exchange', by, { exchangeId })
const cancel = (exchangeId: string) => mall().ask('member', 'cancel-exchange', MEMBER, { exchangeId })
const payments = () => mall().cloud.payments
const orders = () => payments().orders()
const tick = () => mall().cloud.invoke('clock', {}, { source: 'wx_trigger' })
const one = () => mall().all<{ _id: string; state: string; payment: { state: string } }>('exchanges')[0]
const purse = () => mall().member().account.purse
const told = (event: object, options: { openid?: string; source?: string } = {}) =>
  mall().cloud.invoke('pay', { ...event }, options)

const ordered = async (): Promise<{ id: string; number: string }> => {
  const id = dataOf(await take(mall(), 'candle', PRICE)).exchange.exchangeId
  dataOf(await pay(id))
  return { id, number: orders()[0]?.outTradeNo ?? '' }
}

beforeEach(async () => {
  await mall().join(MEMBER)
  await mall().receipt('earned', 100_000)
  await publishRewards(mall(), [reward('candle', { priceFen: 2_900, stock: 2 })])
})

test('it waits to be paid; paid, it is held, and can be fetched', async () => {
  const { exchange } = dataOf(await take(mall(), 'candle', PRICE))
  expect(exchange).toMatchObject({ state: 'unpaid', priceFen: 2_900, payUntil: exchange.at + 15 * MINUTE })
  const code = () => mall().ask('member', 'exchange-code', MEMBER, { exchangeId: exchange.exchangeId })
  expect(codeOf(await code())).toBe('exchange.not-paid')
  const asked = dataOf(await pay(exchange.exchangeId))
  expect(asked).toMatchObject({ package: expect.stringMatching(/^prepay_id=/) as string })
  expect(dataOf(await pay(exchange.exchangeId))).toEqual(asked)
  expect(orders()).toMatchObject([
    { totalFee: 2_900, openid: MEMBER, body: 'reward candle', functionName: 'pay' },
  ])
  const order = await payments().answer(orders()[0]?.outTradeNo ?? '', 'pay')
  expect(order).toMatchObject({ state: 'SUCCESS', isNotified: true })
  expect(one()).toMatchObject({ state: 'held', payment: { state: 'paid' } })
  expect(codeOf(await code())).toBe('ok')
  expect(refusalOf(await pay(exchange.exchangeId))).toEqual(['exchange.step-impossible', { state: 'held' }])
})

test('told twice, it is paid once', async () => {
  const { number } = await ordered()
  await payments().answer(number, 'pay')
  const before = mall().dump()
  await payments().notify(number)
  expect(mall().dump()).toEqual(before)
})

test('unpaid after a quarter of an hour, points and stock come back, and it can be paid no more', async () => {
  const { number } = await ordered()
  mall().cloud.clock.shift(15 * MINUTE)
  await tick()
  expect(one()).toMatchObject({ state: 'expired', payment: { state: 'waiting' } })
  expect(purse()).toMatchObject({ spent: 100, returned: 100 })
  expect(orders()).toMatchObject([{ state: 'CLOSED' }])
  expect(await payments().answer(number, 'pay')).toBeUndefined()
})

test('a paid one that is cancelled is paid back, once, whole', async () => {
  const { id, number } = await ordered()
  await payments().answer(number, 'pay')
  expect(dataOf(await cancel(id)).exchange).toMatchObject({ state: 'cancelled', moneyBack: 'under-way' })
  expect(one()).toMatchObject({ state: 'cancelled', payment: { state: 'back' } })
  expect(payments().refunds()).toMatchObject([{ outTradeNo: number, refundFee: 2_900 }])
  const { exchanges } = dataOf(await mall().ask('member', 'exchanges', MEMBER, {}))
  expect(exchanges).toMatchObject([{ moneyBack: 'done' }])
  await tick()
  expect(payments().refunds()).toHaveLength(1)
})

test('a paid one that nobody fetches is paid back when it expires', async () => {
  const { number } = await ordered()
  await payments().answer(number, 'pay')
  mall().cloud.clock.shift(15 * DAY)
  await tick()
  expect(one()).toMatchObject({ state: 'expired', payment: { state: 'back' } })
  expect(payments().refunds()).toMatchObject([{ outTradeNo: number, refundFee: 2_900 }])
})

test('one that is paid while the message is lost is found paid when its time is over', async () => {
  const { id } = await ordered()
  // As if the function had been away: what it wrote is undone, what the cashier knows stays.
  const unpaid = mall().all('exchanges')[0] as { _id: string }
  await payments().answer(orders()[0]?.outTradeNo ?? '', 'pay')
  await restore(unpaid)
  expect(one()?.state).toBe('unpaid')
  mall().cloud.clock.shift(20 * MINUTE)
  await tick()
  expect(one()).toMatchObject({ _id: id, state: 'held', payment: { state: 'paid' } })
})

test('money that comes after the end goes back', async () => {
  const { id, number } = await ordered()
  await payments().answer(number, 'pay')
  // Cancelled while it was unpaid, before the message of the payment was heard.
  const { payment: _paid, ...rest } = mall().all<{ _id: string; payment: object }>('exchanges')[0] ?? {
    _id: '',
  }
  await restore({ ...rest, ...{ state: 'cancelled', payment: { state: 'waiting', nextTryAt: null } } })
  await payments().notify(number)
  expect(one()).toMatchObject({ _id: id, state: 'cancelled', payment: { state: 'back' } })
  expect(payments().refunds()).toMatchObject([{ outTradeNo: number, refundFee: 2_900 }])
})

test('one that is cancelled after it was paid, before the message came, is paid back at once', async () => {
  const { id, number } = await ordered()
  const unpaid = mall().all('exchanges')[0] as { _id: string }
  await payments().answer(number, 'pay')
  await restore(unpaid)
  expect(dataOf(await cancel(id)).exchange).toMatchObject({ state: 'cancelled' })
  expect(one()).toMatchObject({ state: 'cancelled', payment: { state: 'back' } })
  expect(payments().refunds()).toMatchObject([{ outTradeNo: number, refundFee: 2_900 }])
  await payments().notify(number)
  expect(payments().refunds()).toHaveLength(1)
})

test('an order of another amount pays nothing', async () => {
  const { number } = await ordered()
  const exchange = mall().all('exchanges')[0] as { _id: string }
  await restore({ ...exchange, ...{ priceFen: 9_900 } })
  await payments().answer(number, 'pay')
  expect(one()).toMatchObject({ state: 'unpaid', payment: { state: 'waiting' } })
})

test('nobody pays what is another’s, and no person tells of a payment', async () => {
  await mall().join(OTHER_MEMBER)
  const { id } = await ordered()
  expect(codeOf(await pay(id, OTHER_MEMBER))).toBe('exchange.unknown')
  const event = { returnCode: 'SUCCESS', resultCode: 'SUCCESS', outTradeNo: 'x', attach: id, totalFee: 2_900 }
  for (const options of [
    { openid: MEMBER },
    { openid: MEMBER, source: 'wx_http' },
    { source: 'wx_client' },
  ]) {
    const answer = await nothingWritten(mall(), () => told(event, options))
    expect(answer).toMatchObject({ ok: true, result: { ok: false, error: { code: 'caller.unknown' } } })
  }
  // Even told from where the platform tells: the cashier knows of no money.
  const forged = await nothingWritten(mall(), () => told(event, { source: 'wx_http' }))
  expect(forged).toMatchObject({ ok: true, result: { errcode: 0 } })
  expect(one()?.state).toBe('unpaid')
})

async function restore(document: { _id: string }): Promise<void> {
  const { _id, ...data } = document
  await sdkDatabase(mall().cloud).collection('exchanges').doc(_id).set({ data })
}
