/**
 * Coupons: what one member holds, with the terms of the day on which it was issued. `_id` names what issued it, so nothing
 * issues twice: `claim:<offer>:<member>:<n>`, `birthday:<member>:<year of age>`, `gift:<coupon>`, `exchange:…`, `invited:<member>`,
 * `upgrade:<member>:<tier>:<day>`, `streak:<member>:<first day>:<days>`, `target:<target>:<member>:<n>`, `benefit:<member>:<benefit>:<period>:<n>`.
 * Invariant: the state is where the log leads (`take`); shelf and list key are derived whenever the document is written.
 */
import { stateOn, type CouponState, type LivingCoupon } from '../../domain/coupons/coupon'
import type { CouponKind, Terms } from '../../domain/coupons/offer'
import { withEnd } from '../../domain/coupons/ends'
import { businessDayOf, type BusinessDay } from '../../domain/time/business-day'
import { collection, type Collection } from './collection'
import { database } from './database'
import type { MemberDocument } from './members'
import type { OperationRecord } from './operation-record'
import { listKey } from './purchases'

/** What it was used for. */
export interface CouponUse {
  readonly at: number
  readonly day: BusinessDay
  readonly storeId: string
  readonly storeName: string
  /** The purchase that it took something off; null for what was handed over. */
  readonly purchaseId: string | null
  readonly staffOpenid: string | null
  /** Of what was handed over. */
  readonly servedBy?: string
  /** The car of a parking coupon. */
  readonly plate?: string
}

export interface CouponDocument extends LivingCoupon, OperationRecord {
  readonly _id: string
  readonly memberId: string
  /** Nine digits, unique: what a coupon's code names. */
  readonly number: string
  readonly terms: Terms
  readonly from:
    | 'claim'
    | 'gift'
    | 'exchange'
    | 'benefit'
    | 'invitation'
    | 'birthday'
    | 'upgrade'
    | 'streak'
    | 'target'
    | 'anniversary'
  /** The offer, the coupon that was given, the exchange, the benefit, or the purchase that reached a target. */
  readonly source: string
  /** When it was issued. */
  readonly at: number
  /** The counter that it was taken from; null without one. */
  readonly stockId: string | null
  /** Set while it is used. */
  readonly use: CouponUse | null
  /** The receipt for which a till holds it, as `<till>:<receipt>`; null while none does. */
  readonly heldFor: string | null
  /** The last time that it was offered to a friend: kept after it ended, so that the link can say what became of it. */
  readonly gift: { readonly id: string; readonly at: number } | null
}

/** What a coupon is at the moment it is issued. */
export const NEW_COUPON = {
  stockId: null,
  state: 'issued',
  lockedUntil: null,
  log: [],
  use: null,
  heldFor: null,
  gift: null,
} as const satisfies Partial<CouponDocument>

/** A member to whom coupons were issued, or came back: time will tell of their end. To be written by the caller. */
export const withCoupons = (
  member: MemberDocument,
  untils: readonly BusinessDay[],
  at: number,
): MemberDocument => {
  const before = member.couponEnds ?? {}
  const couponEnds = untils.reduce((ends, until) => withEnd(ends, until, businessDayOf(at)), before)
  return couponEnds === before ? member : { ...member, couponEnds }
}

/** Where the wallet shows it: to use, used or given away, or nowhere. */
export type Shelf = 'open' | 'used' | 'void'

interface Listed {
  readonly shelf: Shelf
  /** By last day on the open shelf, else by the instant of the last step. */
  readonly listKey: string
}

const shelfOf = ({ state }: CouponDocument): Shelf =>
  state === 'void' ? 'void' : state === 'used' || state === 'given' ? 'used' : 'open'

const withListing = (coupon: CouponDocument): CouponDocument & Listed => {
  const shelf = shelfOf(coupon)
  const { _id, validUntil, log, at } = coupon
  const key = shelf === 'open' ? `${validUntil}:${_id}` : listKey(log.at(-1)?.at ?? at, _id)
  return { ...coupon, shelf, listKey: key }
}

const documents = collection<CouponDocument>('coupons', [
  { name: 'number', unique: true, fields: [['number', 1]] },
  { name: 'gift', fields: [['gift.id', 1]] },
  {
    name: 'shelf',
    fields: [
      ['memberId', 1],
      ['shelf', 1],
      ['listKey', 1],
    ],
  },
  {
    name: 'kind',
    fields: [
      ['memberId', 1],
      ['shelf', 1],
      ['terms.worth.kind', 1],
      ['listKey', 1],
    ],
  },
  {
    name: 'member',
    fields: [
      ['memberId', 1],
      ['at', -1],
    ],
  },
  {
    name: 'storeDay',
    fields: [
      ['use.storeId', 1],
      ['use.day', 1],
      ['use.purchaseId', 1],
      ['listKey', -1],
    ],
  },
])

export const coupons: Collection<CouponDocument> = {
  ...documents,
  insert: (coupon, within) => documents.insert(withListing(coupon), within),
  replace: (coupon, within) => documents.replace(withListing(coupon), within),
}

/** Takes the cars out of what a closed account used. One call, repeatable. */
export const erasePlates = (memberId: string): Promise<unknown> =>
  database
    .collection(coupons.name)
    .where({ memberId, state: 'used', 'terms.worth.kind': 'parking' })
    .update({ data: { use: { plate: '' } } })

/** For which receipt a till holds a coupon. */
export const heldForReceipt = (tillId: string, receipt: string): string => `${tillId}:${receipt}`

/** A till holds it for this receipt; who holds it for a friend is another. */
export const isHeldFor = (coupon: CouponDocument, heldFor: string, at: number): boolean =>
  coupon.heldFor === heldFor && couponStateOn(coupon, at) === 'locked' && coupon.log.at(-1)?.cause === 'till'

/** The state of a stored coupon now. */
export const couponStateOn = (coupon: CouponDocument, at: number): CouponState =>
  stateOn(coupon, businessDayOf(at), at)

/** What a store handed over on a day, newest first. One call. */
export const handedOver = (
  storeId: string,
  day: string,
  limit: number,
  after?: string,
): Promise<(CouponDocument & Listed)[]> =>
  coupons.page(
    { 'use.storeId': storeId, 'use.day': day, 'use.purchaseId': null },
    'listKey',
    limit,
    after,
  ) as Promise<(CouponDocument & Listed)[]>

/** Coupons of a member that are open and not past their day, soonest to end first. One call. */
export async function openCoupons(
  memberId: string,
  today: BusinessDay,
  limit: number,
  { kind, after }: { readonly kind?: CouponKind | undefined; readonly after?: string | undefined } = {},
): Promise<(CouponDocument & Listed)[]> {
  const is = database.command
  const bound = after === undefined ? is.gte(today) : is.gt(after)
  return shelved(memberId, 'open', kind, bound, 'asc', limit)
}

/** Coupons that were used, given away or never used in time, newest first. One call. */
export async function pastCoupons(
  memberId: string,
  which: 'used' | 'expired',
  today: BusinessDay,
  limit: number,
  { kind, after }: { readonly kind?: CouponKind | undefined; readonly after?: string | undefined } = {},
): Promise<(CouponDocument & Listed)[]> {
  const shelf = which === 'used' ? 'used' : 'open'
  const below = after ?? (which === 'expired' ? today : undefined)
  return shelved(
    memberId,
    shelf,
    kind,
    below === undefined ? null : database.command.lt(below),
    'desc',
    limit,
  )
}

/** Coupons of a member that were not used or given away, whatever their day. One call. */
export const unusedCoupons = (memberId: string, limit: number): Promise<readonly CouponDocument[]> =>
  shelved(memberId, 'open', undefined, null, 'asc', limit)

async function shelved(
  memberId: string,
  shelf: Shelf,
  kind: CouponKind | undefined,
  bound: unknown,
  direction: 'asc' | 'desc',
  limit: number,
): Promise<(CouponDocument & Listed)[]> {
  const { data } = await database
    .collection(coupons.name)
    .where({
      memberId,
      shelf,
      ...(kind ? { 'terms.worth.kind': kind } : {}),
      ...(bound === null ? {} : { listKey: bound }),
    })
    .orderBy('listKey', direction)
    .limit(limit)
    .get()
  return data as (CouponDocument & Listed)[]
}

/** What a coupon keeps of its offer. */
export const termsOf = ({
  offerId,
  name,
  advice,
  english,
  worth,
  scope,
  weekdays,
  blackoutDays,
  stacking,
  giftable,
}: Terms): Terms => ({
  offerId,
  name,
  advice,
  ...(english && { english }),
  worth,
  scope,
  ...(weekdays && { weekdays }),
  ...(blackoutDays && { blackoutDays }),
  stacking,
  giftable,
})
