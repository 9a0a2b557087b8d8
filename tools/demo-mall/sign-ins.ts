/** Who has signed in lately, and on how many days ago: a run that goes on to yesterday, and one before it. */
import type { LocalCloud } from '../../local/cloud'
import type { Answer } from '../../src/contract/envelope'
import { addDays, businessDayOf, startOfDay } from '../../src/domain/time/business-day'
import { DEMO_PEOPLE } from './people'
import type { Step } from './step'

const DAYS_AGO: Readonly<Record<string, readonly number[]>> = {
  'shen-qinghe': [5, 4, 3, 2, 1, 20, 19, 18, 17, 16, 15, 14, 12, 11, 9],
  'lin-xiaoyu': [31, 24, 17, 10],
}
const NINE_O_CLOCK = 9 * 3_600_000

/** One step for each day; what was done in a seeding that was cut off is done. */
export const demoSignIns = (cloud: LocalCloud, now: number): Step[] =>
  Object.entries(DAYS_AGO).flatMap(([card, days]) => {
    const person = DEMO_PEOPLE.find(({ id }) => id === card)
    if (!person) throw new Error(`${card} is nobody of the demo mall`)
    return days.map((ago) => {
      const day = addDays(businessDayOf(now), -ago)
      const at = startOfDay(day) + NINE_O_CLOCK
      const run = async (): Promise<void> => {
        const event = { action: 'sign-in', operationId: `demo-mall-sign-in-${day}`, input: {} }
        const answer = await cloud.invoke('member', event, { openid: person.openid, at })
        const said = answer.ok ? (answer.result as Answer<unknown>) : null
        if (!said?.ok && said?.error.code !== 'checkin.done-today')
          throw new Error(`${person.name} could not sign in on ${day}: ${said?.error.code ?? 'no answer'}`)
      }
      return { card, at, run }
    })
  })
