/** Where a member stands between the tiers: figures derived by hand, history, grace, and the upgrade that is news. */
import { codeOf, dataOf } from './cloud'
import { DAY, mallOfFile, MEMBER, nothingWritten, STRANGER } from './mall'

const mall = mallOfFile()

const growth = async () => dataOf(await nothingWritten(mall(), () => mall().ask('member', 'growth', MEMBER)))
const upgrade = async () => {
  const home = dataOf(await mall().ask('member', 'home', MEMBER))
  return home.joined ? home.upgrade : null
}
const story = async () => (await growth()).history.map(({ what, tierName }) => `${what} ${tierName}`)

test('the growth page is for members', async () => {
  expect(codeOf(await mall().ask('member', 'growth', STRANGER))).toBe('member.not-joined')
})

test('a new member stands on the lowest tier, which needs nothing to be kept', async () => {
  await mall().join(MEMBER)
  expect(await growth()).toMatchObject({
    tierName: '普通会员',
    graceEndsOn: null,
    spendFen: 0,
    progress: { nextTierName: '银卡', gapFen: 1_000_000 },
    keep: null,
    projected: { tierName: '普通会员', than: 'same' },
    ladder: { length: 5 },
    history: [{ what: 'joined', tierName: '普通会员', day: mall().today() }],
  })
})

test('what still counts at the term’s end, the gap, and where the pace leads', async () => {
  await mall().join(MEMBER)
  mall().cloud.clock.set(Date.parse('2027-01-10T10:00:00+08:00'))
  await mall().receipt('receipt-1', 600_000) // ¥6,000
  mall().cloud.clock.set(Date.parse('2027-03-01T10:00:00+08:00'))
  await mall().receipt('receipt-2', 4_400_000) // ¥44,000 more: ¥50,000 are gold since 1 March, until 1 March 2028
  const now = await growth()
  expect(now).toMatchObject({
    tierName: '金卡',
    since: '2027-03-01',
    termEndsOn: '2028-03-01',
    spendFen: 5_000_000,
  })
  // On 1 March 2028 the window begins on 2 March 2027: neither purchase counts any more.
  expect(now.keep).toEqual({ thresholdFen: 5_000_000, countedFen: 0, gapFen: 5_000_000 })
  // Pace: ¥50,000 in 90 days, 366 days left (2028 has a 29 February): ¥203,333 by then, the highest tier.
  expect(now.projected).toEqual({ tierName: '钻石卡', than: 'higher' })
  expect(now.progress).toMatchObject({ nextTierName: '白金卡', gapFen: 5_000_000 })

  mall().cloud.clock.set(Date.parse('2027-12-01T10:00:00+08:00'))
  await mall().receipt('receipt-3', 1_000_000) // ¥10,000 in December will count
  const later = await growth()
  expect(later.keep).toEqual({ thresholdFen: 5_000_000, countedFen: 1_000_000, gapFen: 4_000_000 })
  // ¥10,000 + ¥10,000 × 91 / 90 = ¥20,111: silver, one level down.
  expect(later.projected).toEqual({ tierName: '银卡', than: 'lower' })
})

test('in grace the last day to keep the tier is named, and what is missing of today’s window', async () => {
  await mall().join(MEMBER)
  mall().cloud.clock.set(Date.parse('2027-03-01T10:00:00+08:00'))
  await mall().receipt('receipt-1', 1_000_000)
  mall().cloud.clock.set(Date.parse('2028-03-05T10:00:00+08:00'))
  await mall().receipt('receipt-2', 300_000)
  expect(await growth()).toMatchObject({
    tierName: '银卡',
    termEndsOn: '2028-03-01',
    graceEndsOn: '2028-03-31',
    keep: { thresholdFen: 1_000_000, countedFen: 300_000, gapFen: 700_000 },
    projected: { tierName: '普通会员', than: 'lower' },
  })
  await mall().receipt('receipt-3', 700_000)
  expect(await growth()).toMatchObject({ tierName: '银卡', termEndsOn: '2029-03-05', graceEndsOn: null })
  expect(await story()).toEqual(['renewed 银卡', 'upgraded 银卡', 'joined 普通会员'])
})

test('the history tells purchases, refunds and terms, also those that nobody has booked yet', async () => {
  await mall().join(MEMBER)
  await mall().receipt('receipt-1', 5_200_000, 52) // 52 pieces of ¥1,000
  expect(await story()).toEqual(['upgraded 金卡', 'joined 普通会员'])
  const lines = [{ line: 0, quantity: 30 }]
  dataOf(await mall().till('refund', mall().till1, { receipt: 'back-1', purchase: 'receipt-1', lines }))
  // ¥22,000 are left: silver.
  expect(await story()).toEqual(['taken-back 银卡', 'upgraded 金卡', 'joined 普通会员'])
  expect((await growth()).history[0]).toMatchObject({ storeName: 'store-1', material: 'silver' })
  mall().cloud.clock.shift(400 * DAY)
  expect((await growth()).tierName).toBe('普通会员')
  const told = ['lapsed 普通会员', 'taken-back 银卡', 'upgraded 金卡', 'joined 普通会员']
  expect(await story()).toEqual(told)
  await mall().receipt('receipt-2', 10_000) // writes it down; the story stays the same
  expect(
    mall()
      .member()
      .tierLog?.map(({ because }) => because),
  ).toEqual(['term', 'grace', 'refund', 'purchase'])
  expect(await story()).toEqual(told)
})

test('an upgrade is news on the card page for 30 days, unless it was taken back', async () => {
  await mall().join(MEMBER)
  expect(await upgrade()).toBeNull()
  await mall().receipt('receipt-1', 1_000_000)
  expect(await upgrade()).toEqual({
    key: 'silver:purchase:till-1:receipt-1',
    day: mall().today(),
    storeName: 'store-1',
    rate: 120,
    discountPercent: 2,
  })
  mall().cloud.clock.shift(30 * DAY)
  expect(await upgrade()).not.toBeNull()
  mall().cloud.clock.shift(DAY)
  expect(await upgrade()).toBeNull()
  await mall().receipt('receipt-2', 4_000_000)
  expect(await upgrade()).toMatchObject({ key: 'gold:purchase:till-1:receipt-2' })
  const lines = [{ line: 0, quantity: 1 }]
  dataOf(await mall().till('refund', mall().till1, { receipt: 'back-1', purchase: 'receipt-2', lines }))
  expect(await upgrade()).toBeNull()
})
