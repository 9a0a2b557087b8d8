/** Writes what a day of a member brings beside the member's own document, in the transaction of that day. */
import type { Programme } from '../../domain/programme/programme'
import type { Effect } from '../../domain/time-work/effect'
import { businessDayOf } from '../../domain/time/business-day'
import { giftCoupon } from '../booking/gift-coupon'
import type { Transaction } from '../store/collection'
import { coupons, withCoupons } from '../store/coupons'
import { entries, entryIdOf } from '../store/entries'
import type { MemberDocument } from '../store/members'
import { addNotice } from '../store/notices'
import type { OfferDocument } from '../store/offers'
import { addTask } from '../store/tasks'
import { listKey } from '../store/purchases'
import { tellOfCoupons, type EndingCoupons } from './coupons-end'
import { rewardReferrer, takeRewardBack } from './referral-effects'

export interface Writing {
  readonly programme: Programme
  /** Those that the effects were made of. */
  readonly giftOffers: readonly OfferDocument[]
  /** The instant of the run. */
  readonly at: number
  readonly within: Transaction
  /** The member as it was before this day. */
  readonly before: MemberDocument
  /** Coupons of which this day tells; null when it tells of none. */
  readonly ending: EndingCoupons | null
}

type WriterOf<Kind extends Effect['does']> = (
  effect: Extract<Effect, { does: Kind }>,
  member: MemberDocument,
  writing: Writing,
) => Promise<MemberDocument>

const WRITERS: { readonly [Kind in Effect['does']]: WriterOf<Kind> } = {
  async entry({ cause, rule, change, at, coupon, occasion }, member, { programme, within }) {
    await entries.insert(
      {
        _id: entryIdOf(cause),
        memberId: member._id,
        at,
        day: businessDayOf(at),
        rule,
        programmeVersion: programme.version,
        change,
        cause,
        earning: null,
        corrects: null,
        ...(coupon && { coupon }),
        ...(occasion && { occasion }),
        listKey: listKey(at, cause),
      },
      within,
    )
    return member
  },
  async coupon({ from, id, offerId, at, validFrom, validUntil }, member, { giftOffers, within }) {
    const offer = giftOffers.find(({ _id }) => _id === offerId)
    if (!offer) throw new Error(`${id} is of no known offer`)
    const given = { _id: id, memberId: member._id, from, at, validFrom, validUntil } as const
    await coupons.insert(giftCoupon(offer, given), within)
    return withCoupons(member, [validUntil], at)
  },
  notice: ({ notice }, member, { at, within }) => addNotice(notice, member, at, within),
  'coupons-end': tellOfCoupons,
  async task(effect, member, { within }) {
    await addTask(effect, member, within)
    return member
  },
  'reward-referrer': rewardReferrer,
  'take-reward-back': takeRewardBack,
}

/** @returns the member as it is after it; the caller writes it. */
export const writeEffect = <Kind extends Effect['does']>(
  effect: Extract<Effect, { does: Kind }>,
  member: MemberDocument,
  writing: Writing,
): Promise<MemberDocument> => (WRITERS[effect.does] as WriterOf<Kind>)(effect, member, writing)
