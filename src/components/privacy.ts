/**
 * WeChat's privacy authorisation: before the first use of something private it asks the app to ask its user, and what was
 * touched waits for the answer. One question at a time; what else waits gets the same answer.
 */
import Taro from '@tarojs/taro'

/** What the thing is that waits, by WeChat's name for it. */
export type PrivacySubject = 'phone' | 'avatar' | 'clipboard' | 'other'

type Resolve = (answer: { event: 'exposureAuthorization' | 'agree' | 'disagree'; buttonId?: string }) => void

/** Of the button that WeChat requires to have been pressed. */
export const AGREE_ID = 'privacy-agree'

let subject: PrivacySubject | null = null
let waiting: Resolve[] = []
const listeners = new Set<() => void>()

function subjectOf(referrer: string): PrivacySubject {
  if (/PhoneNumber/i.test(referrer)) return 'phone'
  if (/avatar|nickname/i.test(referrer)) return 'avatar'
  return /clipboard/i.test(referrer) ? 'clipboard' : 'other'
}

const tell = (): void => listeners.forEach((listener) => listener())

/** Called once by the app. A WeChat without this asks by itself, or has nothing to ask. */
export function watchPrivacy(): void {
  if (!Taro.canIUse('onNeedPrivacyAuthorization')) return
  Taro.onNeedPrivacyAuthorization((resolve: Resolve, about?: { referrer?: string }) => {
    waiting.push(resolve)
    resolve({ event: 'exposureAuthorization' })
    subject ??= subjectOf(about?.referrer ?? '')
    tell()
  })
}

export const privacySubject = (): PrivacySubject | null => subject

export function onPrivacyAsked(listener: () => void): () => void {
  listeners.add(listener)
  return () => void listeners.delete(listener)
}

export function answerPrivacy(agreed: boolean): void {
  const answered = waiting
  waiting = []
  subject = null
  for (const resolve of answered)
    resolve(agreed ? { event: 'agree', buttonId: AGREE_ID } : { event: 'disagree' })
  tell()
}
