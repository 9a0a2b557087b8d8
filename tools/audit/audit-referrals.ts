/**
 * Invitations: points that referrers got are those of friends whose first purchase stands, each given once and taken back
 * once; what a referrer's document counts, its friends bear out.
 */
import { afterBringingBack, type Invited } from '../../src/domain/referrals/friend'
import {
  entryIdOf,
  referralBackOf,
  referralOfFriend,
  type EntryDocument,
} from '../../src/server/store/entries'
import type { MemberDocument } from '../../src/server/store/members'
import { groupedBy, ownersOf, type Ledger, type Report } from './ledger'

type Friend = MemberDocument & { readonly invited: Invited }
const WAS_REWARDED: readonly Invited['state'][] = ['rewarded', 'taking-back', 'taken-back']

/** Whether the entry is of a friend: given for one, or taken back. */
export const isOfReferral = ({ rule, cause }: EntryDocument): boolean =>
  (rule === 'referral.reward' && cause.startsWith(referralOfFriend(''))) ||
  (rule === 'referral.back' && cause.startsWith(referralBackOf('')))

export function auditReferrals(ledger: Ledger, report: Report): void {
  const friends = ledger.members.filter((member): member is Friend => member.invited !== undefined)
  const ownerOf = ownersOf(ledger)
  const entryOf = new Map(ledger.entries.filter(isOfReferral).map((entry) => [entry._id, entry]))
  const memberOf = new Map(ledger.members.map((member) => [member._id, member]))
  for (const friend of friends) {
    const referrer = memberOf.get(ownerOf(friend.invited.by))
    if (!referrer) report('referral.referrer', [friend._id], 'was invited by nobody')
    else auditPoints(friend, referrer, entryOf, report)
    auditPurchase(friend, ledger, report)
  }
  const known = new Set(
    friends.flatMap(({ _id }) => [referralOfFriend(_id), referralBackOf(_id)].map(entryIdOf)),
  )
  for (const { _id } of entryOf.values())
    if (!known.has(_id)) report('referral.friend', [_id], 'is for somebody who was not invited')
  auditCounts(ledger.members, friends, ownerOf, report)
}

function auditPoints(
  { _id, invited }: Friend,
  referrer: MemberDocument,
  entryOf: ReadonlyMap<string, EntryDocument>,
  report: Report,
): void {
  const given = entryOf.get(entryIdOf(referralOfFriend(_id)))
  const back = entryOf.get(entryIdOf(referralBackOf(_id)))
  if ((given !== undefined) !== WAS_REWARDED.includes(invited.state))
    return report('referral.reward', [_id], `is ${invited.state}, and there is ${given ? 'an' : 'no'} entry`)
  if (given && (given.memberId !== referrer._id || given.change.points !== invited.points))
    report('referral.points', [_id, given._id], `gives ${given.change.points} to ${given.memberId}`)
  // Who left has no points any more, so nothing is taken back.
  const isLeft = referrer.card?.state === 'closed'
  if (back ? invited.state !== 'taken-back' : invited.state === 'taken-back' && !isLeft)
    report(
      'referral.back',
      [_id],
      `is ${invited.state}, and there is ${back ? 'an' : 'no'} entry that takes back`,
    )
  if (back && (back.change.points !== invited.points || back.corrects !== given?._id))
    report('referral.back', [_id, back._id], 'the entry says otherwise')
}

/** A friend counts with a purchase that stands, and only with that. */
function auditPurchase({ _id, invited }: Friend, { purchases }: Ledger, report: Report): void {
  if (invited.state !== 'bought' && invited.state !== 'rewarded') return
  // It came back when the points were due, and time has not given them yet.
  if (invited.backOn) return
  const purchase = purchases.find((each) => each._id === invited.purchaseId)
  if (!purchase) return report('referral.purchase', [_id], 'counts with a purchase that is not there')
  if (afterBringingBack(invited, purchase._id, purchase, purchase.day) !== invited)
    report('referral.purchase', [_id, purchase._id], `is ${invited.state}, and its purchase came back`)
}

function auditCounts(
  members: readonly MemberDocument[],
  friends: readonly Friend[],
  ownerOf: (memberId: string) => string,
  report: Report,
): void {
  const counted = groupedBy(
    friends.filter(({ invited }) => invited.state === 'rewarded' || invited.state === 'taking-back'),
    ({ invited }) => ownerOf(invited.by),
  )
  for (const { _id, inviter } of members) {
    const has = counted.get(_id)?.length ?? 0
    if (inviter && inviter.rewarded !== has)
      report('referral.count', [_id], `counts ${inviter.rewarded} friends, has ${has}`)
  }
}
