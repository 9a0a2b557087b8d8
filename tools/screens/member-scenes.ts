/** The member's pages: the card in every material and state, joining, the code. Nothing here changes the mall. */
import {
  CODE,
  DARK,
  LARGE,
  opened,
  openidOf,
  type Scene,
  type Setting,
  sheet,
  stale,
  toSecond,
  unanswered,
} from './studio'
import { appears, touch } from './touch'

const home = (name: string, id: string, setting: Setting = {}, picture?: string): Scene =>
  opened(name, id, '.home__greeting', { setting, ...(picture ? { picture } : {}) })

/** Photographed with about forty seconds left. */
const code = (name: string, id: string, setting: Setting = {}, picture?: string): Scene => ({
  name,
  ...(picture ? { picture } : {}),
  play: async (studio) => {
    toSecond(studio, 14)
    const phone = await studio.phone(openidOf(id), CODE, setting)
    await appears(phone, '.ticket__qr')
    return phone
  },
})

const cards: readonly Scene[] = [
  sheet(home('card-basic', 'lu-xiaoman')),
  home('card-silver', 'fang-zhixing'),
  sheet(home('card-gold', 'shen-qinghe', {}, '01-member-card')),
  home('card-platinum', 'pei-qingyue'),
  home('card-diamond', 'wen-di'),
  home('card-gold-dark', 'shen-qinghe', DARK, '12-dark-member-card'),
  home('card-gold-large-font', 'shen-qinghe', LARGE, '13-large-font-member-card'),
  sheet(home('card-long-name', 'long-name')),
  sheet(home('card-debt', 'he-yian')),
  sheet(home('card-lapsing', 'qiao-anhe')),
  home('card-of-staff', 'gu-xiaowen'),
  stale('card-basic-stale', 'lu-xiaoman'),
  stale('card-debt-stale', 'he-yian'),
  stale('card-lapsing-stale', 'qiao-anhe'),
  {
    name: 'card-offline',
    picture: '11-states',
    play: async (studio) => {
      const phone = await studio.phone(openidOf('shen-qinghe'), '/pages/member/join/index')
      await phone.offline(true)
      await phone.page.evaluate(`window.phone.open('/pages/member/home/index')`)
      await appears(phone, '.standstill')
      return phone
    },
  },
  {
    name: 'card-skeleton',
    picture: '11-states',
    play: async (studio) => {
      const phone = await studio.phone(openidOf('shen-qinghe'), '/pages/member/join/index')
      await unanswered(phone, 'waits')
      await phone.page.evaluate(`window.phone.open('/pages/member/home/index')`)
      await appears(phone, '.skeleton')
      return phone
    },
  },
]

const joining: readonly Scene[] = [
  sheet(opened('join', 'xu-jianshan', '.join__panel')),
  {
    name: 'join-name-missing',
    play: async (studio) => {
      const phone = await studio.phone(openidOf('xu-jianshan'))
      await touch(phone, '.join__panel .button')
      await appears(phone, '.join__missing')
      return phone
    },
  },
]

const codes: readonly Scene[] = [
  code('code-basic', 'lu-xiaoman'),
  code('code-silver', 'fang-zhixing'),
  sheet(code('code-gold', 'shen-qinghe', {}, '02-member-code')),
  code('code-platinum', 'pei-qingyue'),
  code('code-diamond', 'wen-di'),
  code('code-diamond-dark', 'wen-di', DARK),
  {
    name: 'code-last-seconds',
    play: async (studio) => {
      toSecond(studio, 54)
      const phone = await studio.phone(openidOf('shen-qinghe'), CODE)
      await appears(phone, '.ring--tea')
      return phone
    },
  },
  {
    name: 'code-renewing',
    play: async (studio) => {
      toSecond(studio, 14)
      const phone = await studio.phone(openidOf('shen-qinghe'), CODE)
      await appears(phone, '.ticket__qr')
      await unanswered(phone, 'waits')
      toSecond(studio, 1)
      await phone.refreshClock()
      await appears(phone, '.countdown__title', '正在更新')
      return phone
    },
  },
  {
    name: 'code-still-good-offline',
    play: async (studio) => {
      toSecond(studio, 14)
      const phone = await studio.phone(openidOf('shen-qinghe'), CODE)
      await appears(phone, '.ticket__qr')
      await unanswered(phone, 'fails')
      toSecond(studio, 1)
      await phone.refreshClock()
      await appears(phone, '.countdown__title', '秒后失效')
      return phone
    },
  },
  {
    name: 'code-other-ways',
    play: async (studio) => {
      toSecond(studio, 14)
      const phone = await studio.phone(openidOf('shen-qinghe'), CODE)
      await touch(phone, '.code__help')
      await appears(phone, '.tail')
      return phone
    },
  },
  {
    name: 'code-offline',
    picture: '11-states',
    play: async (studio) => {
      const phone = await studio.phone(openidOf('shen-qinghe'))
      await appears(phone, '.home__greeting')
      await phone.offline(true)
      await phone.page.evaluate(`window.phone.open('${CODE}')`)
      await appears(phone, '.button', '再试一次')
      return phone
    },
  },
]

export const MEMBER_SCENES: readonly Scene[] = [...cards, ...joining, ...codes]
