/** Points and tiers on the member's phone: from the card to the history, to the why of an entry; a new tier told once. */
import { dataOf } from '../server/cloud'
import { DAY, MEMBER, PHONES } from '../server/mall'
import { until, type Person } from './driver'
import { mallWithPhones } from './mall-with-phones'

const HOME = '/pages/member/home/index'
const POINTS = '/pages/member/statement/points/index'
const GROWTH = '/pages/member/statement/growth/index'

const { mall, phone } = mallWithPhones()
let member: Person

beforeEach(async () => {
  await mall().join(MEMBER, PHONES[MEMBER])
  member = await phone(MEMBER)
  await member.reads('.home__greeting', '好')
})

const back = async (receipt: string, quantity: number): Promise<unknown> => {
  const lines = [{ line: 0, quantity }]
  return dataOf(
    await mall().till('refund', mall().till1, { receipt: `back-${receipt}`, purchase: receipt, lines }),
  )
}
const rows = async (): Promise<number> => (await (await member.program.currentPage()).$$('.line')).length
const rowsAre = (count: number): Promise<unknown> =>
  until(`${count} rows`, async () => (await rows()) === count)

test('from the points on the card to the history, to the why of a refund, to the purchase that it corrects', async () => {
  await mall().receipt('A-1029', 31_670, 3) // 316 points
  await back('A-1029', 1) // ¥105.56 of ¥316.70: floor(316 × 10556 / 31670) = 105
  await member.open(HOME)
  await member.reads('.tier-card__points', '211')
  await member.tap('.tier-card__sum')
  await member.isOn('pages/member/statement/points/index')
  await member.reads('.balance__points', '211')
  await rowsAre(2)
  await member.reads('.entry', /退 ¥105\.56 · 退货\s*−105/)
  await member.tap('.entry')
  await member.isOn('pages/member/statement/why/index')
  await member.reads('.why__points', '−105')
  await member.tap('.why__corrected')
  await member.reads('.why__points', '+316')
  await member.reads('.why', '316 × 1 = 316')
  await member.reads('.why', '后来退款收回')
  await member.reads('.why', 'A-1029')
  expect((await member.phone.messages()).filter(({ type }) => type === 'exception')).toEqual([])
})

test('the history is filtered by kind, searched by receipt, and says when nothing is found', async () => {
  await mall().receipt('A-1', 10_000, 2)
  await mall().receipt('B-2', 20_000)
  await back('A-1', 1)
  await member.open(POINTS)
  await rowsAre(3)
  await member.tapWords('.filters__chip', '收回')
  await rowsAre(1)
  await member.tapWords('.filters__chip', '全部')
  await rowsAre(3)
  await (await member.find('.search__input')).input('b-2')
  await rowsAre(1)
  await (await member.find('.search__input')).input('没有这家店')
  await member.reads('.standstill', '没有符合的记录')
  await member.tapWords('.button', '看全部记录')
  await rowsAre(3)
})

test('a long history is drawn a few lines at a time, to its end', async () => {
  for (let n = 1; n <= 23; n += 1) await mall().receipt(`receipt-${n}`, 1_000)
  await member.open(POINTS)
  await rowsAre(3)
  // Reaching the end of the page brings more as well as the button does, so the button may be gone before a tap.
  await until('the end of the history', async () => {
    const page = await member.program.currentPage()
    if (/没有更早的了/.test((await (await page.$('.list-end'))?.text()) ?? '')) return true
    await (await page.$('.list-end .button'))?.tap()
    return false
  })
  await rowsAre(23)
  await member.reads('.list-end', '没有更早的了')
})

test('a debt is explained where it is seen: why it is there and how it goes away', async () => {
  await mall().receipt('receipt-1', 10_000)
  mall().cloud.clock.shift(400 * DAY)
  await back('receipt-1', 1)
  await member.open(HOME)
  await member.tapWords('.note', '100 积分')
  await member.isOn('pages/member/statement/points/index')
  await member.reads('.balance__debt', '欠 100 积分')
  await member.reads('.balance__debt', '下次消费')
})

test('a new tier is told once on the card page and leads to its page, and on to what every tier gives', async () => {
  await mall().receipt('receipt-1', 5_200_000)
  await member.open(HOME)
  await member.reads('.upgrade__title', '您已升到金卡')
  await member.tapWords('.upgrade .button', '看看新卡')
  await member.isOn('pages/member/today/upgrade/index')
  await member.reads('.ceremony', /您已升到金卡[\s\S]*每消费 1 元得 1.5 积分/)
  await member.tapWords('.ceremony .button', '各等级')
  await member.isOn('pages/member/statement/growth/index')
  await member.reads('.growth__tier', '金卡')
  await member.reads('.stand', '再消费 ¥48,000 升级白金卡')
  await member.reads('.ladder', '钻石卡')
  await member.reads('.growth__history', '升到金卡')
  await member.open(HOME)
  await member.reads('.tier-card__tier', '金卡')
  expect(await (await member.program.currentPage()).$('.upgrade')).toBeNull()
  await member.tap('.way-row')
  await member.isOn('pages/member/statement/growth/index')
})

test('without a network the pages say so; with it again, one tap brings them', async () => {
  for (const page of [POINTS, GROWTH]) {
    await member.phone.offline(true)
    await member.open(page)
    await member.reads('.standstill', '网络没有连上')
    await member.phone.offline(false)
    await member.tapWords('.button', '再试一次')
    await member.reads('.screen', /等级记录|还没有积分记录/)
  }
})
