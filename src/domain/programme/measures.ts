/**
 * On what a programme measures its tiers beside spend, and what is wrong with it. A programme that says nothing counts spend.
 * Of several measures either one alone reaches a tier (`any`), or all of them add up (`weighted`).
 */
import type { Programme, Tier } from './programme'

/** What may count beside spend: days on which goods were bought and kept, and times a member took part. */
export const COUNTED = ['visits', 'activity'] as const
export type Counted = (typeof COUNTED)[number]

/** What one yuan, one visit and one activity score; whole numbers. */
export interface Weights {
  readonly spendYuan: number
  readonly visit: number
  readonly activity: number
}

export type Measures =
  /** Spend, or whichever of these reaches its own threshold of the tier. */
  | { readonly rule: 'any'; readonly visits?: boolean; readonly activity?: boolean }
  /** One score of all against one threshold, which a tier names as the spend that alone scores as much. */
  | { readonly rule: 'weighted'; readonly weights: Weights }

/** A tier's own threshold of a measure; undefined where that measure does not reach it. */
export const thresholdOf = (tier: Tier, counted: Counted): number | undefined =>
  counted === 'visits' ? tier.thresholdVisits : tier.thresholdActivity

export const weightOf = ({ visit, activity }: Weights, counted: Counted): number =>
  counted === 'visits' ? visit : activity

/** What a programme counts beside spend. */
export const countedBeside = ({ measures }: Pick<Programme, 'measures'>): readonly Counted[] =>
  COUNTED.filter((each) => {
    if (!measures) return false
    return measures.rule === 'any' ? measures[each] === true : weightOf(measures.weights, each) > 0
  })

const HEAVIEST = 10_000
const MOST_TIMES = 10_000

/** What is wrong with a programme's measures, in words. */
export function measureFaults(programme: Pick<Programme, 'ladder' | 'measures'>): string[] {
  const { ladder, measures } = programme
  if (measures && !['any', 'weighted'].includes(measures.rule))
    return ['measures.rule must be any or weighted']
  const faults = measures?.rule === 'weighted' ? weightFaults(measures.weights) : []
  if (measures && faults.length === 0 && countedBeside(programme).length === 0)
    faults.push('measures must count something beside spend')
  for (const counted of COUNTED) {
    const hasThreshold = measures?.rule === 'any' && measures[counted] === true
    faults.push(...thresholdFaults(ladder, counted, hasThreshold))
  }
  return faults
}

function weightFaults({ spendYuan, visit, activity }: Weights): string[] {
  const faults = []
  if (!wholeWithin(spendYuan, 1, HEAVIEST)) faults.push(`the weight of a yuan must be 1 to ${HEAVIEST}`)
  if (!wholeWithin(visit, 0, HEAVIEST)) faults.push(`the weight of a visit must be 0 to ${HEAVIEST}`)
  if (!wholeWithin(activity, 0, HEAVIEST)) faults.push(`the weight of an activity must be 0 to ${HEAVIEST}`)
  return faults
}

/** Thresholds rise from tier to tier; a tier may be without, and is then reached by spend alone. */
function thresholdFaults(ladder: readonly Tier[], counted: Counted, isCounted: boolean): string[] {
  const named = ladder.flatMap((tier, rank) => {
    const times = thresholdOf(tier, counted)
    return times === undefined ? [] : [{ id: tier.id, rank, times }]
  })
  if (!isCounted)
    return named.map(({ id }) => `${id}: a threshold of ${counted} that the programme does not count`)
  if (named.length === 0) return [`no tier has a threshold of ${counted}`]
  return named.flatMap(({ id, rank, times }, place) => {
    if (rank === 0) return [`${id}: the lowest tier asks for no ${counted}`]
    if (!wholeWithin(times, 1, MOST_TIMES)) return [`${id}: ${counted} must be 1 to ${MOST_TIMES}`]
    const below = named[place - 1]
    return below && times <= below.times ? [`${id} must ask for more ${counted} than ${below.id}`] : []
  })
}

const wholeWithin = (value: number, least: number, most: number): boolean =>
  Number.isSafeInteger(value) && value >= least && value <= most
