/**
 * Tells of coupons that end. What is there is looked for before the transaction, which can ask for nothing; a coupon that came or
 * was taken away meanwhile has written the member, whom both meet at.
 */
import { couponSpanOn } from '../../domain/time-work/coupons-end'
import type { CouponsEndEffect } from '../../domain/time-work/effect'
import { businessDayOf, startOfDay, type BusinessDay } from '../../domain/time/business-day'
import { TryAgain } from '../run/command'
import { openCoupons, type CouponDocument } from '../store/coupons'
import type { MemberDocument } from '../store/members'
import { addNotice } from '../store/notices'
import type { Writing } from './write-effect'

/** More than anybody has in a week; what is above is not counted. */
const MOST_COUNTED = 100

export interface EndingCoupons {
  readonly from: BusinessDay
  /** What the member's document said when they were looked for. */
  readonly seen: string
  readonly coupons: readonly CouponDocument[]
}

const seenOf = ({ couponEnds }: MemberDocument): string => JSON.stringify(couponEnds)

/** One call when something is to be told today, else none. */
export async function endingCoupons(member: MemberDocument): Promise<EndingCoupons | null> {
  const span = member.dueAt === undefined ? null : couponSpanOn(member, businessDayOf(member.dueAt))
  if (!span) return null
  const open = await openCoupons(member._id, span.from, MOST_COUNTED)
  const coupons = open.filter(({ validUntil }) => validUntil <= span.to)
  return { from: span.from, seen: seenOf(member), coupons }
}

export async function tellOfCoupons(
  { from, day }: CouponsEndEffect,
  member: MemberDocument,
  { ending, before, at, within }: Writing,
): Promise<MemberDocument> {
  if (ending?.from !== from || ending.seen !== seenOf(before)) throw new TryAgain()
  const [first, last] = [ending.coupons[0], ending.coupons.at(-1)]
  if (!first || !last) return member
  const figures = {
    name: first.terms.name,
    count: ending.coupons.length,
    from: first.validUntil,
    to: last.validUntil,
  }
  const told = { cause: `coupons-end:${member._id}:${from}`, at: startOfDay(day), until: first.validUntil }
  return addNotice({ kind: 'coupons-end', figures, ...told }, member, at, within)
}
