/** What doors show of invitations. Days as YYYY-MM-DD at UTC+8, instants in ms UTC, amounts in fen. */
import type { FriendState } from '../domain/referrals/friend'
import type { RefusalReason } from '../domain/referrals/refusals'
import type { Honour } from '../domain/referrals/rules'
import type { Worth } from '../domain/coupons/offer'

/** What both get, as the programme says it now. */
export interface ReferralTermsView {
  /** The coupon of a friend; null while the mall has published none. */
  readonly friendGets: { readonly name: string; readonly worth: Worth } | null
  readonly points: number
  readonly leastFirstPurchaseFen: number
}

/** How far a friend has come, as the referrer reads it. */
export interface FriendView {
  /** Of no use but to tell two friends apart. */
  readonly key: string
  /** Null once the friend has left. */
  readonly name: string | null
  /** `review`: somebody has to look first. */
  readonly state: FriendState | 'review'
  readonly joinedOn: string
  readonly boughtOn?: string
  /** When the points come, while the purchase stands. */
  readonly dueOn?: string
  readonly rewardedOn?: string
  readonly points?: number
  readonly why?: RefusalReason
}

export interface BoardRowView {
  readonly place: number
  /** The first letter of a name and stars. */
  readonly name: string
  readonly friends: number
  readonly isOwn: boolean
}

export interface BoardView {
  /** 1 for spring. */
  readonly quarter: number
  readonly endsOn: string
  readonly rows: readonly BoardRowView[]
  /** The own place, also below the rows; null off the board and without a rewarded friend. */
  readonly own: { readonly place: number; readonly friends: number; readonly missing: number } | null
  readonly isShown: boolean
}

export interface InviteView {
  /** Null until the member has begun to invite. */
  readonly code: string | null
  /** What friends read of who invites them. */
  readonly name: string | null
  readonly mallName: string
  readonly terms: ReferralTermsView
  /** Friends who accepted, joined, bought and brought points, ever; who is refused is counted as joined. */
  readonly figures: {
    readonly accepted: number
    readonly joined: number
    readonly bought: number
    readonly rewarded: number
  }
  /** Of this season. */
  readonly honour: {
    readonly held: Honour | null
    readonly next: { readonly honour: Honour; readonly needs: number; readonly missing: number } | null
    readonly friends: number
  }
  /** Of seasons that are over, newest first. */
  readonly certificates: readonly {
    readonly season: string
    readonly honour: Honour
    readonly friends: number
  }[]
  /** Those who came last, three at most. */
  readonly friends: readonly FriendView[]
  readonly board: BoardView
  readonly limits: { readonly perDay: number; readonly perSeason: number }
  readonly serverNow: number
}

export interface FriendsView {
  readonly friends: readonly FriendView[]
  /** Give it back as `after` for the next page; null at the end. */
  readonly next: string | null
  readonly serverNow: number
}

/** What somebody sees who opens an invitation. */
export interface InvitationView {
  /** Who invites, as the member is called; null without a name. */
  readonly from: string | null
  readonly mallName: string
  readonly terms: ReferralTermsView
  /** `own`: the caller's own; `yours`: accepted by the caller; `other`: another one was accepted before. */
  readonly state: 'open' | 'yours' | 'own' | 'member' | 'other' | 'over' | 'refused'
  readonly why?: RefusalReason
  readonly serverNow: number
}

/** What joining says of the invitation that was accepted. */
export interface JoinedByInvitationView {
  readonly from: string | null
  /** The coupon that came with it; null when there is none. */
  readonly coupon: string | null
  readonly why?: RefusalReason
}

export interface ReferralReviewView {
  /** Names the friend to `decide-referral`. */
  readonly friendId: string
  readonly friend: string
  readonly friendCard: string
  readonly referrer: string
  readonly referrerCard: string
  readonly joinedAt: number
  readonly hasBought: boolean
}
