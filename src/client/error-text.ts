/**
 * What went wrong, in words for people: what happened and what can be done now.
 * Invariant: every error code has a text; a new code does not compile without one.
 */
import type { ErrorCode, ErrorDetails } from '../contract/errors'
import { fen } from '../domain/money/fen'
import { countText, yuanText } from '../domain/money/yuan-text'
import { mallClockText } from '../domain/time/business-day'
import { DAYS } from '../text/days'
import { ERRORS } from '../text/errors'
import { language, type Language } from '../text/language'
import type { Failure } from './answer'

export interface ErrorText {
  readonly title: string
  readonly advice: string
}

export const textOfCode = (code: ErrorCode, spoken = language()): ErrorText => ERRORS[spoken].refusals[code]

export function errorText(failure: Failure, spoken = language()): ErrorText {
  if (failure.kind === 'unanswered') return ERRORS[spoken].silences[failure.because]
  const { title, advice } = textOfCode(failure.code, spoken)
  return { title, advice: `${figureText(failure.code, failure.details, spoken)}${advice}` }
}

/** Some refusals come with the figure that a person needs to go on. */
function figureText(
  code: ErrorCode,
  { totalFen, largestFen, from, until, eventName, points }: ErrorDetails,
  spoken: Language,
): string {
  const { figures } = ERRORS[spoken]
  if (code === 'purchase.total-changed' && typeof totalFen === 'number')
    return figures.total(yuanText(fen(totalFen)))
  if (code === 'purchase.amount-out-of-range' && typeof largestFen === 'number')
    return figures.largest(yuanText(fen(largestFen)))
  if (code === 'birthday.changed-lately' && typeof from === 'string')
    return figures.from(dateText(from, spoken))
  if (
    code === 'checkin.event-not-now' &&
    typeof eventName === 'string' &&
    typeof from === 'string' &&
    typeof until === 'string'
  )
    return figures.eventDays(eventName, dateText(from, spoken), dateText(until, spoken))
  if (code === 'account.changed' && typeof points === 'number') return figures.points(countText(points))
  return ''
}

/** `2027-05-18` → `2027 年 5 月 18 日`, `18 May 2027`. */
function dateText(day: string, spoken: Language): string {
  const date = DAYS[spoken].date(Number(day.slice(5, 7)), Number(day.slice(8, 10)))
  return DAYS[spoken].withYear(date, Number(day.slice(0, 4)))
}

/** For the person who is called for help: `错误码 purchase.total-changed · 14:36 · 7f3a9c21`. */
export function errorReference(failure: Failure, spoken = language()): string {
  const code = failure.kind === 'refused' ? failure.code : `net.${failure.because}`
  const request = failure.kind === 'refused' ? failure.requestId.slice(0, 8) : ''
  return [ERRORS[spoken].reference(code), mallClockText(failure.at), request].filter(Boolean).join(' · ')
}
