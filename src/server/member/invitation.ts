/**
 * What an invitation says to who opens it, joined or not. Calls: the referrer by code, the caller, what the caller accepted,
 * at once; for somebody new who may accept it, what may be against it.
 */
import type { InvitationView } from '../../contract/referral-views'
import { businessDayOf } from '../../domain/time/business-day'
import { refuse, type Outcome } from '../run/outcome'
import type { Call } from '../run/serve'
import { members } from '../store/members'
import { programmeFor } from '../store/programme'
import { referralOfCaller, referrals } from '../store/referrals'
import { referralTerms } from '../view/referral'
import { whyNotBound } from './why-not-bound'

export async function invitation(call: Call, { code }: { code: string }): Promise<Outcome<InvitationView>> {
  const programme = await programmeFor(call)
  const rules = programme.referral
  if (!rules) return refuse('invitation.off')
  const [referrer, caller, accepted, terms] = await Promise.all([
    members.first({ 'inviter.code': code }),
    members.first({ openid: call.openid }),
    referrals.get(referralOfCaller(call.openid)),
    referralTerms(rules, call),
  ])
  if (!referrer) return refuse('invitation.unknown')
  const said = { from: referrer.name, mallName: programme.mallName, terms, serverNow: call.at }
  const is = (state: InvitationView['state']): Outcome<InvitationView> => ({ data: { ...said, state } })
  if (caller) return is(caller._id === referrer._id ? 'own' : 'member')
  if (accepted)
    return is(accepted.referrerId === referrer._id && accepted.state === 'accepted' ? 'yours' : 'other')
  const why = await whyNotBound(referrer, call.openid, rules, businessDayOf(call.at))
  return why ? { data: { ...said, state: 'refused', why } } : is('open')
}
