/**
 * A member's points: counters that only grow, a debt, and lots that each expire on their own day.
 * Invariant: earned − spent − expired − reversed = Σ left − debt; no lot is negative; a debt stands only beside empty live lots.
 * Every change is a value (`PurseChange`) that an entry keeps, so that a purse is the replay of its entries.
 */
import type { BusinessDay } from '../time/business-day'

/** Where points come from; the order settles which lot of a day is spent first. */
export const LOT_KINDS = [
  'purchase',
  'check-in',
  'event',
  'referral',
  'survey',
  'birthday',
  'upgrade',
  'adjustment',
] as const
export type LotKind = (typeof LOT_KINDS)[number]

/** Points of one kind that live to the end of one day. */
export interface Lot {
  readonly kind: LotKind
  readonly expiresOn: BusinessDay
  readonly left: number
}

export interface Purse {
  readonly earned: number
  readonly spent: number
  readonly expired: number
  readonly reversed: number
  /** Points taken back that were no longer there; the next earnings repay them before they can be spent. */
  readonly debt: number
  /** Soonest to expire first, then by kind; one lot per kind and day, none empty. */
  readonly lots: readonly Lot[]
}

export type ChangeKind = 'earned' | 'spent' | 'expired' | 'reversed'

export interface LotChange {
  readonly kind: LotKind
  readonly expiresOn: BusinessDay
  /** Added when positive, taken when negative. */
  readonly points: number
}

export interface PurseChange {
  readonly kind: ChangeKind
  /** Never negative. */
  readonly points: number
  readonly lots: readonly LotChange[]
  readonly debt: number
}

export const EMPTY_PURSE: Purse = { earned: 0, spent: 0, expired: 0, reversed: 0, debt: 0, lots: [] }

/** Points that can be spent today: an expired lot never counts, however late the expiry job is. */
export const spendable = (purse: Purse, today: BusinessDay): number =>
  purse.lots.reduce((sum, lot) => (lot.expiresOn < today ? sum : sum + lot.left), 0)

/** New points: they repay a debt first, the rest becomes a lot. */
export function earning(purse: Purse, points: number, kind: LotKind, expiresOn: BusinessDay): PurseChange {
  const repaid = Math.min(purse.debt, points)
  const rest = points - repaid
  return {
    kind: 'earned',
    points,
    lots: rest > 0 ? [{ kind, expiresOn, points: rest }] : [],
    debt: 0 - repaid,
  }
}

/** Takes points to spend, soonest to expire first, then oldest kind; null when there are not enough. */
export function spending(purse: Purse, points: number, today: BusinessDay): PurseChange | null {
  if (points > spendable(purse, today)) return null
  return { kind: 'spent', points, lots: takeFrom(liveLots(purse, today), points), debt: 0 }
}

/** What the end of days before `today` takes away; null when nothing is due. */
export function expiry(purse: Purse, today: BusinessDay): PurseChange | null {
  const due = purse.lots.filter((lot) => lot.expiresOn < today)
  const points = due.reduce((sum, lot) => sum + lot.left, 0)
  return points === 0 ? null : { kind: 'expired', points, lots: takeFrom(due, points), debt: 0 }
}

/** What the end of an account takes away: every lot, whatever its day; null when nothing is left. */
export function voiding(purse: Purse): PurseChange | null {
  const points = purse.lots.reduce((sum, lot) => sum + lot.left, 0)
  return points === 0 ? null : { kind: 'expired', points, lots: takeFrom(purse.lots, points), debt: 0 }
}

/**
 * Takes back points of a refund: from the lots that the purchase filled, then the soonest to expire, the rest becomes debt.
 * A lot whose day is past is left to expiry, so that the result does not depend on when expiry runs.
 */
export function takingBack(
  purse: Purse,
  points: number,
  filled: readonly LotChange[],
  today: BusinessDay,
): PurseChange {
  const live = liveLots(purse, today)
  const own = live.filter((lot) => filled.some((each) => sameLot(each, lot)))
  const others = live.filter((lot) => !own.includes(lot))
  const lots = takeFrom([...own, ...others], points)
  const taken = lots.reduce((sum, lot) => sum - lot.points, 0)
  return { kind: 'reversed', points, lots, debt: points - taken }
}

/** The purse after a change. @throws when it does not add up or takes what is not there: a broken invariant. */
export function applyChange(purse: Purse, change: PurseChange): Purse {
  const moved = change.lots.reduce((sum, lot) => sum + lot.points, -change.debt)
  const expected = change.kind === 'earned' ? change.points : -change.points
  if (!Number.isSafeInteger(change.points) || change.points < 0 || moved !== expected)
    throw new Error(`a change of ${change.points} points ${change.kind} that moves ${moved}`)
  const lots = change.lots.reduce(withLotChange, purse.lots)
  const debt = purse.debt + change.debt
  if (debt < 0) throw new Error('a debt below zero')
  return { ...purse, [change.kind]: purse[change.kind] + change.points, debt, lots }
}

const liveLots = (purse: Purse, today: BusinessDay): Lot[] =>
  purse.lots.filter((lot) => lot.expiresOn >= today)

const sameLot = (a: Pick<Lot, 'kind' | 'expiresOn'>, b: Pick<Lot, 'kind' | 'expiresOn'>): boolean =>
  a.kind === b.kind && a.expiresOn === b.expiresOn

function takeFrom(lots: readonly Lot[], points: number): LotChange[] {
  const changes: LotChange[] = []
  let missing = points
  for (const lot of lots) {
    if (missing === 0) break
    const taken = Math.min(lot.left, missing)
    changes.push({ kind: lot.kind, expiresOn: lot.expiresOn, points: -taken })
    missing -= taken
  }
  return changes
}

function withLotChange(lots: readonly Lot[], change: LotChange): readonly Lot[] {
  const before = lots.find((lot) => sameLot(lot, change))
  const left = (before?.left ?? 0) + change.points
  if (left < 0) throw new Error(`lot ${change.kind} ${change.expiresOn} would hold ${left}`)
  const others = lots.filter((lot) => lot !== before)
  if (left === 0) return others
  return [...others, { kind: change.kind, expiresOn: change.expiresOn, left }].sort(bySpendingOrder)
}

const bySpendingOrder = (a: Lot, b: Lot): number =>
  a.expiresOn === b.expiresOn
    ? LOT_KINDS.indexOf(a.kind) - LOT_KINDS.indexOf(b.kind)
    : a.expiresOn < b.expiresOn
      ? -1
      : 1
