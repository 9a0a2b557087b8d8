/**
 * Owns what a test decided in advance for the sheets that ask for something of worth. Under a test nobody sits in front
 * of the phone: without a decision the call fails and says so, with `ask` the sheet is shown and waits.
 */
import type { Phone } from './phone'
import { refuse } from './wx/settle'

export type TemplateAnswer = 'accept' | 'reject' | 'ban'
/** one answer for all templates or one for each, those without being rejected; `off`: the main switch is off */
export type SubscribeAnswer = TemplateAnswer | 'off' | 'ask' | Record<string, TemplateAnswer>
export type PaymentAnswer = 'pay' | 'cancel' | 'fail' | 'ask'

export class Answers {
  subscribe: SubscribeAnswer | null = null
  payment: PaymentAnswer | null = null

  constructor(private readonly phone: Pick<Phone, 'settings' | 'messages'>) {}

  /** The decision; null when a sheet is to be shown. @throws when a test drives the phone and decided nothing. */
  to<K extends 'subscribe' | 'payment'>(what: K, api: string, setter: string): Answers[K] | null {
    const decided = this[what]
    if (decided === 'ask') return null
    if (decided === null && this.phone.settings.automated) {
      const why = `${api}:fail nobody is there to answer: call ${setter} first`
      this.phone.messages.warn(why)
      refuse(why)
    }
    return decided
  }
}
