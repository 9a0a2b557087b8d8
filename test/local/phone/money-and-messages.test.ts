/** Subscribe messages and payments of a phone, at the local cloud itself. */
import path from 'node:path'
import type { Browser } from 'playwright-core'
import { launchBrowser } from '../../../local/phone'
import { type GivenCloud, givenCloud } from '../cloud/given-cloud'
import { type DrivenPhone, drivenPhone } from './driven-phone'
import { until } from './fixture-phones'

const DIST = path.join(__dirname, 'fixture-services')
const TITLES = { ready: '取货提醒', points: '积分变动通知', 'ready-too': '取货提醒', birthday: '生日礼遇' }
const ORDER = `const { result, ...order } = await cloud.cloudPay.unifiedOrder({ body: '样店-伞', spbillCreateIp: '127.0.0.1',
  subMchId: '1900000109', totalFee: 12850, envId: 'local-env', functionName: 'told', outTradeNo: event.outTradeNo })
  return order`

describe('a phone in a shop', () => {
  let given: GivenCloud
  let browser: Browser
  let driven: DrivenPhone

  beforeAll(async () => {
    given = await givenCloud(
      {
        order: { main: ORDER, config: { timeout: 20 } },
        told: {
          main: `await db.collection('told').add({ data: { paid: event.outTradeNo } })
            return { errcode: 0, errmsg: '' }`,
          config: { timeout: 20 },
        },
      },
      { told: [] },
    )
    browser = await launchBrowser()
  })
  afterAll(async () => {
    await browser.close()
    await given.end()
  })
  beforeEach(async () => {
    given.cloud.reset()
    driven = await drivenPhone({ dist: DIST, cloudUrl: given.cloud.url, browser, subscribeTitles: TITLES })
  })
  afterEach(() => driven.end())

  const press = (name: string) => driven.phone.page.getByRole('button', { name, exact: true }).click()
  const tick = (name: string) => driven.phone.page.getByRole('checkbox', { name }).click()
  const answers = (answer: object) => driven.sees('.answer', JSON.stringify(answer))
  const grants = () =>
    given.cloud.messages.grants().map(({ templateId, remaining }) => [templateId, remaining])
  const OK = { errMsg: 'requestSubscribeMessage:ok' }

  it('says for each template what its user ticked, and the cloud counts what was accepted', async () => {
    await driven.phone.answerSubscribe('ask')
    await driven.tap('.three')
    await tick('积分变动通知')
    await press('允许')
    await answers({ ...OK, ready: 'accept', points: 'reject', 'ready-too': 'filter' })
    expect(grants()).toEqual([['ready', 1]])
    await driven.tap('.one')
    await press('取消')
    await answers({ ...OK, ready: 'reject' })
    expect(grants()).toEqual([['ready', 1]])
  })

  it('does not ask again about what its user wants kept, also after a restart', async () => {
    await driven.phone.answerSubscribe('ask')
    await driven.tap('.one')
    await tick('总是保持以上选择')
    await press('允许')
    await answers({ ...OK, ready: 'accept' })
    await driven.phone.page.reload()
    await driven.phone.page.waitForSelector('html[data-ready]', { state: 'attached' })
    await driven.phone.answerSubscribe('ask')
    await driven.tap('.one')
    await answers({ ...OK, ready: 'accept' })
    expect(grants()).toEqual([['ready', 2]])
    expect(await driven.mp.callWxMethod('getSetting', { withSubscriptions: true })).toMatchObject({
      subscriptionsSetting: { mainSwitch: true, itemSettings: { ready: 'accept' } },
    })
  })

  it('answers what a test decided, and fails where nobody decided', async () => {
    await driven.tap('.one')
    await driven.sees('.answer', /requestSubscribeMessage:fail nobody is there to answer/)
    await driven.phone.answerSubscribe({ ready: 'ban', points: 'accept' })
    await driven.tap('.three')
    await answers({ ...OK, ready: 'ban', points: 'accept', 'ready-too': 'filter' })
    await driven.phone.answerSubscribe('off')
    await driven.tap('.one')
    await driven.sees('.answer', /^20004 /)
  })

  it('refuses what WeChat refuses: no touch before, too many, an unknown template', async () => {
    await driven.phone.answerSubscribe('accept')
    await driven.tap('.later')
    await driven.sees('.answer', 'requestSubscribeMessage:fail can only be invoked by user TAP gesture.')
    await driven.tap('.four')
    await driven.sees('.answer', /^20003 /)
    await driven.tap('.unknown')
    await driven.sees('.answer', /^20001 /)
    expect(grants()).toEqual([])
    await driven.tap('.after')
    await driven.mp.native().confirmModal()
    await answers({ ...OK, ready: 'accept' })
  })

  const told = () => [...given.cloud.read('told')].map((one) => one.paid)

  it('pays at the cashier, after which the function of the order was told', async () => {
    await driven.phone.answerPayment('ask')
    await driven.tap('.pay')
    const sheet = driven.phone.page.locator('.cashier')
    await until(
      () => sheet.allInnerTexts(),
      ([text]) => /样店\n+¥128\.50\n[^]*样店-伞/.test(text ?? ''),
    )
    await press('立即支付')
    await press('完成')
    await driven.sees('.answer', 'requestPayment:ok')
    expect(told()).toEqual(['order-1'])
  })

  it('leaves the cashier without paying, and the order is not paid', async () => {
    await driven.phone.answerPayment('ask')
    await driven.tap('.pay')
    await press('取消支付')
    await driven.sees('.answer', 'requestPayment:fail cancel')
    expect(given.cloud.payments.orders()).toMatchObject([{ outTradeNo: 'order-1', state: 'NOTPAY' }])
    expect(told()).toEqual([])
  })

  it('pays or fails as a test decided, and refuses where nobody decided', async () => {
    await driven.tap('.pay')
    await driven.sees('.answer', /requestPayment:fail nobody is there to answer/)
    await driven.phone.answerPayment('fail')
    await driven.tap('.pay')
    await driven.sees('.answer', 'requestPayment:fail')
    await driven.phone.answerPayment('pay')
    await driven.tap('.pay')
    await driven.sees('.answer', 'requestPayment:ok')
    expect(await driven.errors()).toEqual([])
  })
})
