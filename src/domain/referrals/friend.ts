/**
 * How far a friend who was invited has come, in the friend's own document, as a table of steps.
 * Invariant: points are given once, for a purchase that stood through its return window, and are taken back when it does
 * not stand any more; a step that the table does not name is not taken.
 */
import type { Purchase } from '../purchases/purchase'
import { addDays, type BusinessDay } from '../time/business-day'
import type { ReferralRules } from './rules'
import type { RefusalReason } from './refusals'

export type FriendState = 'joined' | 'bought' | 'rewarded' | 'taking-back' | 'taken-back' | 'refused'
export const FRIEND_STEPS = ['buy', 'bring-back', 'reward', 'take-back', 'refuse'] as const
export type FriendStep = (typeof FRIEND_STEPS)[number]

const LEADS_TO: Readonly<Record<FriendState, Readonly<Partial<Record<FriendStep, FriendState>>>>> = {
  joined: { buy: 'bought', refuse: 'refused' },
  bought: { 'bring-back': 'joined', reward: 'rewarded', refuse: 'refused' },
  rewarded: { 'bring-back': 'taking-back' },
  'taking-back': { 'take-back': 'taken-back' },
  'taken-back': {},
  refused: {},
}

/** The state after a step; null when the step is not possible. */
export const afterStep = (state: FriendState, step: FriendStep): FriendState | null =>
  LEADS_TO[state][step] ?? null

export interface Invited {
  /** Id of the referrer. */
  readonly by: string
  /** When the friend joined. */
  readonly at: number
  readonly state: FriendState
  /** More friends of one referrer joined that day than pass unseen; absent: nobody has to look. */
  readonly review?: 'waiting' | 'allowed'
  /** Orders the friends of a referrer. */
  readonly listKey: string
  /**
   * The first purchase that is large enough, what it must be worth, its day, and the day from which the referrer gets the
   * points for it.
   */
  readonly purchaseId?: string
  readonly leastFen?: number
  readonly boughtOn?: BusinessDay
  readonly dueOn?: BusinessDay
  /** What the referrer is to get, the day on which it came, and the last day of that lot. */
  readonly points?: number
  readonly rewardedOn?: BusinessDay
  readonly pointsExpireOn?: BusinessDay
  /** From when the points are to be taken back; of points that are due and were not given yet, once they are. */
  readonly backOn?: BusinessDay
  readonly why?: RefusalReason
}

/** What the purchase counts for: goods that were not brought back. */
const keptFen = ({ qualifyingFen, refundedQualifyingFen }: Purchase): number =>
  qualifyingFen - refundedQualifyingFen

/** After the friend bought: the first purchase that is large enough is remembered, with the day on which it stands. */
export function afterBuying(
  friend: Invited,
  purchaseId: string,
  purchase: Purchase,
  rules: ReferralRules,
  returnWindowDays: number,
): Invited {
  const state = afterStep(friend.state, 'buy')
  if (!state || keptFen(purchase) < rules.leastFirstPurchaseFen) return friend
  const { day } = purchase
  const dueOn = addDays(day, returnWindowDays + 1)
  const { points, leastFirstPurchaseFen: leastFen } = rules
  return { ...friend, state, purchaseId, leastFen, points, boughtOn: day, dueOn }
}

/**
 * After goods came back: a first purchase that is too small now is none, also after the reward. Points that were due by then
 * count as given, whether or not the clock has come by: the order of the two changes nothing.
 */
export function afterBringingBack(
  friend: Invited,
  purchaseId: string,
  purchase: Purchase,
  today: BusinessDay,
): Invited {
  const state = afterStep(friend.state, 'bring-back')
  const stands = keptFen(purchase) >= (friend.leastFen ?? 0)
  if (!state || friend.purchaseId !== purchaseId || stands) return friend
  if (state === 'taking-back') return { ...friend, state, backOn: today }
  if (isDue(friend, today)) return { backOn: today, ...friend }
  const {
    purchaseId: _id,
    leastFen: _least,
    points: _points,
    boughtOn: _bought,
    dueOn: _due,
    ...rest
  } = friend
  return { ...rest, state }
}

/** The day from which time has something to do for this friend's referrer; null when nothing. */
export function dueDayOf({ state, review, dueOn, backOn }: Invited): BusinessDay | null {
  if (state === 'taking-back') return backOn ?? null
  return state === 'bought' && review !== 'waiting' ? (dueOn ?? null) : null
}

/** Whether the points are due by today. */
export function isDue(friend: Invited, today: BusinessDay): boolean {
  const due = dueDayOf(friend)
  return due !== null && due <= today
}

/** @throws on a friend who is not due: a broken invariant. */
export function rewarded(friend: Invited, on: BusinessDay, pointsExpireOn: BusinessDay): Invited {
  const after = { ...friend, state: stepped(friend, 'reward'), rewardedOn: on, pointsExpireOn }
  return friend.backOn ? { ...after, state: stepped(after, 'bring-back') } : after
}

export const takenBack = (friend: Invited): Invited => ({
  ...friend,
  state: stepped(friend, 'take-back'),
})

/** Refused for good; null when it is too late for that. */
export function refused(friend: Invited, why: RefusalReason): Invited | null {
  const { review: _review, backOn: _back, ...rest } = friend
  const state = afterStep(friend.state, 'refuse')
  return state && { ...rest, state, why }
}

/** Somebody looked and lets the friend count; the points are due today at the earliest. */
export const allowed = (friend: Invited, today: BusinessDay): Invited => ({
  ...friend,
  review: 'allowed',
  ...(friend.dueOn && { dueOn: friend.dueOn > today ? friend.dueOn : today }),
})

function stepped(friend: Invited, step: FriendStep): FriendState {
  const state = afterStep(friend.state, step)
  if (!state) throw new Error(`a friend who is ${friend.state} takes no step ${step}`)
  return state
}
