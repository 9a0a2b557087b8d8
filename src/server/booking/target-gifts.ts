/**
 * Gifts of targets: what reaching one brought, and what falling below it takes back. One call for its points; one for its
 * coupon, two for one that is taken back, one for one that is not.
 */
import { targetsCounting, withoutCoupon, type TargetMove } from '../../domain/campaigns/targets'
import { daysFrom } from '../../domain/coupons/claim'
import { take } from '../../domain/coupons/coupon'
import { giftNameOf } from '../../domain/gifts/gift'
import type { Account } from '../../domain/members/account'
import type { Programme } from '../../domain/programme/programme'
import { businessDayOf } from '../../domain/time/business-day'
import type { Transaction } from '../store/collection'
import { coupons, couponStateOn, withCoupons } from '../store/coupons'
import { entries, entryIdOf, targetMoveOf } from '../store/entries'
import type { MemberDocument } from '../store/members'
import type { OfferDocument } from '../store/offers'
import { listKey } from '../store/purchases'
import { giftCoupon, giftOffers } from './gift-coupon'

interface MovedBy {
  readonly memberId: string
  /** The purchase or the refund; what moved stands after it. */
  readonly id: string
  readonly at: number
  readonly storeName: string
}

/** Those of which a target may bring this member a coupon now. Mostly no call. */
export async function targetOffers(
  { joinedAt, account }: MemberDocument,
  programme: Programme,
  at: number,
): Promise<readonly OfferDocument[]> {
  const counting = targetsCounting(account.targets, businessDayOf(at))
  const mayBring = programme.targets?.some(
    ({ id, gift }) => gift.offerId !== undefined && counting.includes(id) && !account.targets?.[id]?.reached,
  )
  return joinedAt !== null && mayBring ? giftOffers(programme, at) : []
}

/** Time will tell of the end of the coupons that targets bring. */
export function withTargetCoupons(
  member: MemberDocument,
  moves: readonly TargetMove[],
  offers: readonly OfferDocument[],
  at: number,
): MemberDocument {
  const brought = offers.filter(({ _id }) => moves.some(({ coupon }) => coupon?.offerId === _id))
  const untils = brought.map(({ validity }) => daysFrom(validity, businessDayOf(at)).validUntil)
  return withCoupons(member, untils, at)
}

export async function writeTargetMoves(
  moves: readonly TargetMove[],
  { memberId, id, at, storeName }: MovedBy,
  programme: Programme,
  offers: readonly OfferDocument[],
  within: Transaction,
): Promise<void> {
  for (const { targetId, change, reachedBy, coupon } of moves) {
    const target = programme.targets?.find((each) => each.id === targetId)
    const cause = targetMoveOf(targetId, id)
    const offer = coupon && offers.find(({ _id }) => _id === coupon.offerId)
    if (change)
      await entries.insert(
        {
          _id: entryIdOf(cause),
          memberId,
          at,
          day: businessDayOf(at),
          rule: change.kind === 'earned' ? 'target.reached' : 'target.taken-back',
          programmeVersion: programme.version,
          change,
          cause,
          earning: null,
          corrects: reachedBy === undefined ? null : entryIdOf(targetMoveOf(targetId, reachedBy)),
          about: {
            storeName,
            amountFen: null,
            receipt: null,
            reason: null,
            target: { name: target?.name ?? targetId, ...(target?.english && { english: target.english }) },
          },
          ...(offer && { coupon: giftNameOf(offer) }),
          listKey: listKey(at, cause),
        },
        within,
      )
    if (!coupon) continue
    if (!offer) throw new Error(`${coupon.id} is of no known offer`)
    const days = daysFrom(offer.validity, businessDayOf(at))
    await coupons.insert(
      giftCoupon(offer, { _id: coupon.id, memberId, from: 'target', source: id, at, ...days }),
      within,
    )
  }
}

/**
 * Takes back the coupons of targets that are not reached any more. One that was used, or that a till holds for a receipt,
 * stays, and so does the memory of it: no other one is issued.
 */
export async function takeTargetCouponsBack(
  account: Account,
  moves: readonly TargetMove[],
  { id, at }: Pick<MovedBy, 'id' | 'at'>,
  within: Transaction,
): Promise<Account> {
  let now = account
  for (const couponId of moves.flatMap(({ couponsBack = [] }) => couponsBack)) {
    const coupon = await coupons.get(couponId, within)
    if (!coupon || couponStateOn(coupon, at) !== 'issued') continue
    const back = take(coupon, { step: 'void', cause: 'purchase-refunded', at, ref: id })
    if (!back) throw new Error(`${couponId} cannot be taken back: it is ${coupon.state}`)
    await coupons.replace(back, within)
    now = withoutTargetCoupon(now, couponId)
  }
  return now
}

export function withoutTargetCoupon(account: Account, couponId: string): Account {
  const targets = withoutCoupon(account.targets, couponId)
  return targets ? { ...account, targets } : account
}
