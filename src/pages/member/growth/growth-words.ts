/** Where a member stands, in sentences. Pure. */
import { dayText } from '../../../components/day-words'
import type { GrowthView } from '../../../contract/points-and-growth'
import type { TierChangeView } from '../../../contract/views'
import { fen } from '../../../domain/money/fen'
import { shortYuanText } from '../../../domain/money/yuan-text'
import { businessDay, businessDayOf } from '../../../domain/time/business-day'
import { GROWTH_TEXT as text } from '../../../text/points'

export interface Sentence {
  readonly title: string
  readonly advice: string
  /** Time presses. */
  readonly urgent: boolean
}

const yuan = (amountFen: number): string => shortYuanText(fen(amountFen))
const sayDay = (day: string, now: number): string => dayText(businessDay(day), businessDayOf(now))
const calm = (title: string, advice: string): Sentence => ({ title, advice, urgent: false })

export const termWords = ({ given, since, termEndsOn, serverNow }: GrowthView): string =>
  given
    ? text.given[given.kind](sayDay(given.until, serverNow))
    : text.term(sayDay(since, serverNow), sayDay(termEndsOn, serverNow))

export function keepWords(growth: GrowthView): Sentence {
  const { keep, tierName, graceEndsOn, termEndsOn, windowMonths, termMonths, serverNow } = growth
  if (growth.given?.kind === 'floor')
    return calm(
      text.floor(sayDay(growth.given.until, serverNow)),
      text.floorAdvice(growth.given.earnedTierName),
    )
  const end = sayDay(termEndsOn, serverNow)
  if (!keep) return calm(text.keepNone, text.keepNoneAdvice(tierName))
  if (graceEndsOn) {
    const until = sayDay(graceEndsOn, serverNow)
    const advice = text.graceAdvice(end, until, yuan(keep.gapFen), tierName)
    return { title: text.grace(until), advice, urgent: true }
  }
  if (keep.gapFen === 0) return calm(text.keepDone, text.keepDoneAdvice(end, termMonths))
  return calm(
    text.keepGap(yuan(keep.gapFen)),
    text.keepGapAdvice(end, windowMonths, yuan(keep.thresholdFen), yuan(keep.countedFen)),
  )
}

export const projectedWords = ({ projected }: GrowthView): string =>
  text.projected[projected.than](projected.tierName)

export interface ChangeWords {
  readonly what: string
  readonly when: string
}

export function changeWords(change: TierChangeView, now: number): ChangeWords {
  const day = sayDay(change.day, now)
  return { what: text.changes[change.what](change.tierName), when: whenWords(change, day, now) }
}

function whenWords({ what, storeName, grant }: TierChangeView, day: string, now: number): string {
  if (!grant) return storeName === null ? day : text.changeAt(day, storeName)
  return what === 'grant-taken-back'
    ? text.changeBecause(day, grant.reason)
    : text.changeGiven(day, sayDay(grant.until, now), grant.reason)
}
