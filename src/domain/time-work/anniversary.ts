/**
 * The anniversary of joining: a greeting, and the gift of it where the programme gives one. Joined on 29 February: the 28th in
 * common years.
 * Invariant: the day in mind only goes forward, a year at a time, and names what it brings; so a year has one.
 */
import { giftNameOf } from '../gifts/gift'
import { anniversaryIn } from '../occasions/occasion'
import { applyChange } from '../points/purse'
import type { Programme } from '../programme/programme'
import { addDays, addMonths, businessDayOf, startOfDay, yearOf, type BusinessDay } from '../time/business-day'
import type { Effect } from './effect'
import type { DayDone, TimeContext, TimedMember, TimeKind } from './time-kind'
import { couponOf, pointsOf } from './upgrade-gift'

const NEWS_DAYS = 7

export const anniversaryOf = (memberId: string, on: BusinessDay): string =>
  `anniversary:${memberId}:${yearOf(on)}`

/** The first anniversary after a day. */
export function anniversaryAfter(joined: BusinessDay, day: BusinessDay): BusinessDay {
  const years = yearOf(day) - yearOf(joined)
  const inYear = addMonths(joined, 12 * years)
  return years > 0 && inYear > day ? inYear : addMonths(joined, 12 * (years + 1))
}

/**
 * The anniversary to keep in mind, of a member who has none in mind yet, from a day on: nothing where the programme keeps none, so
 * that nobody is ever due for it.
 */
export function anniversaryInMind(
  { joinedAt, anniversaryOn }: Pick<TimedMember, 'joinedAt' | 'anniversaryOn'>,
  { occasions }: Programme,
  day: BusinessDay,
): { readonly anniversaryOn?: BusinessDay } {
  if (anniversaryOn !== undefined || joinedAt === null || !anniversaryIn(occasions)) return {}
  return { anniversaryOn: anniversaryAfter(businessDayOf(joinedAt), day) }
}

export const anniversary: TimeKind = {
  next: ({ anniversaryOn }) => anniversaryOn ?? null,
  on(member, _, context) {
    const { joinedAt, anniversaryOn: on } = member
    if (on === undefined || joinedAt === null) return { effects: [] }
    const joined = businessDayOf(joinedAt)
    const done = keptOn(member, on, yearOf(on) - yearOf(joined), context)
    return { ...done, changes: { ...done.changes, anniversaryOn: anniversaryAfter(joined, on) } }
  },
}

/** A programme that keeps it no more lets the day pass. */
function keptOn(member: TimedMember, on: BusinessDay, years: number, context: TimeContext): DayDone {
  const { programme, giftOffers } = context
  const occasion = anniversaryIn(programme.occasions)
  if (!occasion) return { effects: [] }
  const { name, english, gift = {} } = occasion
  const { account, _id } = member
  const cause = anniversaryOf(_id, on)
  const at = startOfDay(on)
  const offer = giftOffers.find(({ offerId }) => offerId === gift.offerId)
  const named = offer && { coupon: giftNameOf(offer) }
  const { points } = gift
  const change = points === undefined ? null : pointsOf('anniversary', member, points, on, programme)
  const kept = { name, ...(english && { english: { name: english.name } }), years }
  const entry: Effect[] = change
    ? [{ does: 'entry', cause, rule: 'anniversary.gift', change, at, occasion: kept, ...named }]
    : []
  const coupon: Effect[] = offer ? [couponOf('anniversary', cause, offer, on)] : []
  const figures = { years, points: points ?? 0, ...named }
  const notice = { kind: 'anniversary', cause, figures, at, until: addDays(on, NEWS_DAYS) } as const
  return {
    ...(change && { changes: { account: { ...account, purse: applyChange(account.purse, change) } } }),
    effects: [...entry, ...coupon, { does: 'notice', notice }],
  }
}
