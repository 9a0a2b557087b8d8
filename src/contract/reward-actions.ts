/** What members and assistants do with rewards: parts of their doors. Prices are sent as they were shown, and only compared. */
import * as v from 'valibot'
import { LONGEST_SEARCH } from '../domain/rewards/reward'
import { command, query } from './envelope'
import type {
  ExchangeCodeView,
  ExchangedView,
  ExchangesView,
  HandOverView,
  MallView,
  PaymentView,
  RewardDetailView,
  ToSendView,
} from './reward-views'
import { AmountFen, Count, Id, PersonName, Phone, VisitToken } from './shapes'

const ExchangeId = v.pipe(v.string(), v.regex(/^exchange:[A-Za-z0-9_-]{1,64}:[A-Za-z0-9_-]{1,64}$/))
const Words = (longest: number) => v.pipe(PersonName, v.minLength(1), v.maxLength(longest))
const LongWords = v.pipe(
  v.string(),
  v.trim(),
  v.minLength(4),
  v.maxLength(120),
  v.regex(/[\p{L}\p{N}]/u),
  v.regex(/^[^\p{Cc}\p{Cs}\p{Zl}\p{Zp}\u202a-\u202e\u2066-\u2069]*$/u),
)
const AddressShape = v.strictObject({ name: Words(24), phone: Phone, text: LongWords })
const ListKey = v.pipe(v.string(), v.regex(/^\d{14}:[A-Za-z0-9:._-]{1,200}$/))

export const memberRewardActions = {
  /** The shelf, 20 at a time. */
  mall: query(
    v.strictObject({
      category: v.optional(Words(16)),
      search: v.optional(Words(LONGEST_SEARCH)),
      /** Only what the member may take now. */
      affordable: v.optional(v.literal(true)),
      /** Only the zone of special prices. */
      special: v.optional(v.literal(true)),
      after: v.optional(v.pipe(v.string(), v.regex(/^[01]:\d{6}:[A-Za-z0-9-]{1,64}$/))),
    }),
  ),
  reward: query(v.strictObject({ rewardId: Id })),
  /** Takes it at the price that was shown. A coupon goes into the wallet; what has a price waits to be paid. */
  exchange: command(
    v.strictObject({
      rewardId: Id,
      shownPoints: Count,
      shownPriceFen: AmountFen,
      /** Null for a coupon. */
      way: v.nullable(v.picklist(['pickup', 'delivery'])),
      /** Where it is sent; with the way `delivery` alone. */
      address: v.optional(AddressShape),
    }),
  ),
  /** What the phone needs to ask for the money; the same again while it is unpaid. */
  'pay-exchange': query(v.strictObject({ exchangeId: ExchangeId })),
  /** Gives it back before it is handed over or sent. */
  'cancel-exchange': command(v.strictObject({ exchangeId: ExchangeId })),
  /** What the member took, newest first, 20 at a time. */
  exchanges: query(v.strictObject({ after: v.optional(ListKey) })),
  /** A fresh code of one exchange. */
  'exchange-code': query(v.strictObject({ exchangeId: ExchangeId })),
} as const

export interface MemberRewardOutputs {
  mall: MallView
  reward: RewardDetailView
  exchange: ExchangedView
  'pay-exchange': PaymentView
  'cancel-exchange': ExchangedView
  exchanges: ExchangesView
  'exchange-code': ExchangeCodeView
}

export const assistantRewardActions = {
  /** Hands a thing to the member of the visit. */
  'hand-over': command(v.strictObject({ visit: VisitToken, exchangeId: ExchangeId })),
  /** Takes a handing over back, by who did it, on the same day. */
  'undo-hand-over': command(v.strictObject({ exchangeId: ExchangeId })),
  /** What this store has to send, oldest first, 20 at a time. */
  'to-send': query(v.strictObject({ after: v.optional(ListKey) })),
  /** Marks a thing as sent. */
  'send-out': command(
    v.strictObject({
      exchangeId: ExchangeId,
      carrier: Words(16),
      tracking: v.pipe(v.string(), v.trim(), v.regex(/^[A-Za-z0-9-]{6,32}$/)),
    }),
  ),
} as const

export interface AssistantRewardOutputs {
  'hand-over': { readonly exchange: HandOverView; readonly at: number }
  'undo-hand-over': { readonly exchange: HandOverView; readonly at: number }
  'to-send': {
    readonly things: readonly ToSendView[]
    readonly next: string | null
    readonly serverNow: number
  }
  'send-out': { readonly exchangeId: string; readonly sentAt: number }
}
