/** The inspector in a browser: a query, an edit and its undo, an invocation that appears; and what its doors refuse. */
import type { Browser, Page } from 'playwright-core'
import { launchBrowser } from '../../../local/phone'
import { type GivenCloud, givenCloud } from './given-cloud'

jest.setTimeout(90_000)

let given: GivenCloud
let browser: Browser
let page: Page

beforeAll(async () => {
  given = await givenCloud(
    {
      order: {
        main: `return cloud.cloudPay.unifiedOrder({ body: '停车费', outTradeNo: 'order-1', spbillCreateIp: '127.0.0.1',
          subMchId: '1900000109', totalFee: 1250, envId: 'local-env', functionName: 'greet' })`,
        config: { timeout: 20 },
      },
      tell: {
        main: `return cloud.openapi.subscribeMessage.send(event.message)`,
        config: { timeout: 20, permissions: { openapi: ['subscribeMessage.send'] } },
      },
      nightly: {
        main: `throw new Error('nothing to do')`,
        config: { timeout: 20, triggers: [{ name: 'nightly', type: 'timer', config: '0 0 2 * * * *' }] },
      },
      greet: { main: `console.log('greeting', event.name); return 1`, config: { timeout: 20 } },
    },
    { people: [{ name: 'n', unique: true, fields: [['n', 1]] }], empty: [] },
  )
  const data = Array.from({ length: 120 }, (_, n) =>
    JSON.stringify({
      _id: `p${String(n).padStart(3, '0')}`,
      n,
      at: { $date: new Date(n * 1e9).toISOString() },
    }),
  )
  await post('/admin', { action: 'database.insertDocument', collectionName: 'people', data })
  browser = await launchBrowser()
  page = await browser.newPage({ viewport: { width: 1280, height: 800 }, locale: 'zh-CN' })
})
afterAll(async () => {
  await browser.close()
  await given.end()
})

const post = (path: string, body: object, headers: Record<string, string> = {}) =>
  fetch(given.cloud.url + path, { method: 'POST', body: JSON.stringify(body), headers })
const rows = () => page.locator('tbody tr')
// The page runs no text as script, so nothing can be evaluated in it again and again.
const rowsAre = (count: number) =>
  page.locator(`tbody:not(:has(tr:nth-child(${count + 1}))) tr:nth-child(${count})`).waitFor()
const person = (id: string) => [...given.cloud.read('people')].find(({ _id: other }) => other === id)

describe('in a browser', () => {
  it('lists collections with their counts, and shows a page of one', async () => {
    await page.goto(`${given.cloud.url}/inspector`)
    await page.getByRole('link', { name: 'people' }).click()
    await rows().nth(49).waitFor()
    expect(await rows().count()).toBe(50)
    await page.getByText('n ↑ · 唯一').waitFor()
    await page.getByRole('link', { name: /people\s*120/ }).waitFor()
    await page.getByRole('button', { name: '下一页' }).click()
    await rows().nth(99).waitFor()
    expect(await rows().nth(99).innerText()).toContain('p099')
  })

  it('asks by the keyboard: / to the condition, Enter, arrows, Enter, Escape', async () => {
    await page.locator('h1').click()
    await page.keyboard.press('/')
    await page.keyboard.type('{"n": {"$gte": 117}}')
    await page.keyboard.press('Enter')
    await rowsAre(3)
    await page.keyboard.press('Escape')
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    expect(await page.locator('.json').inputValue()).toContain('"_id": "p118"')
    await page.keyboard.press('Escape')
    expect(await page.locator('.pane').isVisible()).toBe(false)
  })

  it('says what is wrong with a condition, and what is empty', async () => {
    await page.locator('.where').fill('{"n":')
    await page.locator('.where').press('Enter')
    await page.getByText('没有做成').waitFor()
    await page.locator('.where').fill('nobody')
    await page.locator('.where').press('Enter')
    await page.getByText('没有符合的文档').waitFor()
    await page.locator('.where').fill('p001')
    await page.locator('.where').press('Enter')
    await rowsAre(1)
  })

  it('saves a document, refuses a taken unique key, deletes, and takes the last change back', async () => {
    await rows().first().click()
    await page
      .locator('.json')
      .fill('{"_id":"p001","n":1,"name":"安娜","at":{"$date":"2027-01-31T00:00:00.000Z"}}')
    await page.getByRole('button', { name: '保存' }).click()
    await page.getByText('已保存').waitFor()
    expect(person('p001')).toEqual({ _id: 'p001', n: 1, name: '安娜', at: new Date('2027-01-31') })
    await page.locator('.json').fill('{"_id":"p001","n":2}')
    await page.getByRole('button', { name: '保存' }).click()
    await page.getByText('E11000').waitFor()
    await page.getByRole('button', { name: '撤销' }).click()
    await page.getByText('已撤销').waitFor()
    expect(person('p001')).toEqual({ _id: 'p001', n: 1, at: new Date(1e9) })
    await page.getByRole('button', { name: '删除' }).click()
    await page.getByText('没有符合的文档').waitFor()
    expect(person('p001')).toBeUndefined()
    await page.getByRole('button', { name: '撤销' }).click()
    await page.getByText('已撤销').waitFor()
    expect(person('p001')).toMatchObject({ n: 1 })
  })

  it('shows an invocation as it happens, with its logs', async () => {
    await page.getByRole('link', { name: '调用' }).click()
    await page.getByText('还没有调用').waitFor()
    await given.cloud.invoke('greet', { action: 'hello', name: 'Anna' }, { openid: 'oAnna' })
    await page.getByText('greet.hello').click()
    await page.getByText('greeting Anna').waitFor()
  })

  it('pays an order', async () => {
    await given.cloud.invoke('order', {}, { openid: 'oAnna' })
    await page.getByRole('link', { name: '支付' }).click()
    await page.getByText('¥12.50').waitFor()
    await page.getByRole('button', { name: '付款', exact: true }).click()
    await page.getByText('已付款').waitFor()
    expect(given.cloud.payments.orders()).toMatchObject([{ outTradeNo: 'order-1', cashier: 'paid' }])
  })

  it('shows what a message said, where it leads, and the consents that are left', async () => {
    const headers = { 'x-local-openid': 'oAnna' }
    for (let times = 0; times < 3; times++)
      await post('/client/requestSubscribeMessage', { tmplIds: ['points-end'] }, headers)
    await page.getByRole('link', { name: '消息' }).click()
    await page.getByText('还可以发').waitFor()
    const message = {
      ...{ touser: 'oAnna', templateId: 'points-end', page: 'pages/points' },
      data: { thing1: { value: '积分到期' } },
    }
    await given.cloud.invoke('tell', { message }, { openid: 'oAnna' })
    await page.getByText('积分到期').waitFor()
    await page.getByText('打开 pages/points').waitFor()
    await page.getByText('2 条').waitFor()
  })

  it('keeps the focus where it is while it follows the cloud, and arrows go through the rows', async () => {
    await page.getByRole('link', { name: '定时器' }).click()
    const run = page.getByRole('button', { name: '现在运行' })
    await run.waitFor()
    await page.locator('h1').click()
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    await page.getByText('nightly: Error: nothing to do').waitFor()
    await page.getByText('上一次').waitFor()
    const focused = () => page.evaluate('document.activeElement.textContent')
    expect(await focused()).toBe('现在运行')
    await page.getByRole('link', { name: /people/ }).focus()
    await given.cloud.invoke('order', {}, { openid: 'oAnna' })
    await post('/admin', { action: 'database.insertDocument', collectionName: 'empty', data: ['{}'] })
    await page.getByRole('link', { name: /empty\s*1/ }).waitFor()
    expect(await focused()).toMatch(/^people/)
  })

  it('is walked by Tab: the form, then one stop for the rows; Enter on a button is the button’s', async () => {
    await page.keyboard.press('Enter')
    await page.locator('.where').fill('')
    await page.locator('.where').press('Enter')
    await rows().nth(49).waitFor()
    for (const _stop of ['order', 'find', 'add', 'row']) await page.keyboard.press('Tab')
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    expect(await page.locator('.json').inputValue()).toContain('"_id": "p001"')
    await page.keyboard.press('Escape')
    await page.getByRole('button', { name: '查询' }).focus()
    await page.keyboard.press('Enter')
    await page.locator('tbody tr[aria-selected=true]').waitFor({ state: 'detached' })
    expect(await page.locator('.pane').isVisible()).toBe(false)
  })

  it('moves and stops the clock', async () => {
    const before = given.cloud.clock.now()
    await page.getByRole('button', { name: '+1 天' }).click()
    await page.getByRole('button', { name: '停住' }).click()
    await page.getByRole('button', { name: '走起来' }).waitFor()
    expect(given.cloud.clock.now() - before).toBeGreaterThanOrEqual(86_400_000)
    expect(given.cloud.clock.state().frozen).toBe(true)
  })
})

describe('its doors', () => {
  const change = (body: object, headers: Record<string, string> = {}) =>
    post('/control/documents/change', { collection: 'people', ...body }, headers)

  it('change nothing for a page of another origin', async () => {
    const doc = '{"_id":"p002","n":2,"evil":1}'
    const headers = { origin: 'http://localhost:5173' }
    expect((await change({ was: null, doc }, headers)).status).toBe(403)
    expect((await post('/control/documents', { collection: 'people' }, headers)).status).toBe(403)
    expect(person('p002')).not.toHaveProperty('evil')
  })

  it.each([
    [
      'a state that nobody saw',
      { was: '{"_id":"p002","n":9}', doc: '{"_id":"p002","n":2}' },
      409,
      /changed meanwhile/,
    ],
    ['a taken _id', { was: null, doc: '{"_id":"p002","n":900}' }, 409, /_id is taken/],
    ['no _id', { was: null, doc: '{"n":900}' }, 400, /needs an _id/],
    [
      'a field of the language',
      { was: null, doc: '{"_id":"x","n":901,"__proto__":1}' },
      400,
      /refuses the field/,
    ],
    ['what is no JSON', { was: null, doc: '{' }, 400, /not JSON/],
  ])('refuse %s', async (_what, body, status, text) => {
    const answer = await change(body)
    expect(answer.status).toBe(status)
    expect(((await answer.json()) as { error: string }).error).toMatch(text)
    expect(given.cloud.collections()).toContainEqual({ name: 'people', count: 120 })
  })
})
