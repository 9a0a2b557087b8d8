/** A purchase or a refund is told to who allowed it, by the clock: nobody waits for it at the counter, and nothing is told twice. */
import { startOfDay, type BusinessDay } from '../../src/domain/time/business-day'
import type { NoticeDocument } from '../../src/server/store/notices'
import { dataOf, SECRET, startTestCloud } from './cloud'
import { goods, keyed, ASSISTANT, MEMBER, openMall, type Mall } from './mall'
import { dayCalls, nightOf, tick } from './nights'

const TEMPLATE = 'template-change'
const fields = { thing1: 'title', thing2: 'name', amount3: 'amount', number4: 'points' }
const HOUR = 3_600_000

let cloud: Awaited<ReturnType<typeof startTestCloud>>
let mall: Mall

beforeAll(async () => {
  const env = { SHUKE_SECRET: SECRET, SHUKE_TEMPLATES: JSON.stringify({ change: { id: TEMPLATE, fields } }) }
  cloud = await startTestCloud(4, env)
})
afterAll(() => cloud.close())
beforeEach(async () => {
  mall = await openMall(cloud)
  await mall.join(MEMBER)
})

const allow = async (times = 1) => {
  for (let n = 0; n < times; n += 1) {
    cloud.messages.grant(MEMBER, TEMPLATE)
    dataOf(await mall.ask('member', 'allow-messages', MEMBER, { accepted: ['change'] }))
  }
}
const told = () => mall.all<NoticeDocument>('notices').map(({ kind, figures }) => [kind, figures])
const sent = () =>
  cloud.messages
    .list()
    .map(({ data }) => Object.values(data as Record<string, { value: string }>).map(({ value }) => value))
const bringBack = (purchase: string) =>
  mall.till('refund', mall.till1, {
    receipt: `back-${purchase}`,
    purchase,
    lines: [{ line: 0, quantity: 1 }],
  })
const storeName = () => mall.all<{ name: string }>('stores')[0]?.name ?? ''

test('what was registered and what was brought back is told, a permission each; registering asks no call more', async () => {
  await allow(2)
  const visit = await mall.visit()
  const input = { visit, lines: keyed(123_450), shownPayFen: 123_450 }
  dataOf(await mall.ask('assistant', 'register', ASSISTANT, input))
  expect(mall.lastCalls()).toBeLessThanOrEqual(6)
  expect([told(), sent()]).toEqual([[], []])
  expect(await tick(cloud)).toMatchObject({ done: { members: 1 }, failed: 0 })
  await tick(cloud)
  const name = storeName()
  expect(told()).toEqual([['purchase', { storeName: name, paidFen: 123_450, points: 1234 }]])
  expect(sent()).toEqual([['消费已入账', name, '¥1234.50', '1234']])
  await mall.receipt('one', 10_050)
  expect(dataOf(await bringBack('one'))).toMatchObject({ pointsTakenBack: 100 })
  await tick(cloud)
  await tick(cloud)
  // One permission was left: the receipt took it.
  expect(told()).toHaveLength(2)
  await allow()
  await mall.receipt('two', 999)
  await tick(cloud)
  await tick(cloud)
  expect(sent()).toHaveLength(3)
  expect(mall.member().messages?.untold).toBeUndefined()
})

test('a refund is told with what goes back', async () => {
  await mall.receipt('one', 10_050)
  await allow()
  dataOf(await bringBack('one'))
  await tick(cloud)
  // The notice, the message in the same run, and the look that finds it.
  expect(dayCalls(mall)).toBeLessThanOrEqual(5 + 8 + 1)
  expect(sent()).toEqual([['退款已入账', storeName(), '¥100.50', '100']])
})

test('who allowed nothing, or stopped it, is told nothing: the ledger has its line', async () => {
  await mall.receipt('one', 10_000)
  expect(await tick(cloud)).toEqual({ done: {}, failed: 0 })
  await allow()
  dataOf(await mall.ask('member', 'stop-messages', MEMBER, { stopped: ['service'] }))
  await mall.receipt('two', 10_000)
  expect(await tick(cloud)).toEqual({ done: {}, failed: 0 })
  expect(told()).toEqual([])
})

test('at night it waits for the morning; it is told once, however often the clock comes', async () => {
  await allow(2)
  cloud.clock.set(startOfDay(mall.today() as BusinessDay) + 22 * HOUR)
  await mall.receipt('late', 10_000)
  for (let n = 0; n < 3; n += 1) await tick(cloud)
  expect([told().length, sent()]).toEqual([1, []])
  await nightOf(mall, mall.today() as BusinessDay, 33)
  expect(sent()).toHaveLength(1)
  await tick(cloud)
  expect([told().length, sent().length]).toEqual([1, 1])
})

test('a clock that was away for days sends nothing late: it can be read', async () => {
  await allow()
  await mall.receipt('one', 10_000)
  await nightOf(mall, mall.today() as BusinessDay, 3 * 24)
  expect(mall.all<NoticeDocument>('notices').map(({ state }) => state)).toEqual(['stale'])
  expect(sent()).toEqual([])
})

test('whoever closes the account before the clock comes is told nothing', async () => {
  await allow()
  await mall.till('purchase', mall.till1, {
    receipt: 'last',
    member: { phone: '13800000001' },
    lines: [goods(10_000, 1)],
  })
  const { cardNumber } = mall.member()
  dataOf(await mall.ask('member', 'close-account', MEMBER, { cardNumber, shownPoints: 100 }))
  await tick(cloud)
  expect([told(), sent()]).toEqual([[], []])
})
