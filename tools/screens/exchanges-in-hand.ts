/** Things taken for points by somebody in the demo mall, through the doors: coffee that is fetched, and beans that are sent. */
import type { LocalCloud } from '../../local/cloud'
import type { ExchangeCodeView, ExchangedView } from '../../src/contract/reward-views'
import { called } from '../demo-mall/called'
import { DEMO_PEOPLE, type DemoPerson } from '../demo-mall/people'

const SHEN = DEMO_PEOPLE.find(({ id }) => id === 'shen-qinghe') as DemoPerson
const OWNER = DEMO_PEOPLE.find(({ role }) => role === 'manager') as DemoPerson
const ADDRESS = { name: '沈清和', phone: '13800001234', text: '上海市徐汇区梧桐路 1 号 3 幢 502 室' }

const REWARDS = [
  ['counter-coffee', '手冲咖啡一杯', 'pour-over-coffee', 'pickup'],
  ['counter-beans', '埃塞咖啡豆 200 克', 'pour-over-coffee', 'delivery'],
] as const
type Way = (typeof REWARDS)[number][3]

/** Published once per mall: what is repeated carries the same operation id. */
async function publish(cloud: LocalCloud): Promise<void> {
  const now = cloud.clock.now()
  const rewards = REWARDS.map(([rewardId, name, picture, way]) => ({
    ...{ rewardId, name, picture, advice: '到店出示兑换码', storeId: 'coffee', storeName: '拾光咖啡' },
    ...{ category: '餐饮', gives: { kind: 'thing' }, points: 600, wasPoints: null, priceFen: 0 },
    ...{ perMember: null, open: { from: now - 86_400_000, until: null }, stock: null, stockParts: 1 },
    ...{ ways: [way], holdDays: 14, rank: 900 },
  }))
  const input = { rewards, offers: [] }
  const publishing = { action: 'publish-catalogue', operationId: 'screens-exchange-rewards', input }
  await called(cloud, 'manager', publishing, OWNER).catch(ifRepeated)
  // Instances remember the rewards of before for a minute.
  cloud.clock.shift(61_000)
}

/** Another scene did it at another instant. */
function ifRepeated(error: unknown): void {
  if (!(error instanceof Error && error.message.includes('operation.mismatch'))) throw error
}

async function takes(cloud: LocalCloud, way: Way): Promise<string> {
  await publish(cloud)
  const rewardId = REWARDS.find(([, , , each]) => each === way)?.[0]
  const address = way === 'delivery' ? { address: ADDRESS } : {}
  const input = { rewardId, shownPoints: 600, shownPriceFen: 0, way, ...address }
  const operationId = `screens-exchange-${cloud.clock.now()}`
  const taking = { action: 'exchange', operationId, input }
  const { exchange } = (await called(cloud, 'member', taking, SHEN)) as ExchangedView
  return exchange.exchangeId
}

/** @returns the digits of its code. */
export async function takesCoffee(cloud: LocalCloud): Promise<string> {
  const asking = { action: 'exchange-code', input: { exchangeId: await takes(cloud, 'pickup') } }
  return ((await called(cloud, 'member', asking, SHEN)) as ExchangeCodeView).code
}

export const takesBeans = (cloud: LocalCloud): Promise<string> => takes(cloud, 'delivery')
