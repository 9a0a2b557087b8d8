/**
 * Owns a phone for tests: the same page as a visitor sees, in headless Chromium, with a camera, a switch for the
 * network and the automator's WebSocket around it.
 */
import http from 'node:http'
import type { AddressInfo } from 'node:net'
import { type Browser, chromium, type ConsoleMessage, type Page } from 'playwright-core'
import type { PaymentAnswer, SubscribeAnswer } from '../browser/answers'
import type { SetDataRecord } from '../browser/engine/set-data'
import type { Message } from '../browser/messages'
import type { Card } from '../browser/share'
import { SCREEN_WIDTH_PX } from '../compile/rpx'
import { type AutomatorServer, serveAutomator } from './automator-server'
import { findChromium } from './chromium'
import { findFontDirs } from './fonts'
import { phoneHandler } from './handler'
import { closeTab, type Hands, openTab, type Tabs } from './tabs'

export interface PhoneOptions {
  dist: string
  cloudUrl: string
  person: { openid: string; unionid?: string; phoneNumber?: string; nickname?: string }
  /** first page, with its query: `/pages/assistant/desk/index` */
  entry?: string
  /** WeChat's number for how its user came; 1001 by default */
  scene?: number
  viewport?: { width: number; height: number }
  deviceScaleFactor?: number
  theme?: 'light' | 'dark'
  fontSizeSetting?: number
  /** WeChat's; Chinese by default */
  language?: string
  /** `asks`: nobody has agreed to the use of what is private yet. By default somebody has. */
  privacy?: 'asks' | 'agreed'
  /** titles of subscribe message templates by their id; with them an unknown id is refused */
  subscribeTitles?: Readonly<Record<string, string>>
  /** shared by several phones; without it the phone has a browser of its own */
  browser?: Browser
  /** instead of a browser: phones of it that live one after the other start faster */
  tabs?: Tabs
  /** of the automator's WebSocket; a free one by default */
  port?: number
}

/** What the camera sees, as a PNG; null when it sees nothing. */
export type Scanner = () => Promise<Buffer | null>

export interface RunningPhone {
  wsEndpoint: string
  page: Page
  screenshot(): Promise<Buffer>
  setScanner(scanner: Scanner | null): void
  offline(isOffline: boolean): Promise<void>
  setTheme(theme: 'light' | 'dark'): Promise<void>
  /** After the cloud's clock was moved. */
  refreshClock(): Promise<void>
  /** How subscribe sheets are answered from now on; without a decision they fail, `ask` shows them. */
  answerSubscribe(answer: SubscribeAnswer | null): Promise<void>
  answerPayment(answer: PaymentAnswer | null): Promise<void>
  readCodeOnScreen(): Promise<string | null>
  /** Comes back to the app at a page with its query; 1007 is a card, 1047 a code. */
  open(entry: string, scene: number): Promise<void>
  /** Opens a mini program code or a link of the local cloud; false when it leads nowhere in this app. */
  openCode(text: string): Promise<boolean>
  /** What was shared from this phone. */
  cards(): Promise<Card[]>
  setDataLog(): Promise<SetDataRecord[]>
  /** What the app wrote to its console, and what it threw. */
  messages(): Promise<Message[]>
  /** Names of APIs and built-ins that the app used and this phone does not have. */
  missing(): Promise<string[]>
  close(): Promise<void>
}

const LAUNCH_ARGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-dev-shm-usage',
  '--disable-background-networking',
  '--hide-scrollbars',
  '--font-render-hinting=none',
  '--force-color-profile=srgb',
]
const SDK_VERSION = '3.8.0'
const START_WITHIN_MS = 30_000

export async function launchBrowser(): Promise<Browser> {
  const { executablePath, env } = await findChromium()
  return chromium.launch({
    executablePath,
    headless: true,
    args: LAUNCH_ARGS,
    env: { ...process.env, ...env },
  })
}

export async function startPhone(options: PhoneOptions): Promise<RunningPhone> {
  const { viewport = { width: SCREEN_WIDTH_PX, height: 844 }, deviceScaleFactor = 2 } = options
  const server = await servePhone(options)
  const browser = options.tabs ? null : (options.browser ?? (await launchBrowser()))
  let automator: AutomatorServer | null = null
  let scanner: Scanner | null = null
  const hands: Hands = {
    report: (method, params) => automator?.report(method, params),
    takePicture: async () => (await scanner?.()) ?? null,
  }
  const shape = { viewport, deviceScaleFactor }
  const tab = browser ? await openTab(browser, shape, hands) : await options.tabs!.take(shape, hands)
  const { page } = tab
  const close = async () => {
    await automator?.close()
    await (browser ? closeTab(tab) : options.tabs!.giveBack(tab))
    server.closeAllConnections()
    server.close()
    if (!options.browser) await browser?.close()
  }
  try {
    await open(page, addressOf(server, options))
    const screenshot = () => page.screenshot({ type: 'png' })
    automator = await serveAutomator(handler(page, screenshot, close), options.port)
    return {
      wsEndpoint: automator.wsEndpoint,
      page,
      screenshot,
      setScanner: (next) => {
        scanner = next
      },
      close,
      ...remote(page),
    }
  } catch (error) {
    await close()
    throw error
  }
}

async function servePhone({ dist, cloudUrl, subscribeTitles }: PhoneOptions): Promise<http.Server> {
  const handle = phoneHandler({ dist, cloudUrl, subscribeTitles, fontDirs: await findFontDirs() })
  const server = http.createServer((request, response) => {
    void handle(request, response).then((isHandled) => isHandled || response.writeHead(404).end())
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return server
}

function addressOf(server: http.Server, options: PhoneOptions): string {
  const { person, entry, scene, theme, fontSizeSetting, language, privacy = 'agreed' } = options
  const query = new URLSearchParams({ openid: person.openid, automated: '1' })
  const optional = {
    ...person,
    entry,
    theme,
    language,
    privacy,
    fontSize: fontSizeSetting?.toString(),
    scene: scene?.toString(),
  }
  for (const [name, value] of Object.entries(optional)) if (value) query.set(name, value)
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/phone/?${query.toString()}`
}

async function open(page: Page, address: string): Promise<void> {
  const seen: string[] = []
  const hearError = (message: ConsoleMessage) =>
    void (message.type() === 'error' && seen.push(message.text()))
  const hearThrown = (error: Error) => void seen.push(error.stack ?? error.message)
  page.on('console', hearError).on('pageerror', hearThrown)
  await page.goto(address)
  const ready = page.waitForSelector('html[data-ready]', { state: 'attached', timeout: START_WITHIN_MS })
  await ready.catch(() => {
    throw new Error(`the mini program did not start: ${seen.join('\n') || 'no error was reported'}`)
  })
  page.off('console', hearError).off('pageerror', hearThrown)
}

/** Expressions instead of functions: a bundler's changes to a function would not exist in the page. */
function call<T>(page: Page, method: string, ...args: unknown[]): Promise<T> {
  return page.evaluate<T>(`window.phone.${method}(${args.map((arg) => JSON.stringify(arg ?? null)).join()})`)
}

function handler(page: Page, screenshot: () => Promise<Buffer>, close: () => Promise<void>) {
  return async (method: string, params: Record<string, unknown>): Promise<unknown> => {
    switch (method) {
      case 'Tool.getInfo':
        return { SDKVersion: SDK_VERSION }
      case 'Tool.getTestAccounts':
        return { accounts: [] }
      case 'Tool.close':
        setTimeout(() => void close(), 0)
        return {}
      case 'App.captureScreenshot':
        return { data: (await screenshot()).toString('base64') }
      default:
        return callAgent(page, method, params)
    }
  }
}

async function callAgent(page: Page, method: string, params: object): Promise<unknown> {
  const call = `window.phone.agent(${JSON.stringify(method)},${JSON.stringify(params)})`
  // Errors cross as values, so that their message stays theirs and not the browser driver's.
  const asValue = `${call}.then((result)=>({result}),(error)=>({error:error?.errMsg||error?.message||String(error)}))`
  const { result, error } = await page.evaluate<{ result?: unknown; error?: string }>(asValue)
  if (error !== undefined) throw new Error(error)
  return result
}

function remote(page: Page) {
  return {
    offline: (isOffline: boolean) => call<void>(page, 'setOffline', isOffline),
    setTheme: (theme: 'light' | 'dark') => call<void>(page, 'setTheme', theme),
    refreshClock: () => call<void>(page, 'refreshClock'),
    answerSubscribe: (answer: SubscribeAnswer | null) => call<void>(page, 'answerSubscribe', answer),
    answerPayment: (answer: PaymentAnswer | null) => call<void>(page, 'answerPayment', answer),
    readCodeOnScreen: () => call<string | null>(page, 'readCodeOnScreen'),
    open: (entry: string, scene: number) => call<void>(page, 'open', entry, scene),
    openCode: (text: string) => call<boolean>(page, 'openCode', text),
    cards: () => page.evaluate<Card[]>('window.phone.cards'),
    messages: () => page.evaluate<Message[]>('window.phone.messages'),
    missing: () => page.evaluate<string[]>('[...window.phone.missing]'),
    setDataLog: async () => {
      const { log } = (await callAgent(page, 'Host.getSetDataLog', {})) as { log: SetDataRecord[] }
      return log
    },
  }
}
