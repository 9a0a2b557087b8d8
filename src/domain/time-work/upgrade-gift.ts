/**
 * The gift of an upgrade: points, a coupon, or both, on the day after the return window of what brought the tier, if it is
 * still held then; once for a tier in twelve months.
 * Invariant: entry and coupon are named by tier and day of the upgrade, so a gift is given once however the tier went meanwhile.
 */
import { daysFrom } from '../coupons/claim'
import type { Offer } from '../coupons/offer'
import { giftNameOf } from '../gifts/gift'
import type { NoticeDraft } from '../messages/kinds'
import { applyChange, changeOn, earning, type PurseChange } from '../points/purse'
import { rankOf, tierById, type Programme } from '../programme/programme'
import type { TierChange } from '../tiers/tier-log'
import { addDays, addMonths, startOfDay, type BusinessDay } from '../time/business-day'
import { earliest, wasMember } from './days'
import type { CouponEffect, Effect } from './effect'
import type { DayDone, TimeContext, TimedMember, TimeKind } from './time-kind'

const ONCE_IN_MONTHS = 12
const NEWS_DAYS = 7

/** Names what is given for an upgrade: the cause of its entry, the id of its coupon. */
export const upgradeGiftOf = (memberId: string, { to, day }: Pick<TierChange, 'to' | 'day'>): string =>
  `upgrade:${memberId}:${to}:${day}`

/** Whether a tier's last gift is so near that another one does not come on a day. */
export const isGiftAgain = (last: BusinessDay | undefined, day: BusinessDay): boolean =>
  last !== undefined && addMonths(last, ONCE_IN_MONTHS) > day

export const upgradeGift: TimeKind = {
  next: ({ tierLog = [] }, after) =>
    earliest(
      tierLog.map(({ giftOn }) => giftOn).filter((day) => day !== undefined),
      after,
    ),
  on(member, day, context) {
    const due = [...(member.tierLog ?? [])].reverse().filter(({ giftOn }) => giftOn === day)
    return due.reduce<DayDone>(
      (done, line) => given({ ...member, ...done.changes }, line, day, context, done),
      {
        effects: [],
      },
    )
  },
}

function given(
  member: TimedMember,
  line: TierChange,
  day: BusinessDay,
  { programme, giftOffers }: TimeContext,
  done: DayDone,
): DayDone {
  const { _id, account, upgradeGifts = {} } = member
  const { points, offerId } = tierById(programme, line.to).upgradeGift ?? {}
  const isTold = wasMember(member, day)
  const offer = isTold ? giftOffers.find((each) => each.offerId === offerId) : undefined
  if (points === undefined && !offer) return done
  if (isGiftAgain(upgradeGifts[line.to], day) || !isHeld(member, line.to, day, programme)) return done
  const change = points === undefined ? null : pointsOf('upgrade', member, points, day, programme)
  const cause = upgradeGiftOf(_id, line)
  const named = offer && { coupon: giftNameOf(offer) }
  const entry: Effect[] = change
    ? [{ does: 'entry', cause, rule: 'upgrade.gift', change, at: startOfDay(day), ...named }]
    : []
  const coupon: Effect[] = offer ? [couponOf('upgrade', cause, offer, day)] : []
  const notice: Effect[] = isTold
    ? [{ does: 'notice', notice: noticeOf(cause, line.to, { points, offer }, day) }]
    : []
  return {
    changes: {
      ...done.changes,
      ...(change && { account: { ...account, purse: applyChange(account.purse, change) } }),
      upgradeGifts: { ...upgradeGifts, [line.to]: day },
    },
    effects: [...done.effects, ...entry, ...coupon, ...notice],
  }
}

/** The points of a gift, from a day on. */
export const pointsOf = (
  from: CouponEffect['from'],
  { account }: TimedMember,
  points: number,
  day: BusinessDay,
  { pointsLifeMonths }: Programme,
): PurseChange =>
  changeOn(account.purse, day, (purse) => earning(purse, points, from, addMonths(day, pointsLifeMonths)))

/** The coupon of a gift, from a day on. */
export const couponOf = (
  from: CouponEffect['from'],
  id: string,
  { offerId, validity }: Offer,
  day: BusinessDay,
): CouponEffect => ({
  does: 'coupon',
  from,
  id,
  offerId,
  at: startOfDay(day),
  ...daysFrom(validity, day),
})

const noticeOf = (
  cause: string,
  tierId: string,
  { points = 0, offer }: { readonly points?: number | undefined; readonly offer?: Offer | undefined },
  day: BusinessDay,
): NoticeDraft => ({
  kind: 'upgrade-gift',
  cause,
  figures: {
    points,
    tierId,
    ...(offer && { coupon: giftNameOf(offer) }),
  },
  at: startOfDay(day),
  until: addDays(day, NEWS_DAYS),
})

/** By the log, newest first: what a booking did after that day does not count. */
function isHeld(
  { tierLog = [] }: TimedMember,
  tierId: string,
  day: BusinessDay,
  programme: Programme,
): boolean {
  const then = tierLog.find((line) => line.day < day)
  return then !== undefined && rankOf(programme, then.to) >= rankOf(programme, tierId)
}
