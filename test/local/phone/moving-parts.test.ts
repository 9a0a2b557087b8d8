/** What a finger turns, slides, pulls and swipes, moved here by a mouse as a visitor would. */
import path from 'node:path'
import type { Browser, Locator } from 'playwright-core'
import { launchBrowser } from '../../../local/phone'
import { type DrivenPhone, drivenPhone } from './driven-phone'
import { startStubCloud, type StubCloud, until } from './fixture-phones'

declare const getCurrentPages: () => { setData(data: object): void }[]

describe('built-ins that a finger moves', () => {
  let cloud: StubCloud
  let browser: Browser
  let driven: DrivenPhone

  beforeAll(async () => {
    cloud = await startStubCloud()
    browser = await launchBrowser()
  })
  afterAll(async () => {
    await browser.close()
    cloud.close()
  })
  beforeEach(async () => {
    const dist = path.join(__dirname, 'fixture-moving')
    driven = await drivenPhone({ dist, cloudUrl: cloud.url, browser })
  })
  afterEach(async () => {
    expect(await driven.errors()).toEqual([])
    expect(await driven.phone.missing()).toEqual([])
    await driven.end()
  })

  const inPage = (selector: string): Locator =>
    driven.phone.page.frameLocator('iframe.current').locator(selector)
  const setData = (data: object) =>
    driven.mp.evaluate((change: object) => void getCurrentPages()[0]!.setData(change), data)

  /** From the middle of an element. */
  async function drag(selector: string, x: number, y: number, holds?: () => Promise<unknown>): Promise<void> {
    const { mouse } = driven.phone.page
    const box = (await inPage(selector).boundingBox())!
    const [fromX, fromY] = [box.x + box.width / 2, box.y + box.height / 2]
    await mouse.move(fromX, fromY)
    await mouse.down()
    await mouse.move(fromX + x, fromY + y, { steps: 8 })
    await holds?.()
    await mouse.up()
  }
  const top = async (selector: string) => Math.round((await inPage(selector).boundingBox())!.y)
  const left = async (selector: string) => Math.round((await inPage(selector).boundingBox())!.x)
  const middle = async (selector: string) => {
    const box = (await inPage(selector).boundingBox())!
    return Math.round(box.y + box.height / 2)
  }

  it('stands a wheel on its value, and follows when the page changes it', async () => {
    const hour = (place: number) => `.hours .hour >> nth=${place}`
    const indicator = await middle('.hours .phone-indicator')
    await until(
      () => middle(hour(9)),
      (at) => at === indicator,
    )
    await setData({ place: [23, 0] })
    await until(
      () => middle(hour(23)),
      (at) => at === indicator,
    )
    await driven.sees('.place', '')
  })

  it('comes to rest on an item and tells the places of all wheels', async () => {
    await drag('.hours', 0, -95)
    await driven.sees('.place', '11:30')
    await driven.sees('.notes', 'pickstart pickend')
    await until(
      async () => (await middle('.hours .hour >> nth=11')) - (await middle('.hours .phone-indicator')),
      (off) => off === 0,
    )
  })

  it('slides by steps, tells on the way and at the end', async () => {
    const { width } = (await inPage('.volume .phone-rail').boundingBox())!
    await drag('.volume .phone-rail', width * 0.28, 0)
    await driven.sees('.slid', '8')
    await driven.sees('.notes', 'changing')
    expect(await inPage('.volume span').innerText()).toBe('8')
    await (await driven.find('.volume')).slideTo(1)
    await driven.sees('.slid', '2')
  })

  it('refreshes a list that is pulled past the threshold, until the page says enough', async () => {
    await drag('.list', 0, 120)
    await driven.sees('.notes', 'refresherpulling refresh')
    const list = await top('.list')
    await until(
      () => top('.list .head >> nth=0'),
      (at) => at === list + 45,
    )
    await setData({ fresh: false })
    await driven.sees('.notes', 'refresherpulling refresh refresherrestore')
    expect(await top('.list .head >> nth=0')).toBe(list)
  })

  it('lets a short pull go back', async () => {
    await drag('.list', 0, 40)
    await driven.sees('.notes', 'refresherpulling refresherabort')
    expect(await top('.list .head >> nth=0')).toBe(await top('.list'))
  })

  it('keeps a sticky head at the top of its list', async () => {
    await (await driven.find('.list')).scrollTo(0, 500)
    await until(
      async () => (await top('.two')) - (await top('.list')),
      (off) => off === 0,
    )
  })

  it('goes round in a circle without running back, under the finger and after it', async () => {
    await drag('.ring', 130, 0, async () => {
      const width = (await inPage('.ring').boundingBox())!.width
      // The third is on its way in from the left, the first on its way out to the right.
      expect(await left('.ring wx-swiper-item >> nth=2')).toBe(Math.round(130 - width))
      expect(await left('.ring wx-swiper-item >> nth=0')).toBe(130)
    })
    await driven.sees('.swiped', '2 touch')
    await drag('.ring', -130, 0)
    await driven.sees('.swiped', '0 touch')
    await until(
      () => left('.ring wx-swiper-item >> nth=0'),
      (at) => at === 0,
    )
    expect(await inPage('.ring .phone-dots i').count()).toBe(3)
    expect(await inPage('.ring .phone-dots i >> nth=0').getAttribute('class')).toBe('on')
    await drag('.ring', -20, 0)
    await driven.sees('.swiped', '0 touch')
  })

  it('shows several items with a margin, and plays from the last to the first', async () => {
    const { width } = (await inPage('.show').boundingBox())!
    const item = (await inPage('.show wx-swiper-item >> nth=1').boundingBox())!
    expect([item.x, item.width]).toEqual([0, (width - 30) / 2])
    await setData({ playing: true })
    await driven.sees('.played', /^0 1 0 /)
  })
})
