/** What members do about invitations: a part of the member's door. */
import * as v from 'valibot'
import { command, query } from './envelope'
import type { FriendsView, InvitationView, InviteView } from './referral-views'
import { NoInput } from './shapes'

/** As a link and the scene of a mini-program code carry it. */
export const InviteCode = v.pipe(v.string(), v.regex(/^[a-z2-7]{10}$/))

/** What a phone keeps to be known again: 22 letters and digits of its own making. It names a phone, never a person. */
const Device = v.pipe(v.string(), v.regex(/^[0-9A-Za-z]{22}$/))

export const memberReferralActions = {
  /** The own invitations: figures, honour, board, the friends who came last. */
  invite: query(NoInput),
  /** Makes the code that the own invitations carry; who has one keeps it. */
  'start-inviting': command(v.strictObject({ device: Device })),
  /** The mini-program code of the own invitations, as a picture for the poster. */
  'invite-picture': query(NoInput),
  /** All friends, newest first, 20 at a time. */
  friends: query(v.strictObject({ after: v.optional(v.pipe(v.string(), v.regex(/^\d{14}:[0-9a-f]{24}$/))) })),
  /** What an invitation says, also to who has not joined. */
  invitation: query(v.strictObject({ code: InviteCode })),
  /** Accepts it before joining. The first one that was accepted counts. */
  'accept-invitation': command(v.strictObject({ code: InviteCode, device: Device })),
  /** Leaves the board of the season, or comes back to it. */
  'show-on-board': command(v.strictObject({ shown: v.boolean() })),
} as const

export interface MemberReferralOutputs {
  invite: InviteView
  'start-inviting': { readonly code: string }
  'invite-picture': { readonly picture: string }
  friends: FriendsView
  invitation: InvitationView
  'accept-invitation': { readonly acceptedAt: number }
  'show-on-board': { readonly shown: boolean }
}
