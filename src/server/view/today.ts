/** Where a member stands with signing in: today, this week, these months. Built from the document, never stored. */
import type { CalendarView, StreakGiftView, TodayView } from '../../contract/check-in'
import { campaignsOn } from '../../domain/campaigns/campaign'
import { daysToMore, nextStreakGift } from '../../domain/checkin/check-in'
import { firstMonthKept, isSignedIn, streakOn, weekOf } from '../../domain/checkin/days-in-row'
import { nameIn, type Language } from '../../domain/programme/in-language'
import type { Programme } from '../../domain/programme/programme'
import { heldOn } from '../../domain/tiers/grant'
import { businessDayOf, type BusinessDay } from '../../domain/time/business-day'
import type { MemberDocument } from '../store/members'
import type { OfferDocument } from '../store/offers'

export function todayView(
  { checkIns, account }: MemberDocument,
  programme: Programme,
  today: BusinessDay,
  offers: readonly OfferDocument[],
  language: Language,
): TodayView | null {
  const { checkIn } = programme
  if (!checkIn) return null
  const signIns = checkIns?.signIns
  const { dailyPoints, streakEvery, streakPoints } = checkIn
  const gift = streakGiftView(nextStreakGift(signIns, checkIn, today), offers, language)
  const { tierId } = heldOn(programme, account, today)
  const campaigns = campaignsOn(programme, { day: today, tierId })
  return {
    done: isSignedIn(signIns, today),
    streak: streakOn(signIns, today),
    toMore: daysToMore(signIns, checkIn, today),
    rules: { dailyPoints, streakEvery, streakPoints },
    week: weekOf(signIns, today),
    ...(gift && { gift }),
    ...(campaigns.length > 0 && { campaigns: campaigns.map((each) => nameIn(each, language)) }),
  }
}

function streakGiftView(
  next: ReturnType<typeof nextStreakGift>,
  offers: readonly OfferDocument[],
  language: Language,
): StreakGiftView | null {
  if (!next) return null
  const { days, missing, points, offerId } = next
  const offer = offers.find(({ _id }) => _id === offerId)
  if (points === undefined && !offer) return null
  return {
    days,
    missing,
    ...(points !== undefined && { points }),
    ...(offer && { coupon: nameIn(offer, language) }),
  }
}

export function calendarView(
  member: MemberDocument,
  programme: Programme,
  offers: readonly OfferDocument[],
  { at, language }: { readonly at: number; readonly language: Language },
): CalendarView {
  const day = businessDayOf(at)
  const opened = businessDayOf(member.openedAt).slice(0, 7)
  const oldest = firstMonthKept(day)
  return {
    today: todayView(member, programme, day, offers, language),
    placePoints: programme.checkIn?.placePoints ?? 0,
    months: member.checkIns?.signIns?.months ?? {},
    firstMonth: opened > oldest ? opened : oldest,
    serverNow: at,
  }
}
