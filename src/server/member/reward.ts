/** One reward, with how it is had. Calls: the member and its counters, at once (and the rewards, once a minute). */
import type { RewardDetailView } from '../../contract/reward-views'
import { isOver } from '../../domain/rewards/reward'
import { refuse, type Outcome } from '../run/outcome'
import type { Call } from '../run/serve'
import { rememberMemberId } from '../store/member-key'
import { members } from '../store/members'
import { programmeInForce } from '../store/programme'
import { allRewards, stockOfReward } from '../store/rewards'
import { countersOf, leftOf } from '../store/stocks'
import { rewardDetailView, shopperOf } from '../view/reward'

export async function reward(
  call: Call,
  { rewardId }: { rewardId: string },
): Promise<Outcome<RewardDetailView>> {
  const { at, openid, language } = call
  const [programme, all, member, counters] = await Promise.all([
    programmeInForce(),
    allRewards(at),
    members.first({ openid }),
    countersOf([stockOfReward(rewardId)]),
  ])
  if (!member) return refuse('member.not-joined')
  // Who looks at it may take it next: that is a call less then.
  rememberMemberId({ openid }, member._id)
  const found = all.find((each) => each.rewardId === rewardId)
  if (!found) return refuse('reward.unknown')
  if (isOver(found, at)) return refuse('reward.not-open')
  const shopper = shopperOf(member, programme, at, language)
  return { data: rewardDetailView(found, shopper, leftOf(counters)) }
}
