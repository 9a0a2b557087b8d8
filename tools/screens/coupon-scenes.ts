/** Coupons at the counter: chosen for a price, handed over for themselves. */
import type { RunningPhone } from '../../local/phone'
import { called } from '../demo-mall/called'
import { DEMO_PEOPLE, type DemoPerson } from '../demo-mall/people'
import {
  keyIn,
  LARGE,
  scanned,
  sheet,
  SMALL,
  unanswered,
  type Scene,
  type Setting,
  type Studio,
} from './studio'
import { appears, touch } from './touch'

const person = (id: string): DemoPerson => DEMO_PEOPLE.find((each) => each.id === id) as DemoPerson
const OWNER = DEMO_PEOPLE.find(({ role }) => role === 'manager') as DemoPerson
const SHEN = 'shen-qinghe'
const DAY_MS = 86_400_000

interface Sort {
  readonly offerId: string
  readonly name: string
  readonly advice: string
  readonly worth: Record<string, unknown>
  readonly days?: number
  readonly group: string
  readonly exclusive?: true
}

/** As a mall would have them: beside each other, of one group, alone, and two that are handed over. */
const SORTS: readonly Sort[] = [
  {
    offerId: 'counter-threshold',
    name: '满 300 减 50',
    advice: '满 300 元可用，每单一张',
    worth: { kind: 'threshold', thresholdFen: 30_000, offFen: 5_000 },
    days: 5,
    group: 'full',
  },
  {
    offerId: 'counter-threshold-large',
    name: '满 1000 减 180',
    advice: '满 1000 元可用，每单一张',
    worth: { kind: 'threshold', thresholdFen: 100_000, offFen: 18_000 },
    group: 'full',
  },
  {
    offerId: 'counter-cash',
    name: '10 元抵用券',
    advice: '无门槛，可与满减同用',
    worth: { kind: 'cash', offFen: 1_000 },
    group: 'cash',
  },
  {
    offerId: 'counter-percent',
    name: '全单 9 折',
    advice: '每单一张，不与其他券同用',
    worth: { kind: 'percent', percentOff: 10, mostFen: 10_000 },
    group: 'percent',
    exclusive: true,
  },
  {
    offerId: 'counter-cake',
    name: '栗子蛋糕兑换券',
    advice: '到店出示，现场领取一份',
    worth: { kind: 'exchange', thing: '栗子蛋糕' },
    group: 'thing',
  },
  {
    offerId: 'counter-parking',
    name: '停车 2 小时',
    advice: '离场前报车牌，当天有效',
    worth: { kind: 'parking', hours: 2 },
    group: 'parking',
  },
]

/** Published and claimed once per mall: what is repeated carries the same operation id. */
async function holds(studio: Studio, memberId: string): Promise<void> {
  const { cloud } = studio
  const now = cloud.clock.now()
  const claim = { from: now - DAY_MS, until: now + DAY_MS }
  const limits = { flash: false, stock: null, stockParts: 1, perMember: 1, perMemberADay: 1 }
  const offers = SORTS.map(({ days = 30, group, exclusive = false, ...terms }) => ({
    ...terms,
    ...limits,
    scope: {},
    stacking: { group, rank: 10, exclusive, besideDiscount: true, mostPerOrder: 1 },
    giftable: true,
    claim,
    validity: { kind: 'days', days },
  }))
  const publishing = { action: 'publish-catalogue', operationId: 'screens-catalogue', input: { offers } }
  await called(cloud, 'manager', publishing, OWNER).catch(ifRepeated)
  // Instances remember the offers of before for a minute.
  cloud.clock.shift(61_000)
  for (const { offerId } of SORTS) {
    const claiming = { action: 'claim', operationId: `screens-claim-${offerId}`, input: { offerId } }
    await called(cloud, 'member', claiming, person(memberId)).catch(ifRepeated)
  }
}

/** Another scene did it at another instant. */
function ifRepeated(error: unknown): void {
  if (!(error instanceof Error && /operation.mismatch|offer.limit/.test(error.message))) throw error
}

async function serving(studio: Studio, amount: string, setting: Setting = {}): Promise<RunningPhone> {
  await holds(studio, SHEN)
  const { assistant } = await scanned(studio, SHEN, setting)
  await keyIn(assistant, amount)
  return assistant
}

const atCounter = (name: string, amount: string, setting: Setting = {}): Scene => ({
  name,
  play: (studio) => serving(studio, amount, setting),
})

async function ticket(studio: Studio, words: string): Promise<RunningPhone> {
  const assistant = await serving(studio, '')
  await touch(assistant, '.ticket', words)
  await appears(assistant, '.redeem')
  return assistant
}

export const COUPON_SCENES: readonly Scene[] = [
  sheet({ ...atCounter('coupons', '386.00'), picture: '07-assistant-scan-result' }),
  atCounter('coupons-short', '288'),
  atCounter('coupons-large-font-320', '1386', { ...SMALL, ...LARGE }),
  {
    name: 'coupons-own-choice',
    play: async (studio) => {
      const assistant = await serving(studio, '386.00')
      await touch(assistant, '.ticket', '最多减 100')
      return assistant
    },
  },
  sheet({ name: 'redeem', play: (studio) => ticket(studio, '栗子蛋糕') }),
  sheet({
    name: 'redeem-parking',
    play: async (studio) => {
      const assistant = await ticket(studio, '停车')
      await (await appears(assistant, '.plate input')).fill('A12345')
      return assistant
    },
  }),
  {
    name: 'redeem-unknown',
    play: async (studio) => {
      const assistant = await ticket(studio, '栗子蛋糕')
      await unanswered(assistant, 'fails')
      await touch(assistant, '.redeem .button')
      await appears(assistant, '.redeem .notice')
      return assistant
    },
  },
  {
    name: 'redeemed',
    play: async (studio) => {
      const assistant = await ticket(studio, '栗子蛋糕')
      await touch(assistant, '.redeem .button')
      await appears(assistant, '.redeem--done')
      return assistant
    },
  },
]
