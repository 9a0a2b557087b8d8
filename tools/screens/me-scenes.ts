/** The member's own page and what opens from it, as pictures. */
import type { RunningPhone } from '../../local/phone'
import {
  CODE,
  LARGE,
  openidOf,
  scanned,
  sheet,
  SMALL,
  stale,
  type Scene,
  type Setting,
  type Studio,
} from './studio'
import { appears, touch } from './touch'

const ME = '/pages/member/me/index'
const PROFILE = '/pages/member/settings/profile/index'
const CONSENT = '/pages/member/settings/consent/index'
const LOOKS = '/pages/member/settings/looks/index'

type Then = (phone: RunningPhone, studio: Studio) => Promise<void>

const own = (name: string, id: string, entry: string, setting: Setting = {}, then?: Then): Scene => ({
  name,
  play: async (studio) => {
    const phone = await studio.phone(openidOf(id), entry, setting)
    await appears(phone, '.me:not(.me--skeleton)')
    await then?.(phone, studio)
    return phone
  },
})

let operations = 0

/** Something that the member does on another phone. */
async function asked(studio: Studio, id: string, action: string, input: object): Promise<void> {
  operations += 1
  const operationId = `screens-${String(operations).padStart(4, '0')}`
  await studio.cloud.invoke('member', { action, operationId, input }, { openid: openidOf(id) })
}

const BIRTHDAY = { calendar: 'lunar', year: 1990, month: 4, day: 8, leapMonth: false }

const told =
  (id: string, name: string): Then =>
  async (phone, studio) => {
    const tags = ['手冲', '靠窗', '不要香菜']
    await asked(studio, id, 'save-profile', { name, salutation: 'ms', birthday: BIRTHDAY, tags })
    await phone.page.evaluate(`window.phone.open('${PROFILE}')`)
    await appears(phone, '.field__said')
  }

const opens =
  (row: string, button?: string): Then =>
  async (phone) => {
    await touch(phone, '.me-row', row)
    await appears(phone, '.me-sheet')
    if (button) await touch(phone, '.button', button)
  }

export const ME_SCENES: readonly Scene[] = [
  sheet(own('me', 'shen-qinghe', ME)),
  sheet(own('me-profile', 'fang-zhixing', PROFILE)),
  sheet(own('me-consent', 'shen-qinghe', CONSENT)),
  own('me-long-name-320', 'long-name', ME, SMALL),
  own('me-profile-told', 'jiang-wanyin', ME, {}, told('jiang-wanyin', '江晚吟')),
  own('me-looks-none', 'lin-xiaoyu', LOOKS),
  sheet({
    name: 'me-looks',
    play: async (studio) => {
      await scanned(studio, 'shen-qinghe')
      const phone = await studio.phone(openidOf('shen-qinghe'), LOOKS)
      await appears(phone, '.look')
      return phone
    },
  }),
  own('me-freeze', 'lin-xiaoyu', ME, {}, opens('冻结会员卡')),
  own('me-close', 'song-zhixu', ME, {}, opens('注销会员卡', '我知道了')),
  own('me-close-large-font-320', 'song-zhixu', ME, { ...LARGE, ...SMALL }, opens('注销会员卡', '我知道了')),
  own('me-export', 'song-zhixu', ME, {}, opens('导出我的资料', '整理成文件')),
  own('me-frozen', 'lin-xiaoyu', ME, {}, async (phone, studio) => {
    await asked(studio, 'lin-xiaoyu', 'change-card', { step: 'freeze' })
    await phone.page.evaluate(`window.phone.open('${ME}')`)
    await appears(phone, '.me-notice')
  }),
  {
    name: 'code-frozen',
    play: async (studio) => {
      const phone = await studio.phone(openidOf('lin-xiaoyu'), CODE)
      await appears(phone, '.standstill', '已冻结')
      return phone
    },
  },
  sheet({
    name: 'card-frozen',
    play: async (studio) => {
      const phone = await studio.phone(openidOf('lin-xiaoyu'))
      await appears(phone, '.note', '已冻结')
      return phone
    },
  }),
  stale('card-frozen-stale', 'lin-xiaoyu'),
  {
    name: 'me-offline',
    play: async (studio) => {
      const phone = await studio.phone(openidOf('shen-qinghe'))
      await appears(phone, '.home')
      await phone.offline(true)
      await phone.page.evaluate(`window.phone.open('${ME}')`)
      await appears(phone, '.button', '再试一次')
      return phone
    },
  },
]
