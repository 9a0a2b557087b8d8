/** What a demo person asks of a door, at an instant of the past where one is given. */
import type { LocalCloud } from '../../local/cloud'
import type { Answer } from '../../src/contract/envelope'
import type { DemoPerson } from './people'

/** @throws when it is refused. */
export async function called(
  cloud: LocalCloud,
  door: string,
  data: Record<string, unknown>,
  { openid, name }: DemoPerson,
  at?: number,
): Promise<unknown> {
  const answer = await cloud.invoke(door, data, { openid, ...(at === undefined ? {} : { at }) })
  const said = answer.ok ? (answer.result as Answer<unknown>) : null
  if (said?.ok) return said.data
  throw new Error(`${name}: ${String(data['action'])} failed: ${said ? said.error.code : 'no answer'}`)
}

/** A phone code works once: who joins in a seeding that was cut off joins again under another id and is met as a member. */
export async function becomesMember(cloud: LocalCloud, person: DemoPerson, at: number): Promise<void> {
  const phoneCode = cloud.newPhoneCode(person.phone)
  const operationId = `demo-mall-join-${phoneCode.slice(0, 16)}`
  const data = { action: 'join', operationId, input: { phoneCode, name: person.name } }
  await called(cloud, 'member', data, person, at)
}
