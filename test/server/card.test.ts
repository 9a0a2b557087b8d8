/** The member's own pages: the card, the code, what became of the code; and the assistant's list of the day. */
import { codeOf, dataOf } from './cloud'
import {
  ASSISTANT,
  DAY,
  goods,
  keyed,
  mallOfFile,
  MEMBER,
  MINUTE,
  NEIGHBOUR,
  nothingWritten,
  PHONES,
  STRANGER,
} from './mall'

const mall = mallOfFile()

const home = async (openid = MEMBER) =>
  dataOf(await nothingWritten(mall(), () => mall().ask('member', 'home', openid)))
const status = async (since: number) =>
  dataOf(await nothingWritten(mall(), () => mall().ask('member', 'code-status', MEMBER, { since })))
const dayList = (input = {}, by = ASSISTANT) => mall().ask('assistant', 'day-list', by, input)

describe('the card page', () => {
  test('shows who has not joined the tiers of the programme and nobody’s figures', async () => {
    const view = await home(STRANGER)
    expect(view).toMatchObject({ joined: false, staff: false, mallName: '梧桐里' })
    expect(Object.keys(view).sort()).toEqual(['joined', 'mallName', 'staff', 'tiers'])
  })

  test('shows points, progress, visits and what happened lately, newest first, five at most', async () => {
    await mall().join(MEMBER)
    for (let n = 1; n <= 6; n += 1) await mall().receipt(`receipt-${n}`, n * 100_000)
    // 1,000 + 2,000 + … + 6,000 yuan = ¥21,000: silver from ¥10,000, which the fourth receipt reaches (10,000 points).
    // The fifth and the sixth earn at 120: 6,000 + 7,200.
    expect(await home()).toMatchObject({
      joined: true,
      staff: false,
      card: { tierName: '银卡', points: 23_200 },
      progress: { nextTierName: '金卡', gapFen: 2_900_000, insideBandFen: 1_100_000, bandFen: 4_000_000 },
      visitCount: 1,
      debt: 0,
      expiringSoon: null,
      recent: [6, 5, 4, 3, 2].map((n) => ({ id: `purchase:till-1:receipt-${n}`, paidFen: n * 100_000 })),
      benefits: ['每月停车 2 小时 × 2 次'],
    })
    const view = await home()
    expect('recent' in view && view.recent.map((each) => 'upgradedTo' in each && each.upgradedTo)).toEqual([
      null,
      null,
      '银卡',
      null,
      null,
    ])
  })

  test('names the lot that expires within 30 days, and counts nothing of it the day after its last', async () => {
    await mall().join(MEMBER)
    await mall().receipt('receipt-1', 10_000)
    const expiresOn = mall().member().account.purse.lots[0]?.expiresOn
    mall().cloud.clock.shift(334 * DAY)
    expect(await home()).toMatchObject({ expiringSoon: null })
    mall().cloud.clock.shift(DAY)
    expect(await home()).toMatchObject({ expiringSoon: { points: 100, expiresOn }, card: { points: 100 } })
    mall().cloud.clock.shift(30 * DAY)
    expect(await home()).toMatchObject({ expiringSoon: { points: 100, expiresOn }, card: { points: 100 } })
    mall().cloud.clock.shift(DAY)
    expect(await home()).toMatchObject({ expiringSoon: null, card: { points: 0 }, debt: 0 })
  })

  test('shows the tier that is held today, though nothing has written the end of the term down', async () => {
    await mall().join(MEMBER)
    await mall().receipt('receipt-1', 5_000_000)
    mall().cloud.clock.shift((365 + 20) * DAY) // inside the 30 days of grace
    expect(await home()).toMatchObject({ card: { tierName: '金卡' } })
    mall().cloud.clock.shift(20 * DAY)
    expect(await home()).toMatchObject({ card: { tierName: '银卡' }, progress: { nextTierName: '金卡' } })
    // The desk agrees: the discount and the rate of silver, as the booking earns them.
    const visit = await mall().visit()
    const input = { visit, lines: keyed(10_000), shownPayFen: 9_800 }
    const { settlement, purchaseId } = dataOf(await mall().ask('assistant', 'register', ASSISTANT, input))
    expect(settlement).toMatchObject({ discountPercent: 2, rate: 120, base: 98, points: 117 })
    expect(mall().purchase(purchaseId)).toMatchObject({ tierId: 'silver', earning: { points: 117 } })
  })

  test('tells staff that they are staff', async () => {
    expect(await home(ASSISTANT)).toMatchObject({ joined: true, staff: true })
  })
})

describe('the code page', () => {
  test('gives 18 digits that begin with the card number, and says when the next are due', async () => {
    await mall().join(MEMBER)
    const code = dataOf(await nothingWritten(mall(), () => mall().ask('member', 'code', MEMBER)))
    expect(code.code).toMatch(new RegExp(`^${mall().member().cardNumber}\\d{10}$`))
    expect(code.renewAt % MINUTE).toBe(0)
    expect(code.renewAt - code.serverNow).toBeGreaterThan(0)
    expect(code.renewAt - code.serverNow).toBeLessThanOrEqual(MINUTE)
    expect(code).toMatchObject({
      periodSeconds: 60,
      phoneTail: '0001',
      hasBirthday: false,
      card: { name: MEMBER },
    })
  })

  test('is for members: the code and its status are refused before joining', async () => {
    await mall().receipt('receipt-1', 10_000) // an unclaimed account of that phone is nobody's yet
    expect(codeOf(await mall().ask('member', 'code', MEMBER))).toBe('member.not-joined')
    expect(codeOf(await mall().ask('member', 'code-status', MEMBER, { since: 0 }))).toBe('member.not-joined')
  })

  test('learns of the scan, then of the purchase, and of nothing that was before it opened', async () => {
    await mall().join(MEMBER)
    await mall().receipt('before', 10_000)
    mall().cloud.clock.shift(MINUTE)
    const since = mall().now()
    expect(await status(since)).toMatchObject({ scanned: null, activity: null, points: 100 })
    const visit = await mall().visit()
    expect(await status(since)).toMatchObject({ scanned: { storeName: 'store-1' }, activity: null })
    const purchaseId = await mall().buy(10_000, visit)
    expect(await status(since)).toEqual({
      scanned: null,
      activity: expect.objectContaining({
        kind: 'purchase',
        id: purchaseId,
        paidFen: 10_000,
        points: 100,
      }) as unknown,
      points: 200,
      tierName: '普通会员',
    })
    expect(await status(mall().now() + MINUTE)).toMatchObject({ scanned: null, activity: null })
  })
})

describe('the day’s list', () => {
  beforeEach(() => mall().join(MEMBER))

  test('of the longest receipts that a till may send comes in pages that an answer can hold, none left out', async () => {
    const line = (n: number) => ({ ...goods(9_999_999_999, 1_000_000), sku: String(n).padStart(32, '货') })
    const lines = Array.from({ length: 1_200 }, (_, n) => line(n))
    const member = { phone: PHONES[MEMBER] ?? '' }
    for (const name of ['a', 'b', 'c', 'd', 'e', 'f', 'g'])
      dataOf(await mall().till('purchase', mall().till1, { receipt: name, member, lines }))
    const receipts: (string | null)[] = []
    for (let after: string | undefined; ;) {
      const { purchases, next } = dataOf(await dayList({ after }))
      receipts.push(...purchases.map(({ receipt }) => receipt))
      if (next === null) break
      after = next
    }
    expect(receipts).toEqual(['g', 'f', 'e', 'd', 'c', 'b', 'a'])
  })

  test('shows the own store newest first, 20 at a time, to the last one', async () => {
    for (let n = 1; n <= 21; n += 1) await mall().receipt(`receipt-${n}`, 10_000)
    const first = dataOf(await dayList())
    expect(first.purchases.map(({ receipt }) => receipt)).toEqual(
      Array.from({ length: 20 }, (_, n) => `receipt-${21 - n}`),
    )
    const second = dataOf(await dayList({ after: first.next ?? undefined }))
    expect(second.purchases.map(({ receipt }) => receipt)).toEqual(['receipt-1'])
    expect(second.next).toBeNull()
    expect([first.totals, second.totals]).toEqual([{ count: 21, keptFen: 210_000 }, null])
  })

  test('shows another day when asked, and nothing of another store', async () => {
    await mall().hire(NEIGHBOUR, 'store-2')
    const day = mall().today()
    await mall().receipt('receipt-1', 10_000, 3)
    const [shown] = dataOf(await dayList({}, ASSISTANT)).purchases
    expect(shown).toMatchObject({
      source: 'till',
      memberName: MEMBER,
      points: 100,
      lines: [
        { line: 0, sku: 'goods-1', quantity: 3, quantityLeft: 3, paidFen: 10_000, refundableFen: 10_000 },
      ],
      canUndo: false,
    })
    const back = { receipt: 'back-1', purchase: 'receipt-1', lines: [{ line: 0, quantity: 1 }] }
    await mall().till('refund', mall().till1, back) // a third of ¥100.00: ¥66.67 are kept
    expect(dataOf(await dayList()).totals).toEqual({ count: 1, keptFen: 6_667 })
    expect(dataOf(await dayList({}, NEIGHBOUR))).toMatchObject({
      purchases: [],
      totals: { count: 0, keptFen: 0 },
    })
    mall().cloud.clock.shift(DAY)
    expect(dataOf(await dayList()).purchases).toEqual([])
    expect(dataOf(await dayList({ day })).purchases).toHaveLength(1)
  })

  test('holds no phone number and no openid of a member', async () => {
    await mall().join('openid-member-9', '13812345678')
    const member = { phone: '13812345678' }
    const lines = [{ sku: 'goods-1', quantity: 1, paidFen: 100 }]
    await mall().till('purchase', mall().till1, { receipt: 'receipt-1', member, lines })
    const { purchases } = dataOf(await dayList())
    expect(purchases).toHaveLength(1)
    expect(JSON.stringify(purchases)).not.toMatch(/13812345678|openid-member-9"(?!,"tierName)/)
  })
})
