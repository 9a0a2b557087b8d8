/** The member's own page in one answer. One call: the member. */
import type { MeView } from '../../contract/member'
import { changeableFrom } from '../../domain/members/birthday'
import { isGiven, isNeeded, POLICY_VERSION, PURPOSES } from '../../domain/members/consent'
import { businessDayOf } from '../../domain/time/business-day'
import { refuse, type Outcome } from '../run/outcome'
import type { Call } from '../run/serve'
import { cardStateOf, members, NO_PROFILE } from '../store/members'
import { messagesOf } from '../store/notices'
import { programmeFor } from '../store/programme'
import { cardView, phoneTail } from '../view/card'

export async function me(call: Call): Promise<Outcome<MeView>> {
  const [programme, member] = await Promise.all([programmeFor(call), members.first({ openid: call.openid })])
  if (!member) return refuse('member.not-joined')
  const today = businessDayOf(call.at)
  const { salutation, birthday, birthdaySetOn, tags } = member.profile ?? NO_PROFILE
  const consents = member.consents ?? {}
  return {
    data: {
      card: cardView(member, programme, today),
      avatar: member.avatar ?? null,
      phoneTail: phoneTail(member),
      salutation,
      birthday,
      birthdayChangeableFrom: changeableFrom(birthdaySetOn, today),
      tags,
      consents: PURPOSES.map((purpose) => ({
        purpose,
        given: isGiven(consents, purpose),
        needed: isNeeded(purpose),
        at: consents[purpose]?.at ?? null,
      })),
      policyVersion: POLICY_VERSION,
      frozenSince: cardStateOf(member) === 'frozen' ? (member.card?.since ?? null) : null,
      unread: messagesOf(member).unread,
      mallName: programme.mallName,
      serverNow: call.at,
    },
  }
}
