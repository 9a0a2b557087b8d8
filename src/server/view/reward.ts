/** What a member sees of rewards, as they stand for this member at this moment. Never stored. */
import type { RewardDetailView, RewardView } from '../../contract/reward-views'
import { spendable } from '../../domain/points/purse'
import { programmeIn, type Language } from '../../domain/programme/in-language'
import { tierById, type Programme } from '../../domain/programme/programme'
import {
  isPresale,
  rewardStateFor,
  tierNeeded,
  type Reward,
  type RewardAsker,
} from '../../domain/rewards/reward'
import { gapTo, tallyOn } from '../../domain/tiers/measure'
import { businessDayOf } from '../../domain/time/business-day'
import type { MemberDocument } from '../store/members'
import { rewardIn, stockOfReward } from '../store/rewards'
import { standingOn } from './standing'

/** A member who looks at the shelf. */
export interface Shopper extends Omit<RewardAsker, 'left' | 'exchanged'> {
  readonly member: MemberDocument
  readonly language: Language
}

export function shopperOf(
  member: MemberDocument,
  programme: Programme,
  at: number,
  language: Language,
): Shopper {
  const today = businessDayOf(at)
  const { tierId } = standingOn(member, programme, today)
  return { member, language, at, programme, tierId, points: spendable(member.account.purse, today) }
}

/** @param left of each stock; a reward without one is not in it. */
export const askerFor = (
  { rewardId, stock }: Reward,
  shopper: Shopper,
  left: ReadonlyMap<string, number>,
): RewardAsker => ({
  ...shopper,
  exchanged: shopper.member.exchanged?.[rewardId] ?? 0,
  left: stock === null ? null : (left.get(stockOfReward(rewardId)) ?? 0),
})

export function rewardView(reward: Reward, shopper: Shopper, left: ReadonlyMap<string, number>): RewardView {
  const { rewardId, storeName, picture, category, points, wasPoints, priceFen, open } = reward
  const asker = askerFor(reward, shopper, left)
  const state = rewardStateFor(reward, asker)
  return {
    rewardId,
    name: rewardIn(reward, shopper.language).name,
    storeName,
    picture,
    category,
    points,
    wasPoints,
    priceFen,
    left: asker.left,
    state,
    ...(state === 'short' && { short: points - shopper.points }),
    ...(state === 'tier-locked' && gateView(reward, shopper)),
    ...(open.from > shopper.at && { startsAt: open.from }),
    endsAt: open.until,
    special: wasPoints !== null,
    presale: isPresale(reward, shopper.at),
  }
}

/** The tier that is missing, and how far it is. */
function gateView(
  reward: Reward,
  { member, programme, at, language }: Shopper,
): Pick<RewardView, 'tierName' | 'gapFen'> {
  const needed = tierNeeded(reward, at, programme)
  if (needed === null) return {}
  const { spendByDay, activityByDay } = member.account
  const tally = tallyOn(programme, spendByDay, businessDayOf(at), activityByDay)
  const { name } = tierById(programmeIn(programme, language), needed)
  return { tierName: name, gapFen: gapTo(programme, tierById(programme, needed), tally) }
}

export const rewardDetailView = (
  reward: Reward,
  shopper: Shopper,
  left: ReadonlyMap<string, number>,
): RewardDetailView => ({
  ...rewardView(reward, shopper, left),
  advice: rewardIn(reward, shopper.language).advice,
  ways: reward.ways,
  holdDays: reward.holdDays,
  perMember: reward.perMember,
  exchanged: askerFor(reward, shopper, left).exchanged,
  memberPoints: shopper.points,
  serverNow: shopper.at,
})
