/** Signing in, the calendar, being at a place and the code that a store shows: every state that is photographed. */
import type { RunningPhone } from '../../local/phone'
import {
  ASSISTANT,
  DARK,
  LARGE,
  opened,
  openidOf,
  sheet,
  SMALL,
  unanswered,
  type Scene,
  type Setting,
} from './studio'
import { appears, touch } from './touch'

const CALENDAR = '/pages/member/today/calendar/index'
const ARRIVAL = '/pages/member/today/arrival/index'
const PLACE_CODE = '/pages/assistant/place-code/index'
/** Its code is fixed, and the other store's turns. */
const COFFEE = `${ARRIVAL}?scene=c.coffee`
const BOOKS = `${ARRIVAL}?scene=c.books`
const LIN = 'lin-xiaoyu'

const played = (
  name: string,
  entry: string,
  then: (phone: RunningPhone) => Promise<unknown>,
  setting: Setting = {},
  id = LIN,
): Scene => ({
  name,
  play: async (studio) => {
    const phone = await studio.phone(openidOf(id), entry, setting)
    await then(phone)
    return phone
  },
})

const withoutAnswer = (name: string, how: 'waits' | 'fails', part: string): Scene => ({
  name,
  play: async (studio) => {
    const phone = await studio.phone(openidOf(LIN))
    await appears(phone, '.home')
    await unanswered(phone, how)
    await phone.page.evaluate(`window.phone.open('${CALENDAR}')`)
    await appears(phone, part)
    return phone
  },
})

const arrived = (part: string) => async (phone: RunningPhone) => {
  await touch(phone, '.arrival .button')
  await appears(phone, part)
}

const shownEvent = async (phone: RunningPhone): Promise<void> => {
  await appears(phone, '.place-code__qr')
  await touch(phone, '.place-choice__one:last-child')
  await appears(phone, '.place-code__picture')
}

export const CHECK_IN_SCENES: readonly Scene[] = [
  sheet(opened('calendar', 'shen-qinghe', '.date--now', { entry: CALENDAR })),
  played(
    'calendar-month-before',
    CALENDAR,
    async (phone) => {
      await touch(phone, '.month__turn')
      await appears(phone, '.month')
    },
    {},
    'shen-qinghe',
  ),
  withoutAnswer('calendar-skeleton', 'waits', '.skeleton'),
  withoutAnswer('calendar-offline', 'fails', '.standstill'),
  opened('calendar-not-joined', 'xu-jianshan', '.standstill', { entry: CALENDAR }),
  opened('english-calendar', 'shen-qinghe', '.date--now', { entry: CALENDAR, setting: { language: 'en' } }),
  sheet(opened('arrival', LIN, '.arrival__title', { entry: COFFEE })),
  played('arrival-old-code', BOOKS, arrived('.standstill')),
  played('arrival-not-joined', COFFEE, arrived('.standstill'), {}, 'xu-jianshan'),
  played('arrival-done', COFFEE, arrived('.arrival__points')),
  played('arrival-done-today', COFFEE, arrived('.standstill'), { ...SMALL, ...DARK }),
  sheet(opened('place-code', ASSISTANT, '.place-code__qr', { entry: PLACE_CODE })),
  played('arrival-event-done', `${ARRIVAL}?scene=e.reading`, arrived('.arrival__points'), {}, 'fang-zhixing'),
  sheet(played('place-code-event', PLACE_CODE, shownEvent, {}, ASSISTANT)),
  opened('place-code-fixed', 'cheng-yichuan', '.place-code__picture', { entry: PLACE_CODE, setting: LARGE }),
  played('card-signed-in', '/pages/member/home/index', async (phone) => {
    await touch(phone, '.today .button')
    await appears(phone, '.today__done')
  }),
  opened('calendar-signed-in', LIN, '.button--off', { entry: CALENDAR }),
]
