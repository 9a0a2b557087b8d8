/**
 * What is against binding a caller who has not joined to a referrer, as far as it is known before the phone is. Calls: the
 * referrer's role, each step up the line of who invited whom, the friends of the same phone when it is known.
 */
import { figuresOf, joinedOn } from '../../domain/referrals/inviter'
import { refusalOf, type RefusalReason } from '../../domain/referrals/refusals'
import type { ReferralRules } from '../../domain/referrals/rules'
import { seasonOf } from '../../domain/referrals/season'
import type { BusinessDay } from '../../domain/time/business-day'
import { personFingerprint } from '../run/secret'
import type { Transaction } from '../store/collection'
import type { MemberDocument } from '../store/members'
import { referralOf, referrals } from '../store/referrals'
import { staff } from '../store/staff'

/** So far up a loop is looked for; a longer one would have cost as many purchases that stood. */
const LONGEST_LINE = 6

/** @param device fingerprint of the caller's phone; undefined while it was not told. */
export async function whyNotBound(
  referrer: MemberDocument,
  openid: string,
  rules: ReferralRules,
  today: BusinessDay,
  device?: string,
  within?: Transaction,
): Promise<RefusalReason | null> {
  const { inviter } = referrer
  if (!inviter) return 'referrer-gone'
  const works = await staff.get(referrer.openid, within)
  const isLoop = await standsAbove(personFingerprint(openid), referrer, within)
  const sameDevice =
    device !== undefined && (inviter.device === device || (await isDeviceOfFriend(device, referrer._id)))
  return refusalOf(
    {
      referrerGone: false,
      isSelf: false,
      isMember: false,
      phoneKnown: false,
      isStaff: works?.active === true,
      isLoop,
      sameDevice,
      joinedToday: joinedOn(inviter, today),
      joinedInSeason: figuresOf(inviter, seasonOf(today)).joined,
    },
    rules,
  )
}

/** Whether this person invited the referrer, or whoever invited the referrer, and so on. */
async function standsAbove(person: string, referrer: MemberDocument, within?: Transaction): Promise<boolean> {
  let below = personFingerprint(referrer.openid)
  for (let step = 1; step <= LONGEST_LINE; step += 1) {
    const bound = await referrals.get(referralOf(below), within)
    if (!bound) return false
    if (bound.referrer === person) return true
    below = bound.referrer
  }
  return false
}

/** A phone on which another friend of this referrer accepted before. Outside of the transaction, which cannot ask that. */
const isDeviceOfFriend = async (device: string, referrerId: string): Promise<boolean> =>
  (await referrals.first({ device, referrerId })) !== null
