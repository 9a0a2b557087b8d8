/** Tiers given by hand: each is borne out by its record, and above the limit by a second person. */
import type { MemberFile, Report } from './ledger'

export function auditGrants({ member, grants }: MemberFile, report: Report): void {
  const byId = new Map(grants.map((grant) => [grant._id, grant]))
  const holds = member.account.grant
  if (holds) {
    const found = byId.get(holds.id)
    if (!found) report('grant.record', [member._id, holds.id], 'a tier is given of which nothing is recorded')
    else if (found.state !== 'given' || found.kind !== holds.kind || found.until !== holds.until)
      report(
        'grant.record',
        [member._id, holds.id],
        `${holds.kind} until ${holds.until}, the record says ${found.kind} until ${found.until}, ${found.state}`,
      )
    // To its day it gives what was granted; the levels below come after.
    else if (holds.gives.termEndsOn === holds.until && holds.gives.tierId !== found.tierId)
      report('grant.tier', [member._id, holds.id], `gives ${holds.gives.tierId}, granted was ${found.tierId}`)
  }
  for (const { _id, by, needsSecond, approvedBy, state } of grants)
    if (state !== 'waiting' && state !== 'withdrawn' && needsSecond && (!approvedBy || approvedBy === by))
      report('grant.second', [_id], 'was given without a second person')
  for (const { because, cause } of member.tierLog ?? [])
    if (because.startsWith('grant') && !byId.has(cause ?? ''))
      report(
        'grant.log',
        [member._id, cause ?? 'no grant'],
        'the log of tiers names a grant that is not there',
      )
}
