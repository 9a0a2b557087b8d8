/** The shelf of rewards: what stands on it for whom, how it is searched, and what may not be put there. */
import { sdkDatabase } from '../local/cloud/sdk'
import { codeOf, dataOf, refusalOf } from './cloud'
import { DAY, MANAGER, mallOfFile, MEMBER, nothingWritten, OTHER_MEMBER } from './mall'
import { publishRewards, reward, take } from './rewards'

const mall = mallOfFile()

const shelf = async (input = {}) => dataOf(await mall().ask('member', 'mall', MEMBER, input))
beforeEach(async () => {
  await mall().join(MEMBER)
  await mall().receipt('earned', 50_000) // 500 points
})

describe('the shelf', () => {
  test('shows every reward as it stands for the member: special prices first, then by place', async () => {
    const later = mall().now() + DAY
    await publishRewards(mall(), [
      reward('dear', { points: 501, rank: 2 }),
      reward('cheap', { rank: 3, stock: 6 }),
      reward('gold', { rank: 4, fromTierId: 'gold' }),
      reward('none', { rank: 5, stock: 0 }),
      reward('later', { rank: 6, open: { from: later, until: null } }),
      reward('over', { rank: 7, open: { from: 0, until: mall().now() } }),
      reward('special', { rank: 8, wasPoints: 160, category: 'home' }),
    ])
    const { rewards, points, categories, next } = await shelf()
    expect(points).toBe(500)
    expect(categories).toEqual(['home', 'food'])
    expect(next).toBeNull()
    expect(rewards.map(({ rewardId, state }) => [rewardId, state])).toEqual([
      ['special', 'open'],
      ['dear', 'short'],
      ['cheap', 'open'],
      ['gold', 'tier-locked'],
      ['none', 'sold-out'],
      ['later', 'soon'],
    ])
    expect(rewards[0]).toMatchObject({ special: true, wasPoints: 160, left: null })
    expect(rewards[1]).toMatchObject({ short: 1 })
    expect(rewards[2]).toMatchObject({ left: 6 })
    // ¥500 of ¥50,000
    expect(rewards[3]).toMatchObject({ tierName: '金卡', gapFen: 4_950_000 })
    expect(rewards[5]).toMatchObject({ startsAt: later })
  })

  test('is searched, filtered and asked for what can be had', async () => {
    await publishRewards(mall(), [
      reward('tea', { name: '山岚茶', category: 'food' }),
      reward('cup', { name: '茶杯', category: 'home', points: 600 }),
      reward('none', { name: '茶席', stock: 0 }),
      reward('bag', { name: '帆布袋', wasPoints: 160 }),
    ])
    const ids = async (input: object) => (await shelf(input)).rewards.map(({ rewardId }) => rewardId)
    expect(await ids({ search: '茶' })).toEqual(['cup', 'none', 'tea'])
    expect(await ids({ category: 'home' })).toEqual(['cup'])
    expect(await ids({ affordable: true })).toEqual(['bag', 'tea'])
    expect(await ids({ special: true })).toEqual(['bag'])
    expect(await ids({ search: '没有' })).toEqual([])
  })

  test('goes on by cursor, twenty at a time, each once', async () => {
    const all = Array.from({ length: 30 }, (_, n) =>
      reward(`r-${String(n).padStart(2, '0')}`, { rank: 30 - n }),
    )
    await publishRewards(mall(), all.slice(0, 15))
    await publishRewards(mall(), all.slice(15))
    const first = await shelf()
    const second = await shelf({ after: first.next })
    const ids = [...first.rewards, ...second.rewards].map(({ rewardId }) => rewardId)
    expect([first.rewards.length, second.rewards.length, second.next]).toEqual([20, 10, null])
    expect(ids).toEqual(all.map(({ rewardId }) => rewardId).reverse())
    const affordable = await shelf({ affordable: true })
    expect([affordable.rewards.length, affordable.next]).toEqual([20, first.next])
  })

  test('one reward says how it is had', async () => {
    await publishRewards(mall(), [reward('tea', { ways: ['pickup', 'delivery'], perMember: 2, stock: 3 })])
    await take(mall(), 'tea')
    expect(dataOf(await mall().ask('member', 'reward', MEMBER, { rewardId: 'tea' }))).toMatchObject({
      advice: 'shown at the desk',
      ways: ['pickup', 'delivery'],
      holdDays: 14,
      perMember: 2,
      exchanged: 1,
      left: 2,
      memberPoints: 400,
    })
    expect(codeOf(await mall().ask('member', 'reward', MEMBER, { rewardId: 'none' }))).toBe('reward.unknown')
  })

  test('who has not joined is told so', async () => {
    expect(codeOf(await mall().ask('member', 'mall', OTHER_MEMBER, {}))).toBe('member.not-joined')
  })
})

test('a catalogue with a faulty reward is refused whole, in words', async () => {
  const rewards = [reward('tea'), reward('bad', { points: 0 })]
  const answer = await nothingWritten(mall(), () =>
    mall().ask('manager', 'publish-catalogue', MANAGER, { rewards }),
  )
  expect(refusalOf(answer)).toEqual([
    'catalogue.faulty',
    { item: 'bad', fault: 'it must cost 1 point at least', more: 0 },
  ])
})

test('no more rewards are published than instances know; one that is there may still be changed', async () => {
  const rewards = sdkDatabase(mall().cloud).collection('rewards')
  const ids = Array.from({ length: 299 }, (_, n) => `old-${n}`)
  for (const id of ids) await rewards.doc(id).set({ data: { ...reward(id), publishedAt: 0 } })
  await publishRewards(mall(), [reward('last')])
  const more = { rewards: [reward('one-more')] }
  const refused = await nothingWritten(mall(), () =>
    mall().ask('manager', 'publish-catalogue', MANAGER, more),
  )
  expect(refusalOf(refused)).toEqual([
    'catalogue.faulty',
    { item: 'one-more', fault: 'there are more than 300 rewards', more: 0 },
  ])
  await publishRewards(mall(), [reward('last', { points: 90 })])
})

test('no more rewards are limited for one member than the own document counts', async () => {
  const rewards = sdkDatabase(mall().cloud).collection('rewards')
  const limited = { perMember: 1 }
  const ids = Array.from({ length: 100 }, (_, n) => `old-${n}`)
  for (const id of ids) await rewards.doc(id).set({ data: { ...reward(id, limited), publishedAt: 0 } })
  const publish = (id: string, perMember: number | null) => () =>
    mall().ask('manager', 'publish-catalogue', MANAGER, { rewards: [reward(id, { perMember })] })
  const fault = 'there are more than 100 rewards with perMember'
  const refused = await nothingWritten(mall(), publish('one-more', 2))
  expect(refusalOf(refused)).toEqual(['catalogue.faulty', { item: 'one-more', fault, more: 0 }])
  expect((await publish('old-1', null)()).ok).toBe(true)
  expect((await publish('one-more', 2)()).ok).toBe(true)
})
