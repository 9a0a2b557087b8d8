/** Notices and the settings of messages, as pictures. The clock of the mall is let run for them: they come last. */
import {
  clockRuns,
  LARGE,
  opened,
  openidOf,
  sheet,
  SMALL,
  unanswered,
  type Scene,
  type Setting,
} from './studio'
import { appears } from './touch'

const ME = '/pages/member/me/index'
const NOTICES = '/pages/member/statement/notices/index'
const MESSAGES = '/pages/member/settings/messages/index'

const own = (name: string, id: string, entry: string, part: string, setting: Setting = {}): Scene => ({
  name,
  play: async (studio) => {
    await clockRuns(studio)
    const phone = await studio.phone(openidOf(id), entry, setting)
    await appears(phone, part)
    return phone
  },
})

const alone = (name: string, how: 'waits' | 'fails', part: string): Scene => ({
  name,
  play: async (studio) => {
    const phone = await studio.phone(openidOf('shen-qinghe'))
    await appears(phone, '.home')
    await unanswered(phone, how)
    await phone.page.evaluate(`window.phone.open('${NOTICES}')`)
    await appears(phone, part)
    return phone
  },
})

export const NOTICE_SCENES: readonly Scene[] = [
  opened('notices-none', 'lin-xiaoyu', '.standstill', { entry: NOTICES }),
  own('me-unread', 'shen-qinghe', ME, '.me-row'),
  sheet(own('notices', 'shen-qinghe', NOTICES, '.notice')),
  alone('notices-skeleton', 'waits', '.notices--skeleton'),
  alone('notices-offline', 'fails', '.standstill'),
  sheet(own('messages', 'shen-qinghe', MESSAGES, '.template')),
  own('english-notices', 'shen-qinghe', NOTICES, '.notice', { language: 'en' }),
  own('english-messages-large-font-320', 'shen-qinghe', MESSAGES, '.template', {
    ...LARGE,
    ...SMALL,
    language: 'en',
  }),
]
