/**
 * Owns the tabs of a browser in which phones live one after the other: the process behind a used tab has compiled the program
 * before, so a phone starts there in less than half the time. Invariant: a tab that is taken runs, routes and answers nothing for
 * the phone before. What that one stored belongs to its address, and every phone has an address of its own.
 */
import type { Browser, Page } from 'playwright-core'

/** What a phone asks of the computer around it. */
export interface Hands {
  report(method: string, params: object): void
  takePicture(): Promise<Buffer | null>
}

export interface Shape {
  readonly viewport: { readonly width: number; readonly height: number }
  readonly deviceScaleFactor: number
}

export interface Tab {
  readonly page: Page
  /** The one part of its shape that a tab cannot change. */
  readonly deviceScaleFactor: number
  hands: Hands | null
}

export class Tabs {
  private readonly idle: Tab[] = []

  constructor(private readonly browser: Browser) {}

  async take(shape: Shape, hands: Hands): Promise<Tab> {
    const used = this.idle.find((tab) => tab.deviceScaleFactor === shape.deviceScaleFactor)
    if (!used) return openTab(this.browser, shape, hands)
    this.idle.splice(this.idle.indexOf(used), 1)
    await used.page.setViewportSize(shape.viewport)
    return Object.assign(used, { hands })
  }

  /** A tab that cannot be emptied any more, such as one that crashed, is thrown away. */
  async giveBack(tab: Tab): Promise<void> {
    tab.hands = null
    try {
      await tab.page.unrouteAll({ behavior: 'ignoreErrors' })
      await tab.page.goto('about:blank')
      this.idle.push(tab)
    } catch {
      await closeTab(tab)
    }
  }

  /** Until nothing goes on in the tabs that were given back, nor is waited for. */
  async settled(): Promise<void> {
    await Promise.all(
      this.idle.map(({ page }) => page.waitForLoadState('networkidle').catch(() => undefined)),
    )
  }
}

export async function openTab(browser: Browser, shape: Shape, hands: Hands): Promise<Tab> {
  const context = await browser.newContext({
    ...shape,
    hasTouch: true,
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
  })
  const page = await context.newPage()
  const tab: Tab = { page, deviceScaleFactor: shape.deviceScaleFactor, hands }
  await page.exposeFunction('phoneReport', (method: string, params: object) =>
    tab.hands?.report(method, params),
  )
  await page.exposeFunction('phoneTakePicture', async () => {
    const picture = await tab.hands?.takePicture()
    return picture ? `data:image/png;base64,${picture.toString('base64')}` : null
  })
  return tab
}

export const closeTab = ({ page }: Tab): Promise<void> => page.context().close()
