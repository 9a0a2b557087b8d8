/** Coupons that the programme gives: with a tier, for a run of days, for a target; and what a refund does to the last. */
import { addDays, type BusinessDay } from '../../src/domain/time/business-day'
import { MALL_PROGRAMME } from '../../src/domain/programme/default-programmes'
import type { Programme } from '../../src/domain/programme/programme'
import type { CouponDocument } from '../../src/server/store/coupons'
import { auditLedger } from '../../tools/audit/audit'
import type { Ledger } from '../../tools/audit/ledger'
import { ledgerOf, violationsIn } from './books'
import { checkInsOf } from './check-ins'
import { dataOf, kindOf, newOperation } from './cloud'
import { ASSISTANT, DAY, keyed, mallOfFile, MEMBER } from './mall'
import { dayCalls, nightOf } from './nights'
import { offer, publish } from './offers'

const GIFTS: Readonly<Record<string, object>> = {
  silver: { points: 200, offerId: 'for-tiers' },
  gold: { offerId: 'for-tiers' },
  platinum: { offerId: 'not-published' },
}
const PROGRAMME = {
  ...MALL_PROGRAMME,
  version: 2,
  ladder: MALL_PROGRAMME.ladder.map((tier) => ({ ...tier, upgradeGift: GIFTS[tier.id] })),
  checkIn: {
    ...MALL_PROGRAMME.checkIn,
    streakGifts: [{ days: 3, points: 5, offerId: 'for-runs' }],
  },
  targets: MALL_PROGRAMME.targets?.map((target) => ({
    ...target,
    gift: { points: 500, offerId: 'for-targets' },
  })),
} as Programme

const mall = mallOfFile(undefined, PROGRAMME)
const { signIn } = checkInsOf(mall)
const today = () => mall().today() as BusinessDay
const given = (from: CouponDocument['from']) =>
  mall()
    .all<CouponDocument>('coupons')
    .filter((coupon) => coupon.from === from)
const states = () => given('target').map(({ state }) => state)
beforeEach(async () => {
  await mall().join(MEMBER)
  const ids = ['for-tiers', 'for-runs', 'for-targets']
  await publish(mall(), ...ids.map((id) => offer(id, { claim: null })))
})
afterEach(() => expect(violationsIn(mall())).toEqual([]))

describe('a run of days', () => {
  const signInFor = async (days: number) => {
    for (let n = 0; n < days; n += 1) {
      dataOf(await signIn())
      mall().cloud.clock.shift(DAY)
    }
  }

  test('brings a coupon on its day, in 6 calls; again in the next run, and not in between', async () => {
    await signInFor(2)
    const operation = newOperation()
    dataOf(await mall().ask('member', 'home', MEMBER))
    const third = await signIn(MEMBER, operation)
    expect(mall().lastCalls()).toBe(6)
    expect(dataOf(third)).toMatchObject({ points: 15, extra: 5, streak: 3, coupon: 'offer for-runs' })
    expect(await signIn(MEMBER, operation)).toMatchObject({ replayed: true, data: dataOf(third) })
    const { _id } = mall().member()
    const first = addDays(today(), -2)
    expect(given('streak')).toMatchObject([
      {
        _id: `streak:${_id}:${first}:3`,
        validFrom: today(),
        validUntil: addDays(today(), 29),
        state: 'issued',
      },
    ])
    const entryId = `entry:checkin:${_id}:daily:${today()}`
    const why = dataOf(await mall().ask('member', 'entry', MEMBER, { id: entryId }))
    expect(why).toMatchObject({ coupon: 'offer for-runs', checkIn: { extra: 5, streak: 3 } })
    const { coupons } = dataOf(await mall().ask('member', 'wallet', MEMBER, {}))
    expect(coupons).toMatchObject([{ name: 'offer for-runs', state: 'issued' }])
    mall().cloud.clock.shift(DAY)
    await signInFor(4)
    expect(given('streak')).toHaveLength(1)
    mall().cloud.clock.shift(DAY)
    await signInFor(3)
    expect(given('streak')).toHaveLength(2)
  })

  test('brings one to four phones that sign in at once', async () => {
    await signInFor(2)
    const answers = await mall().atOnce('member', 4, () => signIn())
    expect(answers.map(kindOf).sort()).toEqual([...Array<string>(3).fill('checkin.done-today'), 'new'])
    expect(given('streak')).toHaveLength(1)
  })

  test('says beforehand what is to come', async () => {
    await signInFor(1)
    const home = dataOf(await mall().ask('member', 'home', MEMBER))
    expect(home.joined && home.today?.gift).toEqual({
      ...{ days: 3, missing: 2, points: 5 },
      coupon: 'offer for-runs',
    })
  })
})

describe('a target', () => {
  const entriesOf = (rule: string) =>
    mall()
      .all<{ rule: string; coupon?: object }>('entries')
      .filter((entry) => entry.rule === rule)
  const register = async (yuan: number, coupons: string[] = [], off = 0) => {
    const visit = await mall().visit()
    const used = coupons.length > 0 ? { coupons } : {}
    const input = { visit, lines: keyed(yuan * 100), ...used, shownPayFen: yuan * 100 - off }
    return dataOf(await mall().ask('assistant', 'register', ASSISTANT, input)).purchaseId
  }
  const back = async (purchaseId: string, fen: number) =>
    dataOf(
      await mall().ask('assistant', 'refund', ASSISTANT, {
        ...{ purchaseId, lines: [{ line: 0, quantity: 1 }], reason: 'returned' },
        ...{ shownRefundFen: fen, shownRefundedFen: 0 },
      }),
    )

  test('brings points and a coupon with the purchase that reaches it, in 8 calls, once', async () => {
    await register(100)
    const id = await register(2_000)
    // One of them the offers, which this instance had not read.
    expect(mall().lastCalls()).toBeLessThanOrEqual(9)
    expect(given('target')).toMatchObject([
      { _id: `target:first-month:${mall().member()._id}:1`, source: id, terms: { giftable: false } },
    ])
    expect(entriesOf('target.reached')).toMatchObject([{ coupon: { name: 'offer for-targets' } }])
    await register(3_000)
    expect(mall().lastCalls()).toBe(6)
    expect(given('target')).toHaveLength(1)
  })

  test('that is missed by a refund takes the unused coupon along; reached again it brings another', async () => {
    const id = await register(2_000)
    await back(id, 200_000)
    expect(mall().lastCalls()).toBeLessThanOrEqual(11)
    expect([states(), mall().member().account.purse.lots]).toEqual([['void'], []])
    await register(2_500)
    expect(states().sort()).toEqual(['issued', 'void'])
  })

  test('brings no second coupon to who used the first, and takes it once its purchase came back too', async () => {
    const first = await register(2_000)
    const [coupon] = given('target')
    const second = await register(100, [coupon?._id ?? ''], 1_000)
    await back(first, 200_000)
    expect(states()).toEqual(['used'])
    const third = await register(2_100)
    expect([states(), entriesOf('target.reached')]).toMatchObject([['used'], { length: 2 }])
    await back(third, 210_000)
    await back(second, 9_000)
    expect([states(), mall().member().account.purse.lots]).toEqual([['void'], []])
    await register(2_200)
    expect(states().sort()).toEqual(['issued', 'void'])
  })

  test('brings points alone to an account that nobody has claimed', async () => {
    const member = { phone: '13800000077' }
    const lines = [{ sku: 'goods', quantity: 1, paidFen: 300_000 }]
    dataOf(await mall().till('purchase', mall().till1, { receipt: 'guest', member, lines }))
    expect([given('target'), entriesOf('target.reached')]).toMatchObject([[], { length: 1 }])
  })
})

describe('a tier', () => {
  test('brings points and a coupon, a coupon alone, and nothing of an offer that is not there', async () => {
    await mall().receipt('silver', 1_000_000)
    const silver = today()
    await nightOf(mall(), addDays(silver, 8))
    // The instance had read neither programme nor offers.
    expect(dayCalls(mall())).toBeLessThanOrEqual(9)
    const { _id } = mall().member()
    const due = addDays(silver, 8)
    expect(given('upgrade')).toMatchObject([
      { _id: `upgrade:${_id}:silver:${silver}`, validFrom: due, validUntil: addDays(due, 29) },
    ])
    mall().cloud.clock.shift(DAY / 2)
    await mall().receipt('gold', 4_500_000)
    const home = async () => {
      const view = dataOf(await mall().ask('member', 'home', MEMBER))
      return view.joined ? view.upgrade?.gift : null
    }
    const gold = today()
    expect(await home()).toEqual({ coupon: 'offer for-tiers', on: addDays(gold, 8), came: false })
    await nightOf(mall(), addDays(gold, 12))
    expect(await home()).toEqual({ coupon: 'offer for-tiers', on: addDays(gold, 8), came: true })
    await nightOf(mall(), addDays(gold, 13))
    expect(given('upgrade').map((each) => each._id)).toHaveLength(2)
    const notices = dataOf(await mall().ask('member', 'notices', MEMBER, {})).notices
    expect(notices.filter(({ kind }) => kind === 'upgrade-gift')).toMatchObject([
      { name: '金卡', coupon: 'offer for-tiers' },
      { name: '银卡', points: 200, coupon: 'offer for-tiers' },
    ])
    mall().cloud.clock.shift(DAY / 2)
    await mall().receipt('platinum', 5_000_000)
    expect(await home()).toBeUndefined()
    await nightOf(mall(), addDays(today(), 9))
    expect(given('upgrade')).toHaveLength(2)
  })

  test('brings points alone to an account that nobody has claimed', async () => {
    const phone = '13800000088'
    const lines = [{ sku: 'goods', quantity: 1, paidFen: 1_100_000 }]
    dataOf(await mall().till('purchase', mall().till1, { receipt: 'guest', member: { phone }, lines }))
    await nightOf(mall(), addDays(today(), 8))
    expect([given('upgrade'), mall().all('notices')]).toEqual([[], []])
    expect(
      mall()
        .all<{ rule: string }>('entries')
        .map(({ rule }) => rule),
    ).toContain('upgrade.gift')
  })
})

test('what was given without its cause is found by the audit', async () => {
  await mall().receipt('silver', 1_000_000)
  for (let n = 0; n < 3; n += 1) {
    dataOf(await signIn())
    mall().cloud.clock.shift(DAY)
  }
  await nightOf(mall(), addDays(today(), 9))
  const whole: Ledger = ledgerOf(mall().cloud)
  const broken = (change: Partial<Ledger>) =>
    [...new Set(auditLedger({ ...whole, ...change }).map(({ rule }) => rule))].sort()
  const member = (change: object) =>
    broken({
      members: whole.members.map((each) =>
        each._id === mall().member()._id ? { ...each, ...change } : each,
      ),
    })
  const coupon = (from: CouponDocument['from'], change: Partial<CouponDocument>) =>
    broken({ coupons: whole.coupons.map((each) => (each.from === from ? { ...each, ...change } : each)) })
  const terms = { ...whole.coupons[0]?.terms, offerId: 'other' } as CouponDocument['terms']
  const without = (from: CouponDocument['from']) =>
    broken({ coupons: whole.coupons.filter((each) => each.from !== from) })
  expect(whole.coupons.map(({ from }) => from).sort()).toEqual(['streak', 'target', 'upgrade'])
  expect(member({ tierLog: [] })).toEqual(['given.upgrade'])
  expect(member({ upgradeGifts: {} })).toEqual(['given.remembered'])
  expect(without('upgrade')).toEqual(['given.coupon'])
  expect(without('streak')).toEqual(['given.coupon'])
  for (const from of ['upgrade', 'streak', 'target'] as const)
    expect(coupon(from, { terms })).toEqual(['given.offer'])
  expect(coupon('streak', { _id: 'streak:x' })).toEqual(['given.streak'])
  expect(coupon('target', { source: 'none' })).toEqual(['given.target'])
  const { account } = mall().member()
  expect(member({ account: { ...account, targets: {} } })).toEqual(['given.target'])
  const again = whole.coupons.flatMap((each) =>
    each.from === 'upgrade'
      ? [
          each,
          { ...each, _id: each._id.replace(/[^:]*$/, '2020-01-01'), number: '1', at: each.at + 30 * DAY },
        ]
      : [each],
  )
  expect(broken({ coupons: again })).toEqual(['given.again', 'given.remembered', 'given.upgrade'])
  const points = whole.entries.map((entry) =>
    entry.rule === 'upgrade.gift' || entry.rule === 'target.reached'
      ? { ...entry, change: { ...entry.change, points: 1 } }
      : entry,
  )
  expect(broken({ entries: points })).toContain('given.points')
})
