/** Who has told a birthday that is near: its strip, its gifts and what the mall told of them are there when the mall opens. */
import type { LocalCloud } from '../../local/cloud'
import { addDays, businessDayOf } from '../../src/domain/time/business-day'
import { called } from './called'
import { personOf } from './people'
import type { Step } from './step'

const WHO = 'shen-qinghe'
/** Before the days of more points, so that a purchase at the counter is as on any other day. */
const IN_DAYS = 6
/** A leap year: every date of any year is one of it. */
const BORN = 1988
/** Before the month in which a birthday is near. */
const TOLD_DAYS_AGO = 45
const DAY_MS = 24 * 3_600_000

export function toldOfBirthday(cloud: LocalCloud, now: number): Step[] {
  const on = addDays(businessDayOf(now), IN_DAYS)
  const at = now - TOLD_DAYS_AGO * DAY_MS
  const { name } = personOf(WHO)
  const birthday = {
    ...{ calendar: 'solar', leapMonth: false },
    ...{ year: BORN, month: Number(on.slice(5, 7)), day: Number(on.slice(8)) },
  }
  const input = { name, salutation: null, birthday, tags: [] }
  const data = { action: 'save-profile', operationId: `demo-mall-birthday-${on}`, input }
  const run = async (): Promise<void> => void (await called(cloud, 'member', data, personOf(WHO), at))
  return [{ card: WHO, at, run }]
}
