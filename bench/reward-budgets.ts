/** What wallet, offers, points mall and time may cost, in calls; what a minute forgets is read before. */
import { dataOf } from '../test/server/cloud'
import { ASSISTANT, MEMBER, type Mall } from '../test/server/mall'
import { offer, publish } from '../test/server/offers'
import { publishRewards, reward, take } from '../test/server/rewards'
import type { Budget } from './calls'

const STOCK = { stock: 1_000, stockParts: 4 }

/** Points, a shelf with a thing, one that nobody counts and a coupon, and the member's look at each. */
async function looked(mall: Mall, time: number, of: string): Promise<void> {
  await mall.receipt(`points-${of}-${time}`, 100_000)
  const gives = { kind: 'coupon' as const, offerId: 'given' }
  const rewards = [
    reward('thing', STOCK),
    reward('many'),
    reward('voucher', { ...STOCK, gives, ways: [], storeId: null }),
  ]
  await publishRewards(mall, rewards, [offer('given', { claim: null })])
  dataOf(await mall.ask('member', 'offers', MEMBER, {}))
  for (const { rewardId } of rewards) dataOf(await mall.ask('member', 'reward', MEMBER, { rewardId }))
}

async function taken(mall: Mall, time: number, of: string): Promise<string> {
  await looked(mall, time, of)
  return dataOf(await take(mall, 'thing')).exchange.exchangeId
}

async function afterOffers(mall: Mall, time: number): Promise<void> {
  await publish(mall, offer(`claimed-${time}`, STOCK))
  dataOf(await mall.ask('member', 'offers', MEMBER, {}))
}

const exchangeOf = (rewardId: string) => async (mall: Mall, time: number) => {
  await looked(mall, time, rewardId)
  return take(mall, rewardId, rewardId === 'voucher' ? { way: null } : {})
}

export const REWARD_BUDGETS: readonly Budget[] = [
  { title: 'wallet', most: 2, run: (mall) => mall.ask('member', 'wallet', MEMBER, {}) },
  {
    title: 'offers',
    most: 2,
    run: async (mall, time) => {
      await afterOffers(mall, time)
      return mall.ask('member', 'offers', MEMBER, {})
    },
  },
  {
    title: 'claim, limited stock',
    most: 8,
    run: async (mall, time) => {
      await afterOffers(mall, 2 + time)
      return mall.ask('member', 'claim', MEMBER, { offerId: `claimed-${2 + time}` })
    },
  },
  {
    title: 'points mall, a page',
    most: 2,
    run: async (mall, time) => {
      await looked(mall, time, 'shelf')
      return mall.ask('member', 'mall', MEMBER, {})
    },
  },
  {
    title: 'points mall, its minute over',
    most: 3,
    run: async (mall, time) => {
      await looked(mall, time, 'cold-shelf')
      mall.cloud.clock.shift(60_000)
      return mall.ask('member', 'mall', MEMBER, {})
    },
  },
  {
    title: 'reward',
    most: 2,
    run: async (mall, time) => {
      await looked(mall, time, 'reward')
      return mall.ask('member', 'reward', MEMBER, { rewardId: 'thing' })
    },
  },
  { title: 'exchange', most: 9, run: exchangeOf('many') },
  { title: 'exchange, limited stock', most: 9, run: exchangeOf('thing') },
  { title: 'exchange for a coupon, limited stock', most: 9, run: exchangeOf('voucher') },
  { title: 'exchanges, a page', most: 2, run: (mall) => mall.ask('member', 'exchanges', MEMBER, {}) },
  {
    title: 'cancel an exchange',
    most: 11,
    run: async (mall, time) => {
      const exchangeId = await taken(mall, time, 'cancel')
      return mall.ask('member', 'cancel-exchange', MEMBER, { exchangeId })
    },
  },
  {
    title: 'hand over an exchange',
    most: 7,
    run: async (mall, time) => {
      const exchangeId = await taken(mall, time, 'hand-over')
      const { code } = dataOf(await mall.ask('member', 'exchange-code', MEMBER, { exchangeId }))
      const { visit } = dataOf(await mall.ask('assistant', 'resolve', ASSISTANT, { code }))
      return mall.ask('assistant', 'hand-over', ASSISTANT, { visit, exchangeId })
    },
  },
  {
    title: 'clock with nothing due',
    most: 3,
    run: async ({ cloud }) => {
      const ran = await cloud.invoke('clock', { Type: 'Timer' }, { source: 'wx_trigger' })
      return ran.ok && ran.result
    },
  },
]
