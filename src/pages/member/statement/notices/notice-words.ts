/** Notices in words, day by day. Pure. */
import { dayText } from '../../../../components/day-words'
import type { NoticeView } from '../../../../contract/notice-views'
import { fen } from '../../../../domain/money/fen'
import { countText, shortYuanText } from '../../../../domain/money/yuan-text'
import {
  addDays,
  businessDay,
  businessDayOf,
  mallClockText,
  startOfDay,
  type BusinessDay,
} from '../../../../domain/time/business-day'
import { DAYS } from '../../../../text/days'
import { language } from '../../../../text/language'
import { MESSAGE_TEXT } from '../../../../text/messages'

export interface NoticeWords {
  readonly title: string
  readonly line: string
  /** `14:36`: the day stands above. Null for what a day brought by itself. */
  readonly time: string | null
}

const counted = (count: number | undefined): string => (count === undefined ? '' : countText(count))

export function noticeWords(notice: NoticeView, now: number): NoticeWords {
  const { kind, at, points, count, day, to, first, years, fen: amount } = notice
  const { name = '', before = '', coupon = '' } = notice
  const { title, line } = MESSAGE_TEXT[kind]
  const said = (each: string | undefined): string =>
    each === undefined ? '' : dayText(businessDay(each), businessDayOf(now))
  const figures = {
    ...{ points: counted(points), first: counted(first), count: counted(count), years: counted(years) },
    ...{ day: said(day), to: said(to), name, before, coupon },
    amount: amount === undefined ? '' : shortYuanText(fen(amount)),
  }
  return { title, line: line(figures), time: timeOf(at) }
}

const timeOf = (at: number): string | null =>
  at === startOfDay(businessDayOf(at)) ? null : mallClockText(at)

export interface DayOfNotices {
  readonly day: BusinessDay
  readonly said: string
  readonly notices: readonly NoticeView[]
}

function dayWords(day: BusinessDay, today: BusinessDay): string {
  if (day === today) return DAYS[language()].today
  return day === addDays(today, -1) ? DAYS[language()].yesterday : dayText(day, today)
}

/** In the order in which they come. */
export function daysOf(notices: readonly NoticeView[], now: number): readonly DayOfNotices[] {
  const today = businessDayOf(now)
  const days = new Map<BusinessDay, NoticeView[]>()
  for (const notice of notices) {
    const day = businessDayOf(notice.at)
    days.set(day, [...(days.get(day) ?? []), notice])
  }
  return [...days].map(([day, ofDay]) => ({ day, said: dayWords(day, today), notices: ofDay }))
}
