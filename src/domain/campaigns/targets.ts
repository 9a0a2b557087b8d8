/**
 * Targets: so many points earned by purchases in the first months of an account bring a bonus of their own, once.
 * Invariant: the bonus is held exactly while what the counted purchases earned, less what came back of it, reaches the target;
 * so buying and bringing back gains nothing, whenever it comes back.
 */
import { applyChange, changeOn, earning, takingBack, type Purse, type PurseChange } from '../points/purse'
import { addDays, addMonths, type BusinessDay } from '../time/business-day'

export interface Target {
  readonly id: string
  readonly name: string
  readonly english?: { readonly name: string }
  /** To be earned by purchases. */
  readonly points: number
  /** From the day on which the account was opened. */
  readonly months: number
  /** Points that come on top. */
  readonly bonus: number
}

interface TargetReached {
  readonly bonus: number
  /** The target as it was then. */
  readonly points: number
  readonly expiresOn: BusinessDay
  /** The day from which the bonus can be spent; absent when that was at once. */
  readonly activatesOn?: BusinessDay
  /** What reached it. */
  readonly cause: string
}

interface TargetProgress {
  /** The last day on which purchases count. */
  readonly until: BusinessDay
  /** Earned, less what came back. */
  readonly points: number
  /** Set while the bonus is held. */
  readonly reached?: TargetReached
}

/** By target. One whose days are over without a bonus is forgotten. */
export type TargetsProgress = Readonly<Record<string, TargetProgress>>

/** What a purchase or a refund did to one target. */
export interface TargetMove {
  readonly targetId: string
  readonly change: PurseChange
  /** Of a bonus that is taken back: what had reached the target. */
  readonly reachedBy?: string
}

export interface TargetRules {
  readonly targets?: readonly Target[]
}

/** Of an account that is opened on a day; undefined where the programme has none. */
export const targetsFrom = ({ targets = [] }: TargetRules, day: BusinessDay): TargetsProgress | undefined =>
  targets.length === 0
    ? undefined
    : Object.fromEntries(
        targets.map(({ id, months }) => [id, { until: addDays(addMonths(day, months), -1), points: 0 }]),
      )

interface Moved {
  readonly purse: Purse
  readonly targets: TargetsProgress | undefined
  readonly moves: readonly TargetMove[]
}

/** The targets to which a purchase of that day counts. */
export const targetsCounting = (targets: TargetsProgress | undefined, day: BusinessDay): string[] =>
  Object.entries(targets ?? {}).flatMap(([id, { until }]) => (day <= until ? [id] : []))

/** After a purchase that earned points; the bonus lives as long as they do and waits as they do. */
export function afterEarning(
  { purse, targets }: Pick<Moved, 'purse' | 'targets'>,
  {
    day,
    points,
    ...lives
  }: {
    readonly day: BusinessDay
    readonly points: number
    readonly expiresOn: BusinessDay
    readonly activatesOn?: BusinessDay | undefined
    readonly cause: string
  },
  rules: TargetRules,
): Moved {
  const counting = targetsCounting(targets, day)
  const moves: TargetMove[] = []
  let now = purse
  const after = Object.entries(targets ?? {}).flatMap(([id, progress]): [string, TargetProgress][] => {
    if (!counting.includes(id)) return progress.reached ? [[id, progress]] : []
    const counted = { ...progress, points: progress.points + points }
    const target = rules.targets?.find((each) => each.id === id)
    if (counted.reached || !target || counted.points < target.points) return [[id, counted]]
    const reached = reachedBy(target, lives)
    const change = changeOn(now, day, (open) =>
      earning(open, target.bonus, 'target', reached.expiresOn, reached.activatesOn),
    )
    now = applyChange(now, change)
    moves.push({ targetId: id, change })
    return [[id, { ...counted, reached }]]
  })
  return { purse: now, targets: recordOf(after), moves }
}

const reachedBy = (
  { bonus, points }: Target,
  {
    activatesOn,
    ...lives
  }: Pick<TargetReached, 'expiresOn' | 'cause'> & {
    readonly activatesOn?: BusinessDay | undefined
  },
): TargetReached => ({ bonus, points, ...lives, ...(activatesOn && { activatesOn }) })

/** After a refund that took points back of a purchase that counted to these targets. */
export function afterTakingBack(
  { purse, targets }: Pick<Moved, 'purse' | 'targets'>,
  {
    counted,
    points,
    today,
  }: {
    readonly counted: readonly string[]
    readonly points: number
    readonly today: BusinessDay
  },
): Moved {
  const moves: TargetMove[] = []
  let now = purse
  const after = Object.entries(targets ?? {}).map(([id, progress]): [string, TargetProgress] => {
    if (!counted.includes(id)) return [id, progress]
    const less = { ...progress, points: progress.points - points }
    if (!less.reached || less.points >= less.reached.points) return [id, less]
    const { reached, ...lost } = less
    const change = takingBack(now, reached.bonus, [filledBy(reached)], today)
    now = applyChange(now, change)
    moves.push({ targetId: id, change, reachedBy: reached.cause })
    return [id, lost]
  })
  return { purse: now, targets: recordOf(after), moves }
}

const filledBy = ({ bonus, expiresOn, activatesOn }: TargetReached) => ({
  kind: 'target' as const,
  expiresOn,
  points: bonus,
  ...(activatesOn && { activatesOn }),
})

/** Of two accounts that are one now: what either earned counts, and both bonuses are held by both targets together. */
export const targetsOfBoth = (
  gone: TargetsProgress | undefined,
  kept: TargetsProgress | undefined,
): TargetsProgress | undefined =>
  recordOf(
    [...new Set([...Object.keys(gone ?? {}), ...Object.keys(kept ?? {})])].map((id) => [
      id,
      progressOfBoth(gone?.[id], kept?.[id]),
    ]),
  )

function progressOfBoth(gone: TargetProgress | undefined, kept: TargetProgress | undefined): TargetProgress {
  if (!gone || !kept) return (kept ?? gone) as TargetProgress
  const reached = reachedByBoth(gone.reached, kept.reached)
  return { until: kept.until, points: gone.points + kept.points, ...(reached && { reached }) }
}

function reachedByBoth(
  gone: TargetReached | undefined,
  kept: TargetReached | undefined,
): TargetReached | undefined {
  if (!gone || !kept) return kept ?? gone
  return { ...kept, bonus: gone.bonus + kept.bonus, points: gone.points + kept.points }
}

const recordOf = (entries: readonly [string, TargetProgress][]): TargetsProgress | undefined =>
  entries.length === 0 ? undefined : Object.fromEntries(entries)
