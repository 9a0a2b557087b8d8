/** Tier, term, what keeps it and what every tier gives. One call: the member. */
import type { GrowthView } from '../../contract/points-and-growth'
import { businessDayOf } from '../../domain/time/business-day'
import { refuse, type Outcome } from '../run/outcome'
import type { Call } from '../run/serve'
import { members } from '../store/members'
import { programmeFor } from '../store/programme'
import { growthView } from '../view/growth'

export async function growth(call: Call): Promise<Outcome<GrowthView>> {
  const [programme, member] = await Promise.all([programmeFor(call), members.first({ openid: call.openid })])
  if (!member) return refuse('member.not-joined')
  return { data: { ...growthView(member, programme, businessDayOf(call.at)), serverNow: call.at } }
}
