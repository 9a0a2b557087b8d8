/** What scenes are made of: whose phone it is, how it is set, and the ways that many scenes begin with. */
import type { LocalCloud } from '../../local/cloud'
import type { RunningPhone } from '../../local/phone'
import { DEMO_PEOPLE } from '../demo-mall/people'
import { appears, touch } from './touch'

export interface Setting {
  readonly viewport?: { readonly width: number; readonly height: number }
  readonly theme?: 'dark'
  readonly fontSizeSetting?: number
  /** WeChat's. */
  readonly language?: string
  /** Nobody has agreed to the privacy guide yet. */
  readonly privacy?: 'asks'
}

export interface Studio {
  readonly cloud: LocalCloud
  /** A phone of a demo person, or of anybody by openid; it is put away after the scene. */
  phone(openid: string, entry?: string, setting?: Setting): Promise<RunningPhone>
}

export interface Scene {
  /** Name of the file. */
  readonly name: string
  /** The picture of the design that it is held against, if there is one. */
  readonly picture?: string
  /** A page as such, photographed on every size and setting; other scenes are states of one. */
  readonly hasSheet?: true
  /** Gives back the phone that is photographed. */
  readonly play: (studio: Studio) => Promise<RunningPhone>
}

/** The scene is a page as such: every size and setting of it on one sheet. */
export const sheet = (scene: Scene): Scene => ({ ...scene, hasSheet: true })

export const DESK = '/pages/assistant/desk/index'
export const CODE = '/pages/member/code/index'
export const ASSISTANT = 'demo-gu-xiaowen'
export const SMALL = { viewport: { width: 320, height: 568 } }
export const LARGE = { fontSizeSetting: 21 }
export const DARK = { theme: 'dark' as const }

export const openidOf = (id: string): string => DEMO_PEOPLE.find((person) => person.id === id)?.openid ?? id

/** A scene that only opens a page and waits for a part of it. */
export const opened = (
  name: string,
  id: string,
  part: string,
  { entry, setting, picture }: { entry?: string; setting?: Setting; picture?: string } = {},
): Scene => ({
  name,
  ...(picture ? { picture } : {}),
  play: async (studio) => {
    const phone = await studio.phone(openidOf(id), entry, setting)
    await appears(phone, part)
    return phone
  },
})

/** Moves the mall's clock to the next minute, some seconds into it: codes change with the minute. */
export function toSecond({ cloud }: Studio, second: number): void {
  const minute = 60_000
  cloud.clock.set((Math.floor(cloud.clock.now() / minute) + 1) * minute + second * 1000)
}

const CLOCK_RUNS = 6

/** Time does its work, as far as there is any. */
export async function clockRuns({ cloud }: Studio): Promise<void> {
  for (let run = 0; run < CLOCK_RUNS; run += 1)
    await cloud.invoke('clock', { Type: 'Timer' }, { source: 'wx_trigger' })
}

export interface Pair {
  readonly member: RunningPhone
  readonly assistant: RunningPhone
}

/** The assistant's phone after scanning the code on a member's. */
export async function scanned(studio: Studio, memberId: string, setting: Setting = {}): Promise<Pair> {
  toSecond(studio, 5)
  const member = await studio.phone(openidOf(memberId), CODE)
  const assistant = await studio.phone(ASSISTANT, DESK, setting)
  await appears(member, '.ticket__qr')
  assistant.setScanner(() => member.screenshot())
  await touch(assistant, '.desk-head__scan .button')
  await appears(assistant, '.visit-head')
  return { member, assistant }
}

export async function keyIn(phone: RunningPhone, amount: string): Promise<void> {
  for (const key of amount) await touch(phone, `.keypad__key--${key === '.' ? 'point' : `d${key}`}`)
}

export async function registered(studio: Studio, memberId: string, amount: string): Promise<Pair> {
  const phones = await scanned(studio, memberId)
  await keyIn(phones.assistant, amount)
  await touch(phones.assistant, '.keypad__confirm')
  await appears(phones.assistant, '.registered')
  return phones
}

/** The card of somebody who comes back to it without network: what was there before, and that it is from before. */
export const stale = (name: string, id: string): Scene => ({
  name,
  play: async (studio) => {
    const phone = await studio.phone(openidOf(id))
    await appears(phone, '.home')
    await phone.offline(true)
    await touch(phone, '.tier-card__sum')
    await appears(phone, '.standstill')
    await phone.page.evaluate(`window.phone.agent('App.callWxMethod', { method: 'navigateBack', args: [] })`)
    await appears(phone, '.home__visits', '没有更新成')
    return phone
  },
})

/** From now on nothing that this phone asks of the cloud is answered: it waits, or learns at once that it is alone. */
export async function unanswered(phone: RunningPhone, how: 'waits' | 'fails'): Promise<void> {
  await phone.page.route('**/client/callFunction', (route) => (how === 'fails' ? route.abort() : undefined))
}
