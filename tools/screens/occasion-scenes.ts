/** A day of the year that everybody keeps, on the card page: the next one of the demo mall. */
import { birthdayFrom } from '../../src/domain/birthdays/birthday-in'
import { businessDayOf, startOfDay } from '../../src/domain/time/business-day'
import { lunarCalendar } from '../../src/server/birthdays/lunar-library'
import { openidOf, sheet, type Scene, type Setting, type Studio } from './studio'
import { appears } from './touch'

const MID_AUTUMN = { calendar: 'lunar', year: null, month: 8, day: 15, leapMonth: false } as const
const TEN_O_CLOCK = 10 * 3_600_000

/** The phone opens on that day; the mall's clock goes back once it has its answer. */
async function onMidAutumn(studio: Studio, setting: Setting) {
  const { cloud } = studio
  const now = cloud.clock.now()
  const day = birthdayFrom(MID_AUTUMN, businessDayOf(now), await lunarCalendar())
  cloud.clock.set(startOfDay(day) + TEN_O_CLOCK)
  try {
    const opened = await studio.phone(openidOf('shen-qinghe'), undefined, setting)
    const line = await appears(opened, '.occasion')
    await line.evaluate((element) => element.scrollIntoView({ block: 'center' }))
    return opened
  } finally {
    cloud.clock.set(now)
  }
}

const scene = (name: string, setting: Setting = {}): Scene => ({
  name,
  play: (studio) => onMidAutumn(studio, setting),
})

export const OCCASION_SCENES: readonly Scene[] = [
  sheet(scene('card-festival')),
  scene('english-card-festival', { language: 'en' }),
]
