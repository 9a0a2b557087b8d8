/** Check-in: parts of the member's and the assistant's door. A code names the place; who comes and what it gives is the server's. */
import * as v from 'valibot'
import type { CheckInRules } from '../domain/checkin/check-in'
import { command, query } from './envelope'
import { NoInput, ShortId } from './shapes'

/** What was scanned, whatever it says: what it is worth is for the server to know. */
const PlaceCode = v.pipe(v.string(), v.minLength(1), v.maxLength(128))

export const memberCheckInActions = {
  /** Signs in, once a day. */
  'sign-in': command(NoInput),
  /** Is at a place, by the code that the place shows: once a day at each. */
  'check-in': command(v.strictObject({ code: PlaceCode })),
  /** The days of the last twelve months. */
  'sign-in-calendar': query(NoInput),
} as const

export const assistantCheckInActions = {
  /** What the own store shows to be scanned now: its own code, or that of an event which it hosts today. */
  'place-code': query(v.strictObject({ eventId: v.optional(ShortId) })),
} as const

export interface CheckedInView {
  /** All of it. */
  readonly points: number
  /** Part of it that the run of days added. */
  readonly extra: number
  /** Days in a row; null at a place. */
  readonly streak: number | null
  /** Name of the coupon that a long run of days brought. */
  readonly coupon?: string
  /** Null for a sign-in. */
  readonly storeName: string | null
  /** Of an event, beside the store that hosts it. */
  readonly eventName?: string
  /** What can be spent now. */
  readonly balance: number
  /** Name of the tier that it reached, where taking part counts for it. */
  readonly upgradedTo: string | null
}

/** Where a member stands with signing in. */
export interface TodayView {
  readonly done: boolean
  /** Days in a row up to today, or to yesterday while today is not done. */
  readonly streak: number
  /** Sign-ins to the next that gives more; today's is one of them while it is not done. */
  readonly toMore: number
  readonly rules: Pick<CheckInRules, 'dailyPoints' | 'streakEvery' | 'streakPoints'>
  /** Bits of the days of this week; the lowest is Monday. */
  readonly week: number
  /** Names of the campaigns that give more points today, in some store at least; absent: none does. */
  readonly campaigns?: readonly string[]
  /** The next gift of this run of days; absent: none is to come. */
  readonly gift?: StreakGiftView
}

export interface StreakGiftView {
  /** In a row, from the first of the run. */
  readonly days: number
  /** Sign-ins that are missing to it, today's too while it is not done. */
  readonly missing: number
  readonly points?: number
  /** Name of the coupon. */
  readonly coupon?: string
}

export interface CalendarView {
  /** Null where nobody signs in. */
  readonly today: TodayView | null
  /** For being at a place. */
  readonly placePoints: number
  /** Bits of the days by month, `YYYY-MM`; the lowest is the first. A month without is not there. */
  readonly months: Readonly<Record<string, number>>
  /** Nothing is older. */
  readonly firstMonth: string
  readonly serverNow: number
}

export interface ShownPlace {
  readonly storeName: string
  /** The event whose code it is; null: the store's own. */
  readonly event: { readonly id: string; readonly name: string } | null
  /** Codes that the store may show now: its own, unless it has none, and those of its events of today. */
  readonly choices: readonly { readonly eventId: string | null; readonly name: string }[]
}

/** What a store shows: a picture that hangs for good, or a text to be drawn anew every minute. */
export type PlaceCodeView = ShownPlace &
  (
    | {
        readonly kind: 'fixed'
        /** Base64 of a PNG or JPEG. */
        readonly picture: string
      }
    | {
        readonly kind: 'rotating'
        readonly code: string
        readonly renewAt: number
        readonly serverNow: number
        readonly periodSeconds: number
      }
  )

export interface MemberCheckInOutputs {
  'sign-in': CheckedInView
  'check-in': CheckedInView
  'sign-in-calendar': CalendarView
}

export interface AssistantCheckInOutputs {
  'place-code': PlaceCodeView
}
