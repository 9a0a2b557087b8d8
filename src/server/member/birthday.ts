/** The birthday page. Calls: member by openid; programme and offers are warm. */
import type { BirthdayView } from '../../contract/birthday-views'
import { businessDayOf } from '../../domain/time/business-day'
import { lunarCalendar } from '../birthdays/lunar-library'
import { refuse, type Outcome } from '../run/outcome'
import type { Call } from '../run/serve'
import { members } from '../store/members'
import { allOffers } from '../store/offers'
import { programmeFor } from '../store/programme'
import { giftsOf, keptBirthdayView } from '../view/birthday'

export async function birthday(call: Call): Promise<Outcome<BirthdayView>> {
  const [programme, member, offers] = await Promise.all([
    programmeFor(call),
    members.first({ openid: call.openid }),
    allOffers(call.at),
  ])
  if (!member) return refuse('member.not-joined')
  const told = member.profile?.birthday ?? null
  const known = { programme, offers, today: businessDayOf(call.at) }
  const firstTier = programme.ladder.find((tier) => giftsOf(tier, offers).length > 0)
  return {
    data: {
      name: member.name,
      birthday: told && keptBirthdayView(member, told, await lunarCalendar(), call.language, known),
      giftsFromTier: firstTier?.name ?? null,
      serverNow: call.at,
    },
  }
}
