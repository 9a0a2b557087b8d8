/**
 * Owns WeChat's privacy authorisation: what is private waits until its user has agreed once. An app that listens asks in
 * its own words, and its yes counts only when its agree button was pressed; for one that does not, WeChat asks.
 * Agreed to once, it is kept with the phone and not with the app's storage. On when `__usePrivacyCheck__` is.
 */
import type { Phone } from '../phone'
import { refuse } from './settle'

interface Answer {
  event?: 'agree' | 'disagree' | 'exposureAuthorization'
  buttonId?: string
}
export type PrivacyListener = (resolve: (answer: Answer) => void, about: { referrer: string }) => void

export class Privacy {
  listener: PrivacyListener | null = null
  private readonly pressed = new Set<string>()
  private readonly key: string

  constructor(private readonly phone: Phone) {
    this.key = `phone-privacy/${phone.settings.id}`
    if (phone.settings.privacyAgreed) localStorage.setItem(this.key, 'agreed')
  }

  get needed(): boolean {
    return this.phone.pkg.config.app?.__usePrivacyCheck__ === true && !localStorage.getItem(this.key)
  }

  /** The button of the app was pressed; its id is what the app names when it resolves. */
  agreeButton(id: string): void {
    this.pressed.add(id)
    localStorage.setItem(this.key, 'agreed')
  }

  /** Resolves when the user has agreed. @throws what WeChat answers when not. */
  async require(api: string, referrer = api): Promise<void> {
    if (!this.needed) return
    const agreed = this.listener ? await this.askApp(this.listener, referrer) : await this.askUser()
    if (!agreed) refuse(`${api}:fail privacy permission is not authorized`, { errno: 104 })
  }

  private askApp(listener: PrivacyListener, referrer: string): Promise<boolean> {
    return new Promise((resolve) => {
      listener(
        ({ event, buttonId }) => {
          if (event === 'disagree') resolve(false)
          if (event !== 'agree') return
          if (buttonId && this.pressed.has(buttonId)) resolve(true)
          else this.phone.messages.warn(`privacy: no agree button ${buttonId ?? ''} was pressed`)
        },
        { referrer },
      )
    })
  }

  private async askUser(): Promise<boolean> {
    const agreed = await this.phone.dialogs.permission('同意隐私保护指引', '《用户隐私保护指引》')
    if (agreed) localStorage.setItem(this.key, 'agreed')
    return agreed
  }
}
