/**
 * Time's work on members: for each that is due, its days in order, each in a transaction of its own. Calls for a day: start,
 * member, what the day brings, member, commit.
 * Invariant: what a day brings is made of the document alone, so a run that is late, killed or doubled ends as one in time.
 */
import { dayOfTime, memberDueAt } from '../../domain/time-work/time-work'
import { lunarCalendar } from '../birthdays/lunar-library'
import { command } from '../run/command'
import { refuse } from '../run/outcome'
import type { Job } from '../run/serve-clock'
import { dueMembers, members, putOffMember, type DueMember } from '../store/members'
import { programmeInForce } from '../store/programme'
import { writeEffect } from './write-effect'

export const dueMembersJob: Job<DueMember> = {
  name: 'members',
  look: dueMembers,
  step: untilNow,
  putOff: putOffMember,
}

/** More days than anybody can have waiting; beyond it the run itself is at fault. */
const MOST_DAYS = 2_000

async function untilNow({ _id }: DueMember, at: number): Promise<void> {
  for (let days = 0; days < MOST_DAYS; days += 1) if (!(await oneDay(_id, at))) return
  throw new Error(`${_id} is due for ever`)
}

/** Whether more is due. A document of before `dueAt` was kept is only written anew. */
async function oneDay(id: string, at: number): Promise<boolean> {
  const [programme, calendar] = await Promise.all([programmeInForce(), lunarCalendar()])
  const outcome = await command({ inputHash: '', find: async () => null }, async (within) => {
    const member = await members.get(id, within)
    if (!member) return refuse('member.unknown')
    const done = dayOfTime(member, { programme, at, calendar })
    let after = { ...member, ...done?.changes }
    for (const effect of done?.effects ?? [])
      after = await writeEffect(effect, after, { programme, at, within })
    await members.replace(after, within)
    return { data: (memberDueAt(after) ?? Infinity) <= at }
  })
  if ('data' in outcome) return outcome.data
  if (outcome.refused === 'server.busy') throw new Error(`${id} is busy`)
  return false
}
