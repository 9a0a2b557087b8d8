/**
 * Becoming a member: the phone number is proved by WeChat's button; an unclaimed account of that phone is taken over.
 * Who accepted an invitation is bound to the referrer in the same
 * transaction. Invariant: one openid, one account; one phone, one account.
 */
import type { JoinView } from '../../contract/member'
import { anniversaryInMind } from '../../domain/time-work/anniversary'
import { businessDayOf } from '../../domain/time/business-day'
import { bindFriend } from '../booking/bind-friend'
import { openAccount } from '../booking/open-account'
import { backOff } from '../run/chance'
import { command } from '../run/command'
import { refuse, type Outcome } from '../run/outcome'
import { phoneFingerprint } from '../run/secret'
import type { Call } from '../run/serve'
import { withCoupons } from '../store/coupons'
import { isClaimed, members, type MemberDocument } from '../store/members'
import { phoneNumberOf } from '../store/phone-numbers'
import { programmeFor } from '../store/programme'
import { cardView } from '../view/card'
import { friendOffer, invitedView } from '../view/referral'

export async function join(
  call: Call,
  input: { phoneCode: string; name: string },
): Promise<Outcome<JoinView>> {
  const programme = await programmeFor(call)
  const view = (member: MemberDocument): JoinView => ({
    card: cardView(member, programme, businessDayOf(call.at)),
    tookOver: member.join?.tookOver ?? false,
  })
  const rules = programme.referral
  const offer = rules ? await friendOffer(rules, call.at) : null
  const viewAgain = async (member: MemberDocument): Promise<JoinView> => {
    const invited = await invitedView(member, offer, call)
    return { ...view(member), ...(invited && { invited }) }
  }
  const known = await members.first({ openid: call.openid })
  if (known) return joinedBefore(known, call, viewAgain)
  const phone = await phoneNumberOf(input.phoneCode)
  if (!phone) {
    const joined = await joinedMeanwhile(call.openid)
    return joined ? joinedBefore(joined, call, viewAgain) : refuse('phone.not-proved')
  }
  return command(
    { inputHash: call.inputHash, find: () => earlierJoin(call, viewAgain) },
    async (within, waiting) => {
      const account = waiting && (await members.get(waiting._id, within))
      if (account && isClaimed(account)) return refuse('phone.taken')
      const member: MemberDocument = {
        ...(account ?? (await openAccount({ phone }, programme, call.at, within))),
        openid: call.openid,
        phoneTail: phone.slice(-4),
        name: input.name,
        joinedAt: call.at,
        ...anniversaryInMind({ joinedAt: call.at }, programme, businessDayOf(call.at)),
        join: { operationId: call.operationId, inputHash: call.inputHash, tookOver: account !== null },
      }
      const binding = rules && { rules, offer, takenOver: account }
      const bound = binding && (await bindFriend(member, binding, call, within))
      const untils = bound?.couponUntil ? [bound.couponUntil] : []
      const joined = withCoupons(bound ? { ...member, invited: bound.invited } : member, untils, call.at)
      await (account ? members.replace(joined, within) : members.insert(joined, within))
      return { data: { ...view(joined), ...(bound && { invited: bound.view }) } }
    },
    () => members.first({ phoneHash: phoneFingerprint(phone) }),
  )
}

/** A member who joins again is answered with the card; the phone code is not asked again, since it works only once. */
async function joinedBefore(
  member: MemberDocument,
  call: Call,
  view: (member: MemberDocument) => Promise<JoinView>,
): Promise<Outcome<JoinView>> {
  const same = member.join?.operationId === call.operationId
  if (same && member.join?.inputHash !== call.inputHash) return refuse('operation.mismatch')
  return { data: await view(member), replayed: true }
}

const MOST_LOOKS = 5

/** A phone code works once: when the same tap was sent twice, the other one may have used it and be about to commit. */
async function joinedMeanwhile(openid: string): Promise<MemberDocument | null> {
  for (let look = 1; look <= MOST_LOOKS; look += 1) {
    if (look > 1) await backOff(look + 1)
    const member = await members.first({ openid })
    if (member) return member
  }
  return null
}

/** Two joins of one person with different operation ids are no mismatch: the later one gets the card. */
async function earlierJoin(call: Call, view: (member: MemberDocument) => Promise<JoinView>) {
  const member = await members.first({ openid: call.openid })
  if (!member?.join) return null
  const same = member.join.operationId === call.operationId
  return { inputHash: same ? member.join.inputHash : call.inputHash, answer: await view(member) }
}
