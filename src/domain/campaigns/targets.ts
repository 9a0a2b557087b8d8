/**
 * Targets: so many points earned by purchases in the first months of an account bring a gift of their own, once.
 * Invariant: its points are held exactly while what the counted purchases earned, less what came back of it, reaches the target;
 * so buying and bringing back gains nothing, whenever it comes back. Of its coupon there is one, ever: one that was used
 * cannot be taken back, so none is issued again while it is remembered.
 */
import type { Gift } from '../gifts/gift'
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
  /** What comes on top. */
  readonly gift: Gift
}

interface TargetReached {
  /** Its points; 0 for a coupon alone. */
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
  /** Set while the gift is held. */
  readonly reached?: TargetReached
  /** Its coupons that were not taken back, used or not; of two accounts that became one there may be two. */
  readonly coupons?: readonly string[]
  /** How many coupons were issued, taken back or not; absent: none. */
  readonly issued?: number
}

/** By target. One whose days are over without a bonus is forgotten. */
export type TargetsProgress = Readonly<Record<string, TargetProgress>>

/** What a purchase or a refund did to one target. */
export interface TargetMove {
  readonly targetId: string
  /** Null for a coupon alone. */
  readonly change: PurseChange | null
  /** To be issued, of this offer. */
  readonly coupon?: { readonly id: string; readonly offerId: string }
  /** To be taken back while nobody has used them. */
  readonly couponsBack?: readonly string[]
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

/** Coupons that a member may be given. */
export interface GiftsFor {
  readonly memberId: string
  readonly offerIds: readonly string[]
}

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
    /** Who may get coupons, and of which offers; absent: nobody of none. */
    readonly gifts?: GiftsFor | undefined
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
    const coupon = couponOf(target, counted, lives)
    // A coupon that cannot be issued yet, and nothing else: it is given with a later purchase.
    if (reached.bonus === 0 && !coupon && !counted.coupons) return [[id, counted]]
    const change = bonusChange(now, reached, day)
    now = change ? applyChange(now, change) : now
    moves.push({ targetId: id, change, ...(coupon && { coupon }) })
    return [
      [
        id,
        { ...counted, reached, ...(coupon && { coupons: [coupon.id], issued: (counted.issued ?? 0) + 1 }) },
      ],
    ]
  })
  return { purse: now, targets: recordOf(after), moves }
}

const bonusChange = (
  purse: Purse,
  { bonus, expiresOn, activatesOn }: TargetReached,
  day: BusinessDay,
): PurseChange | null =>
  bonus === 0 ? null : changeOn(purse, day, (open) => earning(open, bonus, 'target', expiresOn, activatesOn))

/** Numbered, since one that was taken back does not come again. */
function couponOf(
  { id, gift: { offerId } }: Target,
  { coupons, issued = 0 }: TargetProgress,
  { gifts }: { readonly gifts?: GiftsFor | undefined },
): TargetMove['coupon'] | null {
  if (offerId === undefined || coupons || !gifts?.offerIds.includes(offerId)) return null
  return { id: `target:${id}:${gifts.memberId}:${issued + 1}`, offerId }
}

const reachedBy = (
  { gift, points }: Target,
  {
    activatesOn,
    expiresOn,
    cause,
  }: Pick<TargetReached, 'expiresOn' | 'cause'> & {
    readonly activatesOn?: BusinessDay | undefined
  },
): TargetReached => ({
  bonus: gift.points ?? 0,
  points,
  expiresOn,
  cause,
  ...(activatesOn && { activatesOn }),
})

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
    const change = reached.bonus === 0 ? null : takingBack(now, reached.bonus, [filledBy(reached)], today)
    now = change ? applyChange(now, change) : now
    const { coupons: couponsBack } = lost
    moves.push({ targetId: id, change, reachedBy: reached.cause, ...(couponsBack && { couponsBack }) })
    return [id, lost]
  })
  return { purse: now, targets: recordOf(after), moves }
}

/** Without a coupon that was taken back: another may be issued. */
export const withoutCoupon = (
  targets: TargetsProgress | undefined,
  couponId: string,
): TargetsProgress | undefined =>
  targets &&
  Object.fromEntries(
    Object.entries(targets).map(([id, progress]): [string, TargetProgress] => {
      const { coupons = [], ...rest } = progress
      const left = coupons.filter((each) => each !== couponId)
      return [id, left.length === 0 ? rest : { ...rest, coupons: left }]
    }),
  )

/** Whether the target of a coupon is still held. */
export const isCouponHeld = (targets: TargetsProgress | undefined, couponId: string): boolean =>
  Object.values(targets ?? {}).some(({ reached, coupons }) => reached && coupons?.includes(couponId))

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
  const coupons = [...(gone.coupons ?? []), ...(kept.coupons ?? [])]
  return {
    until: kept.until,
    points: gone.points + kept.points,
    ...(reached && { reached }),
    ...(coupons.length > 0 && { coupons }),
    ...(kept.issued && { issued: kept.issued }),
  }
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
