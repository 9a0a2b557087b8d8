/**
 * The end of a tier's term, of its days of grace and of what was given by hand: judged on the morning after, written into the
 * log of tiers, told to the member, and while there is grace a task for the assistant to whom the member belongs.
 * Invariant: what is told is read from the log, which a booking writes just as well; so it is told whoever came first.
 */
import type { NoticeDraft } from '../messages/kinds'
import type { Programme } from '../programme/programme'
import { standingsOn } from '../tiers/grant'
import { reviewedTierLog, type TierChange } from '../tiers/tier-log'
import { addDays, addMonths, startOfDay, type BusinessDay } from '../time/business-day'
import { earliest, wasMember } from './days'
import type { Effect } from './effect'
import type { TimeKind, TimedMember } from './time-kind'

/** Ends of terms that the document knows of; of the lowest tier, held since the account was opened, none is of interest. */
function endsOf({ account: { standing, grant } }: TimedMember): BusinessDay[] {
  const own = standing.before === null ? [] : [standing.graceEndsOn ?? standing.termEndsOn]
  return [...own, ...(grant ? [grant.gives.graceEndsOn ?? grant.gives.termEndsOn] : [])]
}

const TOLD: readonly TierChange['because'][] = ['grace', 'term']

/** A tier that was kept by what the member did: in its days of grace, or while it was only given. */
const isSaved = ({ because, from, to }: TierChange): boolean =>
  from === to && (because === 'purchase' || because === 'activity')

/** The morning on which a line of the log is told; null for what is not told by time. */
function toldOn(line: TierChange): BusinessDay | null {
  const { because, day } = line
  if (because === 'grant-end') return day
  return TOLD.includes(because) || isSaved(line) ? addDays(day, 1) : null
}

/** What a tier was saved by may have come back the same day. */
const stands = (line: TierChange, place: number, newestFirst: readonly TierChange[]): boolean =>
  !isSaved(line) || newestFirst[place - 1]?.day !== line.day

export const keepTier: TimeKind = {
  next: (member, after) =>
    earliest(
      [
        ...endsOf(member).map((end) => addDays(end, 1)),
        ...(member.tierLog ?? []).map(toldOn).filter((day) => day !== null),
      ],
      after,
    ),
  on(member, day, { programme }) {
    const { grant: _grant, ...account } = member.account
    const tierLog = reviewedTierLog(member, programme, day)
    const told = tierLog
      .filter(stands)
      .filter((line) => toldOn(line) === day)
      .reverse()
    return {
      changes: {
        account: { ...account, ...standingsOn(programme, member.account, day) },
        ...((member.tierLog || tierLog.length > 0) && { tierLog }),
      },
      effects: told.flatMap((line) => effectsOf(member, line, day, programme)),
    }
  },
}

function effectsOf(member: TimedMember, line: TierChange, day: BusinessDay, programme: Programme): Effect[] {
  const notice: Effect[] = wasMember(member, day)
    ? [{ does: 'notice', notice: noticeOf(member._id, line, day, programme) }]
    : []
  if (line.because !== 'grace') return notice
  const task: Effect = {
    does: 'task',
    kind: 'keep-tier',
    cause: `keep-tier:${member._id}:${line.day}`,
    day,
    dueOn: addDays(line.day, programme.graceDays),
  }
  return [...notice, task]
}

/** Days for which what became of a tier is news. */
const NEWS_DAYS = 7

function noticeOf(memberId: string, line: TierChange, day: BusinessDay, programme: Programme): NoticeDraft {
  const { from, to, because } = line
  const news = { cause: `tier:${memberId}:${because}:${line.day}`, at: startOfDay(day) }
  if (because === 'grace') {
    const until = addDays(line.day, programme.graceDays)
    return { ...news, kind: 'tier-grace', figures: { tierId: to, until }, until }
  }
  const until = addDays(day, NEWS_DAYS)
  return from === to
    ? {
        ...news,
        kind: 'tier-kept',
        figures: { tierId: to, until: addMonths(line.day, programme.termMonths) },
        until,
      }
    : { ...news, kind: 'tier-lapsed', figures: { tierId: to, from }, until }
}
