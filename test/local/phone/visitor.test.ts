import http from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Browser, Frame, Page } from 'playwright-core'
import qrcode from 'qrcode-generator'
import { launchBrowser, phoneHandler } from '../../../local/phone'
import { FIXTURE, startStubCloud, type StubCloud, until } from './fixture-phones'

/** A page around two phones that answers a scan with what the second one shows. */
const AROUND = `<body style="margin:0">
<iframe name="anna" width="390" height="844" src="/phone/?id=anna&openid=anna&phoneNumber=13800001111"></iframe>
<iframe name="bo" width="390" height="844" src="/phone/?id=bo&openid=bo&theme=dark&entry=/pages/code/index"></iframe>
<script>
addEventListener('message', async ({ data }) => {
  if (data.type !== 'phone.scan') return
  const text = await frames.bo.phone.readCodeOnScreen()
  frames[data.id].postMessage({ type: 'phone.scanned', id: data.id, text }, '*')
})
</script>`

describe('phones in the browser of a visitor, with nobody driving them', () => {
  let cloud: StubCloud
  let server: http.Server
  let browser: Browser
  let page: Page

  beforeAll(async () => {
    cloud = await startStubCloud()
    const handle = phoneHandler({ dist: FIXTURE, cloudUrl: cloud.url })
    server = http.createServer((request, response) => {
      if (request.url === '/') response.setHeader('content-type', 'text/html').end(AROUND)
      else void handle(request, response).then((isHandled) => isHandled || response.writeHead(404).end())
    })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    browser = await launchBrowser()
    page = await browser.newPage({ viewport: { width: 800, height: 844 } })
    await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`)
    for (const name of ['anna', 'bo']) {
      await page.frame(name)!.waitForSelector('html[data-ready]', { state: 'attached' })
    }
  })

  afterAll(async () => {
    await browser.close()
    server.closeAllConnections()
    server.close()
    cloud.close()
  })

  const phone = (name: string): Frame => page.frame(name)!
  const app = (name: string) => phone(name).frameLocator('iframe.current')
  const answer = (text: string) =>
    until(
      () => app('anna').locator('.answer').innerText(),
      (seen) => seen === text,
    )

  it('answers to a mouse as to a finger', async () => {
    await app('anna').locator('.add').click()
    await until(
      () => app('anna').locator('.count').innerText(),
      (seen) => seen === '1 次',
    )
  })

  it('refreshes a page that is pulled down from its top', async () => {
    await page.mouse.move(200, 300)
    await page.mouse.down()
    await page.mouse.move(200, 420, { steps: 4 })
    await page.mouse.up()
    await until(
      () => app('anna').locator('.count').innerText(),
      (seen) => seen === '100 次',
    )
  })

  it('asks before it gives the phone number away, and takes no for an answer', async () => {
    await app('anna').locator('.phone').click()
    await phone('anna').getByRole('button', { name: '不允许' }).click()
    await answer('getPhoneNumber:fail user deny')
    await app('anna').locator('.phone').click()
    await phone('anna').getByRole('button', { name: '允许', exact: true }).click()
    await answer('code-for-13800001111')
  })

  it('asks the page around it what the camera sees', async () => {
    await app('anna').locator('.scan').click()
    await answer('scanCode:fail cancel')
    const code = qrcode(0, 'M')
    code.addData('M:8806-2317:v2')
    code.make()
    const src = `data:image/svg+xml,${encodeURIComponent(code.createSvgTag({ cellSize: 4, margin: 0 }))}`
    const shows = `(() => { getCurrentPages()[0].setData({ src: ${JSON.stringify(src)} }) })`
    const show = `window.phone.agent('App.callFunction', { functionDeclaration: ${JSON.stringify(shows)}, args: [] })`
    await phone('bo').evaluate(show)
    await until(
      () => phone('bo').evaluate<string | null>('window.phone.readCodeOnScreen()'),
      (text) => text === 'M:8806-2317:v2',
    )
    await app('anna').locator('.scan').click()
    await answer('QR_CODE M:8806-2317:v2')
  })

  it('keeps two phones of one browser apart', async () => {
    const call = (method: string, ...args: unknown[]) =>
      `window.phone.agent('App.callWxMethod', ${JSON.stringify({ method, args })})`
    await phone('anna').evaluate(call('setStorageSync', 'draft', 'of anna'))
    expect(await phone('bo').evaluate(call('getStorageSync', 'draft'))).toEqual({ result: '' })
    expect(await phone('bo').evaluate(call('getAppBaseInfo'))).toMatchObject({ result: { theme: 'dark' } })
    expect(await phone('anna').evaluate(call('getAppBaseInfo'))).toMatchObject({ result: { theme: 'light' } })
  })
})
