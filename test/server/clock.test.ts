/** Time's work on exchanges: what is due ends once, however often, how late and how badly the clock runs. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startCloud } from '../../local/cloud'
import type { NoticeDocument } from '../../src/server/store/notices'
import { sdkDatabase } from '../local/cloud/sdk'
import { FOLDER_VARIABLE } from './bundle-once'
import { dataOf, SECRET } from './cloud'
import { ASSISTANT, DAY, mallOfFile, MEMBER, MINUTE, openMall, type Mall } from './mall'
import { tick } from './nights'
import { publishRewards, reward, take } from './rewards'

const TRIGGER = { source: 'wx_trigger' }
const ADDRESS = { name: '苏禾', phone: '13800000001', text: '上海市徐汇区梧桐路 1 号' }

const statesOf = (mall: Mall) => mall.all<{ state: string }>('exchanges').map(({ state }) => state)
const count = (notices: readonly NoticeDocument[], kind: NoticeDocument['kind']): number =>
  notices.filter((notice) => notice.kind === kind).length
const stockOf = (mall: Mall) => mall.all<{ taken: number }>('stocks').map(({ taken }) => taken)

describe('the clock', () => {
  const mall = mallOfFile()

  beforeEach(async () => {
    await mall().join(MEMBER)
    await mall().receipt('earned', 100_000)
    await publishRewards(mall(), [reward('tea', { stock: 50, ways: ['pickup', 'delivery'], perMember: 99 })])
  })

  test('makes 3 calls at once when nothing is due: a look each for members, exchanges and notices', async () => {
    dataOf(await take(mall(), 'tea'))
    expect(await tick(mall().cloud)).toEqual({ done: {}, failed: 0 })
    expect([mall().lastCalls(), mall().cloud.invocations().at(-1)?.sequentialDepth]).toEqual([3, 1])
  })

  test('brings back what nobody fetched: points to their lots, the piece into the stock; and once', async () => {
    const before = mall().member().account.purse.lots
    for (let n = 0; n < 3; n += 1) dataOf(await take(mall(), 'tea'))
    mall().cloud.clock.shift(15 * DAY)
    expect(await tick(mall().cloud)).toEqual({ done: { exchanges: 3 }, failed: 0 })
    expect(statesOf(mall())).toEqual(['expired', 'expired', 'expired'])
    expect(mall().member().account.purse).toMatchObject({ spent: 300, returned: 300, lots: before })
    expect(stockOf(mall())).toEqual([0])
    expect(mall().member().exchanged).toEqual({})
    const ended = mall().dump()
    expect(await tick(mall().cloud)).toEqual({ done: {}, failed: 0 })
    expect(mall().dump()).toEqual(ended)
  })

  test('takes as many as there are, in pages, and leaves what is not due', async () => {
    await mall().receipt('rich', 300_000)
    for (let n = 0; n < 24; n += 1) dataOf(await take(mall(), 'tea'))
    mall().cloud.clock.shift(2 * DAY)
    for (let n = 0; n < 3; n += 1) dataOf(await take(mall(), 'tea'))
    mall().cloud.clock.shift(13 * DAY)
    // The three that were taken later are due in two days: their member is told of it, and of the end of the others.
    expect(await tick(mall().cloud)).toEqual({ done: { exchanges: 27 }, failed: 0 })
    const told = mall().all<NoticeDocument>('notices')
    expect(count(told, 'exchange-waits')).toBe(3)
    expect(count(told, 'exchange-ended')).toBe(24)
    expect(statesOf(mall()).filter((state) => state === 'held')).toHaveLength(3)
    expect(stockOf(mall())).toEqual([3])
  })

  test('what waits to be fetched is named on the morning before its last day, once', async () => {
    const { exchange } = dataOf(await take(mall(), 'tea'))
    mall().cloud.clock.shift(13 * DAY)
    expect(await tick(mall().cloud)).toEqual({ done: { exchanges: 1 }, failed: 0 })
    const figures = {
      rewardName: 'reward tea',
      storeName: expect.any(String) as string,
      until: exchange.holdUntil,
    }
    expect(mall().all('notices')).toMatchObject([{ kind: 'exchange-waits', figures }])
    expect(mall().member().messages).toMatchObject({ unread: 1 })
    expect(await tick(mall().cloud)).toEqual({ done: {}, failed: 0 })
    mall().cloud.clock.shift(2 * DAY)
    expect(await tick(mall().cloud)).toEqual({ done: { exchanges: 1 }, failed: 0 })
    expect(statesOf(mall())).toEqual(['expired'])
  })

  test('what was sent has arrived after ten days', async () => {
    const { exchange } = dataOf(await take(mall(), 'tea', { way: 'delivery', address: ADDRESS }))
    const sent = { exchangeId: exchange.exchangeId, carrier: '顺丰', tracking: 'SF1234567890' }
    dataOf(await mall().ask('assistant', 'send-out', ASSISTANT, sent))
    mall().cloud.clock.shift(11 * DAY)
    await tick(mall().cloud)
    expect(statesOf(mall())).toEqual(['settled'])
    expect(mall().member().account.purse).toMatchObject({ spent: 100 })
    expect(mall().member().account.purse.returned).toBeUndefined()
  })

  test('what always fails holds back nobody: it waits, longer each time, and ends once it can', async () => {
    await mall().receipt('rich', 300_000)
    for (let n = 0; n < 20; n += 1) dataOf(await take(mall(), 'tea'))
    const broken = mall().all<{ _id: string; memberId: string }>('exchanges')
    const belongTo = (memberId: string) =>
      Promise.all(
        broken.map(({ _id }) =>
          sdkDatabase(mall().cloud).collection('exchanges').doc(_id).update({ data: { memberId } }),
        ),
      )
    await belongTo('nobody')
    mall().cloud.clock.shift(DAY)
    dataOf(await take(mall(), 'tea'))
    mall().cloud.clock.shift(15 * DAY)
    expect(await tick(mall().cloud)).toEqual({ done: { exchanges: 1 }, failed: 20 })
    const tries = []
    for (let minute = 1; minute <= 8; minute += 1) {
      mall().cloud.clock.shift(MINUTE)
      tries.push((await tick(mall().cloud)).failed)
    }
    expect(tries).toEqual([20, 0, 20, 0, 0, 0, 20, 0])
    await belongTo(mall().member()._id)
    mall().cloud.clock.shift(DAY)
    expect(await tick(mall().cloud)).toEqual({ done: { exchanges: 20 }, failed: 0 })
    expect(mall().member().account.purse).toMatchObject({ spent: 2_100, returned: 2_100 })
    expect(
      mall()
        .all('exchanges')
        .some((each) => 'failures' in each || 'dueAt' in each),
    ).toBe(false)
  })

  test('what is due and yet has nothing to be done is tried once in a run', async () => {
    const { exchange } = dataOf(await take(mall(), 'tea'))
    await sdkDatabase(mall().cloud)
      .collection('exchanges')
      .doc(exchange.exchangeId)
      .update({ data: { dueAt: mall().now() } })
    expect(await tick(mall().cloud)).toEqual({ done: { exchanges: 1 }, failed: 1 })
    expect(statesOf(mall())).toEqual(['held'])
  })

  test('of a closed account nothing comes back but the piece', async () => {
    dataOf(await take(mall(), 'tea', { way: 'delivery', address: ADDRESS }))
    const { cardNumber, _id } = mall().member()
    dataOf(await mall().ask('member', 'close-account', MEMBER, { cardNumber, shownPoints: 900 }))
    await tick(mall().cloud)
    expect(statesOf(mall())).toEqual(['expired'])
    expect(stockOf(mall())).toEqual([0])
    const closed = mall()
      .all<{ _id: string; account: object }>('members')
      .find((each) => each._id === _id)
    expect(closed?.account).toMatchObject({ purse: { lots: [], spent: 100, expired: 900 } })
  })

  test('two runs at once end as one does', async () => {
    for (let n = 0; n < 5; n += 1) dataOf(await take(mall(), 'tea'))
    mall().cloud.clock.shift(15 * DAY)
    await Promise.all([tick(mall().cloud), tick(mall().cloud), tick(mall().cloud)])
    expect(statesOf(mall())).toEqual(Array(5).fill('expired'))
    expect(mall().member().account.purse).toMatchObject({ spent: 500, returned: 500 })
    expect(
      mall()
        .all('entries')
        .filter(({ rule }) => rule === 'reward.returned'),
    ).toHaveLength(5)
  })

  test('a person cannot open it, nor anything but its trigger', async () => {
    for (const options of [
      { openid: MEMBER },
      { openid: MEMBER, source: 'wx_trigger' },
      { source: 'wx_http' },
    ]) {
      const answer = await mall().cloud.invoke('clock', {}, options)
      expect(answer).toMatchObject({ ok: true, result: { ok: false, error: { code: 'caller.unknown' } } })
    }
  })
})

test('killed half-way and run again, it ends where one whole run ends', async () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'clock-'))
  const functionEnv = { SHUKE_SECRET: SECRET, SHUKE_MERCHANT: '1900000109' }
  const functionsDir = process.env[FOLDER_VARIABLE] ?? 'dist/cloudfunctions'
  const open = () => startCloud({ dataDir, functionsDir, functionEnv })
  let cloud = await open()
  let mall = await openMall(cloud)
  await mall.join(MEMBER)
  await mall.receipt('earned', 300_000)
  await publishRewards(mall, [reward('tea', { stock: 50 })])
  for (let n = 0; n < 30; n += 1) dataOf(await take(mall, 'tea'))
  cloud.clock.shift(15 * DAY)
  const now = cloud.clock.now()
  const expired = () => statesOf(mall).filter((state) => state === 'expired').length
  const killed = cloud.invoke('clock', {}, TRIGGER).catch(() => null)
  while (expired() < 3) await new Promise((resolve) => setTimeout(resolve, 5))
  await cloud.close()
  await killed
  cloud = await open()
  cloud.clock.set(now)
  mall = Object.assign(mall, { all: (name: string) => [...cloud.read(name)] })
  const before = expired()
  expect(before).toBeGreaterThan(0)
  expect(before).toBeLessThan(30)
  // The lease of the killed run ends by itself.
  expect(await tick(cloud)).toEqual({ done: {}, failed: 0, busy: true })
  cloud.clock.shift(2 * MINUTE)
  expect(await tick(cloud)).toEqual({ done: { exchanges: 30 - before }, failed: 0 })
  expect(expired()).toBe(30)
  expect(stockOf(mall)).toEqual([0])
  const [purse] = mall
    .all<{ openid: string; account: { purse: object } }>('members')
    .filter(({ openid }) => openid === MEMBER)
  expect(purse?.account.purse).toMatchObject({ spent: 3_000, returned: 3_000 })
  await cloud.close()
  rmSync(dataDir, { recursive: true })
})
