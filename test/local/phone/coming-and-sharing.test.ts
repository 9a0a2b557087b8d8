/** The ways into a mini program, with their scene numbers, and the cards that lead there. */
import http from 'node:http'
import type { AddressInfo } from 'node:net'
import path from 'node:path'
import type { Browser, Frame, Page } from 'playwright-core'
import qrcode from 'qrcode-generator'
import { type Card, launchBrowser, phoneHandler } from '../../../local/phone'
import { type GivenCloud, givenCloud } from '../cloud/given-cloud'
import { type DrivenPhone, drivenPhone } from './driven-phone'
import { startStubCloud, type StubCloud, until } from './fixture-phones'

declare const getApp: () => { shown: string[] }

const DIST = path.join(__dirname, 'fixture-cards')
const PAGE = 'pages/gift/index'
const CODE = { main: 'return cloud.openapi[event.group][event.api](event.input)' }

describe('coming into a mini program', () => {
  let given: GivenCloud
  let browser: Browser
  let driven: DrivenPhone

  beforeAll(async () => {
    const openapi = ['wxacode.getUnlimited', 'urllink.generate']
    given = await givenCloud({ made: { ...CODE, config: { timeout: 20, permissions: { openapi } } } })
    browser = await launchBrowser()
  })
  afterAll(async () => {
    await browser.close()
    await given.end()
  })
  beforeEach(async () => {
    driven = await drivenPhone({ dist: DIST, cloudUrl: given.cloud.url, browser })
  })
  afterEach(() => driven.end())

  async function made(group: string, api: string, input: object): Promise<Record<string, unknown>> {
    const answer = await given.cloud.invoke('made', { group, api, input }, { openid: 'oAnna' })
    if (!answer.ok) throw new Error(answer.message)
    return answer.result as Record<string, unknown>
  }
  const shown = () => driven.mp.evaluate(() => getApp().shown)

  it('opens a mini program code with its scene, as somebody who comes back to the app', async () => {
    const { buffer } = await made('wxacode', 'getUnlimited', { scene: 'gift=7', page: PAGE })
    const { data } = buffer as { data: number[] }
    driven.phone.setScanner(() => Promise.resolve(Buffer.from(data)))
    await driven.tap('.scan')
    await driven.sees('.answer', `WX_CODE ${PAGE}?scene=gift%3D7`)
    expect(await driven.phone.openCode(`${PAGE}?scene=gift%3D7`)).toBe(true)
    await driven.sees('.came', 'gift=7 1047 1001')
    expect((await driven.mp.pageStack()).map((page) => page.path)).toEqual([PAGE])
    expect(await shown()).toEqual(['launch 1001', 'show pages/shop/index 1001', 'hide', `show ${PAGE} 1047`])
  })

  it('opens what a link stands for', async () => {
    const { urlLink } = await made('urllink', 'generate', { path: PAGE, query: 'gift=9' })
    expect(await driven.phone.openCode(String(urlLink))).toBe(true)
    await driven.sees('.came', '9 1194 1001')
    expect(await driven.phone.openCode('https://wxaurl.cn/unknown')).toBe(false)
    expect(await driven.phone.openCode('M:8806-2317:v1')).toBe(false)
  })

  it('begins with the scene number that it was started with', async () => {
    const entry = `/${PAGE}?gift=3`
    const started = await drivenPhone({ dist: DIST, cloudUrl: given.cloud.url, browser, entry, scene: 1044 })
    await started.sees('.came', '3 1044 1044')
    await started.end()
  })

  it('writes down the card of a button, as the page promised it', async () => {
    await driven.tap('.share')
    const [card] = await until(
      () => driven.phone.cards(),
      (cards) => cards.length === 1,
    )
    expect(card).toMatchObject({ to: 'chat', title: '送您一份礼', path: `/${PAGE}?gift=7` })
    expect((await fetch(card!.imageUrl)).headers.get('content-type')).toBe('image/svg+xml')
    await driven.phone.open(card!.path, 1007)
    await driven.sees('.came', '7 1007 1001')
    await driven.tap('.back')
    const [, other] = await until(
      () => driven.phone.cards(),
      (cards) => cards.length === 2,
    )
    expect(other).toEqual({ to: 'chat', title: '样店', path: `/${PAGE}?gift=7`, imageUrl: '' })
  })
})

/** A page around two phones: a card of one is opened on the other, and no camera sees anything. */
const AROUND = `<body style="margin:0">
<iframe name="anna" width="390" height="844" src="/phone/?id=anna&openid=oAnna"></iframe>
<iframe name="bo" width="390" height="844" src="/phone/?id=bo&openid=oBo"></iframe>
<script>
window.cards = []
addEventListener('message', ({ data }) => {
  if (data.type !== 'phone.share') return
  cards.push(data.card)
  if (data.card.to === 'chat') frames[data.id === 'anna' ? 'bo' : 'anna'].phone.open(data.card.path, 1007)
})
</script>`

describe('two visitors', () => {
  let cloud: StubCloud
  let server: http.Server
  let browser: Browser
  let page: Page

  beforeAll(async () => {
    cloud = await startStubCloud()
    const handle = phoneHandler({ dist: DIST, cloudUrl: cloud.url })
    server = http.createServer((request, response) => {
      if (request.url === '/') response.setHeader('content-type', 'text/html').end(AROUND)
      else void handle(request, response).then((isHandled) => isHandled || response.writeHead(404).end())
    })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    browser = await launchBrowser()
    page = await browser.newPage({ viewport: { width: 800, height: 844 } })
    await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`)
    for (const name of ['anna', 'bo'])
      await page.frame(name)!.waitForSelector('html[data-ready]', { state: 'attached' })
  })
  afterAll(async () => {
    await browser.close()
    server.closeAllConnections()
    server.close()
    cloud.close()
  })

  const phone = (name: string): Frame => page.frame(name)!
  const app = (name: string) => phone(name).frameLocator('iframe.current')
  const press = (name: string, button: string) =>
    phone(name).getByRole('button', { name: button, exact: true }).click()
  const cards = () => page.evaluate<Card[]>('window.cards')
  const sees = (name: string, selector: string, text: string) =>
    until(
      () => app(name).locator(selector).innerText(),
      (seen) => seen === text,
    )
  const openMenu = (name: string) =>
    phone(name)
      .locator('#capsule')
      .click({ position: { x: 20, y: 16 } })

  it('sends nothing when its user looks at the card and leaves', async () => {
    await app('anna').locator('.share').click()
    await phone('anna').locator('.modal.card img').waitFor()
    await press('anna', '取消')
    await phone('anna').locator('.modal.card').waitFor({ state: 'detached' })
    expect(await cards()).toEqual([])
  })

  it('hands a card to another phone, which opens it', async () => {
    await app('anna').locator('.share').click()
    await press('anna', '发送')
    await sees('bo', '.came', '7 1007 1001')
  })

  it('shares by the menu behind the three dots, for everybody too', async () => {
    await openMenu('anna')
    await press('anna', '分享到朋友圈')
    await press('anna', '发送')
    const all = await until(cards, ({ length }) => length === 2)
    expect(all[1]).toEqual({
      to: 'timeline',
      title: '样店开门了',
      path: '/pages/shop/index?from=timeline',
      imageUrl: '',
    })
  })

  it('offers no menu for a page that does not share', async () => {
    await openMenu('bo')
    await until(
      () => phone('bo').locator('.toast').innerText(),
      (text) => text === '当前页面不可转发',
    )
  })

  it('reads a code from a chosen picture, unless the app wants the camera alone', async () => {
    await app('anna').locator('.camera').click()
    await phone('anna').locator('.scanner').waitFor()
    expect(await phone('anna').getByRole('button', { name: '相册' }).count()).toBe(0)
    await press('anna', '×')
    await sees('anna', '.answer', 'scanCode:fail cancel')
    await app('anna').locator('.scan').click()
    await choose('anna', blank(), '未发现二维码')
    await choose('anna', qrCode('M:8806-2317:v1'))
    await sees('anna', '.answer', 'QR_CODE M:8806-2317:v1')
  })

  async function choose(name: string, buffer: Buffer, toast?: string): Promise<void> {
    const chooser = page.waitForEvent('filechooser')
    await press(name, '相册')
    await (await chooser).setFiles({ name: 'picture.svg', mimeType: 'image/svg+xml', buffer })
    if (toast)
      await until(
        () => phone(name).locator('.toast').innerText(),
        (text) => text === toast,
      )
  }
})

const blank = () =>
  Buffer.from(
    '<svg xmlns="http://www.w3.org/2000/svg" width="200" height="200"><rect width="9" height="9" /></svg>',
  )

function qrCode(text: string): Buffer {
  const code = qrcode(0, 'M')
  code.addData(text)
  code.make()
  return Buffer.from(code.createSvgTag({ cellSize: 4, margin: 8 }))
}
