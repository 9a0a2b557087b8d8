/** Where a member stands with signing in: today, this week, these months. Built from the document, never stored. */
import type { CalendarView, TodayView } from '../../contract/check-in'
import { daysToMore } from '../../domain/checkin/check-in'
import { firstMonthKept, isSignedIn, streakOn, weekOf } from '../../domain/checkin/days-in-row'
import type { Programme } from '../../domain/programme/programme'
import { businessDayOf, type BusinessDay } from '../../domain/time/business-day'
import type { MemberDocument } from '../store/members'

export function todayView(
  { checkIns }: MemberDocument,
  { checkIn }: Programme,
  today: BusinessDay,
): TodayView | null {
  if (!checkIn) return null
  const signIns = checkIns?.signIns
  const { dailyPoints, streakEvery, streakPoints } = checkIn
  return {
    done: isSignedIn(signIns, today),
    streak: streakOn(signIns, today),
    toMore: daysToMore(signIns, checkIn, today),
    rules: { dailyPoints, streakEvery, streakPoints },
    week: weekOf(signIns, today),
  }
}

export function calendarView(member: MemberDocument, programme: Programme, at: number): CalendarView {
  const day = businessDayOf(at)
  const opened = businessDayOf(member.openedAt).slice(0, 7)
  const oldest = firstMonthKept(day)
  return {
    today: todayView(member, programme, day),
    placePoints: programme.checkIn?.placePoints ?? 0,
    months: member.checkIns?.signIns?.months ?? {},
    firstMonth: opened > oldest ? opened : oldest,
    serverNow: at,
  }
}
