/**
 * Invitations that were accepted before joining: `_id` names the friend by a fingerprint, so the first one that a person
 * accepts is the only one, for good. It names nobody, and stays when either of them leaves.
 */
import { personFingerprint } from '../run/secret'
import { collection } from './collection'
import { database } from './database'
import type { OperationRecord } from './operation-record'

export interface ReferralDocument extends OperationRecord {
  readonly _id: string
  readonly referrerId: string
  /** The referrer's fingerprint: who invited whom can be followed upwards. */
  readonly referrer: string
  readonly at: number
  readonly operationId: string
  /** Fingerprint of the phone on which it was accepted. */
  readonly device: string
  /** `joined` once the friend did, whatever came of the invitation. */
  readonly state: 'accepted' | 'joined'
}

export const referrals = collection<ReferralDocument>('referrals', [
  {
    name: 'referrer',
    fields: [
      ['referrerId', 1],
      ['at', -1],
    ],
  },
  { name: 'device', fields: [['device', 1]] },
])

export const referralOf = (person: string): string => `referral:${person}`
export const referralOfCaller = (openid: string): string => referralOf(personFingerprint(openid))

/** How many people accepted an invitation of this member. One call. */
export async function acceptedCount(referrerId: string): Promise<number> {
  const { list } = await database
    .collection(referrals.name)
    .aggregate()
    .match({ referrerId })
    .group({ _id: null, count: { $sum: 1 } })
    .end()
  return (list as { count: number }[])[0]?.count ?? 0
}
