/** Counted benefits: what a member's document counts of a period is how many of its coupons are in state used. */
import type { MemberDocument } from '../../src/server/store/members'
import { groupedBy, type Ledger, type Report } from './ledger'

export function auditBenefits({ members, coupons }: Ledger, report: Report): void {
  const used = groupedBy(
    coupons.filter(({ from, state }) => from === 'benefit' && state === 'used'),
    ({ _id }) => _id.slice(0, _id.lastIndexOf(':')),
  )
  const memberOf = new Map(members.map((member) => [member._id, member]))
  for (const { _id, benefitsUsed = {} } of members)
    for (const [benefitId, { period, used: count }] of Object.entries(benefitsUsed)) {
      const has = used.get(`benefit:${_id}:${benefitId}:${period}`)?.length ?? 0
      if (count !== has) report('benefit.count', [_id, benefitId], `${period}: counts ${count}, has ${has}`)
    }
  for (const [name, group] of used) {
    const { memberId = '', source = '' } = group[0] ?? {}
    const period = name.slice(name.lastIndexOf(':') + 1)
    const member = memberOf.get(memberId)
    if (member?.benefitsUsed?.[source]?.period !== period && !isForgotten(member, source, period))
      report('benefit.count', [memberId, source], `${period}: counts nothing, has ${group.length}`)
  }
}

/** A closed account counts nothing; a period is not kept once another of the benefit began, or was over at a later use. */
function isForgotten(member: MemberDocument | undefined, source: string, period: string): boolean {
  if (member?.card?.state === 'closed') return true
  const own = member?.benefitsUsed?.[source]
  const days = Object.values(member?.benefitsUsed ?? {}).map(({ day }) => day)
  return (own && own.day >= period) || days.some((day) => day > period && !day.startsWith(period))
}
