/** Writes a tier that is given or taken back: the account, and the line that its owner reads. One call: the member. */
import type { ErrorCode } from '../../contract/errors'
import type { Programme } from '../../domain/programme/programme'
import {
  grantRefusal,
  withGrant,
  withoutGrant,
  type GrantRefusal,
  type GrantWish,
} from '../../domain/tiers/grant'
import { reviewedTierLog, tierLogAfter, withChange } from '../../domain/tiers/tier-log'
import type { BusinessDay } from '../../domain/time/business-day'
import { refuse, type Refused } from '../run/outcome'
import type { Transaction } from '../store/collection'
import type { GrantDocument } from '../store/grants'
import { members, type MemberDocument } from '../store/members'
import { standingOn } from '../view/standing'

const CODES: Record<GrantRefusal, ErrorCode> = {
  'tier-unknown': 'grant.tier-unknown',
  'until-out-of-range': 'grant.until-out-of-range',
  'in-force': 'grant.in-force',
  'not-higher': 'grant.not-higher',
}

/** Why this tier cannot be given to this member today; null when it can. */
export function refusalOf(
  member: MemberDocument,
  wish: GrantWish,
  programme: Programme,
  today: BusinessDay,
): Refused | null {
  const refused = grantRefusal(programme, member.account, wish, today)
  return refused && refuse(CODES[refused], { longestMonths: programme.grants.longestMonths })
}

export async function giveTier(
  member: MemberDocument,
  grant: GrantDocument,
  programme: Programme,
  today: BusinessDay,
  within: Transaction,
): Promise<void> {
  const { _id: id, kind, tierId, until, reason } = grant
  const account = withGrant(programme, member.account, { id, kind, tierId, until }, today)
  const tierLog = withChange(reviewedTierLog(member, programme, today), {
    day: today,
    from: standingOn(member, programme, today).tierId,
    to: tierId,
    because: 'grant',
    cause: id,
    storeName: null,
    grant: { kind, until, reason },
  })
  await members.replace({ ...member, account, tierLog }, within)
}

export async function takeTierBack(
  member: MemberDocument,
  grant: GrantDocument,
  reason: string,
  programme: Programme,
  today: BusinessDay,
  within: Transaction,
): Promise<void> {
  const account = withoutGrant(programme, member.account, today)
  const { _id: cause, kind, until } = grant
  const tierLog = tierLogAfter(member, account, programme, today, {
    because: 'grant-taken-back',
    cause,
    storeName: null,
    grant: { kind, until, reason },
  })
  await members.replace({ ...member, account, tierLog }, within)
}
