/** A finger on a phone's screen: the visible element of a class, or the one that says certain words. */
import type { Locator } from 'playwright-core'
import type { RunningPhone } from '../../local/phone'

const PATIENCE_MS = 20_000

/** Touches the first visible element that matches. @throws when none appears. */
export async function touch(phone: RunningPhone, selector: string, words?: string): Promise<void> {
  await (await appears(phone, selector, words)).tap()
}

/** Waits for an element; pages lie on top of each other, the newest last. */
export async function appears(phone: RunningPhone, selector: string, words?: string): Promise<Locator> {
  for (const giveUpAt = performance.now() + PATIENCE_MS; performance.now() < giveUpAt;) {
    for (const frame of phone.page.frames().reverse()) {
      const found = frame.locator(selector, words ? { hasText: words } : {}).first()
      if ((await found.count().catch(() => 0)) > 0 && (await found.isVisible().catch(() => false)))
        return found
    }
    await phone.page.waitForTimeout(50)
  }
  throw new Error(`${selector} ${words ?? ''} did not appear`)
}

/** Until nothing has moved for a moment: answers are in, risen cards lie still. */
export async function still(phone: RunningPhone): Promise<void> {
  for (let before = -1, calm = 0; calm < 5;) {
    await phone.page.waitForTimeout(150)
    const count = (await phone.setDataLog()).length
    calm = count === before ? calm + 1 : 0
    before = count
    // A countdown goes on for ever: what is on the page by now is the page.
    if (count > 400) return
  }
}
