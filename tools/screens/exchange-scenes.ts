/** What members took for points, at the counter: handed over by its code, or sent; and what was handed over for coupons. */
import type { LocalCloud } from '../../local/cloud'
import type { RunningPhone } from '../../local/phone'
import type { ExchangeCodeView, ExchangedView } from '../../src/contract/reward-views'
import { called } from '../demo-mall/called'
import { DEMO_PEOPLE, type DemoPerson } from '../demo-mall/people'
import { holdsCoupons } from './coupons-in-hand'
import { DESK, LARGE, openidOf, scanned, SMALL, type Scene, type Setting, type Studio } from './studio'
import { appears, touch } from './touch'

const SHEN = DEMO_PEOPLE.find(({ id }) => id === 'shen-qinghe') as DemoPerson
const OWNER = DEMO_PEOPLE.find(({ role }) => role === 'manager') as DemoPerson
const CHENG = 'cheng-yichuan'
const ADDRESS = { name: '沈清和', phone: '13800001234', text: '上海市徐汇区梧桐路 1 号 3 幢 502 室' }

/** Coffee that is fetched at its store, and beans that are sent from there. */
const REWARDS = [
  ['counter-coffee', '手冲咖啡一杯', 'pour-over-coffee', 'pickup'],
  ['counter-beans', '埃塞咖啡豆 200 克', 'pour-over-coffee', 'delivery'],
] as const

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

async function takes({ cloud }: Studio, [rewardId, , , way]: (typeof REWARDS)[number]): Promise<string> {
  await publish(cloud)
  const address = way === 'delivery' ? { address: ADDRESS } : {}
  const input = { rewardId, shownPoints: 600, shownPriceFen: 0, way, ...address }
  const operationId = `screens-exchange-${cloud.clock.now()}`
  const taken = (await called(
    cloud,
    'member',
    { action: 'exchange', operationId, input },
    SHEN,
  )) as ExchangedView
  return taken.exchange.exchangeId
}

async function handingOver(studio: Studio, setting: Setting = {}): Promise<RunningPhone> {
  const exchangeId = await takes(studio, REWARDS[0])
  const asking = { action: 'exchange-code', input: { exchangeId } }
  const { code } = (await called(studio.cloud, 'member', asking, SHEN)) as ExchangeCodeView
  const phone = await studio.phone(openidOf(CHENG), DESK, setting)
  await touch(phone, '.button', '输入 18 位码')
  await (await appears(phone, '.code-sheet input')).fill(code)
  await touch(phone, '.code-sheet .button')
  await appears(phone, '.hand-over__thing')
  return phone
}

async function toSend(studio: Studio, setting: Setting = {}): Promise<RunningPhone> {
  await takes(studio, REWARDS[1])
  const phone = await studio.phone(openidOf(CHENG), DESK, setting)
  await touch(phone, '.desk-news__way', '待寄出')
  await appears(phone, '.to-send__thing')
  return phone
}

/** The desk of the book shop after a cake was handed over. */
async function afterRedeeming(studio: Studio): Promise<RunningPhone> {
  await holdsCoupons(studio.cloud, SHEN.id)
  const { assistant } = await scanned(studio, SHEN.id)
  await touch(assistant, '.ticket', '停车')
  await (await appears(assistant, '.plate input')).fill('A12345')
  await touch(assistant, '.redeem .button')
  await appears(assistant, '.redeem--done')
  await touch(assistant, '.redeem .button', '好')
  await touch(assistant, '.nav-bar__back')
  await appears(assistant, '.desk-news__way', '今天核销')
  return assistant
}

export const EXCHANGE_SCENES: readonly Scene[] = [
  { name: 'hand-over', play: (studio) => handingOver(studio) },
  {
    name: 'hand-over-large-font-320',
    play: (studio) => handingOver(studio, { ...SMALL, ...LARGE }),
  },
  {
    name: 'handed-over',
    play: async (studio) => {
      const phone = await handingOver(studio)
      await touch(phone, '.hand-over__go .button')
      await appears(phone, '.handed-over')
      return phone
    },
  },
  { name: 'to-send', play: (studio) => toSend(studio) },
  {
    name: 'to-send-typing-large-font-320',
    play: async (studio) => {
      const phone = await toSend(studio, { ...SMALL, ...LARGE })
      await touch(phone, '.to-send .button')
      await appears(phone, '.send-sheet')
      return phone
    },
  },
  { name: 'desk-redeemed', play: afterRedeeming },
  {
    name: 'redemptions',
    play: async (studio) => {
      const phone = await studio.phone(openidOf('gu-xiaowen'), '/pages/assistant/redemptions/index')
      await appears(phone, '.redemptions__row')
      return phone
    },
  },
]
