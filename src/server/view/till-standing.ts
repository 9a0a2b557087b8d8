/** How a member stands after a receipt, for the till to print. */
import type { TillStanding } from '../../contract/till'
import { pendingPoints, purseOn, spendable } from '../../domain/points/purse'
import { tierById, type Programme } from '../../domain/programme/programme'
import type { BusinessDay } from '../../domain/time/business-day'
import type { MemberDocument } from '../store/members'
import { standingOn } from './standing'

export function tillStanding(member: MemberDocument, programme: Programme, today: BusinessDay): TillStanding {
  const { purse } = member.account
  const { tierId } = standingOn(member, programme, today)
  return {
    points: spendable(purse, today),
    pending: pendingPoints(purse, today),
    debt: purseOn(purse, today).debt,
    tierId,
    tierName: tierById(programme, tierId).name,
  }
}
