/**
 * A tier that the mall gives by hand, beside what the own spend earned. The own standing is judged as ever, and the higher
 * of the two is held: no grant ever becomes earned, and no refund takes one away.
 * `floor` holds to the end of its day, then nothing of it is left. `once` is a term to the end of its day, judged as every
 * term is: who did not earn the tier meanwhile has the days of grace, then goes one level down with a new term.
 */
import type { Account } from '../members/account'
import { rankOf, tierById, type Programme, type Tier } from '../programme/programme'
import { addDays, addMonths, type BusinessDay } from '../time/business-day'
import { afterTermReview, standingFrom, termReview, type Standing } from './standing'

export const GRANT_KINDS = ['floor', 'once'] as const
export type GrantKind = (typeof GRANT_KINDS)[number]

export interface Grant {
  readonly id: string
  readonly kind: GrantKind
  /** Its last day. */
  readonly until: BusinessDay
  /** What it gives now: the granted tier to its day, and of `once` the levels below after it. */
  readonly gives: Standing
}

export interface GrantWish {
  readonly kind: GrantKind
  readonly tierId: string
  readonly until: BusinessDay
}

/** What is held, and the grant by which it is when it is not earned. */
export interface Held extends Standing {
  readonly by: Grant | null
}

/** The part of an account that decides which tier is held. */
export type Standings = Pick<Account, 'standing' | 'spendByDay' | 'activityByDay' | 'grant'>

/** The tier that the own doing earned, whatever the mall gave beside it. */
export const earnedOn = (
  programme: Programme,
  { standing, spendByDay, activityByDay }: Standings,
  today: BusinessDay,
): Standing => afterTermReview(programme, standing, spendByDay, today, activityByDay)

export const heldOn = (programme: Programme, account: Standings, today: BusinessDay): Held => {
  const own = earnedOn(programme, account, today)
  return higher(programme, own, grantAfterReview(programme, account.grant, today))
}

/** Own standing and grant as they stand on a day, to be written down. */
export function standingsOn(
  programme: Programme,
  account: Standings,
  today: BusinessDay,
): Pick<Account, 'standing' | 'grant'> {
  const grant = grantAfterReview(programme, account.grant, today)
  const standing = earnedOn(programme, account, today)
  return grant ? { standing, grant } : { standing }
}

export interface HeldFrom {
  readonly day: BusinessDay
  readonly held: Held
}

/** What was held one after the other from what the account says until `today`; the first is what it says. */
export function heldReview(
  programme: Programme,
  account: Standings,
  today: BusinessDay,
): readonly HeldFrom[] {
  const own = termReview(programme, account.standing, account.spendByDay, today, account.activityByDay)
  const given = account.grant ? grantReview(programme, account.grant, today) : []
  const laterDays = [...own.slice(1).map(({ since }) => since), ...given.slice(1).map(({ day }) => day)]
  const on = (day: BusinessDay): HeldFrom => {
    const standing = own.filter(({ since }, place) => place === 0 || since <= day).at(-1)
    const span = given.filter((each, place) => place === 0 || each.day <= day).at(-1)
    return { day, held: higher(programme, standing ?? account.standing, span?.grant ?? null) }
  }
  return [on(account.standing.since), ...[...new Set(laterDays)].sort().map(on)]
}

/** What is earned stands before what is given; an own tier in its days of grace does not. */
function higher(programme: Programme, own: Standing, grant: Grant | null): Held {
  if (!grant) return { ...own, by: null }
  const above = rankOf(programme, grant.gives.tierId) - rankOf(programme, own.tierId)
  const isGiven = above > 0 || (above === 0 && own.graceEndsOn !== null)
  return isGiven ? { ...grant.gives, by: grant } : { ...own, by: null }
}

interface GrantFrom {
  readonly day: BusinessDay
  /** Null when nothing of it is left. */
  readonly grant: Grant | null
}

/** A grant's own course; it depends on the days alone. */
function grantReview(programme: Programme, grant: Grant, today: BusinessDay): readonly GrantFrom[] {
  if (grant.kind === 'floor') {
    const holds = { day: grant.gives.since, grant }
    return today <= grant.until ? [holds] : [holds, { day: addDays(grant.until, 1), grant: null }]
  }
  // Without spend: whoever reaches the tier has it by the own standing.
  return termReview(programme, grant.gives, {}, today).map((term) => ({
    day: term.since,
    grant: rankOf(programme, term.tierId) === 0 ? null : { ...grant, gives: { ...term, before: null } },
  }))
}

const grantAfterReview = (
  programme: Programme,
  grant: Grant | undefined,
  today: BusinessDay,
): Grant | null => (grant ? (grantReview(programme, grant, today).at(-1)?.grant ?? null) : null)

export type GrantRefusal = 'tier-unknown' | 'until-out-of-range' | 'in-force' | 'not-higher'

/** Why a tier cannot be given; null when it can. One grant at a time, and none that gives nothing. */
export function grantRefusal(
  programme: Programme,
  account: Standings,
  { kind, tierId, until }: GrantWish,
  today: BusinessDay,
): GrantRefusal | null {
  if (!programme.ladder.some(({ id }) => id === tierId)) return 'tier-unknown'
  if (until <= today || until > addMonths(today, programme.grants.longestMonths)) return 'until-out-of-range'
  if (account.grant && today <= account.grant.until) return 'in-force'
  const rank = rankOf(programme, tierId)
  const least = kind === 'once' ? rankOf(programme, heldOn(programme, account, today).tierId) + 1 : 1
  return rank < least ? 'not-higher' : null
}

/** Whether a second manager must agree: measured from what is earned, so that no two small steps make a large one. */
export function needsSecond(
  programme: Programme,
  account: Standings,
  tierId: string,
  today: BusinessDay,
): boolean {
  const earned = earnedOn(programme, account, today)
  const rank = rankOf(programme, tierId)
  const levels = rank - rankOf(programme, earned.tierId)
  return rank === programme.ladder.length - 1 || levels > programme.grants.levelsAlone
}

/** The account with a grant from `today`. */
export const withGrant = (
  programme: Programme,
  account: Account,
  wish: GrantWish & { readonly id: string },
  today: BusinessDay,
): Account => {
  const { id, kind, until } = wish
  const tier: Tier = tierById(programme, wish.tierId)
  const gives = { ...standingFrom(programme, tier, today), termEndsOn: until }
  return { ...account, ...standingsOn(programme, account, today), grant: { id, kind, until, gives } }
}

/** The account without its grant: what is earned is held, at once. */
export function withoutGrant(programme: Programme, account: Account, today: BusinessDay): Account {
  const { grant: _grant, ...rest } = account
  return { ...rest, ...standingsOn(programme, rest, today) }
}
