/** The handle of a running phone, `window.phone` of its page: for the page around it and for tests. */
import type { PaymentAnswer, SubscribeAnswer } from './answers'
import type { Message } from './messages'
import type { Card } from './share'

export interface PhoneHandle {
  id: string
  messages: Message[]
  /** names of APIs and built-ins that the app used and that this phone does not have */
  missing: Set<string>
  /** The text of a QR code that is visible on the current page, read from its pixels; null when there is none. */
  readCodeOnScreen(): Promise<string | null>
  setTheme(theme: 'light' | 'dark'): void
  setOffline(isOffline: boolean): void
  /** To be called when the cloud's clock was moved; else the phone notices within seconds. */
  refreshClock(): Promise<void>
  /** What the next subscribe sheets are answered with, without being shown; `ask` shows them also under a test. */
  answerSubscribe(answer: SubscribeAnswer | null): void
  /** The same for the cashier. */
  answerPayment(answer: PaymentAnswer | null): void
  /** Starts over at a page, with its query; with a scene number as somebody who comes back to the app that way. */
  open(entry: string, scene?: number | null): void
  /** Opens a mini program code or a link, as WeChat's own scanner does; false when it leads nowhere here. */
  openCode(text: string): Promise<boolean>
  /** what was shared from this phone, oldest first */
  cards: Card[]
  currentPath(): string
  /** One call of the automator protocol. */
  agent(method: string, params: object): Promise<unknown>
}
