/** What a kind of event is: which days of a member it knows, and what such a day brings. How to add one: `time-work.ts`. */
import type { BirthdayGift } from '../birthdays/birthday-gift'
import type { LunarCalendar } from '../birthdays/lunar-calendar'
import type { Offer } from '../coupons/offer'
import type { CouponEnds } from '../coupons/ends'
import type { Account } from '../members/account'
import type { Birthday } from '../members/birthday'
import type { CardState } from '../members/card-life'
import type { MessagePurse } from '../messages/gate'
import type { Programme } from '../programme/programme'
import type { TierChange } from '../tiers/tier-log'
import type { Invited } from '../referrals/friend'
import type { Inviter } from '../referrals/inviter'
import type { BusinessDay } from '../time/business-day'
import type { Effect } from './effect'
import type { PointsNamed } from './points-reminders'

/** The part of a member's document that time reads and moves. */
export interface TimedMember {
  readonly _id: string
  readonly openedAt: number
  /** Null while nobody has claimed the account: time works on it, and tells nobody. */
  readonly joinedAt: number | null
  readonly account: Account
  readonly tierLog?: readonly TierChange[]
  /** The day of the last gift for a tier that was reached. */
  readonly upgradeGifts?: Readonly<Record<string, BusinessDay>>
  readonly card?: { readonly state: CardState; readonly since: number }
  readonly merged?: { readonly into: string; readonly at: number }
  readonly profile?: { readonly birthday: Birthday | null; readonly birthdaySetOn: BusinessDay | null }
  /** Last days of coupons that are still to be told. */
  readonly couponEnds?: CouponEnds
  /** What reminders of points have named. */
  readonly pointsNamed?: PointsNamed
  readonly birthdayOn?: BusinessDay
  readonly birthdayGift?: BirthdayGift
  readonly anniversaryOn?: BusinessDay
  /** The last day of which time's work was done; absent: the day on which the account was opened. */
  readonly timeDoneOn?: BusinessDay
  readonly invited?: Invited
  readonly inviter?: Inviter
  readonly messages?: MessagePurse
}

export interface TimeContext {
  readonly programme: Programme
  /** The instant of the run: for what happens now, never for what the day decides. */
  readonly at: number
  readonly calendar: LunarCalendar
  /** Offers of which the programme gives coupons. */
  readonly giftOffers: readonly Offer[]
}

export interface DayDone {
  /** Parts of the document as they are after it. */
  readonly changes?: Partial<Omit<TimedMember, '_id' | 'profile'>>
  readonly effects: readonly Effect[]
}

export interface TimeKind {
  /**
   * The first day after `after` on which it has something to do; null when none. What stands in the document until it is
   * done may name an earlier day too.
   */
  next(member: TimedMember, after: BusinessDay): BusinessDay | null
  on(member: TimedMember, day: BusinessDay, context: TimeContext): DayDone
  /** Done for an account that was closed, too: what others gained by it. */
  readonly afterClosing?: true
}
