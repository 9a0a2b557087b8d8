/**
 * The log of tiers and what follows from it: it leads line by line to what is held, and a task to keep a tier stands only
 * where the log has days of grace.
 */
import { heldOn } from '../../src/domain/tiers/grant'
import { TIER_CHANGES_KEPT } from '../../src/domain/tiers/tier-log'
import type { Programme } from '../../src/domain/programme/programme'
import { addDays } from '../../src/domain/time/business-day'
import type { MemberDocument } from '../../src/server/store/members'
import type { TaskDocument } from '../../src/server/store/tasks'
import type { Ledger, Report } from './ledger'

/** What a grant gives may be below what is earned: its line leads nowhere. */
const LEADS_NOWHERE = 'grant'

export function auditTierLog(
  { _id, account, tierLog = [], card, merged }: MemberDocument,
  programme: Programme,
  report: Report,
): void {
  if (merged || card?.state === 'closed') return
  if (tierLog.length > TIER_CHANGES_KEPT) report('tier-log.length', [_id], `${tierLog.length} lines`)
  tierLog.forEach((line, place) => {
    const newer = tierLog[place - 1]
    if (!newer) return
    if (newer.day < line.day) report('tier-log.order', [_id], `${newer.day} stands before ${line.day}`)
    const leads = ![line.because, newer.because].includes(LEADS_NOWHERE)
    if (leads && newer.from !== line.to)
      report('tier-log.chain', [_id], `from ${newer.from} on ${newer.day}, held was ${line.to}`)
  })
  const [last] = tierLog
  if (!last || last.because === LEADS_NOWHERE) return
  const held = heldOn(programme, account, last.day)
  if (held.tierId !== last.to)
    report('tier-log.held', [_id], `leads to ${last.to} on ${last.day}, held is ${held.tierId}`)
}

export function auditTasks({ members, tasks = [] }: Ledger, programme: Programme, report: Report): void {
  const known = new Map(members.map((member) => [member._id, member]))
  for (const task of tasks) {
    const member = known.get(task.memberId)
    if (member) auditTask(task, member, programme, report)
    else report('task.member', [task._id, task.memberId], 'is about nobody')
  }
}

function auditTask(
  { _id, day, dueOn, state, done, listKey }: TaskDocument,
  { _id: memberId, tierLog = [], card, merged }: MemberDocument,
  { graceDays }: Programme,
  report: Report,
): void {
  const isWhole = tierLog.length < TIER_CHANGES_KEPT && !merged && card?.state !== 'closed'
  const ended = addDays(dueOn, -graceDays)
  if (_id !== `task:keep-tier:${memberId}:${ended}` || day !== addDays(ended, 1))
    report('task.days', [_id], `is of ${day} and ends with ${dueOn}`)
  if (isWhole && !tierLog.some((line) => line.because === 'grace' && line.day === ended))
    report('task.grace', [_id, memberId], `there are no days of grace to ${dueOn}`)
  if ((state === 'done') !== (done !== undefined))
    report('task.state', [_id], `is ${state}, ${done ? 'with' : 'without'} what was done`)
  if (state === 'open' && listKey !== `${dueOn}:${_id}`) report('task.key', [_id], `is listed as ${listKey}`)
}
