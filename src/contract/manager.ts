/** The manager's door: who works where. Every change is written to `audit`. */
import * as v from 'valibot'
import { DAILY } from '../domain/checkin/check-in'
import { MOST_PLACE_POINTS, type PlaceEvent } from '../domain/checkin/event'
import { LONGEST_FIXED_ID, PLACE_CODES, type PlaceCodeKind } from '../domain/checkin/place-code'
import { GRANT_KINDS, type GrantKind } from '../domain/tiers/grant'
import { OfferShape, type PublishedView } from './catalogue'
import type { ReferralReviewView } from './referral-views'
import { RewardShape } from './reward-shape'
import { command, query } from './envelope'
import { CardNumber, Day, Id, Instant, PersonName, Phone, ShortId } from './shapes'

/** A transaction takes 40 writes. */
export const MOST_PUBLISHED = 18

const GrantId = v.pipe(Id, v.startsWith('grant:'))
/** The member reads it. */
const Reason = v.pipe(
  v.string(),
  v.trim(),
  v.minLength(2),
  v.maxLength(60),
  v.regex(/^[^\p{Cc}\p{Cs}\u202a-\u202e\u2066-\u2069]*$/u),
)

/** An instant and a member's id. */
const ReviewCursor = v.pipe(v.string(), v.regex(/^\d{14}:[0-9a-f]{24}$/))

/** A brand or a category of stores, by which coupons may be limited. */
const StoreSort = v.pipe(PersonName, v.minLength(1))

export const managerActions = {
  /** Makes the caller the first manager, by the one-time code of the installation. Works once. */
  'claim-installation': command(
    v.strictObject({ code: v.pipe(v.string(), v.maxLength(64)), name: PersonName }),
  ),
  'name-store': command(
    v.pipe(
      v.strictObject({
        storeId: ShortId,
        name: PersonName,
        brand: v.optional(StoreSort),
        category: v.optional(StoreSort),
        /** By which code of this store members check in; without: by none. */
        checkIn: v.optional(v.picklist(PLACE_CODES), 'off'),
      }),
      v.check(({ storeId, checkIn }) => checkIn !== 'fixed' || storeId.length <= LONGEST_FIXED_ID),
      v.check(({ storeId }) => storeId !== DAILY),
    ),
  ),
  /** Names an event, anew or under an id that there is: what has begun keeps its store, its first day and its points. */
  'name-event': command(
    v.pipe(
      v.strictObject({
        eventId: ShortId,
        name: v.pipe(PersonName, v.minLength(1)),
        storeId: ShortId,
        from: Day,
        until: Day,
        checkIn: v.picklist(['fixed', 'rotating']),
        placePoints: v.optional(
          v.pipe(v.number(), v.safeInteger(), v.minValue(1), v.maxValue(MOST_PLACE_POINTS)),
        ),
      }),
      v.check(({ eventId, checkIn }) => checkIn !== 'fixed' || eventId.length <= LONGEST_FIXED_ID),
    ),
  ),
  /** Gives a joined member a role in a store, or takes it away (`role: null`). */
  'name-staff': command(
    v.strictObject({
      phone: Phone,
      name: PersonName,
      storeId: ShortId,
      role: v.nullable(v.picklist(['assistant', 'manager'])),
    }),
  ),
  /** Names a till of a store; the answer holds the key with which it signs. */
  'name-till': command(v.strictObject({ tillId: ShortId, storeId: ShortId })),
  /** Gives a member a tier by hand; above the programme's limit it waits for a second manager. */
  'grant-tier': command(
    v.strictObject({
      cardNumber: CardNumber,
      tier: ShortId,
      kind: v.picklist(GRANT_KINDS),
      until: Day,
      reason: Reason,
    }),
  ),
  /** The second manager agrees. */
  'approve-grant': command(v.strictObject({ grantId: GrantId })),
  /** Withdraws a grant that waits, or takes back one that holds. */
  'revoke-grant': command(v.strictObject({ grantId: GrantId, reason: Reason })),
  /** What was given and what waits, newest first, 20 at a time. */
  grants: query(v.strictObject({ before: v.optional(Instant) })),
  /** Friends who wait until somebody has looked at them, longest first, 20 at a time. */
  'referral-reviews': query(v.strictObject({ after: v.optional(ReviewCursor) })),
  /** Lets a friend count, or refuses; what was refused stays refused. */
  'decide-referral': command(
    v.strictObject({ friendId: Id, decision: v.picklist(['allow', 'refuse']), reason: Reason }),
  ),
  /** Publishes offers and rewards, new ones or anew under the same id; what is not named stays. A stock is its total, with what was taken. */
  'publish-catalogue': command(
    v.pipe(
      v.strictObject({
        offers: v.optional(v.pipe(v.array(OfferShape), v.maxLength(MOST_PUBLISHED)), []),
        rewards: v.optional(v.pipe(v.array(RewardShape), v.maxLength(MOST_PUBLISHED)), []),
      }),
      v.check(({ offers, rewards }) => offers.length + rewards.length > 0),
    ),
  ),
} as const

export interface GrantView {
  readonly grantId: string
  readonly cardNumber: string
  readonly tierName: string
  readonly kind: GrantKind
  /** Its last day. */
  readonly until: string
  readonly reason: string
  readonly state: 'waiting' | 'given' | 'withdrawn' | 'taken-back'
  readonly at: number
  /** Name of who asked. */
  readonly by: string
  /** It waits, and somebody else asked for it. */
  readonly mayApprove: boolean
}

export interface ManagerOutputs {
  'claim-installation': { readonly name: string }
  'name-store': { readonly storeId: string; readonly name: string; readonly checkIn: PlaceCodeKind }
  'name-event': PlaceEvent & { readonly eventId: string; readonly storeName: string }
  'name-staff': {
    readonly name: string
    readonly storeId: string
    readonly role: 'assistant' | 'manager' | null
  }
  'name-till': { readonly tillId: string; readonly storeId: string; readonly key: string }
  'grant-tier': { readonly grantId: string; readonly state: GrantView['state'] }
  'approve-grant': { readonly grantId: string; readonly state: GrantView['state'] }
  'revoke-grant': { readonly grantId: string; readonly state: GrantView['state'] }
  grants: {
    readonly grants: readonly GrantView[]
    /** Sent as `before` for those that came earlier; null at the end. */
    readonly next: number | null
  }
  'referral-reviews': {
    readonly reviews: readonly ReferralReviewView[]
    /** Sent as `after` for those who came later; null at the end. */
    readonly next: string | null
  }
  'decide-referral': { readonly friendId: string; readonly state: 'allowed' | 'refused' }
  'publish-catalogue': PublishedView
}
