/**
 * The points of a referrer, given for a friend whose first purchase stands and taken back when it does not any more.
 * Calls: the referrer; the roles of both, when points are to be given; the referrer, the entry, the notice.
 * Invariant: the friend's state, the referrer's purse and counts, and the entry move together; `entry:referral:<friend>` is
 * written once, and so is what corrects it.
 */
import { applyChange, changeOn, earning, takingBack, type PurseChange } from '../../domain/points/purse'
import { refused, rewarded, takenBack, type Invited } from '../../domain/referrals/friend'
import { withReward, withRewardTakenBack } from '../../domain/referrals/inviter'
import type { RefusalReason } from '../../domain/referrals/refusals'
import { addDays, addMonths, startOfDay, type BusinessDay } from '../../domain/time/business-day'
import type { Transaction } from '../store/collection'
import { entries, entryIdOf, referralBackOf, referralOfFriend, type EntryDocument } from '../store/entries'
import { members, ownerOf, type MemberDocument } from '../store/members'
import { addNotice } from '../store/notices'
import { listKey } from '../store/purchases'
import { staff } from '../store/staff'
import type { Writing } from './write-effect'

/** So long the news is worth sending. */
const TOLD_WITHIN_DAYS = 7

/** @param on the day on which the purchase stood for good. */
export async function rewardReferrer(
  { on }: { readonly on: BusinessDay },
  friend: MemberDocument,
  { programme, at, within }: Writing,
): Promise<MemberDocument> {
  const invited = invitedOf(friend)
  const referrer = await ownerOf(invited.by, within)
  const why = await whyNone(friend, referrer, within)
  if (why || !referrer?.inviter)
    return { ...friend, invited: refused(invited, why ?? 'referrer-gone') ?? invited }
  const { points = 0 } = invited
  const until = addMonths(on, programme.pointsLifeMonths)
  const change = changeOn(referrer.account.purse, on, (purse) => earning(purse, points, 'referral', until))
  const inviter = withReward(referrer.inviter, on, startOfDay(on))
  const told = await addNotice(
    {
      kind: 'referral-reward',
      cause: referralOfFriend(friend._id),
      figures: { points, friends: inviter.rewarded },
      at: startOfDay(on),
      until: addDays(on, TOLD_WITHIN_DAYS),
    },
    { ...afterChange(referrer, change), inviter },
    at,
    within,
  )
  await members.replace(told, within)
  const cause = referralOfFriend(friend._id)
  const entry = { rule: 'referral.reward', cause, corrects: null, on, change } as const
  await entries.insert(entryOf(referrer, entry, programme.version), within)
  return { ...friend, invited: rewarded(invited, on, until) }
}

/** Of a referrer who has left nothing is taken: the points are void already. */
export async function takeRewardBack(
  { on }: { readonly on: BusinessDay },
  friend: MemberDocument,
  { programme, at, within }: Writing,
): Promise<MemberDocument> {
  const invited = invitedOf(friend)
  const { points = 0, rewardedOn, pointsExpireOn } = invited
  const after = { ...friend, invited: takenBack(invited) }
  const referrer = await ownerOf(invited.by, within)
  if (!referrer?.inviter || !rewardedOn || !pointsExpireOn) return after
  const lot = { kind: 'referral', expiresOn: pointsExpireOn, points } as const
  const change = takingBack(referrer.account.purse, points, [lot], on)
  const inviter = withRewardTakenBack(referrer.inviter, rewardedOn)
  const told = await addNotice(
    {
      kind: 'referral-back',
      cause: referralBackOf(friend._id),
      figures: { points },
      at: startOfDay(on),
      until: addDays(on, TOLD_WITHIN_DAYS),
    },
    { ...afterChange(referrer, change), inviter },
    at,
    within,
  )
  await members.replace(told, within)
  const corrects = entryIdOf(referralOfFriend(friend._id))
  const entry = { rule: 'referral.back', cause: referralBackOf(friend._id), corrects, on, change } as const
  await entries.insert(entryOf(referrer, entry, programme.version), within)
  return after
}

const afterChange = (member: MemberDocument, change: PurseChange): MemberDocument => ({
  ...member,
  account: { ...member.account, purse: applyChange(member.account.purse, change) },
})

/** Who came to work here since earns nothing by inviting or by having been invited. */
async function whyNone(
  friend: MemberDocument,
  referrer: MemberDocument | null,
  within: Transaction,
): Promise<RefusalReason | null> {
  if (!referrer) return 'referrer-gone'
  for (const { openid } of [referrer, friend]) if ((await staff.get(openid, within))?.active) return 'staff'
  return null
}

function invitedOf({ _id, invited }: MemberDocument): Invited {
  if (!invited) throw new Error(`${_id} was not invited`)
  return invited
}

const entryOf = (
  { _id: memberId }: MemberDocument,
  {
    on,
    cause,
    ...entry
  }: Pick<EntryDocument, 'rule' | 'cause' | 'change' | 'corrects'> & { on: BusinessDay },
  programmeVersion: number,
): EntryDocument => ({
  ...entry,
  _id: entryIdOf(cause),
  memberId,
  at: startOfDay(on),
  day: on,
  programmeVersion,
  cause,
  earning: null,
  listKey: listKey(startOfDay(on), cause),
})
