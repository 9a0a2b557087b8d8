import type { Browser } from 'playwright-core'
import qrcode from 'qrcode-generator'
import { launchBrowser, type RunningPhone, startPhone } from '../../../local/phone'
import { automator, type Driver } from './automator'
import { FIXTURE, startStubCloud, type StubCloud, until } from './fixture-phones'

declare const wx: Record<string, (options: object) => unknown> & { getStorageSync(key: string): unknown }
declare const getApp: () => { life: string[] }
declare const getCurrentPages: () => { setData(data: object): void }[]

describe('a phone that a test drives with the unmodified automator', () => {
  let cloud: StubCloud
  let browser: Browser
  let phone: RunningPhone
  let mp: Driver

  beforeAll(async () => {
    cloud = await startStubCloud()
    browser = await launchBrowser()
    const person = { openid: 'anna', phoneNumber: '13800001111' }
    phone = await startPhone({ dist: FIXTURE, cloudUrl: cloud.url, person, browser })
    mp = await automator.connect({ wsEndpoint: phone.wsEndpoint })
  })

  afterAll(async () => {
    mp.disconnect()
    await phone.close()
    await browser.close()
    cloud.close()
  })

  beforeEach(() => open('reLaunch', '/pages/home/index'))

  const find = async (selector: string) => {
    const page = await mp.currentPage()
    const element = await page.$(selector)
    if (!element) throw new Error(`no ${selector} on ${page.path}`)
    return element
  }
  const tap = async (selector: string) => (await find(selector)).tap()
  const sees = (selector: string, text: string | RegExp) =>
    until(
      async () => (await find(selector)).text(),
      (seen) => (typeof text === 'string' ? seen === text : text.test(seen)),
    )
  const open = async (way: string, url: string) => {
    await mp.evaluate((name: string, to: string) => void wx[name]!({ url: to }), way, url)
    await until(
      async () => (await mp.currentPage()).path,
      (path) => `/${path}` === url.split('?')[0],
    )
  }

  it('boots the built files and reaches the first page without an error', async () => {
    await sees('.count', '0 次')
    expect((await phone.messages()).filter(({ type }) => type === 'error' || type === 'exception')).toEqual(
      [],
    )
    expect(await phone.missing()).toEqual([])
  })

  it('changes what is on the page when something is tapped', async () => {
    await tap('.add')
    await tap('.add')
    await sees('.count', '2 次')
  })

  it('runs native components: properties, events, slots and styles of their own', async () => {
    const counter = await find('.counter')
    await (await counter.$('.face'))!.tap()
    await sees('.counted', '听到 4')
    expect(await counter.data('value')).toBe(4)
    expect(await (await counter.$('.face'))!.style('color')).toBe('rgb(0, 0, 255)')
    await sees('.inside', '在里面')
  })

  it('calls the hooks of pages in the order of WeChat when moving forward and back', async () => {
    await until(
      () => mp.evaluate(() => getApp().life),
      (life) => life.at(-1) === 'home ready',
    )
    await mp.evaluate(() => void getApp().life.splice(0))
    await open('navigateTo', '/sub/detail/index?id=%E4%B8%83')
    await sees('.id', '七')
    expect((await mp.pageStack()).map(({ path }) => path)).toEqual(['pages/home/index', 'sub/detail/index'])
    await until(
      () => mp.evaluate(() => getApp().life.length),
      (count) => count === 4,
    )
    await tap('.back')
    await until(
      () => mp.evaluate(() => getApp().life),
      (life) => life.at(-1) === 'home show',
    )
    const expected = ['home hide', 'detail load', 'detail show', 'detail ready', 'detail unload', 'home show']
    expect(await mp.evaluate(() => getApp().life)).toEqual(expected)
  })

  it('refuses a page that does not exist, and an eleventh page, as WeChat does', async () => {
    await expect(mp.callWxMethod('navigateTo', { url: '/pages/none/index' })).rejects.toThrow(
      'navigateTo:fail page "pages/none/index" is not found',
    )
    for (let count = 2; count <= 10; count++)
      await mp.callWxMethod('navigateTo', { url: '/sub/detail/index' })
    await expect(mp.callWxMethod('navigateTo', { url: '/sub/detail/index' })).rejects.toThrow(
      'webview count limit',
    )
  })

  it('takes typing, choosing and scrolling, and hands a form over whole', async () => {
    await open('navigateTo', '/pages/form/index')
    await (await find('.name')).input('沈清和同学们好')
    await sees('.hello', '你好 沈清和同学们')
    await (await find('.memo')).input('不吃花生')
    for (const selector of ['.agree', '.she', '.tea']) await tap(selector)
    await tap('.send')
    const sent = JSON.parse(await sees('.sent', /name/)) as object
    const texts = { name: '沈清和同学们', memo: '不吃花生', birthday: '1990-02-28' }
    expect(sent).toEqual({ ...texts, agree: true, sex: '她', likes: ['茶', '咖啡'] })
    await (await find('.list')).scrollTo(0, 800)
    await sees('.lower', '1')
    await (await find('.pages')).swipeTo(1)
    await sees('.turned', '第 2 页')
  })

  it('opens a sheet for a date and gives the chosen day', async () => {
    await open('navigateTo', '/pages/form/index')
    await phone.page.frameLocator('iframe.current').locator('.date').tap()
    await phone.page.selectOption('.wheel select >> nth=1', { index: 4 })
    await phone.page.click('.wheel .main')
    await sees('.date', '1990-05-28')
  })

  it('asks the page for its share card and refreshes it by API', async () => {
    await mp.callWxMethod('startPullDownRefresh')
    await sees('.count', '100 次')
    const page = (await mp.currentPage()) as unknown as {
      callMethod(name: string, options: object): Promise<object>
    }
    expect(await page.callMethod('onShareAppMessage', { from: 'menu' })).toEqual({ title: '第 100 次' })
  })

  it('keeps storage across restarts of its page', async () => {
    await mp.callWxMethod('setStorageSync', 'draft', { amount: 1280 })
    await phone.page.reload()
    await phone.page.waitForSelector('html[data-ready]', { state: 'attached' })
    expect(await mp.evaluate(() => wx.getStorageSync('draft'))).toEqual({ amount: 1280 })
    expect(await mp.evaluate(() => wx.getStorageSync('never written'))).toBe('')
  })

  it('calls a cloud function as the person who holds the phone', async () => {
    await tap('.call')
    await sees('.answer', '{"pong":{"n":7}}')
    expect(cloud.asked.at(-1)).toEqual({
      path: '/client/callFunction',
      openid: 'anna',
      body: { name: 'ping', data: { n: 7 } },
    })
  })

  it('hands the error of a cloud function over with its code', async () => {
    await tap('.call-broken')
    await sees('.answer', /^-504002 cloud\.callFunction:fail .*functions execute fail/)
  })

  it('fails a cloud call and says so to its listeners when the phone is offline', async () => {
    await phone.offline(true)
    await tap('.call')
    await sees('.answer', '-1 cloud.callFunction:fail request:fail')
    expect(await mp.callWxMethod('getNetworkType')).toMatchObject({ networkType: 'none' })
    await phone.offline(false)
    await tap('.call')
    await sees('.answer', '{"pong":{"n":7}}')
  })

  it('exchanges a phone number for a code, as the button of WeChat does', async () => {
    await tap('.phone')
    await sees('.answer', 'code-for-13800001111')
  })

  it('scans a code only when the camera sees one', async () => {
    const code = qrcode(0, 'M')
    code.addData('M:8806-2317:v1')
    code.make()
    const other = await startPhone({
      dist: FIXTURE,
      cloudUrl: cloud.url,
      person: { openid: 'bo' },
      entry: '/pages/code/index',
      browser,
    })
    phone.setScanner(() => other.screenshot())
    await tap('.scan')
    await sees('.answer', 'scanCode:fail cancel')
    expect(await other.readCodeOnScreen()).toBeNull()
    const shower = await automator.connect({ wsEndpoint: other.wsEndpoint })
    const src = `data:image/svg+xml,${encodeURIComponent(code.createSvgTag({ cellSize: 4, margin: 8 }))}`
    await shower.evaluate((uri: string) => void getCurrentPages()[0]!.setData({ src: uri }), src)
    await until(
      () => other.readCodeOnScreen(),
      (text) => text === 'M:8806-2317:v1',
    )
    await tap('.scan')
    await sees('.answer', 'QR_CODE M:8806-2317:v1')
    shower.disconnect()
    await other.close()
    phone.setScanner(null)
  })

  it('answers a modal through the automator', async () => {
    await tap('.ask')
    await until(
      () => phone.page.locator('.modal').count(),
      (count) => count === 1,
    )
    await mp.native().confirmModal()
    await sees('.answer', '好')
  })

  it('lets a test put its own answer in the place of an API, and takes it back', async () => {
    await mp.mockWxMethod('scanCode', { result: 'X', scanType: 'BAR_CODE' })
    await tap('.scan')
    await sees('.answer', 'BAR_CODE X')
    await mp.restoreWxMethod('scanCode')
    await tap('.scan')
    await sees('.answer', 'scanCode:fail cancel')
  })

  it('hides everything of a web page from app code', async () => {
    const seen = await mp.evaluate(() => [
      typeof window,
      typeof document,
      typeof fetch,
      typeof URL,
      typeof localStorage,
    ])
    expect(seen).toEqual(Array(5).fill('undefined'))
    expect(await mp.evaluate(() => 'document' in globalThis)).toBe(false)
  })

  it('refuses an API that it does not have by its name, and remembers it', async () => {
    await expect(mp.callWxMethod('openBluetoothAdapter')).rejects.toThrow(
      'openBluetoothAdapter:fail not implemented by local phone',
    )
    expect(await phone.missing()).toContain('openBluetoothAdapter')
    await expect(mp.callWxMethod('cloud.callContainer', {})).rejects.toThrow(
      'cloud.callContainer:fail not implemented',
    )
  })

  it('counts calls, keys and bytes of setData for each interaction', async () => {
    const before = (await phone.setDataLog()).length
    await tap('.add')
    const log = (await phone.setDataLog()).slice(before)
    const bytes = '{"count":1}'.length
    expect(log).toEqual([
      expect.objectContaining({ interactionName: 'tap add', page: 'pages/home/index', keys: 1, bytes }),
    ])
  })

  it('lives in the time of its cloud and shows it, also when the connection is gone', async () => {
    const today = () => mp.evaluate(() => new Date().toISOString().slice(0, 10))
    await phone.refreshClock()
    expect(await today()).toBe('2031-05-16')
    expect(await phone.page.textContent('#status b')).toBe('14:36')
    await phone.offline(true)
    await phone.refreshClock()
    expect(await today()).toBe('2031-05-16')
    await phone.offline(false)
  })

  it('tells the app about its screen what is drawn on it', async () => {
    const info = (await mp.callWxMethod('getWindowInfo')) as Record<string, unknown>
    expect(info).toMatchObject({
      statusBarHeight: 47,
      windowWidth: 390,
      windowHeight: 844,
      safeArea: { bottom: 810 },
    })
    const capsule = (await mp.callWxMethod('getMenuButtonBoundingClientRect')) as Record<string, number>
    const drawn = await phone.page.locator('#capsule').boundingBox()
    expect(capsule).toMatchObject({
      top: drawn!.y,
      left: drawn!.x,
      width: drawn!.width,
      height: drawn!.height,
    })
  })

  it('turns dark when the phone does, and tells the app', async () => {
    const background = async () => (await find('page')).style('background-color')
    expect(await background()).toBe('rgb(255, 255, 255)')
    await phone.setTheme('dark')
    expect(await background()).toBe('rgb(20, 20, 18)')
    expect(await mp.callWxMethod('getAppBaseInfo')).toMatchObject({ theme: 'dark' })
    await phone.setTheme('light')
  })
})
