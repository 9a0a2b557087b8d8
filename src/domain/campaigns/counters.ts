/**
 * What bonuses gave one member: of the last day, so that a day's caps hold, and in all of campaigns that have such a cap.
 * Invariant: what a refund takes back of a bonus leaves the counters that it filled, no more and no less; a day that is over
 * counts for nothing.
 */
import { shareRoundedDown } from '../money/fen'
import type { BusinessDay } from '../time/business-day'
import type { Bonus } from './bonuses'

/** Points by campaign. */
type PointsBy = Readonly<Record<string, number>>

export interface BonusCounters {
  readonly day: BusinessDay
  readonly today: PointsBy
  /** Absent while no campaign with a cap in all gave anything. */
  readonly total?: PointsBy
}

export const NO_BONUSES: Pick<BonusCounters, 'total'> & { readonly day: null; readonly today: PointsBy } = {
  day: null,
  today: {},
}

export const bonusesToday = (counters: BonusCounters | typeof NO_BONUSES, day: BusinessDay): PointsBy =>
  counters.day === day ? counters.today : {}

/** Campaigns whose points are counted for good. */
interface CountedCampaigns {
  readonly campaigns?: readonly { readonly id: string; readonly caps?: { readonly inAll?: number } }[]
}

/** After a purchase; undefined while no bonus ever gave anything. Totals of campaigns that are gone are forgotten. */
export function withBonuses(
  counters: BonusCounters | undefined,
  day: BusinessDay,
  bonuses: readonly Bonus[],
  { campaigns = [] }: CountedCampaigns,
): BonusCounters | undefined {
  const given = bonuses.filter(({ points }) => points > 0)
  if (given.length === 0) return counters
  const isCounted = (rule: string): boolean =>
    campaigns.some(({ id, caps }) => id === rule && caps?.inAll !== undefined)
  const total = added(
    counters?.total ?? {},
    given.filter(({ rule }) => isCounted(rule)),
  )
  const kept = Object.entries(total).filter(([rule]) => isCounted(rule))
  return {
    day,
    today: added(bonusesToday(counters ?? NO_BONUSES, day), given),
    ...(kept.length > 0 && { total: Object.fromEntries(kept) }),
  }
}

/** What goes back when the refunded part of a purchase grows: by cumulative shares, so that the last part takes the rest. */
export const bonusesTakenBack = (
  bonuses: readonly Bonus[],
  refunded: { readonly before: number; readonly after: number; readonly of: number },
): { readonly rule: string; readonly points: number }[] =>
  refunded.of === 0
    ? []
    : bonuses.flatMap(({ rule, points }) => {
        const share = (part: number): number => shareRoundedDown(points, part, refunded.of)
        const back = share(refunded.after) - share(refunded.before)
        return back > 0 ? [{ rule, points: back }] : []
      })

/** After a refund of a purchase of that day. */
export function withoutBonuses(
  counters: BonusCounters | undefined,
  day: BusinessDay,
  back: readonly { readonly rule: string; readonly points: number }[],
): BonusCounters | undefined {
  if (!counters || back.length === 0) return counters
  const { total } = counters
  return {
    day: counters.day,
    today: counters.day === day ? taken(counters.today, back) : counters.today,
    ...(total && { total: taken(total, back) }),
  }
}

/** Of two accounts that are one now. */
export function bonusesOfBoth(
  gone: BonusCounters | undefined,
  kept: BonusCounters | undefined,
): BonusCounters | undefined {
  if (!gone || !kept) return kept ?? gone
  const day = gone.day > kept.day ? gone.day : kept.day
  const total = added(kept.total ?? {}, listed(gone.total ?? {}))
  return {
    day,
    today: added(bonusesToday(kept, day), listed(bonusesToday(gone, day))),
    ...(Object.keys(total).length > 0 && { total }),
  }
}

type Points = { readonly rule: string; readonly points: number }

const listed = (by: PointsBy): Points[] => Object.entries(by).map(([rule, points]) => ({ rule, points }))

const added = (by: PointsBy, more: readonly Points[]): PointsBy =>
  more.reduce((sum, { rule, points }) => ({ ...sum, [rule]: (sum[rule] ?? 0) + points }), by)

/** What was never counted, because the campaign got its cap later, is not counted below zero. */
const taken = (by: PointsBy, back: readonly Points[]): PointsBy =>
  back.reduce(
    (sum, { rule, points }) =>
      rule in sum ? { ...sum, [rule]: Math.max(0, (sum[rule] ?? 0) - points) } : sum,
    by,
  )
