/**
 * What a member's document counts of the friends whom the member invited, and the honours that follow from it.
 * Invariant: a season counts a friend once; what is taken back leaves the season in which it was given.
 */
import type { BusinessDay } from '../time/business-day'
import { HONOURS, type Honour, type ReferralRules } from './rules'
import { seasonOf, type Season } from './season'

export interface SeasonFigures {
  readonly season: Season
  readonly joined: number
  readonly rewarded: number
  /** The member was told how the season ended. */
  readonly closed?: true
}

export interface Inviter {
  /** Ten letters and digits that a link carries. */
  readonly code: string
  /** Fingerprint of the phone on which the member began to invite. */
  readonly device: string
  readonly today?: { readonly day: BusinessDay; readonly joined: number }
  /** Newest first. */
  readonly seasons: readonly SeasonFigures[]
  /** Friends for whom points were given and not taken back, ever. */
  readonly rewarded: number
  readonly offBoard?: true
  /** Orders the board of a season; absent off the board and without a rewarded friend. */
  readonly boardKey?: string
  /** When the last reward came: of two with as many friends the earlier one leads. */
  readonly rewardedAt?: number
}

const SEASONS_KEPT = 12
const NO_FIGURES = { joined: 0, rewarded: 0 }

export const newInviter = (code: string, device: string): Inviter => ({
  code,
  device,
  seasons: [],
  rewarded: 0,
})

export const figuresOf = ({ seasons }: Pick<Inviter, 'seasons'>, season: Season): SeasonFigures =>
  seasons.find((each) => each.season === season) ?? { season, ...NO_FIGURES }

export const joinedOn = ({ today }: Inviter, day: BusinessDay): number =>
  today?.day === day ? today.joined : 0

/** A friend joined today. */
export const withJoined = (inviter: Inviter, day: BusinessDay): Inviter =>
  moved({ ...inviter, today: { day, joined: joinedOn(inviter, day) + 1 } }, seasonOf(day), { joined: 1 })

export const withReward = (inviter: Inviter, day: BusinessDay, at: number): Inviter =>
  moved({ ...inviter, rewarded: inviter.rewarded + 1, rewardedAt: at }, seasonOf(day), { rewarded: 1 })

/** @param day on which the reward was given. */
export const withRewardTakenBack = (inviter: Inviter, day: BusinessDay): Inviter =>
  moved({ ...inviter, rewarded: Math.max(0, inviter.rewarded - 1) }, seasonOf(day), { rewarded: -1 })

export function onBoard({ offBoard: _off, ...inviter }: Inviter, shown: boolean): Inviter {
  return listed(shown ? inviter : { ...inviter, offBoard: true })
}

function moved(
  inviter: Inviter,
  season: Season,
  by: { readonly joined?: number; readonly rewarded?: number },
): Inviter {
  const before = figuresOf(inviter, season)
  const { closed: _closed, ...open } = before
  const after: SeasonFigures = {
    ...(by.rewarded === 1 ? open : before),
    joined: before.joined + (by.joined ?? 0),
    rewarded: Math.max(0, before.rewarded + (by.rewarded ?? 0)),
  }
  const others = inviter.seasons.filter((each) => each.season !== season)
  const seasons = [...others, after].sort((a, b) => (a.season < b.season ? 1 : -1)).slice(0, SEASONS_KEPT)
  return listed({ ...inviter, seasons })
}

/** Fifteen nines: a later instant makes a smaller key. */
const LATEST = 999_999_999_999_999

function listed({ boardKey: _key, ...inviter }: Inviter): Inviter {
  const latest = inviter.seasons.find(({ rewarded }) => rewarded > 0)
  if (!latest || inviter.offBoard) return inviter
  const first = LATEST - (inviter.rewardedAt ?? 0)
  return { ...inviter, boardKey: `${latest.season}:${String(latest.rewarded).padStart(5, '0')}:${first}` }
}

/** The highest honour of so many rewarded friends; null below the lowest. */
export const honourOf = (rules: ReferralRules, friends: number): Honour | null =>
  HONOURS.filter((honour) => friends >= rules.honours[honour]).at(-1) ?? null

/** The honour that comes next, and how many friends are missing; null at the top. */
export function nextHonour(
  rules: ReferralRules,
  friends: number,
): { readonly honour: Honour; readonly needs: number; readonly missing: number } | null {
  const honour = HONOURS.find((each) => friends < rules.honours[each])
  return honour ? { honour, needs: rules.honours[honour], missing: rules.honours[honour] - friends } : null
}

/** The oldest season that brought points and of which the member was not told how it ended; null when there is none. */
export const seasonToClose = ({ seasons }: Inviter): SeasonFigures | null =>
  seasons.filter(({ closed, rewarded }) => !closed && rewarded > 0).at(-1) ?? null

export const withSeasonClosed = (inviter: Inviter, season: Season): Inviter => ({
  ...inviter,
  seasons: inviter.seasons.map((each) => (each.season === season ? { ...each, closed: true } : each)),
})
