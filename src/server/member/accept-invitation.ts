/**
 * Somebody who has not joined accepts an invitation; joining binds them. Calls: the referrer by code and the caller at once,
 * start, what was accepted before, the referrer, what may be against it, the acceptance, commit.
 * Invariant: the first invitation that a person accepts is the only one: its id names the person.
 */
import type { MemberOutputs } from '../../contract/member'
import type { ErrorCode } from '../../contract/errors'
import type { RefusalReason } from '../../domain/referrals/refusals'
import { businessDayOf } from '../../domain/time/business-day'
import { command, TryAgain } from '../run/command'
import { refuse, type Outcome } from '../run/outcome'
import { fingerprint, personFingerprint } from '../run/secret'
import type { Call } from '../run/serve'
import { members } from '../store/members'
import { programmeInForce } from '../store/programme'
import { referralOfCaller, referrals } from '../store/referrals'
import { whyNotBound } from './why-not-bound'

/** Those that are found later have no code: who joins is told by the answer of joining. */
const CODES: Readonly<Record<RefusalReason, ErrorCode>> = {
  'referrer-gone': 'invitation.over',
  self: 'invitation.own',
  'member-already': 'invitation.member',
  'phone-known': 'invitation.member',
  staff: 'invitation.staff',
  loop: 'invitation.loop',
  'same-device': 'invitation.same-device',
  'limit-today': 'invitation.limit-today',
  'limit-season': 'invitation.limit-season',
  'friend-gone': 'invitation.over',
  reviewed: 'invitation.over',
}

export async function acceptInvitation(
  call: Call,
  input: { code: string; device: string },
): Promise<Outcome<MemberOutputs['accept-invitation']>> {
  const { openid, at, inputHash, operationId } = call
  const rules = (await programmeInForce()).referral
  if (!rules) return refuse('invitation.off')
  const _id = referralOfCaller(openid)
  const device = fingerprint(input.device)
  return command(
    { inputHash, find: () => acceptedBy(_id, operationId) },
    async (within, [known, caller]) => {
      if (!known) return refuse('invitation.unknown')
      if (caller) return refuse(caller._id === known._id ? 'invitation.own' : 'invitation.member')
      const before = await referrals.get(_id, within)
      const referrer = await members.get(known._id, within)
      if (!referrer) throw new Error(`${known._id} is gone`)
      if (referrer.inviter && referrer.inviter.code !== input.code) throw new TryAgain()
      const data = { acceptedAt: at }
      if (before?.state === 'accepted' && before.referrerId === referrer._id)
        return { data: { acceptedAt: before.at } }
      if (before) return refuse('invitation.other')
      const why = await whyNotBound(referrer, openid, rules, businessDayOf(at), device, within)
      if (why) return refuse(CODES[why])
      await referrals.insert(
        {
          _id,
          referrerId: referrer._id,
          referrer: personFingerprint(referrer.openid),
          at,
          operationId,
          device,
          state: 'accepted',
          inputHash,
          answer: data,
        },
        within,
      )
      return { data }
    },
    () => Promise.all([members.first({ 'inviter.code': input.code }), members.first({ openid })]),
  )
}

/** What this command left; another one of the same person is looked at anew. */
async function acceptedBy(_id: string, operationId: string) {
  const referral = await referrals.get(_id)
  return referral?.operationId === operationId ? referral : null
}
