/** The tier that a member holds on a day: every term that ended before is judged, however late the job is that writes it down. */
import type { Programme } from '../../domain/programme/programme'
import { earnedOn as earnedBy, heldOn, type Held } from '../../domain/tiers/grant'
import type { Standing } from '../../domain/tiers/standing'
import type { BusinessDay } from '../../domain/time/business-day'
import type { MemberDocument } from '../store/members'

export const standingOn = (member: MemberDocument, programme: Programme, today: BusinessDay): Held =>
  heldOn(programme, member.account, today)

/** The tier that the own spend earned, whatever the mall gave beside it. */
export const earnedOn = (member: MemberDocument, programme: Programme, today: BusinessDay): Standing =>
  earnedBy(programme, member.account, today)
