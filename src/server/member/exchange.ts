/**
 * Takes a reward for points. Calls: start, member, then what `takeRewardFor` writes, commit: six, two more where the stock is
 * limited, one more for a coupon; and the member by openid, where this instance has not shown the member any reward.
 * Invariant: another price than was shown takes nothing.
 */
import type { ExchangedView } from '../../contract/reward-views'
import { daysFrom } from '../../domain/coupons/claim'
import type { Offer } from '../../domain/coupons/offer'
import type { Programme } from '../../domain/programme/programme'
import {
  isOver,
  rewardStateFor,
  type Reward,
  type RewardState,
  type RewardWay,
} from '../../domain/rewards/reward'
import { businessDayOf } from '../../domain/time/business-day'
import { takeRewardFor } from '../booking/take-reward-for'
import { command, TryAgain } from '../run/command'
import { refuse, type Outcome, type Refused } from '../run/outcome'
import type { Call } from '../run/serve'
import { exchangeIdOf, exchanges } from '../store/exchanges'
import { cardStateOf, members, type MemberDocument } from '../store/members'
import { allOffers } from '../store/offers'
import { belongsTo, forgetMemberId, memberIdOf } from '../store/member-key'
import { programmeInForce } from '../store/programme'
import { allRewards } from '../store/rewards'
import { askerFor, shopperOf } from '../view/reward'

export interface ExchangeInput {
  readonly rewardId: string
  readonly shownPoints: number
  readonly shownPriceFen: number
  readonly way: RewardWay | null
  readonly address?: { readonly name: string; readonly phone: string; readonly text: string } | undefined
}

export async function exchange(call: Call, input: ExchangeInput): Promise<Outcome<ExchangedView>> {
  const { openid, at, inputHash, language } = call
  const [programme, shelf] = await Promise.all([programmeInForce(), allRewards(at)])
  const reward = shelf.find((each) => each.rewardId === input.rewardId)
  const offer = reward?.gives.kind === 'coupon' ? await offerOf(reward.gives.offerId, at) : null
  let id = ''
  return command<ExchangedView, string | null>(
    { inputHash, find: () => exchanges.get(id) },
    async (within, memberId) => {
      if (!memberId) return refuse('member.not-joined')
      id = exchangeIdOf(memberId, call.operationId)
      const member = await members.get(memberId, within)
      if (!belongsTo(member, { openid })) {
        forgetMemberId({ openid })
        throw new TryAgain()
      }
      if (!reward) return refuse('reward.unknown')
      const refused = refusalOf(member, reward, input, programme, call)
      if (refused) return refused
      if (reward.gives.kind === 'coupon' && !offer) return refuse('reward.not-open')
      const { way, address = null } = input
      const taking = { id, at, language, reward, offer, shelf, way, address, inputHash }
      return takeRewardFor(member, taking, programme, within)
    },
    () => memberIdOf({ openid }),
  )
}

/** Null when it has no day left on which it could be used. */
async function offerOf(offerId: string, at: number): Promise<Offer | null> {
  const today = businessDayOf(at)
  const offer = (await allOffers(at)).find((each) => each.offerId === offerId)
  return offer && daysFrom(offer.validity, today).validUntil >= today ? offer : null
}

/** The stock is looked at last, by who takes from it. */
function refusalOf(
  member: MemberDocument,
  reward: Reward,
  input: ExchangeInput,
  programme: Programme,
  { at, language }: Call,
): Refused | null {
  const card = cardStateOf(member)
  if (card !== 'active') return refuse(card === 'frozen' ? 'card.frozen' : 'card.closed')
  if (isOver(reward, at)) return refuse('reward.not-open')
  const { points, priceFen } = reward
  if (points !== input.shownPoints || priceFen !== input.shownPriceFen)
    return refuse('reward.price-changed', { points, priceFen })
  const isWay = input.way === null ? reward.ways.length === 0 : reward.ways.includes(input.way)
  if (!isWay || (input.way === 'delivery') !== (input.address !== undefined)) return refuse('reward.way-not')
  const shopper = shopperOf(member, programme, at, language)
  const state = rewardStateFor(reward, { ...askerFor(reward, shopper, new Map()), left: null })
  return state === 'open' ? null : refuse(REFUSAL[state], { points: shopper.points, needed: points })
}

const REFUSAL = {
  short: 'points.not-enough',
  'tier-locked': 'reward.tier-not',
  'sold-out': 'reward.sold-out',
  soon: 'reward.not-open',
  'limit-reached': 'reward.limit-reached',
} as const satisfies Record<Exclude<RewardState, 'open'>, string>
