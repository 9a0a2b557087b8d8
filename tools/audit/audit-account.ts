/** Spend, visits and tier of a member, as far as purchases and refunds bear them out. */
import { rankOf, tierAtRank, type Programme } from '../../src/domain/programme/programme'
import { tierForSpend } from '../../src/domain/tiers/ladder'
import { windowSpend, type SpendByDay } from '../../src/domain/tiers/spend-by-day'
import { addMonths, businessDayOf, type BusinessDay } from '../../src/domain/time/business-day'
import { type MemberFile, type Report } from './ledger'

/** Months of spend that an account keeps beyond the window, and must have. */
const MONTHS_KEPT_LONGER = 3

export function auditAccount(file: MemberFile, programme: Programme, report: Report): void {
  auditSpend(file, programme, report)
  auditVisits(file, report)
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
  const oldest = lastDay ? addMonths(lastDay, -(programme.windowMonths + MONTHS_KEPT_LONGER)) : ''
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

/** A refund after the return window leaves the tier, so the bound is what was bought, not what was kept. */
function auditTier({ member, purchases }: MemberFile, programme: Programme, report: Report): void {
  const { tierId, since, termEndsOn } = member.account.standing
  if (!programme.ladder.some((tier) => tier.id === tierId))
    return report('account.tier', [member._id], `holds ${tierId}, which the programme does not have`)
  if (termEndsOn !== addMonths(since, programme.termMonths))
    report('account.term', [member._id], `a term from ${since} does not end on ${termEndsOn}`)
  const rank = rankOf(programme, tierId)
  if (rank === 0) return
  const bought: Record<string, number> = {}
  for (const { day, qualifyingFen } of purchases) bought[day] = (bought[day] ?? 0) + qualifyingFen
  const spends = Object.keys(bought).map((day) =>
    windowSpend(bought as unknown as SpendByDay, day as BusinessDay, programme.windowMonths),
  )
  const most = spends.reduce((a, b) => (b > a ? b : a), 0 as (typeof spends)[number])
  const reachable = rankOf(programme, tierForSpend(programme.ladder, most).id)
  if (rank > reachable)
    report(
      'account.tier',
      [member._id],
      `holds ${tierId}; never spent more than ${most} in a window: ${tierAtRank(programme, reachable).id}`,
    )
}
