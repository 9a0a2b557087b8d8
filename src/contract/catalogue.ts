/** The shape of what a manager publishes: offers as the domain knows them. What is wrong beyond the shape: `checkOffer`. */
import * as v from 'valibot'
import { COUPON_KINDS, type Offer, type Worth } from '../domain/coupons/offer'
import { fen } from '../domain/money/fen'
import { businessDay } from '../domain/time/business-day'
import { AmountFen, Count, Day, Instant } from './shapes'

export const CatalogueId = v.pipe(v.string(), v.regex(/^[a-z0-9][a-z0-9-]{0,31}$/))
/** Words on one line: no breaks, nothing that turns the text around it. */
export const line = (longest: number) =>
  v.pipe(
    v.string(),
    v.trim(),
    v.minLength(1),
    v.maxLength(longest),
    v.regex(/^[^\p{Cc}\p{Cs}\u202a-\u202e\u2066-\u2069]*$/u),
  )
const names = <Name extends v.GenericSchema>(name: Name) =>
  v.optional(v.pipe(v.array(name), v.minLength(1), v.maxLength(50)))
const Money = v.pipe(AmountFen, v.transform(fen))
const DayOf = v.pipe(Day, v.transform(businessDay))

const WorthShape = v.variant('kind', [
  v.strictObject({ kind: v.literal('cash'), offFen: Money }),
  v.strictObject({ kind: v.literal('threshold'), thresholdFen: Money, offFen: Money }),
  v.strictObject({ kind: v.literal('percent'), percentOff: Count, mostFen: v.nullable(Money) }),
  v.strictObject({ kind: v.literal('buy-one-get-one') }),
  v.strictObject({ kind: v.literal('exchange'), thing: line(16) }),
  v.strictObject({ kind: v.literal('parking'), hours: Count }),
])

const ScopeShape = v.strictObject({
  storeIds: names(line(32)),
  brands: names(line(32)),
  categories: names(line(32)),
  products: names(line(32)),
  tierIds: names(line(32)),
  stages: names(v.picklist(['potential', 'new', 'active', 'dormant', 'lost'])),
})

const StackingShape = v.strictObject({
  group: line(32),
  rank: Count,
  exclusive: v.boolean(),
  besideDiscount: v.boolean(),
  mostPerOrder: Count,
})

export const OfferShape = v.strictObject({
  offerId: CatalogueId,
  name: line(20),
  advice: line(60),
  english: v.optional(v.strictObject({ name: line(48), advice: line(160) })),
  worth: WorthShape,
  scope: ScopeShape,
  weekdays: names(Count),
  blackoutDays: names(DayOf),
  stacking: StackingShape,
  giftable: v.boolean(),
  validity: v.variant('kind', [
    v.strictObject({ kind: v.literal('window'), from: DayOf, until: DayOf }),
    v.strictObject({ kind: v.literal('days'), days: Count }),
  ]),
  claim: v.nullable(v.strictObject({ from: Instant, until: Instant })),
  flash: v.boolean(),
  stock: v.nullable(Count),
  stockParts: Count,
  perMember: Count,
  perMemberADay: Count,
  claimableBy: names(line(32)),
})

/** Names of kinds that a wallet is filtered by. */
export const KindShape = v.picklist(COUPON_KINDS)

type Is<A extends B, B> = A
/** What the shape lets through is an offer, and each worth of the domain has a shape. */
export type CheckedOffer = Is<v.InferOutput<typeof OfferShape>, Offer>
export type CheckedWorth = Is<Worth, v.InferOutput<typeof WorthShape>>

export interface PublishedView {
  readonly offers: number
  readonly rewards: number
}
