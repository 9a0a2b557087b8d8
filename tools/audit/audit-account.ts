/** Spend, visits and tier of a member, as far as purchases and refunds bear them out. */
import type { Account } from '../../src/domain/members/account'
import { addFen, NO_FEN, type Fen } from '../../src/domain/money/fen'
import { countedBeside } from '../../src/domain/programme/measures'
import { rankOf, tierAtRank, type Programme, type Tier } from '../../src/domain/programme/programme'
import { tierForSpend } from '../../src/domain/tiers/ladder'
import { NO_ACTIVITY } from '../../src/domain/tiers/activity-by-day'
import { measuredDays, reachedOn } from '../../src/domain/tiers/measure'
import { daysOf, oldestKept, type SpendByDay } from '../../src/domain/tiers/spend-by-day'
import { addMonths, businessDayOf, type BusinessDay } from '../../src/domain/time/business-day'
import { type MemberFile, type Report } from './ledger'

export function auditAccount(file: MemberFile, programme: Programme, report: Report): void {
  auditSpend(file, programme, report)
  auditVisits(file, report)
  auditActivity(file, report)
  auditTier(file, programme, report)
}

function auditSpend(
  { member, purchases, refunds, absorbed }: MemberFile,
  programme: Programme,
  report: Report,
): void {
  // What is too old is forgotten whenever something is booked, or another account comes in.
  const merges = absorbed.map(({ merged }) => businessDayOf(merged?.at ?? 0))
  const days = [...[...purchases, ...refunds].map(({ day }) => day as BusinessDay), ...merges].sort()
  const lastDay = days.at(-1)
  const said: Readonly<Record<string, number>> = member.account.spendByDay
  const found = new Map<string, number>()
  for (const { day, qualifyingFen, refundedQualifyingFen } of purchases)
    found.set(day, (found.get(day) ?? 0) + qualifyingFen - refundedQualifyingFen)
  const oldest = lastDay ? oldestKept(lastDay, programme) : ''
  for (const day of new Set([...found.keys(), ...Object.keys(said)])) {
    const wanted = day > oldest ? (found.get(day) ?? 0) : 0
    if ((said[day] ?? 0) !== wanted)
      report(
        'account.spend',
        [member._id],
        `${day}: ${said[day] ?? 0} fen, purchases less refunds are ${wanted}`,
      )
    if (said[day] === 0) report('account.spend', [member._id], `${day}: a day of nothing is kept`)
  }
}

function auditVisits({ member, purchases, refunds }: MemberFile, report: Report): void {
  const { count, lastDay } = member.account.visits
  const days = new Set<string>(purchases.map(({ day }) => day))
  const undone = refunds.filter(({ reason }) => reason === 'entry-error').length
  if (count > purchases.length || count < days.size - undone)
    report(
      'account.visits',
      [member._id],
      `${count} visits in ${purchases.length} purchases on ${days.size} days`,
    )
  if ((lastDay === null) !== (count === 0) || (lastDay !== null && !days.has(lastDay)))
    report('account.visits', [member._id], `last visit on ${lastDay ?? 'no day'}, with ${count} visits`)
}

/** Activity has no document of its own yet; what is kept of it must be counts of days. */
function auditActivity({ member }: MemberFile, report: Report): void {
  for (const [day, times] of Object.entries(member.account.activityByDay ?? NO_ACTIVITY))
    if (!/^\d{4}-\d{2}-\d{2}$/.test(day) || !Number.isSafeInteger(times) || times < 1)
      report('account.activity', [member._id], `took part ${times} times on ${day}`)
}

/** A refund after the return window leaves the tier, so the bound is what was bought, not what was kept. */
function auditTier({ member, purchases }: MemberFile, programme: Programme, report: Report): void {
  const { tierId, since, termEndsOn } = member.account.standing
  if (!programme.ladder.some((tier) => tier.id === tierId))
    return report('account.tier', [member._id], `holds ${tierId}, which the programme does not have`)
  if (termEndsOn !== addMonths(since, programme.termMonths))
    report('account.term', [member._id], `a term from ${since} does not end on ${termEndsOn}`)
  const rank = rankOf(programme, tierId)
  if (rank === 0 || restsOnForgotten(member.account, programme)) return
  const reachable = rankOf(programme, mostReached(member.account, purchases, programme).id)
  if (rank > reachable)
    report(
      'account.tier',
      [member._id],
      `holds ${tierId}; never reached more in a window than ${tierAtRank(programme, reachable).id}`,
    )
}

/** The highest tier that any window has reached, counting everything that was bought. */
function mostReached(
  { activityByDay = NO_ACTIVITY }: Account,
  purchases: MemberFile['purchases'],
  programme: Programme,
): Tier {
  const bought: Record<string, Fen> = {}
  for (const { day, qualifyingFen } of purchases)
    if (qualifyingFen > 0) bought[day] = addFen(bought[day] ?? NO_FEN, qualifyingFen)
  const spend: SpendByDay = bought
  const reached = measuredDays(programme, spend, activityByDay).map((day) =>
    reachedOn(programme, spend, day, activityByDay),
  )
  const most = reached.reduce((a, b) => (b > a ? b : a), NO_FEN)
  return tierForSpend(programme.ladder, most)
}

/** Activity is kept for its window alone: a tier that older activity may have brought cannot be judged any more. */
function restsOnForgotten({ standing, activityByDay }: Account, programme: Programme): boolean {
  const last = daysOf(activityByDay ?? NO_ACTIVITY)
    .sort()
    .at(-1)
  if (!last || !countedBeside(programme).includes('activity')) return false
  return addMonths(standing.since, -programme.windowMonths) < oldestKept(last, programme)
}
