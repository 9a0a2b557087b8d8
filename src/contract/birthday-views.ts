/** What the member's door shows of a birthday: its day by both calendars, its days of more points, its gift of choice. */
import type { Birthday } from '../domain/members/birthday'
import type { Worth } from '../domain/coupons/offer'

/** What the card page needs for its strip; null while no birthday is near. */
export interface BirthdayStripView {
  /** The day on which it is kept: to come, or over for a few days. */
  readonly on: string
  /** How many gifts there are to choose from; 0 for tiers without. */
  readonly gifts: number
  /** One of them is in the wallet. */
  readonly chosen: boolean
}

/** A birthday by one calendar. */
export interface BirthdayFormView {
  /** As `save-profile` takes it. */
  readonly birthday: Birthday
  /** The day on which it is, or would be, kept. */
  readonly on: string
}

export interface BirthdayGiftView {
  readonly offerId: string
  readonly name: string
  readonly advice: string
  readonly worth: Worth
}

export interface BirthdayGiftsView {
  readonly options: readonly BirthdayGiftView[]
  /** The first and the last day on which one is chosen. */
  readonly from: string
  readonly until: string
  /** What was chosen; null while nothing was. */
  readonly chosen: {
    readonly offerId: string
    readonly couponId: string
    readonly name: string
  } | null
  /** The year of age had its gift before the birthday was changed: the next one comes with the next birthday. */
  readonly hadBefore: boolean
}

export interface KeptBirthdayView {
  readonly calendar: Birthday['calendar']
  /** The day that is to come, or that is over while something of it is still open. */
  readonly on: string
  /** Negative once it is over. */
  readonly inDays: number
  /** The same birthday by the other calendar is known only with its year; null without. */
  readonly solar: BirthdayFormView | null
  readonly lunar: BirthdayFormView | null
  /** The first day on which it may change; null when it may today. */
  readonly changeableFrom: string | null
  /** The days on which points are more; null where the programme has none. */
  readonly bonus: {
    /** In hundredths, of the tier and with what is added to it: 150 and 250. */
    readonly rate: number
    readonly withBonus: number
    readonly from: string
    readonly until: string
  } | null
  /** Null for a tier without. */
  readonly gifts: BirthdayGiftsView | null
}

export interface BirthdayView {
  readonly name: string | null
  /** Null while no birthday is told. */
  readonly birthday: KeptBirthdayView | null
  /** Name of the lowest tier with a gift of choice; null where no tier has one. */
  readonly giftsFromTier: string | null
  readonly serverNow: number
}

export interface ChosenGiftView {
  readonly couponId: string
  readonly offerId: string
  readonly validFrom: string
  readonly validUntil: string
}
