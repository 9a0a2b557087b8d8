/** Measures what one touch of a phone sends from the mini program to its page. */
import type { Locator } from 'playwright-core'
import type { RunningPhone } from '../../local/phone'
import { appears, touch } from '../../tools/screens/touch'

/** A touch within a page, the end of a list that was scrolled to, or a page that opens: each has a budget of its own. */
export type Kind = 'tap' | 'scroll' | 'opening'

export interface Sent {
  readonly kind: Kind
  readonly what: string
  readonly calls: number
  readonly keys: number
  /** UTF-8 bytes of JSON. */
  readonly bytes: number
  /** What the local phone took to draw it, ms: to be compared within one run alone. */
  readonly drawnMs: number
}

export interface Meter {
  readonly phone: RunningPhone
  /** Everything since the launch of the phone. */
  opened(what: string): Promise<void>
  /** Goes to another page. */
  opens(what: string, selector: string, words?: string): Promise<void>
  /** Goes there by its address, as a tab does. */
  opensPage(what: string, url: string, part: string): Promise<void>
  /** Touches what is there; what appears then belongs to the touch. */
  taps(what: string, selector: string, words?: string): Promise<void>
  /** Touches what lies below the screen without scrolling there, which would bring more of the list by itself. */
  tapsBelow(what: string, selector: string): Promise<void>
  /** Scrolls the page to its end. */
  scrolls(what: string): Promise<void>
  types(what: string, selector: string, text: string): Promise<void>
  /** Picks in one of WeChat's pickers, which are not part of the page. */
  picks(what: string, selector: string, choice: { column: number; index: number }): Promise<void>
  /** Opens a page by its address; the page before it is of no interest. */
  goes(url: string, part: string): Promise<void>
  /** Nothing of this is measured. */
  unmetered(act: () => Promise<unknown>): Promise<void>
}

const STEP_MS = 100
const QUIET_STEPS = 7

/** The page in front is the newest frame. */
const toTheEnd = async (phone: RunningPhone): Promise<unknown> =>
  phone.page.frames().at(-1)?.evaluate('scrollTo(0, document.documentElement.scrollHeight)')

const countOf = async (phone: RunningPhone): Promise<number> => (await phone.setDataLog()).length

/** Until nothing has been sent for a while. */
async function quiet(phone: RunningPhone): Promise<void> {
  for (let count = -1, still = 0; still < QUIET_STEPS;) {
    await phone.page.waitForTimeout(STEP_MS)
    const next = await countOf(phone)
    still = next === count ? still + 1 : 0
    count = next
  }
}

export function meterOf(phone: RunningPhone, rows: Sent[]): Meter {
  const measure = async (kind: Kind, what: string, act: () => Promise<unknown>, since?: number) => {
    const before = since ?? (await countOf(phone))
    await act()
    await quiet(phone)
    const records = (await phone.setDataLog()).slice(before)
    const sum = (each: 'bytes' | 'keys' | 'renderMs') =>
      records.reduce((total, record) => total + record[each], 0)
    rows.push({
      kind,
      what,
      calls: records.length,
      keys: sum('keys'),
      bytes: sum('bytes'),
      drawnMs: sum('renderMs'),
    })
  }
  const field = (selector: string): Promise<Locator> => appears(phone, selector)
  return {
    phone,
    opened: (what) => measure('opening', what, () => Promise.resolve(), 0),
    opens: (what, selector, words) => measure('opening', what, () => touch(phone, selector, words)),
    opensPage: (what, url, part) =>
      measure('opening', what, async () => {
        await phone.page.evaluate(`window.phone.open(${JSON.stringify(url)})`)
        await appears(phone, part)
      }),
    taps: (what, selector, words) => measure('tap', what, () => touch(phone, selector, words)),
    async tapsBelow(what, selector) {
      const usual = phone.page.viewportSize() ?? { width: 390, height: 844 }
      await phone.page.setViewportSize({ ...usual, height: 3 * usual.height })
      await quiet(phone)
      await measure('tap', what, () => touch(phone, selector))
      await phone.page.setViewportSize(usual)
    },
    scrolls: (what) => measure('scroll', what, () => toTheEnd(phone)),
    types: (what, selector, text) =>
      measure('tap', what, async () => (await field(selector)).pressSequentially(text)),
    async picks(what, selector, { column, index }) {
      await touch(phone, selector)
      const select = phone.page.locator('.wheel select').nth(column)
      await select.selectOption({ index })
      await measure('tap', what, () => phone.page.locator('.wheel button.main').click())
    },
    async goes(url, part) {
      await phone.page.evaluate(`window.phone.open(${JSON.stringify(url)})`)
      await appears(phone, part)
      await quiet(phone)
    },
    async unmetered(act) {
      await act()
      await quiet(phone)
    },
  }
}
