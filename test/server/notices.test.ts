/** The outbox: what is told is sent once by the rules of the gate, or kept to be read; and what members decide about it. */
import { addDays, addMonths, startOfDay, type BusinessDay } from '../../src/domain/time/business-day'
import type { NoticeDocument } from '../../src/server/store/notices'
import { sdkDatabase } from '../local/cloud/sdk'
import { codeOf, dataOf, kindOf, newOperation, SECRET, startTestCloud } from './cloud'
import { MEMBER, MINUTE, openMall, OTHER_MEMBER, STRANGER, type Mall } from './mall'
import { nightOf, tick } from './nights'

const TEMPLATE = 'template-points'
const TEMPLATES = {
  points: { id: TEMPLATE, fields: { thing1: 'title', number2: 'points', date3: 'day' } },
  nonsense: { id: 'x', fields: {} },
}
const HOUR = 60 * MINUTE

let cloud: Awaited<ReturnType<typeof startTestCloud>>
let mall: Mall
let last: BusinessDay

beforeAll(async () => {
  const env = { SHUKE_SECRET: SECRET, SHUKE_TEMPLATES: JSON.stringify(TEMPLATES) }
  cloud = await startTestCloud(4, env)
})
afterAll(() => cloud.close())
beforeEach(async () => {
  mall = await openMall(cloud)
  await mall.join(MEMBER)
  await mall.receipt('one', 10_000)
  last = addMonths(mall.today() as BusinessDay, 12)
})

const found = () => mall.all<NoticeDocument>('notices')
const states = () => found().map(({ state, why }) => (why ? `${state} ${why}` : state))
const sent = () => cloud.messages.list().map(({ openid, data }) => [openid, data])
const quota = (openid = MEMBER) => mall.member(openid).messages?.quota
/** The member says yes on WeChat's sheet, and the phone passes it on. */
const allow = async (times = 1) => {
  for (let n = 0; n < times; n += 1) {
    cloud.messages.grant(MEMBER, TEMPLATE)
    dataOf(await mall.ask('member', 'allow-messages', MEMBER, { accepted: ['points'] }))
  }
}
const read = async (openid = MEMBER) => dataOf(await mall.ask('member', 'notices', openid, {}))
const month = () => addDays(last, -30)

test('with a permission a reminder waits for the morning and is sent once, in 8 calls beside the looks', async () => {
  await allow()
  await nightOf(mall, month())
  expect(found().map(({ state, sendAt }) => [state, sendAt])).toEqual([
    ['waiting', startOfDay(month()) + 9 * HOUR],
  ])
  expect(sent()).toEqual([])
  await nightOf(mall, month(), 9)
  expect(mall.lastCalls()).toBeLessThanOrEqual(8 + 3 + 4 + 4 + 2)
  const [title] = sent().map(([, data]) => (data as { thing1: { value: string } }).thing1.value)
  expect(sent()).toEqual([
    [MEMBER, { thing1: { value: title }, number2: { value: '100' }, date3: { value: last } }],
  ])
  expect([states(), quota()]).toEqual([['sent'], { points: 0 }])
  expect(cloud.messages.grants()).toMatchObject([{ remaining: 0 }])
  await tick(cloud)
  expect(sent()).toHaveLength(1)
})

test('what is gathered is sent with its span, and read with what ends first; one of before has one day', async () => {
  await allow()
  cloud.clock.shift(24 * HOUR)
  await mall.receipt('two', 20_000)
  await nightOf(mall, month(), 9)
  const to = addDays(last, 1)
  expect(sent()).toMatchObject([[MEMBER, { number2: { value: '300' }, date3: { value: `${last}~${to}` } }]])
  expect((await read()).notices).toMatchObject([{ points: 300, first: 100, day: last, to }])
  const [notice] = found()
  const before = { _id: `${notice?._id ?? ''}:before`, figures: { points: 70, expiresOn: last } }
  await sdkDatabase(cloud)
    .collection('notices')
    .add({ data: { ...notice, ...before } })
  const shown = (await read()).notices.find(({ id }) => id === before._id)
  expect([shown?.points, shown?.day, shown?.to, shown?.first]).toEqual([70, last, undefined, undefined])
})

test('without a permission it is kept and can be read, and nothing is ever due of it', async () => {
  await nightOf(mall, month())
  expect(states()).toEqual(['kept no-permission'])
  const { notices, unread, templates } = await read()
  expect(notices).toMatchObject([{ kind: 'points-expire', points: 100, day: last, isRead: false }])
  expect([unread, templates]).toEqual([1, [{ name: 'points', id: TEMPLATE, allowed: 0 }]])
  expect(await nightOf(mall, month(), 9)).toEqual({ done: {}, failed: 0 })
})

test('a clock that comes after the last day sends nothing', async () => {
  await allow()
  await nightOf(mall, addDays(last, 2), 12)
  expect([states(), sent(), quota()]).toEqual([['stale', 'stale', 'stale'], [], { points: 1 }])
})

test('WeChat knows of no permission: the own count goes to nothing and the notice is kept', async () => {
  await allow(2)
  cloud.messages.grant(MEMBER, TEMPLATE, -2)
  await nightOf(mall, month(), 10)
  await tick(cloud)
  expect([states(), quota()]).toEqual([['kept no-permission'], { points: 0 }])
})

test('killed between sending and marking, it is not sent again', async () => {
  await allow(2)
  await nightOf(mall, month())
  const [notice] = found()
  const sending = { sending: true, sendAt: startOfDay(month()) + 9 * HOUR }
  await sdkDatabase(cloud)
    .collection('notices')
    .doc(notice?._id ?? '')
    .update({ data: sending })
  await nightOf(mall, month(), 10)
  expect([states(), sent()]).toEqual([['kept unknown'], []])
})

test('what a member stops is kept; allowing and reading touch the own account alone', async () => {
  await mall.join(OTHER_MEMBER)
  await allow()
  const stop = await mall.ask('member', 'stop-messages', MEMBER, { stopped: ['service', 'service'] })
  expect(dataOf(stop)).toEqual({ stopped: ['service'] })
  await nightOf(mall, month(), 10)
  expect([states(), sent()]).toEqual([['kept stopped'], []])
  expect(mall.member(OTHER_MEMBER).messages).toBeUndefined()
  expect((await read(OTHER_MEMBER)).notices).toEqual([])
  expect(codeOf(await mall.ask('member', 'notices', STRANGER, {}))).toBe('member.not-joined')
})

test('reading is counted, replayed, and a page goes on where the last one ended', async () => {
  // Eight days apart, each has an eve of its own.
  for (let n = 1; n <= 15; n += 1) {
    cloud.clock.shift(8 * 24 * HOUR)
    await mall.receipt(`more-${n}`, 1_000)
  }
  await nightOf(mall, addDays(last, 15 * 8))
  const first = await read()
  expect([first.notices.length, first.unread > 20]).toEqual([20, true])
  const told = first.notices.map(({ at }) => at)
  expect(told).toEqual([...told].sort((a, b) => b - a))
  const second = dataOf(await mall.ask('member', 'notices', MEMBER, { after: first.next ?? '' }))
  expect(new Set([...first.notices, ...second.notices].map(({ id }) => id)).size).toBe(
    20 + second.notices.length,
  )
  expect(20 + second.notices.length).toBe(first.unread)
  const operation = newOperation()
  const mark = (upTo: string) => mall.ask('member', 'read-notices', MEMBER, { upTo }, operation)
  expect(dataOf(await mark(first.newest ?? ''))).toEqual({ unread: 0 })
  expect(kindOf(await mark(first.newest ?? ''))).toBe('replayed')
  expect(codeOf(await mark('01779067800000:1779067800000:notice:x'))).toBe('operation.mismatch')
  const after = await read()
  expect([after.unread, after.notices.every(({ isRead }) => isRead)]).toEqual([0, true])
})

test('of a closed account nothing is left to read or to send', async () => {
  await allow()
  await nightOf(mall, month())
  const { cardNumber } = mall.member()
  dataOf(await mall.ask('member', 'close-account', MEMBER, { cardNumber, shownPoints: 100 }))
  expect(found()).toEqual([])
})
