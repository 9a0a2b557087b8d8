/** cloudPay through the unmodified SDK, the local cashier, and the function that is told the result. */
import type { CloudOptions } from '../../../local/cloud'
import { failureOf, type GivenCloud, givenCloud } from './given-cloud'

const ANNA = 'oAnna'
const START = Date.UTC(2027, 0, 1)

let given: GivenCloud
const lines: string[] = []
const open = async (options: Partial<CloudOptions> = {}) => {
  given = await givenCloud(
    {
      pay: { main: 'return cloud.cloudPay[event.api](event.input)', config: { timeout: 20 } },
      told: {
        main: `await db.collection('told').add({ data: { event, openid: cloud.getWXContext().OPENID || '' } })
          return { errcode: 0, errmsg: '' }`,
        config: { timeout: 20 },
      },
      deaf: { main: `return 'what?'` },
    },
    { told: [] },
    { clock: { now: START }, maxInstances: 1, log: (line) => lines.push(line), ...options },
  )
}
beforeAll(() => open())
afterAll(() => given.end())
beforeEach(() => given.cloud.reset())

const pay = async (api: string, input: object) => {
  const answer = await given.cloud.invoke('pay', { api, input }, { openid: ANNA })
  if (!answer.ok) throw new Error(answer.message)
  return answer.result as Record<string, unknown> & { payment?: { package: string } }
}
const ORDER = {
  body: '停车费',
  outTradeNo: 'order-1',
  spbillCreateIp: '127.0.0.1',
  subMchId: '1900000109',
  totalFee: 1250,
  envId: 'local-env',
  functionName: 'told',
  attach: 'a note',
}
const order = (change: object = {}) => pay('unifiedOrder', { ...ORDER, ...change })
const query = () => pay('queryOrder', { outTradeNo: 'order-1', subMchId: ORDER.subMchId })
const refund = (change: object = {}) => {
  const input = {
    outTradeNo: 'order-1',
    outRefundNo: 'refund-1',
    totalFee: 1250,
    refundFee: 250,
    subMchId: '1',
  }
  return pay('refund', { ...input, ...change })
}
const paidOrder = async (change: object = {}) => {
  await order(change)
  return given.cloud.payments.answer('order-1', 'pay')
}
async function ask(route: string, body?: object, openid = ANNA) {
  const init = body === undefined ? {} : { method: 'POST', body: JSON.stringify(body) }
  const response = await fetch(`${given.cloud.url}/${route}`, {
    ...init,
    headers: { 'x-local-openid': openid },
  })
  return { status: response.status, body: (await response.json()) as Record<string, unknown> }
}
const told = () =>
  [...given.cloud.read('told')] as unknown as { event: Record<string, unknown>; openid: string }[]

test('an order gives what wx.requestPayment needs, and waits to be paid', async () => {
  given.cloud.clock.freeze()
  given.cloud.clock.set(START)
  expect(await order()).toMatchObject({
    returnCode: 'SUCCESS',
    resultCode: 'SUCCESS',
    errCode: 0,
    payment: { timeStamp: String(START / 1000), package: expect.stringMatching(/^prepay_id=wx/) as string },
  })
  expect(await query()).toMatchObject({ tradeState: 'NOTPAY', totalFee: 1250, attach: 'a note' })
  expect(given.cloud.payments.orders()).toMatchObject([
    { outTradeNo: 'order-1', openid: ANNA, cashier: 'none' },
  ])
})

test('unverified: what the function is told of a payment, in camel case and without a person', async () => {
  expect(await paidOrder()).toMatchObject({ state: 'SUCCESS', cashier: 'paid', isNotified: true })
  expect(told()).toMatchObject([
    {
      openid: '',
      event: {
        returnCode: 'SUCCESS',
        resultCode: 'SUCCESS',
        outTradeNo: 'order-1',
        totalFee: 1250,
        cashFee: 1250,
        openid: ANNA,
        attach: 'a note',
        tradeType: 'JSAPI',
        timeEnd: '20270101080000',
        transactionId: expect.stringMatching(/^\d{28}$/) as string,
      },
    },
  ])
  expect(await query()).toMatchObject({ tradeState: 'SUCCESS', timeEnd: '20270101080000' })
})

test('the mini program asks, waits, and hears how the person decided', async () => {
  const { package: prepay } = (await order()).payment!
  expect((await ask('client/requestPayment', { package: prepay })).body).toEqual({
    state: 'waiting',
    body: '停车费',
    totalFee: 1250,
  })
  await ask('control/payments/answer', { outTradeNo: 'order-1', answer: 'cancel' })
  const route = `client/payment?package=${encodeURIComponent(prepay)}`
  expect((await ask(route)).body).toMatchObject({ state: 'cancelled', errMsg: 'requestPayment:fail cancel' })
  expect(await query()).toMatchObject({ tradeState: 'NOTPAY' })
  const done = await ask('client/requestPayment', { package: prepay, answer: 'pay' })
  expect(done.body).toMatchObject({ state: 'paid', errMsg: 'requestPayment:ok' })
  expect(told()).toHaveLength(1)
  expect((await ask(route, undefined, 'oBen')).body).toMatchObject({ state: 'failed' })
})

test('an order is paid once, whatever is asked again', async () => {
  await paidOrder()
  expect(await given.cloud.payments.answer('order-1', 'pay')).toBeUndefined()
  expect(told()).toHaveLength(1)
  expect(await order()).toMatchObject({ resultCode: 'FAIL', errCode: 0, errCodeDes: '该订单已支付' })
  expect(await pay('closeOrder', { outTradeNo: 'order-1', subMchId: '1' })).toMatchObject({
    resultCode: 'FAIL',
  })
})

test('the same order again gives the same payment, another under its number is refused', async () => {
  const first = await order()
  expect((await order()).payment).toEqual(first.payment)
  expect(await order({ totalFee: 1 })).toMatchObject({ resultCode: 'FAIL', errCodeDes: '商户订单号重复' })
})

test('a closed order cannot be paid', async () => {
  await order()
  expect(await pay('closeOrder', { outTradeNo: 'order-1', subMchId: '1' })).toMatchObject({
    resultCode: 'SUCCESS',
  })
  expect(await given.cloud.payments.answer('order-1', 'pay')).toBeUndefined()
  expect(await query()).toMatchObject({ tradeState: 'CLOSED' })
  expect(await order()).toMatchObject({ resultCode: 'FAIL', errCodeDes: '订单已关闭' })
})

test('a function that does not answer errcode 0 is told again on demand', async () => {
  expect(await paidOrder({ functionName: 'deaf' })).toMatchObject({ state: 'SUCCESS', isNotified: false })
  expect(lines.join('\n')).toContain('deaf did not answer the payment of order-1 with errcode 0')
  const again = await ask('control/payments/notify', { outTradeNo: 'order-1' })
  expect(again.body).toMatchObject({ order: { isNotified: false } })
  expect(given.cloud.invocations().filter((record) => record.function === 'deaf')).toHaveLength(2)
})

test('refunds are made once by their number, and never exceed the payment', async () => {
  expect(await pay('queryOrder', { outTradeNo: 'none', subMchId: '1' })).toMatchObject({ resultCode: 'FAIL' })
  await order()
  expect(await refund()).toMatchObject({ resultCode: 'FAIL', errCodeDes: '订单未支付，不能退款' })
  await given.cloud.payments.answer('order-1', 'pay')
  const first = await refund()
  expect(first).toMatchObject({ resultCode: 'SUCCESS', refundFee: 250, totalFee: 1250 })
  expect((await refund())['refundId']).toBe(first['refundId'])
  expect(await refund({ refundFee: 300 })).toMatchObject({ resultCode: 'FAIL' })
  expect(await refund({ outRefundNo: 'refund-2', refundFee: 1001 })).toMatchObject({
    errCodeDes: '累计退款金额大于支付金额',
  })
  expect(await refund({ outRefundNo: 'refund-2', refundFee: 1000 })).toMatchObject({ resultCode: 'SUCCESS' })
  expect(await pay('queryRefund', { outTradeNo: 'order-1', subMchId: '1' })).toMatchObject({
    refundCount: 2,
    totalFee: 1250,
  })
  expect(given.cloud.payments.refunds().map(({ refundFee }) => refundFee)).toEqual([250, 1000])
  expect(await query()).toMatchObject({ tradeState: 'REFUND' })
})

test.each([
  [{ totalFee: 12.5 }, 'total_fee'],
  [{ totalFee: 0 }, 'total_fee'],
  [{ totalFee: -1 }, 'total_fee'],
  [{ totalFee: '12.50' }, 'total_fee'],
  [{ outTradeNo: '单 1' }, 'out_trade_no'],
  [{ outTradeNo: 'x'.repeat(33) }, 'out_trade_no'],
  [{ body: '' }, 'body'],
  [{ functionName: undefined }, 'function_name'],
  [{ subMchId: undefined }, 'sub_mch_id'],
])('unverified: the text when an order is wrong: %j', async (change, name) => {
  const { returnCode, returnMsg } = await order(change)
  expect({ returnCode, isNamed: String(returnMsg).includes(name) }).toEqual({
    returnCode: 'FAIL',
    isNamed: true,
  })
  expect(given.cloud.payments.orders()).toEqual([])
})

test('paymentTime lets an order be paid for two hours, and longer when it is off', async () => {
  await order()
  given.cloud.clock.shift(2 * 3_600_000 + 60_000)
  expect(await given.cloud.payments.answer('order-1', 'pay')).toBeUndefined()
  await given.end()
  await open({ strict: { paymentTime: false } })
  await order()
  given.cloud.clock.shift(2 * 3_600_000 + 60_000)
  expect(await given.cloud.payments.answer('order-1', 'pay')).toMatchObject({ state: 'SUCCESS' })
})

test('the control door lists orders and refunds, and refuses what is no answer', async () => {
  await paidOrder()
  await refund()
  expect((await ask('control/payments')).body).toMatchObject({
    orders: [{ outTradeNo: 'order-1', state: 'REFUND' }],
    refunds: [{ outRefundNo: 'refund-1', refundFee: 250 }],
  })
  expect((await ask('control/payments/answer', { outTradeNo: 'order-1', answer: 'maybe' })).status).toBe(400)
  expect((await ask('control/payments/answer', { outTradeNo: 'none', answer: 'pay' })).status).toBe(404)
})

test('what cloudPay does not do here is refused by its name', async () => {
  expect((await failureOf(pay('downloadBill', {}))).message).toContain(
    'does not implement cloudPay.downloadBill',
  )
})
