/** Rewards and exchanges as rules: who may take one, what is wrong with one, which step leads where. */
import { fen } from '../../src/domain/money/fen'
import { checkReward } from '../../src/domain/rewards/check-reward'
import {
  afterStep,
  dueAt,
  exchangeStateAt,
  PAY_MS,
  type ExchangeState,
  type ExchangeStep,
} from '../../src/domain/rewards/exchange'
import {
  isNamed,
  isOver,
  rewardStateFor,
  shelfKey,
  tierNeeded,
  type Reward,
} from '../../src/domain/rewards/reward'
import { startOfDay } from '../../src/domain/time/business-day'
import { day, mall, noonOf } from './mall'

const OPEN = noonOf('2026-05-01')
const NOW = noonOf('2026-05-10')

const reward = (change: Partial<Reward> = {}): Reward => ({
  rewardId: 'coffee',
  name: '手冲咖啡一杯',
  advice: '凭码领取',
  storeId: 'cafe',
  storeName: '半日咖啡',
  picture: 'pour-over-coffee',
  category: '餐饮',
  gives: { kind: 'thing' },
  points: 1_200,
  wasPoints: null,
  priceFen: fen(0),
  perMember: null,
  open: { from: OPEN, until: null },
  stock: null,
  stockParts: 1,
  ways: ['pickup'],
  holdDays: 14,
  rank: 1,
  ...change,
})
const asker = { at: NOW, programme: mall, tierId: 'gold', points: 1_200, exchanged: 0, left: null }
const KNOWN = { tierIds: mall.ladder.map(({ id }) => id), storeIds: ['cafe'], offerIds: ['voucher'] }

describe('who may take a reward', () => {
  const presale = { from: noonOf('2026-05-05'), fromTierId: 'platinum' }
  const later = { from: noonOf('2026-05-20'), until: null }

  test.each([
    ['with just enough points', {}, {}, 'open'],
    ['one point short', {}, { points: 1_199 }, 'short'],
    ['the last one', {}, { left: 1 }, 'open'],
    ['none left', {}, { left: 0 }, 'sold-out'],
    ['one below the limit', { perMember: 2 }, { exchanged: 1 }, 'open'],
    ['at the limit', { perMember: 2 }, { exchanged: 2 }, 'limit-reached'],
    ['of the tier that may', { fromTierId: 'gold' }, {}, 'open'],
    ['of a lower tier', { fromTierId: 'platinum' }, {}, 'tier-locked'],
    ['before it opens', { open: later }, {}, 'soon'],
    ['at the instant at which it opens', { open: { from: NOW, until: null } }, {}, 'open'],
    ['in the pre-sale, of the tier', { open: later, presale }, { tierId: 'platinum' }, 'open'],
    ['in the pre-sale, of a lower tier', { open: later, presale }, {}, 'soon'],
    [
      'before the pre-sale',
      { open: later, presale: { ...presale, from: NOW + 1 } },
      { tierId: 'diamond' },
      'soon',
    ],
    ['sold out in the pre-sale', { open: later, presale }, { tierId: 'diamond', left: 0 }, 'sold-out'],
  ] as const)('%s', (_, change, who, expected) => {
    expect(rewardStateFor(reward(change), { ...asker, ...who })).toBe(expected)
  })

  test('its window ends at its instant', () => {
    const ending = reward({ open: { from: OPEN, until: NOW } })
    expect([isOver(ending, NOW - 1), isOver(ending, NOW), isOver(reward(), NOW)]).toEqual([
      false,
      true,
      false,
    ])
  })

  test('of the gates of reward and pre-sale the higher one counts', () => {
    const both = reward({ open: later, presale, fromTierId: 'diamond' })
    expect(tierNeeded(both, NOW, mall)).toBe('diamond')
    expect(tierNeeded(reward({ open: later, presale, fromTierId: 'gold' }), NOW, mall)).toBe('platinum')
    expect(tierNeeded(reward(), NOW, mall)).toBeNull()
  })

  test('the shelf begins with special prices, then goes by place', () => {
    const shelf = [reward({ rank: 2 }), reward({ rank: 1 }), reward({ rank: 9, wasPoints: 1_600 })]
    expect(shelf.sort((a, b) => (shelfKey(a) < shelfKey(b) ? -1 : 1)).map(({ rank }) => rank)).toEqual([
      9, 1, 2,
    ])
  })

  test('it is found by name, store or shelf, in either case', () => {
    const named = reward({ english: { name: 'Pour-over Coffee', advice: '' } })
    expect(['咖啡', '半日', '餐饮', 'pour-OVER', '茶'].map((each) => isNamed(named, each))).toEqual([
      true,
      true,
      true,
      true,
      false,
    ])
  })
})

describe('what is wrong with a reward', () => {
  const voucher: Partial<Reward> = { gives: { kind: 'coupon', offerId: 'voucher' }, ways: [], storeId: null }

  test('nothing', () => {
    expect(checkReward(reward(), KNOWN)).toEqual([])
    expect(checkReward(reward(voucher), KNOWN)).toEqual([])
  })

  test.each<[string, Partial<Reward>]>([
    ['costs nothing', { points: 0 }],
    ['half a point', { points: 0.5 }],
    ['a special price that is none', { wasPoints: 1_200 }],
    ['a price below zero', { priceFen: fen(-1) }],
    ['a limit of none', { perMember: 0 }],
    ['stock below zero', { stock: -1 }],
    ['no counter', { stockParts: 0 }],
    ['never waits', { holdDays: 0 }],
    ['no way', { ways: [] }],
    ['a way twice', { ways: ['pickup', 'pickup'] }],
    ['delivered by nobody', { ways: ['delivery'], storeId: null }],
    ['a store that is not there', { storeId: 'none' }],
    ['a tier that is not there', { fromTierId: 'none' }],
    ['a pre-sale of a tier that is not there', { presale: { from: OPEN - 1, fromTierId: 'none' } }],
    ['a pre-sale after it opened', { presale: { from: OPEN, fromTierId: 'gold' } }],
    ['ends before it opens', { open: { from: OPEN, until: OPEN } }],
    ['an offer that is not there', { ...voucher, gives: { kind: 'coupon', offerId: 'none' } }],
    ['a coupon for money', { ...voucher, priceFen: fen(1) }],
    ['a coupon that is delivered', { ...voucher, ways: ['pickup'] }],
  ])('%s', (_, change) => {
    expect(checkReward(reward(change), KNOWN)).toHaveLength(1)
  })
})

describe('the life of an exchange', () => {
  const states: ExchangeState[] = ['unpaid', 'held', 'sent', 'settled', 'cancelled', 'expired']
  const steps: ExchangeStep[] = ['pay', 'hand-over', 'undo', 'send', 'arrive', 'cancel', 'expire']

  test('leads where the table says and nowhere else', () => {
    const possible = states.flatMap((state) =>
      steps.flatMap((step) => {
        const next = afterStep(state, step)
        return next ? [`${state} ${step} ${next}`] : []
      }),
    )
    expect(possible).toEqual([
      'unpaid pay held',
      'unpaid cancel cancelled',
      'unpaid expire expired',
      'held hand-over settled',
      'held send sent',
      'held cancel cancelled',
      'held expire expired',
      'sent arrive settled',
      'settled undo held',
    ])
  })

  const held = {
    state: 'held',
    way: 'pickup',
    since: NOW,
    holdUntil: day('2026-05-24'),
    address: null,
  } as const

  test('what is held for pick-up is over when its last day is over; what is to be sent waits', () => {
    const end = startOfDay(day('2026-05-25'))
    expect(dueAt(held)).toBe(end)
    expect([exchangeStateAt(held, end - 1), exchangeStateAt(held, end)]).toEqual(['held', 'expired'])
    expect(dueAt({ ...held, way: 'delivery', holdUntil: null, address: {} })).toBeNull()
    expect(dueAt({ ...held, way: 'delivery', holdUntil: null })).toBe(NOW)
  })

  test('what is unpaid waits a quarter of an hour; what was sent has arrived after ten days', () => {
    const unpaid = { ...held, state: 'unpaid' } as const
    expect(exchangeStateAt(unpaid, NOW + PAY_MS - 1)).toBe('unpaid')
    expect(exchangeStateAt(unpaid, NOW + PAY_MS)).toBe('expired')
    const sent = { ...held, state: 'sent', way: 'delivery', address: {} } as const
    expect(dueAt(sent)).toBe(startOfDay(day('2026-05-21')))
    expect(exchangeStateAt(sent, startOfDay(day('2026-05-21')))).toBe('settled')
  })

  test('what ended has nothing due', () => {
    for (const state of ['settled', 'cancelled', 'expired'] as const)
      expect(dueAt({ ...held, state })).toBeNull()
  })
})
