/** Where a member stands, in sentences. Pure. */
import { dayText } from '../../../../components/day-words'
import { orText } from '../../../../components/ways-to-tier'
import type { GrowthView } from '../../../../contract/points-and-growth'
import type { ProgressView, TierChangeView } from '../../../../contract/views'
import { fen } from '../../../../domain/money/fen'
import { shortYuanText } from '../../../../domain/money/yuan-text'
import { businessDay, businessDayOf } from '../../../../domain/time/business-day'
import { words } from '../../../../text/member'
import { GROWTH_TEXT as text } from '../../../../text/points'

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

export function toNextWords({ gapFen, nextTierName, or }: ProgressView): Sentence {
  if (!or) return calm(text.toNext(yuan(gapFen), nextTierName), text.toNextAdvice)
  const advice = or.measure === 'visits' ? text.toNextVisitAdvice : text.toNextAdvice
  return calm(text.toNextOr(yuan(gapFen), orText(or), nextTierName), advice)
}

/** What counts beside spend, and what it is worth where it is added to it. */
export function besideWords({ visits, activity, worthFen }: NonNullable<GrowthView['beside']>): string {
  const times = [
    visits === undefined ? '' : text.besideTimes.visits(visits),
    activity === undefined ? '' : text.besideTimes.activity(activity),
  ]
  const said = times.filter(Boolean).join(words.shared.comma)
  return worthFen === undefined ? said : text.besideWorth(said, yuan(worthFen))
}

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
    const gap = yuan(keep.gapFen)
    const advice = keep.or
      ? text.graceAdviceOr(end, until, gap, orText(keep.or), tierName)
      : text.graceAdvice(end, until, gap, tierName)
    return { title: text.grace(until), advice, urgent: true }
  }
  if (keep.gapFen === 0) return calm(text.keepDone, text.keepDoneAdvice(end, termMonths))
  return calm(
    keep.or ? text.keepGapOr(yuan(keep.gapFen), orText(keep.or)) : text.keepGap(yuan(keep.gapFen)),
    text.keepGapAdvice(end, windowMonths, yuan(keep.thresholdFen), yuan(keep.countedFen)),
  )
}

export const projectedWords = ({ projected }: GrowthView): string =>
  text.projected[projected.than](projected.tierName)

export interface ChangeWords {
  readonly what: string
  readonly when: string
  /** For a screen reader: all of it in one sentence. */
  readonly label: string
}

export function changeWords(change: TierChangeView, now: number): ChangeWords {
  const day = sayDay(change.day, now)
  const what = text.changes[change.what](change.tierName)
  const when = whenWords(change, day, now)
  return { what, when, label: [what, ...when.split(' · ')].join(words.shared.comma) }
}

function whenWords({ what, storeName, grant }: TierChangeView, day: string, now: number): string {
  if (!grant) return storeName === null ? day : text.changeAt(day, storeName)
  return what === 'grant-taken-back'
    ? text.changeBecause(day, grant.reason)
    : text.changeGiven(day, sayDay(grant.until, now), grant.reason)
}
