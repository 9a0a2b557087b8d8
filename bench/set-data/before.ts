/** What must have happened before some touches can be metered. */
import type { LocalCloud } from '../../local/cloud'
import { called } from '../../tools/demo-mall/called'
import { personOf } from '../../tools/demo-mall/people'

const DAY_MS = 86_400_000

/** So long ago that it may be changed again. */
export async function tellsBirthday(cloud: LocalCloud, memberId: string): Promise<void> {
  const person = personOf(memberId)
  const birthday = { calendar: 'solar', year: 1990, month: 6, day: 1, leapMonth: false }
  const input = { name: person.name, salutation: null, birthday, tags: [] }
  const data = { action: 'save-profile', operationId: `bench-birthday-${memberId}`, input }
  await called(cloud, 'member', data, person, cloud.clock.now() - 370 * DAY_MS)
}

/** Of the own invitations, which the demo mall has begun. */
export async function codeOf(cloud: LocalCloud, memberId: string): Promise<string> {
  const invite = { action: 'invite', input: {} }
  return ((await called(cloud, 'member', invite, personOf(memberId))) as { code: string }).code
}

/** Two months pass, with all that is told of them. */
export async function hearsMuch(cloud: LocalCloud): Promise<void> {
  cloud.clock.shift(60 * DAY_MS)
  await cloud.invoke('clock', {}, { source: 'wx_trigger' })
}
