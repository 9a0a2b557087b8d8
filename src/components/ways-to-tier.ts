/** The ways to a tier beside spend, in words; most programmes have none. Pure. */
import type { OtherWayView, ProgressView, TierView } from '../contract/views'
import { words } from '../text/member'
import { percentOf } from './percent'

export const orText = ({ measure, gap }: OtherWayView): string => words.home.or[measure](gap)

/** How far the member has come by the measure that is nearest. */
export const progressPercent = ({ insideBandFen, bandFen, or }: ProgressView): number =>
  Math.max(percentOf(insideBandFen, bandFen), or ? percentOf(or.inside, or.band) : 0)

/** What a screen reader says of the way to the next tier. */
export function progressLabel(progress: ProgressView, gap: string): string {
  const { or, nextTierName } = progress
  const percent = progressPercent(progress)
  return or
    ? words.home.progressLabelOr(percent, gap, orText(or), nextTierName)
    : words.home.progressLabel(percent, gap, nextTierName)
}

/** From what spend on a tier is held, with what else holds it. */
export function tierFromText({ thresholdVisits, thresholdActivity }: TierView, fromSpend: string): string {
  const { visits, activity } = words.join.tierFromBeside
  const others = [
    thresholdVisits === undefined ? '' : visits(thresholdVisits),
    thresholdActivity === undefined ? '' : activity(thresholdActivity),
  ]
  return [fromSpend, ...others].filter(Boolean).join(' ')
}
