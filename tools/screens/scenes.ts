/** Every page and state that is photographed: who holds the phone, how it is set, what is done first. */
import type { LocalCloud } from '../../local/cloud'
import type { RunningPhone } from '../../local/phone'
import { DEMO_PEOPLE } from '../demo-mall/people'
import { appears, touch } from './touch'

export interface Setting {
  readonly viewport?: { readonly width: number; readonly height: number }
  readonly theme?: 'dark'
  readonly fontSizeSetting?: number
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
  readonly setting?: Setting
  /** Gives back the phone that is photographed. */
  readonly play: (studio: Studio) => Promise<RunningPhone>
}

export const DESK = '/pages/assistant/desk/index'
const CODE = '/pages/member/code/index'
const ASSISTANT = 'demo-gu-xiaowen'
const SMALL = { viewport: { width: 320, height: 568 } }
const LARGE = { fontSizeSetting: 21 }
const DARK = { theme: 'dark' as const }

const openidOf = (id: string): string => DEMO_PEOPLE.find((person) => person.id === id)?.openid ?? id

const home = (name: string, id: string, setting: Setting = {}, picture?: string): Scene => ({
  name,
  setting,
  ...(picture ? { picture } : {}),
  play: async (studio) => {
    const phone = await studio.phone(openidOf(id), undefined, setting)
    await appears(phone, '.home')
    return phone
  },
})

const code = (name: string, id: string, setting: Setting = {}, picture?: string): Scene => ({
  name,
  setting,
  ...(picture ? { picture } : {}),
  play: async (studio) => {
    const phone = await studio.phone(openidOf(id), CODE, setting)
    await appears(phone, '.ticket__qr')
    return phone
  },
})

const desk = (name: string, setting: Setting = {}): Scene => ({
  name,
  setting,
  play: async (studio) => {
    const phone = await studio.phone(ASSISTANT, DESK, setting)
    await appears(phone, '.desk-head')
    return phone
  },
})

/** The assistant's phone after scanning the code on a member's. */
async function scanned(
  studio: Studio,
  memberId: string,
  setting: Setting,
): Promise<{ member: RunningPhone; assistant: RunningPhone }> {
  studio.cloud.clock.shift(61_000)
  const member = await studio.phone(openidOf(memberId), CODE)
  const assistant = await studio.phone(ASSISTANT, DESK, setting)
  await appears(member, '.ticket__qr')
  assistant.setScanner(() => member.screenshot())
  await touch(assistant, '.desk-head__scan .button')
  await appears(assistant, '.visit-head')
  return { member, assistant }
}

async function keyIn(phone: RunningPhone, amount: string): Promise<void> {
  for (const key of amount) await touch(phone, `.keypad__key--${key === '.' ? 'point' : `d${key}`}`)
}

const register = (
  name: string,
  memberId: string,
  amount: string,
  setting: Setting = {},
  picture?: string,
): Scene => ({
  name,
  setting,
  ...(picture ? { picture } : {}),
  play: async (studio) => {
    const { assistant } = await scanned(studio, memberId, setting)
    await keyIn(assistant, amount)
    return assistant
  },
})

async function registered(
  studio: Studio,
  setting: Setting = {},
): Promise<{ member: RunningPhone; assistant: RunningPhone }> {
  const phones = await scanned(studio, 'shen-qinghe', setting)
  await keyIn(phones.assistant, '386.00')
  await touch(phones.assistant, '.keypad__confirm')
  await appears(phones.assistant, '.registered')
  return phones
}

async function refunding(studio: Studio): Promise<RunningPhone> {
  const { assistant } = await registered(studio)
  await touch(assistant, '.registered .button', '完成')
  await touch(assistant, '.purchase-row')
  await touch(assistant, '.refund-lines__all')
  await touch(assistant, '.reason-choice__chip', '质量')
  return assistant
}

export const SCENES: readonly Scene[] = [
  home('card-basic', 'lu-xiaoman'),
  home('card-silver', 'fang-zhixing'),
  home('card-gold', 'shen-qinghe', {}, '01-member-card'),
  home('card-platinum', 'pei-qingyue'),
  home('card-diamond', 'wen-di'),
  home('card-gold-dark', 'shen-qinghe', DARK, '12-dark-member-card'),
  home('card-gold-large-font', 'shen-qinghe', LARGE, '13-large-font-member-card'),
  home('card-gold-320', 'shen-qinghe', SMALL),
  home('card-long-name', 'long-name'),
  home('card-debt', 'he-yian'),
  {
    name: 'join',
    play: async (studio) => {
      const phone = await studio.phone(openidOf('xu-jianshan'))
      await appears(phone, '.join__panel')
      return phone
    },
  },
  {
    name: 'card-skeleton',
    picture: '11-states',
    play: async (studio) => {
      const phone = await studio.phone(openidOf('shen-qinghe'), '/pages/member/join/index')
      await phone.page.route('**/client/callFunction', () => undefined)
      await phone.page.evaluate(`window.phone.open('/pages/member/home/index')`)
      await appears(phone, '.skeleton')
      return phone
    },
  },
  {
    name: 'code-offline',
    picture: '11-states',
    play: async (studio) => {
      const phone = await studio.phone(openidOf('shen-qinghe'))
      await appears(phone, '.home')
      await phone.offline(true)
      await phone.page.evaluate(`window.phone.open('${CODE}')`)
      await appears(phone, '.button', '再试一次')
      return phone
    },
  },
  code('code-gold', 'shen-qinghe', {}, '02-member-code'),
  code('code-platinum', 'pei-qingyue'),
  code('code-diamond-dark', 'wen-di', DARK),
  code('code-basic-320', 'lu-xiaoman', SMALL),
  {
    name: 'code-points-arrived',
    play: async (studio) => {
      const { member } = await registered(studio)
      await appears(member, '.outcome__points')
      return member
    },
  },
  desk('desk'),
  desk('desk-dark', DARK),
  desk('desk-large-font', LARGE),
  {
    name: 'desk-not-staff',
    play: async (studio) => {
      const phone = await studio.phone(openidOf('lu-xiaoman'), DESK)
      await appears(phone, '.button')
      return phone
    },
  },
  register('register-empty', 'shen-qinghe', ''),
  register('register', 'shen-qinghe', '386.00', {}, '07-assistant-scan-result'),
  register('register-dark', 'shen-qinghe', '386.00', DARK),
  register('register-large-font-320', 'shen-qinghe', '999999.99', { ...SMALL, ...LARGE }),
  register('register-upgrade', 'lu-xiaoman', '52000'),
  register('register-long-name', 'long-name', '128'),
  { name: 'registered', play: async (studio) => (await registered(studio)).assistant },
  { name: 'refund', play: refunding },
  {
    name: 'refund-confirm',
    play: async (studio) => {
      const phone = await refunding(studio)
      await touch(phone, '.refund__go .button')
      await appears(phone, '.confirm-refund__words')
      return phone
    },
  },
  {
    name: 'refunded',
    play: async (studio) => {
      const phone = await refunding(studio)
      await touch(phone, '.refund__go .button')
      await touch(phone, '.button', '确认退')
      await appears(phone, '.refunded')
      return phone
    },
  },
]
