/**
 * The shelf of rewards as it stands for the member, by cursor. Calls: the member, then the counters of what is shown (and
 * the rewards, once a minute); of what can be afforded, the counters of all that come into question.
 */
import type { MallView } from '../../contract/reward-views'
import { isNamed, isOver, rewardStateFor, shelfKey, type Reward } from '../../domain/rewards/reward'
import { refuse, type Outcome } from '../run/outcome'
import type { Call } from '../run/serve'
import { members } from '../store/members'
import { programmeInForce } from '../store/programme'
import { allRewards, stockOfReward } from '../store/rewards'
import { countersOf, leftOf } from '../store/stocks'
import { askerFor, rewardView, shopperOf, type Shopper } from '../view/reward'

const PAGE = 20

interface MallWish {
  readonly category?: string | undefined
  readonly search?: string | undefined
  readonly affordable?: true | undefined
  readonly special?: true | undefined
  readonly after?: string | undefined
}

export async function mall(call: Call, wish: MallWish): Promise<Outcome<MallView>> {
  const { at, openid } = call
  const [programme, all, member] = await Promise.all([
    programmeInForce(),
    allRewards(at),
    members.first({ openid }),
  ])
  if (!member) return refuse('member.not-joined')
  const shopper = shopperOf(member, programme, at, call.language)
  const shelf = all.filter((reward) => !isOver(reward, at)).sort(byShelf)
  const wished = shelf.filter((reward) => isWished(reward, wish))
  const asked = wish.affordable
    ? wished.filter((each) => mayAfford(each, shopper))
    : wished.slice(0, PAGE + 1)
  const left = leftOf(await countersOf(asked.filter(hasStock).map(({ rewardId }) => stockOfReward(rewardId))))
  const found = wish.affordable
    ? asked.filter((each) => rewardStateFor(each, askerFor(each, shopper, left)) === 'open')
    : asked
  const shown = found.slice(0, PAGE)
  const last = shown.at(-1)
  return {
    data: {
      points: shopper.points,
      debt: member.account.purse.debt,
      rewards: shown.map((each) => rewardView(each, shopper, left)),
      categories: [...new Set(shelf.map(({ category }) => category))],
      next: found.length > PAGE && last ? shelfKey(last) : null,
      serverNow: at,
    },
  }
}

const byShelf = (a: Reward, b: Reward): number => (shelfKey(a) < shelfKey(b) ? -1 : 1)
const hasStock = ({ stock }: Reward): boolean => stock !== null

const isWished = (reward: Reward, { category, search, special, after }: MallWish): boolean =>
  (category === undefined || reward.category === category) &&
  (search === undefined || isNamed(reward, search)) &&
  (special === undefined || reward.wasPoints !== null) &&
  (after === undefined || shelfKey(reward) > after)

/** With as many in stock as are wanted. */
const mayAfford = (reward: Reward, shopper: Shopper): boolean =>
  rewardStateFor(reward, { ...askerFor(reward, shopper, new Map()), left: null }) === 'open'
