/** Notices and the settings of messages, as pictures. */
import { LARGE, opened, openidOf, sheet, SMALL, unanswered, type Scene } from './studio'
import { appears } from './touch'

const ME = '/pages/member/me/index'
const NOTICES = '/pages/member/statement/notices/index'
const MESSAGES = '/pages/member/settings/messages/index'

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
  opened('notices-none', 'fang-zhixing', '.standstill', { entry: NOTICES }),
  opened('me-unread', 'shen-qinghe', '.me-row', { entry: ME }),
  sheet(opened('notices', 'shen-qinghe', '.notice', { entry: NOTICES })),
  alone('notices-skeleton', 'waits', '.notices--skeleton'),
  alone('notices-offline', 'fails', '.standstill'),
  sheet(opened('messages', 'shen-qinghe', '.template', { entry: MESSAGES })),
  opened('english-notices', 'shen-qinghe', '.notice', { entry: NOTICES, setting: { language: 'en' } }),
  opened('english-messages-large-font-320', 'shen-qinghe', '.template', {
    entry: MESSAGES,
    setting: { ...LARGE, ...SMALL, language: 'en' },
  }),
]
