import fs from 'node:fs'
import path from 'node:path'
import type { Browser, Frame, Page } from 'playwright-core'
import qrcode from 'qrcode-generator'
import { findFontDirs, launchBrowser, type PhoneHandle, phoneHandler } from '../../../local/phone'
import { FIXTURE, until } from '../phone/fixture-phones'
import { type GivenStage, givenStage } from './given-stage'

jest.setTimeout(90_000)

describe('the stage in a browser', () => {
  let given: GivenStage
  let browser: Browser
  let page: Page

  beforeAll(async () => {
    given = await givenStage()
    const dist = path.join(given.folder, 'weapp')
    fs.cpSync(FIXTURE, dist, { recursive: true })
    fs.writeFileSync(
      path.join(dist, 'pages/code/index.js'),
      `Page({ data: { src: '${codePicture('CODE-7')}' } })`,
    )
    browser = await launchBrowser()
    page = await browser.newPage({ viewport: { width: 1280, height: 800 }, locale: 'zh-CN' })
    given.stage.show({
      kind: 'starting',
      steps: [{ id: 'a', title: { zh: '第一步', en: 'One' }, state: 'running' }],
    })
    await page.goto(given.origin)
    await page.getByText('第一步').waitFor()
    const phones = phoneHandler({ dist, cloudUrl: given.cloud.url, fontDirs: await findFontDirs() })
    given.stage.open({ cloudUrl: given.cloud.url, phones, reset: async () => given.cloud.reset() })
    await shownPhonesAreOn()
  })

  afterAll(async () => {
    await browser.close()
    await given.close()
  })

  const shownPhonesAreOn = () =>
    page.waitForFunction(
      `document.querySelector('.cover').hidden && [...document.querySelectorAll('.place:not(.is-away) .screen-cover')].every((cover) => cover.hidden)`,
    )
  const phoneFrame = async (side: number): Promise<Frame> =>
    (await (await page.locator('iframe.screen').nth(side).elementHandle())?.contentFrame()) as Frame
  const inPhone = async <Value>(side: number, expression: string): Promise<Value> =>
    (await phoneFrame(side)).evaluate<Value>(`window.phone.${expression}`)
  const home = (side: number) =>
    page.frameLocator(`iframe.screen >> nth=${side}`).frameLocator('iframe[data-page="pages/home/index"]')
  const answer = (side: number) => home(side).locator('.answer')

  it('opens both phones on their first page with their first person', async () => {
    expect(await inPhone<PhoneHandle['id']>(0, 'id')).toBe('shows-anna')
    expect(await inPhone<string>(1, 'currentPath()')).toBe('pages/home/index')
  })

  it('says so when the camera sees no code, and reads the one that the other phone then shows', async () => {
    await home(1).locator('.scan').click()
    await page.getByText('那边没有码').waitFor()
    await inPhone(0, `open('/pages/code/index')`)
    await until(
      () => answer(1).innerText(),
      (text) => text.includes('CODE-7'),
    )
    expect(await page.locator('.notice').isVisible()).toBe(false)
  })

  it('moves the clock of the cloud and of both phones', async () => {
    const before = given.cloud.clock.now()
    await page.getByText('+1 天', { exact: true }).click()
    await until(
      async () => given.cloud.clock.now() - before,
      (moved) => moved >= 86_400_000,
    )
    await until(
      () => inPhone<string>(0, 'currentPath()'),
      (opened) => opened === 'pages/home/index',
    )
  })

  it('lets the phones follow a clock that was moved elsewhere', async () => {
    await inPhone(0, `open('/pages/code/index')`)
    given.cloud.clock.set(given.cloud.clock.now() + 86_400_000)
    await until(
      () => inPhone<string>(0, 'currentPath()'),
      (opened) => opened === 'pages/home/index',
    )
  })

  it('folds the clock away by Escape, and the hand goes on from where it was opened', async () => {
    const button = page.getByRole('button', { name: '改到…' })
    await button.press('Enter')
    const held = () => page.evaluate<string>(`document.activeElement.className`)
    expect(await held()).toBe('field')
    await page.keyboard.press('Escape')
    expect(await page.locator('.set-clock').isVisible()).toBe(false)
    expect(await held()).toBe('move')
    expect(await button.getAttribute('aria-expanded')).toBe('false')
  })

  it('passes by Tab only through what is in sight, and leaves an open list closed behind it', async () => {
    const seen = new Set<string>()
    await page.locator('.whose').first().focus()
    for (let presses = 0; presses < 24; presses += 1) {
      await page.keyboard.press('Tab')
      const [whose, left] = await page.evaluate<[string, number]>(
        `[document.activeElement.closest('.place')?.getAttribute('aria-label') ?? '', document.activeElement.getBoundingClientRect().left]`,
      )
      seen.add(whose)
      expect(left).toBeGreaterThanOrEqual(0)
    }
    expect(seen).toContain('出示的手机')
    expect(seen).not.toContain('等着的手机')
    await page.locator('.whose').first().press('Enter')
    expect(await page.locator('.people').first().isVisible()).toBe(true)
    await page.keyboard.press('Shift+Tab')
    await page.keyboard.press('Shift+Tab')
    expect(await page.locator('.people').first().isVisible()).toBe(false)
  })

  it('lists what a phone asked of the cloud, with the person', async () => {
    await home(1).locator('.call').click()
    await page.locator('.row', { hasText: 'ping' }).filter({ hasText: '可儿' }).waitFor()
  })

  it('gives the phone to another person by keyboard, and keeps its switches', async () => {
    await page.locator('.switch').first().click()
    await page.locator('.whose').first().press('ArrowDown')
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    await until(
      () => inPhone<string>(0, 'id').catch(() => ''),
      (id) => id === 'shows-bert',
    )
    await shownPhonesAreOn()
    await home(0).locator('.call').click()
    await until(
      () => answer(0).innerText(),
      (text) => text.includes('fail'),
    )
  })

  it('starts over after asking, with phones that have forgotten', async () => {
    await page.evaluate(`localStorage.setItem('phone/shows-bert/seen', '1')`)
    await page.getByText('重新开张', { exact: true }).first().click()
    await page.locator('dialog .main').click()
    await page.waitForFunction(`localStorage.getItem('phone/shows-bert/seen') === null`)
    await shownPhonesAreOn()
  })

  it('puts a third phone on the table when asked, which scans from any other and is scanned', async () => {
    expect(await page.getByRole('switch', { checked: true }).allInnerTexts()).toEqual([
      '出示的手机',
      '扫码的手机',
    ])
    expect(await page.locator('iframe.screen').nth(2).getAttribute('src')).toBeNull()
    await page.getByRole('switch', { name: '等着的手机' }).click()
    await shownPhonesAreOn()
    await inPhone(0, `open('/pages/code/index')`)
    await home(2).locator('.scan').click()
    await until(
      () => answer(2).innerText(),
      (text) => text.includes('CODE-7'),
    )
    await inPhone(0, `open('/pages/home/index')`)
    await inPhone(2, `open('/pages/code/index')`)
    await home(1).locator('.scan').click()
    await until(
      () => answer(1).innerText(),
      (text) => text.includes('CODE-7'),
    )
    await page.getByRole('switch', { name: '等着的手机' }).click()
    expect(await page.locator('.place:not(.is-away)').count()).toBe(2)
  })

  it('says under the name that a phone is offline', async () => {
    await page.locator('.place').nth(1).locator('.switch').first().click()
    await page.locator('.place').nth(1).getByText('扫码的手机 · 已断网').waitFor()
    await page.locator('.place').nth(1).locator('.switch').first().click()
  })

  it('tells of a request who asked for what, and opens by keyboard to say that it needed no database', async () => {
    await given.cloud.invoke('ping', { action: 'again' }, { openid: 'cora' })
    const line = page.locator('.row', { hasText: 'again' })
    await line.getByText('重放').waitFor()
    expect(await line.locator('summary').innerText()).toMatch(/ping again[^]*可儿[^]*0 次[^]*重放/)
    await line.locator('summary').press('Enter')
    await line.getByText('没有用到数据库').waitFor()
  })

  it('keeps a request in sight however often another phone asks the same after it', async () => {
    await given.cloud.invoke('ping', { action: 'first' }, { openid: 'cora' })
    for (let asked = 0; asked < 45; asked += 1)
      await given.cloud.invoke('ping', { action: 'same' }, { openid: 'cora' })
    await page.locator('.row', { hasText: 'ping same ×45' }).waitFor()
    expect(await page.locator('.row', { hasText: 'ping first' }).count()).toBe(1)
  })

  it('brings a message to the phone of whoever it was sent to, where it opens its page', async () => {
    given.cloud.messages.grant('cora', 'welcome')
    await given.cloud.invoke('letters', { touser: 'cora' })
    const place = page.locator('.place').nth(1)
    await place.getByRole('button', { name: '收到的消息 · 1' }).click()
    expect(await place.locator('.mail-row').innerText()).toMatch(/服务通知[^]*欢迎\s*第一件\s*第二件/)
    expect(await page.locator('.place').first().locator('.mail-count').count()).toBe(0)
    await page.keyboard.press('Enter')
    await until(
      () => inPhone<string>(1, 'currentPath()'),
      (path) => path === 'pages/code/index',
    )
    await inPhone(1, `open('/pages/home/index')`)
    expect(await place.getByRole('button', { name: '收到的消息', exact: true }).isVisible()).toBe(true)
  })

  it('hands a card that one phone shares to the others, which open it as somebody who was sent it', async () => {
    const phone = page.frameLocator('iframe.screen >> nth=0')
    await phone.locator('#capsule').click({ position: { x: 12, y: 12 } })
    await phone.getByText('转发给朋友').click()
    await phone.getByText('发送', { exact: true }).click()
    await inPhone(1, `open('/pages/code/index')`)
    const place = page.locator('.place').nth(1)
    await place.getByRole('button', { name: '收到的消息 · 1' }).click()
    const row = place.locator('.mail-row').first()
    expect(await row.innerText()).toMatch(/博特 分享的[^]*次/)
    await row.click()
    await until(
      () => inPhone<string>(1, 'currentPath()'),
      (path) => path === 'pages/home/index',
    )
    const { scene } = await inPhone<{ scene: number }>(
      1,
      `agent('App.callWxMethod', { method: 'getEnterOptionsSync', args: [] }).then(({ result }) => result)`,
    )
    expect(scene).toBe(1007)
  })

  it('shows one phone at a time in a narrow window, and still scans from the other', async () => {
    await page.setViewportSize({ width: 600, height: 900 })
    await page.getByRole('tab', { name: '扫码的手机' }).click()
    await home(1).locator('.scan').click()
    await inPhone(0, `open('/pages/code/index')`)
    await until(
      () => answer(1).innerText(),
      (text) => text.includes('CODE-7'),
    )
  })

  it('folds the requests away by Escape where they lie over the phone', async () => {
    await page.locator('.ledger-tab').press('Enter')
    await page.locator('.row').first().waitFor()
    await page.keyboard.press('Escape')
    expect(await page.locator('.row').first().isVisible()).toBe(false)
  })

  it('says that it has lost its server', async () => {
    await page.route('**/stage/pulse*', (route) => route.abort())
    await page.getByText('这一页连不上').waitFor()
  })
})

function codePicture(text: string): string {
  const code = qrcode(0, 'M')
  code.addData(text)
  code.make()
  return code.createDataURL(6, 24)
}
