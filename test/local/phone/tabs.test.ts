/** A used tab: the next phone gets it, and nothing of the one before. */
import type { Browser } from 'playwright-core'
import { launchBrowser, startPhone, Tabs, type PhoneOptions } from '../../../local/phone'
import { automator } from './automator'
import { FIXTURE, startStubCloud, type StubCloud, until } from './fixture-phones'

declare const wx: {
  setStorageSync(key: string, value: unknown): void
  getStorageSync(key: string): unknown
  scanCode(): Promise<unknown>
}

let cloud: StubCloud
let browser: Browser
let tabs: Tabs

beforeAll(async () => {
  cloud = await startStubCloud()
  browser = await launchBrowser()
})
beforeEach(() => {
  tabs = new Tabs(browser)
})
afterAll(async () => {
  await browser.close()
  cloud.close()
})

const anna = async (setting: Partial<PhoneOptions> = {}) => {
  const person = { openid: 'anna' }
  const phone = await startPhone({ dist: FIXTURE, cloudUrl: cloud.url, person, tabs, ...setting })
  return { phone, program: await automator.connect({ wsEndpoint: phone.wsEndpoint }) }
}

const asks = (program: Awaited<ReturnType<typeof anna>>['program'], key: string): Promise<unknown> =>
  program.evaluate((name: string) => wx.getStorageSync(name), key)

it('is given on, and what was stored, said, routed and shown to the camera stays behind', async () => {
  const first = await anna()
  await first.program.evaluate(() => wx.setStorageSync('note', 'of the first'))
  expect(await asks(first.program, 'note')).toBe('of the first')
  await first.phone.page.route('**/*', (route) => route.abort())
  await first.phone.page.evaluate('void setTimeout(() => { throw new Error("of the first") })')
  await until(
    () => first.phone.messages(),
    (said) => said.some(({ type }) => type === 'exception'),
  )
  let pictures = 0
  first.phone.setScanner(async () => {
    pictures += 1
    return first.phone.screenshot()
  })
  first.program.disconnect()
  await first.phone.close()
  expect(first.phone.page.url()).toBe('about:blank')

  const second = await anna({ viewport: { width: 320, height: 568 } })
  expect(second.phone.page).toBe(first.phone.page)
  expect(await asks(second.program, 'note')).toBe('')
  expect(await second.phone.messages()).toEqual([])
  expect(second.phone.page.viewportSize()).toEqual({ width: 320, height: 568 })
  expect(await second.phone.page.evaluate('innerWidth')).toBe(320)
  await second.program.evaluate(() => wx.scanCode()).catch(() => null)
  expect(pictures).toBe(0)
  second.program.disconnect()
  await second.phone.close()
})

it('two phones at once have two; one that is sharper, or whose tab was closed, has a new one', async () => {
  const [first, second] = [await anna(), await anna()]
  expect(second.phone.page).not.toBe(first.phone.page)
  for (const { phone, program } of [first, second]) {
    program.disconnect()
    if (phone === first.phone) await phone.page.close()
    await phone.close()
  }
  const sharp = await anna({ deviceScaleFactor: 3 })
  expect([first.phone.page, second.phone.page]).not.toContain(sharp.phone.page)
  const [third, fourth] = [await anna(), await anna()]
  expect(third.phone.page).toBe(second.phone.page)
  expect(fourth.phone.page).not.toBe(first.phone.page)
  for (const { phone, program } of [sharp, third, fourth]) {
    program.disconnect()
    await phone.close()
  }
})
