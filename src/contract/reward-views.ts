/** What doors show of rewards and exchanges. Amounts in fen, instants in ms UTC, days as YYYY-MM-DD at UTC+8. */
import type { ExchangeState } from '../domain/rewards/exchange'
import type { RewardState, RewardWay } from '../domain/rewards/reward'

export interface RewardView {
  readonly rewardId: string
  readonly name: string
  readonly storeName: string
  /** Names a picture of the house. */
  readonly picture: string
  readonly category: string
  readonly points: number
  /** What it cost before; set with `special`. */
  readonly wasPoints: number | null
  /** To be paid beside the points. */
  readonly priceFen: number
  /** Null: as many as are asked for. */
  readonly left: number | null
  readonly state: RewardState
  /** Points that are missing; with the state `short`. */
  readonly short?: number
  /** The lowest tier that may take it, where the own one may not. */
  readonly tierName?: string
  /** What is still to be spent to reach that tier. */
  readonly gapFen?: number
  /** From when everybody may take it; with the state `soon` and in a pre-sale. */
  readonly startsAt?: number
  /** Null: it stays. */
  readonly endsAt: number | null
  /** In the zone of special prices. */
  readonly special: boolean
  /** Open to higher tiers before it opens to all. */
  readonly presale: boolean
}

export interface MallView {
  /** What can be spent. */
  readonly points: number
  readonly debt: number
  /** Special prices first. */
  readonly rewards: readonly RewardView[]
  /** Every shelf, in the order of what stands on it. */
  readonly categories: readonly string[]
  /** Give it back as `after` for the next page; null at the end. */
  readonly next: string | null
  readonly serverNow: number
}

export interface RewardDetailView extends RewardView {
  readonly advice: string
  /** Empty for a coupon: it goes into the wallet at once. */
  readonly ways: readonly RewardWay[]
  /** Days through which it waits to be fetched. */
  readonly holdDays: number
  /** Null: as many as are wanted. */
  readonly perMember: number | null
  /** How many the member has of it. */
  readonly exchanged: number
  /** What can be spent. */
  readonly memberPoints: number
  readonly serverNow: number
}

/** Where a thing is sent. */
export interface AddressView {
  readonly name: string
  readonly phone: string
  readonly text: string
}

export interface ExchangeView {
  readonly exchangeId: string
  readonly rewardId: string
  readonly rewardName: string
  readonly picture: string
  readonly storeName: string
  readonly points: number
  readonly priceFen: number
  readonly state: ExchangeState
  /** When it was exchanged. */
  readonly at: number
  /** Null for a coupon. */
  readonly way: RewardWay | null
  /** The last day to fetch it; null where nothing waits. */
  readonly holdUntil: string | null
  /** The instant until which it can be paid; while unpaid. */
  readonly payUntil?: number
  readonly address?: AddressView
  readonly carrier?: string
  readonly tracking?: string
  /** The coupon that it became. */
  readonly couponId?: string
  /** When it was handed over, sent or ended. */
  readonly since?: number
  /** The day on which the points came back. */
  readonly pointsBackOn?: string
  /** What became of the money once the exchange ended. */
  readonly moneyBack?: 'under-way' | 'done'
}

export interface ExchangesView {
  /** Newest first. */
  readonly exchanges: readonly ExchangeView[]
  /** Give it back as `after` for the next page; null at the end. */
  readonly next: string | null
  readonly serverNow: number
}

export interface ExchangedView {
  readonly exchange: ExchangeView
  /** What can be spent now. */
  readonly points: number
}

/** An exchange's code, as the member code: the instant from which another is due, and the server's clock. */
export interface ExchangeCodeView {
  /** 20 digits. */
  readonly code: string
  readonly renewAt: number
  readonly serverNow: number
  readonly periodSeconds: number
  readonly exchange: ExchangeView
}

/** What `wx.requestPayment` asks for. */
export interface PaymentView {
  readonly timeStamp: string
  readonly nonceStr: string
  readonly package: string
  readonly signType: 'MD5' | 'HMAC-SHA256' | 'RSA'
  readonly paySign: string
}

/** What an assistant sees of an exchange to hand over. */
export interface HandOverView {
  readonly exchangeId: string
  readonly rewardName: string
  readonly picture: string
  readonly storeName: string
  readonly points: number
  readonly priceFen: number
  readonly state: ExchangeState
  readonly holdUntil: string | null
}

/** A thing that the store sends. */
export interface ToSendView {
  readonly exchangeId: string
  readonly number: string
  readonly rewardName: string
  readonly picture: string
  readonly at: number
  readonly address: AddressView
}
