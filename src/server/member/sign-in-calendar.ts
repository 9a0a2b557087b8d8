/** The days on which the member signed in, twelve months in one answer: they are a number each. One call, the member;
 * the offers of its gifts are warm. */
import type { CalendarView } from '../../contract/check-in'
import { giftOffers } from '../booking/gift-coupon'
import { refuse, type Outcome } from '../run/outcome'
import type { Call } from '../run/serve'
import { members } from '../store/members'
import { programmeInForce } from '../store/programme'
import { calendarView } from '../view/today'

export async function signInCalendar(call: Call): Promise<Outcome<CalendarView>> {
  const [programme, member] = await Promise.all([programmeInForce(), members.first({ openid: call.openid })])
  if (!member) return refuse('member.not-joined')
  const offers = await giftOffers(programme, call.at)
  return { data: calendarView(member, programme, offers, call) }
}
