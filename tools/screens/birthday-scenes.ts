/** The birthday page as pictures. Who has told one near today keeps it, so these scenes stand at the end of the list. */
import { addDays, businessDayOf } from '../../src/domain/time/business-day'
import {
  clockRuns,
  LARGE,
  openidOf,
  sheet,
  SMALL,
  unanswered,
  type Scene,
  type Setting,
  type Studio,
} from './studio'
import { appears, touch } from './touch'

const BIRTHDAY = '/pages/member/today/birthday/index'
const HOME = '/pages/member/home/index'
const BORN = 1990
const IN_DAYS = 7
/** Told so long ago, a birthday may change again. */
const LONG_AGO_MS = 400 * 86_400_000

let operations = 0

/** A birthday a week from the mall's today, with the year, so that both calendars are known. Told again it is the same. */
async function tell({ cloud }: Studio, id: string, name: string, now = cloud.clock.now()): Promise<void> {
  const on = addDays(businessDayOf(now), IN_DAYS)
  const birthday = {
    calendar: 'solar',
    year: BORN,
    month: Number(on.slice(5, 7)),
    day: Number(on.slice(8)),
    leapMonth: false,
  }
  operations += 1
  const input = { name, salutation: null, birthday, tags: [] }
  const operationId = `birthday-${String(operations).padStart(4, '0')}`
  await cloud.invoke('member', { action: 'save-profile', operationId, input }, { openid: openidOf(id) })
}

const near = (
  name: string,
  [id, called]: readonly [string, string],
  entry: string,
  part: string,
  setting: Setting = {},
): Scene => ({
  name,
  play: async (studio) => {
    await tell(studio, id, called)
    const phone = await studio.phone(openidOf(id), entry, setting)
    await appears(phone, part)
    return phone
  },
})

/** The same, told more than a year ago, which time has moved on since. */
async function toldLongAgo(studio: Studio, id: string, name: string): Promise<void> {
  const { clock } = studio.cloud
  const now = clock.now()
  clock.set(now - LONG_AGO_MS)
  await tell(studio, id, name, now)
  clock.set(now)
  await clockRuns(studio)
}

const GOLD = ['jiang-wanyin', '江晚吟'] as const
const DIAMOND = ['wen-di', '闻笛'] as const
const BASIC = ['lu-xiaoman', '陆小满'] as const

const alone = (name: string, how: 'waits' | 'fails', part: string): Scene => ({
  name,
  play: async (studio) => {
    const phone = await studio.phone(openidOf(GOLD[0]))
    await appears(phone, '.home')
    await unanswered(phone, how)
    await phone.page.evaluate(`window.phone.open('${BIRTHDAY}')`)
    await appears(phone, part)
    return phone
  },
})

export const BIRTHDAY_SCENES: readonly Scene[] = [
  { ...sheet(near('birthday', GOLD, BIRTHDAY, '.gift-card')), picture: '06-member-birthday' },
  near('birthday-no-gift', BASIC, BIRTHDAY, '.bonus'),
  near('card-birthday', GOLD, HOME, '.strip'),
  near('english-birthday-large-font-320', GOLD, BIRTHDAY, '.gift-card', {
    ...LARGE,
    ...SMALL,
    language: 'en',
  }),
  {
    name: 'birthday-chosen',
    play: async (studio) => {
      await tell(studio, ...GOLD)
      const phone = await studio.phone(openidOf(GOLD[0]), BIRTHDAY)
      await appears(phone, '.gift-card')
      await touch(phone, '.gift-card', '栗子蛋糕')
      await touch(phone, '.birthday-bar .button')
      await appears(phone, '.birthday-bar__said', '卡包')
      return phone
    },
  },
  {
    name: 'birthday-change',
    play: async (studio) => {
      await toldLongAgo(studio, ...DIAMOND)
      const phone = await studio.phone(openidOf(DIAMOND[0]), BIRTHDAY)
      await appears(phone, '.calendar__side')
      await touch(phone, '.calendar__side', '农历')
      await appears(phone, '.means')
      return phone
    },
  },
  alone('birthday-skeleton', 'waits', '.calendar--skeleton'),
  alone('birthday-offline', 'fails', '.standstill'),
]
