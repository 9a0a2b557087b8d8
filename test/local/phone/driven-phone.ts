/** A phone on one of the fixture apps, and the few words in which these tests speak to it. */
import type { Browser } from 'playwright-core'
import { type PhoneOptions, type RunningPhone, startPhone } from '../../../local/phone'
import { automator, type Driver, type Element } from './automator'
import { until } from './fixture-phones'

export interface DrivenPhone {
  phone: RunningPhone
  mp: Driver
  find(selector: string): Promise<Element>
  tap(selector: string): Promise<void>
  /** Waits until an element says so. */
  sees(selector: string, text: string | RegExp): Promise<string>
  /** What the app logged as an error or threw. */
  errors(): Promise<string[]>
  end(): Promise<void>
}

type Given = Pick<PhoneOptions, 'dist' | 'cloudUrl'> & Partial<PhoneOptions> & { browser: Browser }

export async function drivenPhone(options: Given): Promise<DrivenPhone> {
  const phone = await startPhone({ person: { openid: 'oAnna' }, ...options })
  const mp = await automator.connect({ wsEndpoint: phone.wsEndpoint })
  const find = async (selector: string) => {
    const page = await mp.currentPage()
    const element = await page.$(selector)
    if (!element) throw new Error(`no ${selector} on ${page.path}`)
    return element
  }
  return {
    phone,
    mp,
    find,
    tap: async (selector) => (await find(selector)).tap(),
    sees: (selector, text) =>
      until(
        async () => (await find(selector)).text(),
        (seen) => (typeof text === 'string' ? seen === text : text.test(seen)),
      ),
    errors: async () =>
      (await phone.messages())
        .filter(({ type }) => type === 'error' || type === 'exception')
        .map(({ text }) => text),
    end: async () => {
      mp.disconnect()
      await phone.close()
    },
  }
}
