/** Coupons that end: who holds them is told three days before, once for a week of them, and only of what is still there. */
import { POLICY_VERSION } from '../../src/domain/members/consent'
import { addDays, type BusinessDay } from '../../src/domain/time/business-day'
import type { NoticeDocument } from '../../src/server/store/notices'
import { dataOf, newOperation } from './cloud'
import { ASSISTANT, DAY, keyed, mallOfFile, MEMBER, OTHER_MEMBER } from './mall'
import { dayCalls, nightOf, tick } from './nights'
import { offer, publish } from './offers'

const mall = mallOfFile()
let began: BusinessDay
/** The day so many days after the first. */
const on = (days: number): BusinessDay => addDays(began, days)
const told = () =>
  mall()
    .all<NoticeDocument>('notices')
    .filter(({ kind }) => kind === 'coupons-end')
    .map(({ _id, figures, state, why, until }) => ({ _id, figures, until, is: why ?? state }))
const named = () => told().map(({ figures }) => figures)
const claim = async (offerId: string, by = MEMBER) =>
  dataOf(await mall().ask('member', 'claim', by, { offerId })).couponId
/** For ¥100 less ¥10. */
const buyWith = async (couponId: string) => {
  const input = { visit: await mall().visit(), lines: keyed(10_000), coupons: [couponId], shownPayFen: 9_000 }
  return dataOf(await mall().ask('assistant', 'register', ASSISTANT, input)).purchaseId
}
const bringBack = async (purchaseId: string) => {
  const shown = { shownRefundFen: 9_000, shownRefundedFen: 0 }
  const input = { purchaseId, lines: [{ line: 0, quantity: 1 }], reason: 'returned' as const, ...shown }
  dataOf(await mall().ask('assistant', 'refund', ASSISTANT, input))
}
const lasting = (days: number) => offer(`of-${days}`, { validity: { kind: 'days', days }, perMember: 5 })

beforeEach(async () => {
  await mall().join(MEMBER)
  await publish(mall(), ...[3, 4, 5, 11, 13, 17, 18].map(lasting))
  began = mall().today() as BusinessDay
})

test('one is told three days before its last, once', async () => {
  await claim('of-11')
  const { _id } = mall().member()
  await nightOf(mall(), on(6))
  expect(told()).toEqual([])
  await nightOf(mall(), on(7))
  const figures = { name: 'offer of-11', count: 1, from: on(10), to: on(10) }
  const notice = { _id: `notice:coupons-end:${_id}:${on(10)}`, figures, until: on(10), is: 'stopped' }
  expect(told()).toEqual([notice])
  const { notices } = dataOf(await mall().ask('member', 'notices', MEMBER, {}))
  expect(notices).toMatchObject([{ kind: 'coupons-end', name: 'offer of-11', day: on(10) }])
  expect(mall().member().dueAt).toBeUndefined()
  expect(await nightOf(mall(), on(12))).toEqual({ done: {}, failed: 0 })
  expect(told()).toEqual([notice])
})

test('what ends within a week is told together, what ends later by itself; 6 calls', async () => {
  for (const days of [11, 13, 17, 18]) await claim(`of-${days}`)
  await nightOf(mall(), on(7))
  await nightOf(mall(), on(14))
  expect(dayCalls(mall())).toBe(6)
  expect(named()).toEqual([
    { name: 'offer of-11', count: 3, from: on(10), to: on(16) },
    { name: 'offer of-18', count: 1, from: on(17), to: on(17) },
  ])
})

test('with three days or fewer nothing is told: it is in the hand', async () => {
  await claim('of-3')
  await claim('of-4')
  expect(mall().member().dueAt).toBeUndefined()
  await claim('of-5')
  await nightOf(mall(), on(1))
  expect(named()).toEqual([{ name: 'offer of-5', count: 1, from: on(4), to: on(4) }])
})

test('what was used is not named; what comes back is told in its time, though its week was told before', async () => {
  const [used] = [await claim('of-17'), await claim('of-11')]
  const purchaseId = await buyWith(used)
  await nightOf(mall(), on(7))
  expect(named()).toEqual([{ name: 'offer of-11', count: 1, from: on(10), to: on(10) }])
  await bringBack(purchaseId)
  await nightOf(mall(), on(13))
  expect(named()[1]).toEqual({ name: 'offer of-17', count: 1, from: on(16), to: on(16) })
})

test('of what is all used nothing is told', async () => {
  const couponId = await claim('of-11')
  await buyWith(couponId)
  expect((await nightOf(mall(), on(7))).done).toEqual({ members: 1 })
  expect(told()).toEqual([])
})

test('of a gift the friend is told, and not who gave it', async () => {
  await mall().join(OTHER_MEMBER)
  const couponId = await claim('of-11')
  const { giftId } = dataOf(await mall().ask('member', 'give-coupon', MEMBER, { couponId }))
  dataOf(await mall().ask('member', 'accept-gift', OTHER_MEMBER, { giftId }))
  await nightOf(mall(), on(7))
  expect(told().map(({ _id }) => _id)).toEqual([
    `notice:coupons-end:${mall().member(OTHER_MEMBER)._id}:${on(10)}`,
  ])
})

test('it is the same when the clock comes late', async () => {
  await claim('of-11')
  await claim('of-18')
  mall().cloud.clock.shift(40 * DAY)
  await tick(mall().cloud)
  expect(told().map(({ until, is }) => [until, is])).toEqual([
    [on(10), 'stale'],
    [on(17), 'stale'],
  ])
})

test('it is the wish of the mall: with consent and permission two a week leave, and the third is kept', async () => {
  const consent = { purpose: 'offers', given: true, policyVersion: POLICY_VERSION } as const
  dataOf(await mall().ask('member', 'set-consent', MEMBER, consent, newOperation()))
  for (let n = 0; n < 5; n += 1)
    dataOf(await mall().ask('member', 'allow-messages', MEMBER, { accepted: ['gift'] }))
  for (let n = 0; n < 3; n += 1) {
    await nightOf(mall(), on(n), 10)
    await claim('of-5')
  }
  await nightOf(mall(), on(3), 10)
  // What the gate lets go finds no template in this mall.
  expect(told().map(({ is }) => is)).toEqual(['no-template', 'no-template', 'week-full'])
})
