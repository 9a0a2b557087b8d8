/**
 * A person with a phone: the unmodified miniprogram-automator on the built mini program. What is looked for is looked for
 * until it is there, so that no test depends on how fast the computer is.
 */
import type { RunningPhone } from '../../local/phone'
import { kept } from './running'

interface Element {
  tap(): Promise<void>
  text(): Promise<string>
  input(text: string): Promise<void>
  attribute(name: string): Promise<string>
  $$(selector: string): Promise<Element[]>
}

interface Page {
  readonly path: string
  $(selector: string): Promise<Element | null>
  $$(selector: string): Promise<Element[]>
}

export interface MiniProgram {
  currentPage(): Promise<Page>
  evaluate<Result>(run: (...args: never[]) => Result, ...args: unknown[]): Promise<Awaited<Result>>
  on(event: 'exception', listener: (error: { message?: string; stack?: string }) => void): void
  /** Base64 of a PNG. */
  screenshot(): Promise<string | undefined>
  disconnect(): void
  close(): Promise<void>
}

export interface LaunchOptions {
  readonly projectPath: string
  readonly cliPath?: string
  readonly timeout?: number
  readonly trustProject?: boolean
  readonly projectConfig?: object
}

declare const wx: Record<string, (options: { url?: string }) => void>

const PATIENCE_MS = 15_000

export async function until<Value>(
  what: string,
  look: () => Promise<Value | null | undefined | false>,
  patienceMs = PATIENCE_MS,
): Promise<Value> {
  const giveUpAt = performance.now() + patienceMs
  for (;;) {
    const found = await look().catch(ifStillThere)
    if (found) return found
    if (performance.now() > giveUpAt) throw new Error(`waited in vain for ${what}`)
    await new Promise((resolve) => setTimeout(resolve, 40))
  }
}

/** A page that renews itself between finding and reading is looked at again. */
function ifStillThere(error: unknown): null {
  // By its words: it comes from another world than the test.
  if (String(error).includes('no longer in the page')) return null
  throw error
}

export interface Person {
  readonly phone: RunningPhone
  readonly program: MiniProgram
  open(url: string): Promise<void>
  /** One page back. */
  back(): Promise<void>
  isOn(path: string): Promise<void>
  find(selector: string): Promise<Element>
  /** Text of the first element, once it matches. */
  reads(selector: string, text: string | RegExp): Promise<string>
  tap(selector: string): Promise<void>
  /** Taps the button, chip or row of this class whose words match. */
  tapWords(selector: string, words: string | RegExp): Promise<void>
  /** Keys an amount in. */
  keyIn(amount: string): Promise<void>
  goAway(): Promise<void>
}

const matches = (text: string, wanted: string | RegExp): boolean =>
  typeof wanted === 'string' ? text.includes(wanted) : wanted.test(text)

export interface PersonOptions {
  readonly cloudUrl: string
  readonly openid: string
  readonly phoneNumber?: string
  readonly entry?: string
  readonly dist?: string
  /** WeChat's. */
  readonly language?: string
  readonly viewport?: { readonly width: number; readonly height: number }
  /** WeChat's. */
  readonly fontSizeSetting?: number
  /** Whether the person has agreed to the privacy guide before; by default, yes. */
  readonly privacy?: 'asks'
}

export async function personWithPhone(options: PersonOptions): Promise<Person> {
  const { openid, phoneNumber, dist = 'dist/weapp', ...setting } = options
  const { phone: local, automator, tabs } = kept()
  const phone = await local.startPhone({
    dist,
    tabs: await tabs(),
    person: { openid, ...(phoneNumber ? { phoneNumber } : {}) },
    ...setting,
  })
  const program = await automator.connect({ wsEndpoint: phone.wsEndpoint })
  return personWith(phone, program, () => leave(phone, program))
}

export const personWith = (
  phone: RunningPhone,
  program: MiniProgram,
  goAway: () => Promise<void>,
): Person => ({
  phone,
  program,
  ...handsOf(program),
  goAway,
})

async function leave(phone: RunningPhone, program: MiniProgram): Promise<void> {
  program.disconnect()
  await phone.close()
}

async function tapped(element: Element | null): Promise<boolean> {
  await element?.tap()
  return element !== null
}

function handsOf(program: MiniProgram): Omit<Person, 'phone' | 'program' | 'goAway'> {
  const find = (selector: string): Promise<Element> =>
    until(selector, async () => (await program.currentPage()).$(selector))
  const isOn = async (path: string): Promise<void> => {
    await until(path, async () => (await program.currentPage()).path === path)
  }
  const wordsOn = async (selector: string, words: string | RegExp): Promise<Element | null> => {
    for (const each of await (await program.currentPage()).$$(selector))
      if (matches(await each.text(), words)) return each
    return null
  }
  return {
    find,
    isOn,
    async open(url) {
      await program.evaluate((to: string) => void wx.reLaunch?.({ url: to }), url)
      await isOn(url.slice(1))
    },
    back: () => program.evaluate(() => void wx.navigateBack?.({})),
    reads: (selector, text) =>
      until(`${String(text)} in ${selector}`, async () => {
        const element = await (await program.currentPage()).$(selector)
        const seen = element ? await element.text() : ''
        return matches(seen, text) ? seen : null
      }),
    tap: async (selector) =>
      void (await until(selector, async () => tapped(await (await program.currentPage()).$(selector)))),
    tapWords: async (selector, words) =>
      void (await until(`${String(words)} among ${selector}`, async () =>
        tapped(await wordsOn(selector, words)),
      )),
    async keyIn(amount) {
      for (const key of amount) await (await find(`.keypad__key--${key === '.' ? 'point' : `d${key}`}`)).tap()
    },
  }
}
