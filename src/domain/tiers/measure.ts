/**
 * What a member has reached on a day. Spend counts always; visits and activity where the programme says so, over the same
 * window. One number says it, the spend that alone would have reached as much, so thresholds in fen judge every programme.
 * A visit is a day of which goods were kept: whoever brings everything of a day back, whenever that is, has no visit of it.
 */
import { addFen, fen, NO_FEN, shareRoundedDown, type Fen } from '../money/fen'
import { countedBeside, thresholdOf, weightOf, type Counted } from '../programme/measures'
import type { Programme, Tier } from '../programme/programme'
import type { BusinessDay } from '../time/business-day'
import { NO_ACTIVITY, type ActivityByDay } from './activity-by-day'
import { daysOf, lastDayGone, sumOf, type SpendByDay } from './spend-by-day'

/** What was counted over some days. */
export interface Tally {
  readonly spendFen: Fen
  readonly visits: number
  readonly activity: number
}

/** The part of a programme that says what counts. */
export type Measuring = Pick<Programme, 'ladder' | 'measures'>

/** Over the days for which `counts` holds. */
export const tallyOf = (
  spend: SpendByDay,
  activity: ActivityByDay,
  counts: (day: BusinessDay) => boolean,
): Tally => ({
  spendFen: sumOf(spend, counts),
  visits: daysOf(spend).filter(counts).length,
  activity: daysOf(activity)
    .filter(counts)
    .reduce((sum, day) => sum + (activity[day] ?? 0), 0),
})

/** Over the programme's window up to and including `day`. */
export function tallyOn(
  programme: Programme,
  spend: SpendByDay,
  day: BusinessDay,
  activity: ActivityByDay = NO_ACTIVITY,
): Tally {
  const gone = lastDayGone(day, programme.windowMonths)
  return tallyOf(spend, activity, (each) => each > gone && each <= day)
}

/** Spend, and what the rest is worth in a programme that adds it up; rounding down changes no comparison with whole fen. */
export function weighedFen({ measures }: Pick<Programme, 'measures'>, tally: Tally): Fen {
  if (measures?.rule !== 'weighted') return tally.spendFen
  const { spendYuan, visit, activity } = measures.weights
  const score = tally.visits * visit + tally.activity * activity
  return addFen(tally.spendFen, fen(shareRoundedDown(FEN_OF_A_YUAN, score, spendYuan)))
}

const FEN_OF_A_YUAN = 100

/** The spend that alone would have reached as much. */
export function reachedFen(programme: Measuring, tally: Tally): Fen {
  const weighed = weighedFen(programme, tally)
  if (programme.measures?.rule !== 'any') return weighed
  const counted = countedBeside(programme)
  const reaches = (tier: Tier): boolean =>
    counted.some((each) => tally[each] >= (thresholdOf(tier, each) ?? Infinity))
  return programme.ladder
    .filter(reaches)
    .reduce((most, { thresholdFen }) => (thresholdFen > most ? thresholdFen : most), weighed)
}

/** What is reached by the window up to and including `day`. */
export const reachedOn = (
  programme: Programme,
  spend: SpendByDay,
  day: BusinessDay,
  activity: ActivityByDay = NO_ACTIVITY,
): Fen => reachedFen(programme, tallyOn(programme, spend, day, activity))

/** The days on which something counted, in order. */
export function measuredDays(
  programme: Pick<Programme, 'measures'>,
  spend: SpendByDay,
  activity: ActivityByDay,
): BusinessDay[] {
  const others = countedBeside(programme).includes('activity') ? daysOf(activity) : []
  return [...new Set([...daysOf(spend), ...others])].sort()
}

/** What is still to be spent for a tier, if nothing else is done; 0 when any measure has reached it. */
export function gapTo(programme: Measuring, tier: Tier, tally: Tally): Fen {
  if (reachedFen(programme, tally) >= tier.thresholdFen) return NO_FEN
  return fen(tier.thresholdFen - weighedFen(programme, tally))
}

/** A way to a tier without further spend: how many times more. */
export interface OtherWay {
  readonly measure: Counted
  /** At least 1: what is reached already counts with the next purchase. */
  readonly gap: number
  /** How far on the way from the held tier, and how long that way is. */
  readonly inside: number
  readonly band: number
}

/** The way to a tier beside spend that takes the fewest times; null where spend alone leads there. */
export function otherWay(programme: Measuring, held: Tier, wanted: Tier, tally: Tally): OtherWay | null {
  const ways = countedBeside(programme).flatMap((measure) => wayBy(programme, measure, held, wanted, tally))
  return ways.reduce<OtherWay | null>(
    (nearest, way) => (nearest && nearest.gap <= way.gap ? nearest : way),
    null,
  )
}

function wayBy(
  programme: Measuring,
  measure: Counted,
  held: Tier,
  wanted: Tier,
  tally: Tally,
): readonly OtherWay[] {
  const { measures } = programme
  if (measures?.rule === 'weighted') {
    const times = (amount: number): number =>
      Math.ceil((amount * measures.weights.spendYuan) / (FEN_OF_A_YUAN * weightOf(measures.weights, measure)))
    const gap = Math.max(1, times(wanted.thresholdFen - weighedFen(programme, tally)))
    const band = times(wanted.thresholdFen - held.thresholdFen)
    return [{ measure, gap, inside: Math.max(0, band - gap), band }]
  }
  const threshold = thresholdOf(wanted, measure)
  if (threshold === undefined) return []
  const from = thresholdOf(held, measure) ?? 0
  const counted = tally[measure]
  return [
    {
      measure,
      gap: Math.max(1, threshold - counted),
      inside: Math.max(0, counted - from),
      band: threshold - from,
    },
  ]
}
