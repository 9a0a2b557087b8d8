/**
 * A member's points: counters that only grow, a debt, lots that each expire on their own day, and parts that are earned
 * and wait for the day on which they become lots. The day alone decides: a part whose day has come counts as a lot, and the
 * next change writes that down. Read a stored purse through `purseOn`.
 * Invariant: earned + returned − spent − expired − reversed = Σ left − debt, lots and parts together; none is negative; a
 * debt stands only beside empty live lots.
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
  'anniversary',
  /** What a target that was reached brings on top. */
  'target',
  'adjustment',
  /** What came back after its day was over. */
  'returned',
] as const
export type LotKind = (typeof LOT_KINDS)[number]

/** Points of one kind that live to the end of one day. */
export interface Lot {
  readonly kind: LotKind
  readonly expiresOn: BusinessDay
  readonly left: number
}

/** Points that are earned and cannot be spent before a day: from then on they are a lot. */
export interface PendingPart extends Lot {
  readonly activatesOn: BusinessDay
}

export interface Purse {
  readonly earned: number
  readonly spent: number
  readonly expired: number
  readonly reversed: number
  /** Spent points that came back; absent while none did. */
  readonly returned?: number
  /** Points taken back that were no longer there; the next earnings repay them before they can be spent. */
  readonly debt: number
  /** Soonest to expire first, then by kind; one lot per kind and day, none empty. */
  readonly lots: readonly Lot[]
  /** Soonest to be active first; one for the same kind and days, none empty. Absent when nothing waits. */
  readonly pending?: readonly PendingPart[]
}

export type ChangeKind = 'earned' | 'spent' | 'expired' | 'reversed' | 'returned'

export interface LotChange {
  readonly kind: LotKind
  readonly expiresOn: BusinessDay
  /** Added when positive, taken when negative. */
  readonly points: number
}

export interface PendingChange extends LotChange {
  readonly activatesOn: BusinessDay
}

export interface PurseChange {
  readonly kind: ChangeKind
  /** Never negative. */
  readonly points: number
  readonly lots: readonly LotChange[]
  readonly debt: number
  /** What it did to waiting parts; absent when nothing. */
  readonly pending?: readonly PendingChange[]
  /** Parts whose day had come since the change before: they became lots first. Absent when there were none. */
  readonly activated?: readonly PendingPart[]
}

export const EMPTY_PURSE: Purse = { earned: 0, spent: 0, expired: 0, reversed: 0, debt: 0, lots: [] }

/** The parts of a stored purse that still wait on a day, soonest to be active first. */
export const pendingOn = (purse: Purse, today: BusinessDay): readonly PendingPart[] =>
  partsOf(purse).filter((part) => part.activatesOn > today)

/** How many points still wait on a day. */
export const pendingPoints = (purse: Purse, today: BusinessDay): number => sumLeft(pendingOn(purse, today))

const dueParts = (purse: Purse, today: BusinessDay): readonly PendingPart[] =>
  partsOf(purse).filter((part) => part.activatesOn <= today)

const partsOf = ({ pending = [] }: Purse): readonly PendingPart[] => pending

/** The purse as it is on a day: what became active until then is in its lots and has repaid a debt. */
export const purseOn = (purse: Purse, today: BusinessDay): Purse =>
  dueParts(purse, today).reduce(afterActivation, purse)

/**
 * Waiting points repay a debt when they become active and not before: until then the purchase may come back and takes its
 * own part along, whole.
 */
function afterActivation(purse: Purse, part: PendingPart): Purse {
  const { kind, expiresOn, left } = part
  const repaid = Math.min(purse.debt, left)
  const rest = left - repaid
  const without = withPendingChange(purse, { ...keyOf(part), points: -left })
  const lots = rest > 0 ? withLotChange(purse.lots, { kind, expiresOn, points: rest }) : purse.lots
  return { ...without, debt: purse.debt - repaid, lots }
}

/** A change of the purse of a day; what became active until then is written down with it. */
export function changeOn<Change extends PurseChange | null>(
  purse: Purse,
  today: BusinessDay,
  change: (now: Purse) => Change,
): Change {
  const made = change(purseOn(purse, today))
  const activated = dueParts(purse, today)
  return made && activated.length > 0 ? { ...made, activated } : made
}

/** Points that can be spent today: neither an expired nor a waiting point ever counts, however late a job is. */
export const spendable = (purse: Purse, today: BusinessDay): number =>
  sumLeft(liveLots(purseOn(purse, today), today))

/**
 * New points: they repay a debt first, the rest becomes a lot. With `activatesOn` all of them wait for that day.
 * Given the purse of the day (`changeOn`).
 */
export function earning(
  purse: Purse,
  points: number,
  kind: LotKind,
  expiresOn: BusinessDay,
  activatesOn?: BusinessDay,
): PurseChange {
  if (activatesOn)
    return { kind: 'earned', points, lots: [], debt: 0, pending: [{ kind, activatesOn, expiresOn, points }] }
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
export const spending = (purse: Purse, points: number, today: BusinessDay): PurseChange | null =>
  changeOn(purse, today, (now) => {
    const live = liveLots(now, today)
    return points > sumLeft(live) ? null : { kind: 'spent', points, lots: takeFrom(live, points), debt: 0 }
  })

/** What the end of days before `today` takes away; null when nothing is due. */
export const expiry = (purse: Purse, today: BusinessDay): PurseChange | null =>
  changeOn(purse, today, ({ lots }) => {
    const due = lots.filter((lot) => lot.expiresOn < today)
    const points = sumLeft(due)
    return points === 0 ? null : { kind: 'expired', points, lots: takeFrom(due, points), debt: 0 }
  })

/** What the end of an account takes away: every lot and every waiting part, whatever its day; null when nothing is left. */
export function voiding(purse: Purse): PurseChange | null {
  const parts = partsOf(purse)
  const [inLots, waiting] = [sumLeft(purse.lots), sumLeft(parts)]
  const points = inLots + waiting
  if (points === 0) return null
  const change: PurseChange = { kind: 'expired', points, lots: takeFrom(purse.lots, inLots), debt: 0 }
  return waiting > 0 ? { ...change, pending: takeFrom(parts, waiting) } : change
}

/**
 * Takes back points of a refund: from the own parts that still wait, from the lots that the purchase filled, then the
 * soonest to expire, the rest becomes debt. What another purchase waits for is never touched.
 * A lot whose day is past is left to expiry, so that the result does not depend on when expiry runs.
 */
export const takingBack = (
  purse: Purse,
  points: number,
  filled: readonly (LotChange | PendingChange)[],
  today: BusinessDay,
): PurseChange =>
  changeOn(purse, today, (now) => {
    const waiting = partsOf(now).filter((part) =>
      filled.some((each) => 'activatesOn' in each && same(each, part)),
    )
    const pending = takeFrom(waiting, points)
    const live = liveLots(now, today)
    const own = live.filter((lot) => filled.some((each) => sameLot(each, lot)))
    const others = live.filter((lot) => !own.includes(lot))
    const fromLots = points - sumTaken(pending)
    const lots = takeFrom([...own, ...others], fromLots)
    const change: PurseChange = { kind: 'reversed', points, lots, debt: fromLots - sumTaken(lots) }
    return pending.length > 0 ? { ...change, pending } : change
  })

/** The purse after a change. @throws when it does not add up or takes what is not there: a broken invariant. */
export function applyChange(purse: Purse, change: PurseChange): Purse {
  const { pending = [], activated = [] } = change
  const moved = [...change.lots, ...pending].reduce((sum, lot) => sum + lot.points, -change.debt)
  const adds = change.kind === 'earned' || change.kind === 'returned'
  const expected = adds ? change.points : -change.points
  if (!Number.isSafeInteger(change.points) || change.points < 0 || moved !== expected)
    throw new Error(`a change of ${change.points} points ${change.kind} that moves ${moved}`)
  const before = activated.reduce(afterActivation, purse)
  const after = pending.reduce(withPendingChange, before)
  const lots = change.lots.reduce(withLotChange, before.lots)
  const debt = before.debt + change.debt
  if (debt < 0) throw new Error('a debt below zero')
  return { ...after, [change.kind]: (before[change.kind] ?? 0) + change.points, debt, lots }
}

const liveLots = (purse: Purse, today: BusinessDay): Lot[] =>
  purse.lots.filter((lot) => lot.expiresOn >= today)

const sumLeft = (lots: readonly Lot[]): number => lots.reduce((sum, lot) => sum + lot.left, 0)
const sumTaken = (changes: readonly LotChange[]): number =>
  changes.reduce((sum, { points }) => sum - points, 0)

const sameLot = (a: Pick<Lot, 'kind' | 'expiresOn'>, b: Pick<Lot, 'kind' | 'expiresOn'>): boolean =>
  a.kind === b.kind && a.expiresOn === b.expiresOn

type PartKey = Pick<PendingPart, 'kind' | 'activatesOn' | 'expiresOn'>
const keyOf = ({ kind, activatesOn, expiresOn }: PartKey): PartKey => ({ kind, activatesOn, expiresOn })
const same = (a: PartKey, b: PartKey): boolean => sameLot(a, b) && a.activatesOn === b.activatesOn

function takeFrom<Part extends Lot>(
  lots: readonly Part[],
  points: number,
): (Omit<Part, 'left'> & { readonly points: number })[] {
  const changes: (Omit<Part, 'left'> & { readonly points: number })[] = []
  let missing = points
  for (const { left, ...lot } of lots) {
    if (missing === 0) break
    const taken = Math.min(left, missing)
    changes.push({ ...lot, points: -taken })
    missing -= taken
  }
  return changes
}

function withPendingChange(purse: Purse, change: PendingChange): Purse {
  const { pending: parts = [], ...rest } = purse
  const before = parts.find((part) => same(part, change))
  const left = (before?.left ?? 0) + change.points
  if (left < 0) throw new Error(`pending ${change.kind} ${change.activatesOn} would hold ${left}`)
  const others = parts.filter((part) => part !== before)
  const pending = left === 0 ? others : [...others, { ...keyOf(change), left }].sort(byActivation)
  return pending.length === 0 ? rest : { ...rest, pending }
}

const byActivation = (a: PendingPart, b: PendingPart): number =>
  a.activatesOn === b.activatesOn ? bySpendingOrder(a, b) : a.activatesOn < b.activatesOn ? -1 : 1

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
