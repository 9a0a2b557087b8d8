/**
 * Coupons whose last day is near: told three days before, together with all that end within a week from there.
 * Invariant: a coupon is told of once, at least three days before its end unless it came later; what was used, given away or
 * taken back by then is not named, since the writer of the effect looks at what is there.
 */
import { nextEnd, TOLD_DAYS_BEFORE, TOLD_TOGETHER_DAYS, withoutEnds } from '../coupons/ends'
import { addDays, businessDayOf, type BusinessDay } from '../time/business-day'
import { wasMember } from './days'
import type { TimedMember, TimeKind } from './time-kind'

export const couponsEnd: TimeKind = {
  next({ couponEnds, joinedAt }, after) {
    if (!couponEnds || joinedAt === null) return null
    const joinedOn = businessDayOf(joinedAt)
    const end = nextEnd(couponEnds, addDays(after > joinedOn ? after : joinedOn, TOLD_DAYS_BEFORE))
    return end && addDays(end, -TOLD_DAYS_BEFORE)
  },
  on(member, day) {
    const span = couponSpanOn(member, day)
    if (!span) return { effects: [] }
    return {
      changes: { couponEnds: withoutEnds(member.couponEnds ?? {}, span.to) },
      effects: [{ does: 'coupons-end', ...span, day }],
    }
  },
}

/** The last days that are told of on this one; null for none. */
export function couponSpanOn(
  member: Pick<TimedMember, 'couponEnds' | 'joinedAt'>,
  day: BusinessDay,
): { readonly from: BusinessDay; readonly to: BusinessDay } | null {
  if (member.joinedAt === null || !wasMember(member, day)) return null
  const from = addDays(day, TOLD_DAYS_BEFORE)
  const isEnd = nextEnd(member.couponEnds ?? {}, addDays(from, -1)) === from
  return isEnd ? { from, to: addDays(from, TOLD_TOGETHER_DAYS - 1) } : null
}
