/** Points for a reward, on a member's phone: from the shelf to the code that is shown at a desk, and what may go wrong on the way. */
import type { Locator } from 'playwright-core'
import { still } from '../../tools/screens/touch'
import { dataOf } from '../server/cloud'
import { DAY, MEMBER, STRANGER, type Mall } from '../server/mall'
import { publishRewards, reward, take } from '../server/rewards'
import { until, type Person } from './driver'
import { mallWithPhones } from './mall-with-phones'

const { mall, phone } = mallWithPhones()
const MALL = '/pages/member/mall/index'
const POINTS = '/pages/member/statement/points/index'
const EXCHANGES = '/pages/member/shop/exchanges/index'

declare const wx: Record<string, (options: { url?: string }) => void>

const points = async (on: Mall): Promise<number> => dataOf(await on.ask('member', 'mall', MEMBER, {})).points

/** The bar of one of the four tabs: a component of its own, which the automator's way to a page's elements does not enter. */
const barOf = (person: Person, tab: string): Locator =>
  person.phone.page.frameLocator(`iframe[data-page="pages/member/${tab}/index"]`).locator('wx-custom-tab-bar')

/** A member with 316 points before a shelf. */
async function beforeTheShelf(): Promise<Person> {
  await mall().join(MEMBER)
  await mall().receipt('receipt-1', 31_670)
  await publishRewards(mall(), [
    reward('coffee', { rank: 1 }),
    reward('dear', { rank: 2, points: 500 }),
    reward('parcel', { rank: 3, ways: ['delivery'], points: 150 }),
    reward('gone', { rank: 4, stock: 0 }),
  ])
  return phone(MEMBER, { entry: MALL })
}

test('a reward is taken for points, its code is shown, and given back the points return', async () => {
  const member = await beforeTheShelf()
  await member.reads('.purse__points', '316')
  await member.tapWords('.reward', 'reward coffee')
  await member.reads('.detail__points', '100')
  await member.tap('.detail-foot .button')
  await member.reads('.take__after', '兑换后还有 216 积分')
  await member.tapWords('.take .button', '扣 100 积分，兑换')
  await member.isOn('pages/member/shop/pickup/index')
  await member.reads('.pickup__done', '兑换好了')
  await member.find('.ticket__qr')
  expect(await points(mall())).toBe(216)

  await member.open(EXCHANGES)
  await member.reads('.exchange__state', '待领取')
  await member.tap('.exchange')
  await member.tapWords('.exchange-sheet .button', '取消这笔兑换')
  await member.reads('.exchange-sheet__means', '100 积分退回')
  await member.tapWords('.exchange-sheet .button', '确认取消')
  await member.reads('.exchange__state', '已取消')
  expect(await points(mall())).toBe(316)
})

test('what nobody fetches goes back to the shelf: the points return with the last day that they had', async () => {
  const member = await beforeTheShelf()
  await member.open(POINTS)
  const lastDay = await (await member.find('.lot__day')).text()
  dataOf(await take(mall(), 'coffee'))
  expect(await points(mall())).toBe(216)
  mall().cloud.clock.shift(15 * DAY)
  const ran = await mall().cloud.invoke('clock', { Type: 'Timer' }, { source: 'wx_trigger' })
  expect(ran).toMatchObject({ ok: true, result: { done: { exchanges: 1 }, failed: 0 } })

  await member.open(EXCHANGES)
  await member.reads('.exchange__state', '已过期')
  await member.open(POINTS)
  await member.reads('.balance__points', '316')
  await member.reads('.lot__day', lastDay)
  await member.reads('.lot__points', '316')
})

test('what is sent asks for an address first, and takes nothing before it has one', async () => {
  const member = await beforeTheShelf()
  await member.tapWords('.reward', 'reward parcel')
  await member.tap('.detail-foot .button')
  await member.tapWords('.take .button', '扣 150 积分')
  await member.reads('.take__missing', '收件人')
  expect(await points(mall())).toBe(316)
  const fields = await (await member.program.currentPage()).$$('.take__field')
  for (const [place, words] of ['清和', '13800001111', '梧桐路 1 号'].entries())
    await fields[place]?.input(words)
  await member.tapWords('.take .button', '扣 150 积分')
  await member.reads('.taken__title', '等商家寄出')
  expect(await points(mall())).toBe(166)
})

test('what is too dear or gone says so on its card and cannot be taken', async () => {
  const member = await beforeTheShelf()
  await until('what is missing', async () =>
    (
      await Promise.all(
        (await (await member.program.currentPage()).$$('.reward__missing')).map((each) => each.text()),
      )
    ).includes('还差 184 积分'),
  )
  await member.tapWords('.reward', 'reward gone')
  await member.reads('.detail-foot .button', '已兑完')
  await member.tap('.detail-foot .button')
  await still(member.phone)
  expect(await (await member.program.currentPage()).$('.take')).toBeNull()
})

test('a price that changed since it was shown takes nothing, and the new one is shown', async () => {
  const member = await beforeTheShelf()
  await member.tapWords('.reward', 'reward coffee')
  await member.reads('.detail__points', '100')
  await publishRewards(mall(), [reward('coffee', { points: 120 })])
  await member.tap('.detail-foot .button')
  await member.tapWords('.take .button', '扣 100 积分，兑换')
  await member.reads('.me-notice__title', '兑换所需有变动')
  await member.reads('.detail__points', '120')
  expect(await points(mall())).toBe(316)
})

test('without a network nobody knows whether it was taken; asked again, it was taken once', async () => {
  const member = await beforeTheShelf()
  await member.tapWords('.reward', 'reward coffee')
  await member.tap('.detail-foot .button')
  await member.phone.offline(true)
  await member.tapWords('.take .button', '扣 100 积分，兑换')
  await member.reads('.me-notice__title', '还不知道')
  await member.phone.offline(false)
  await member.tapWords('.take .button', '再问一次结果')
  await member.isOn('pages/member/shop/pickup/index')
  expect(await points(mall())).toBe(216)
})

test('the shelf can be searched and narrowed, and the four tabs lead to each other', async () => {
  const member = await beforeTheShelf()
  await member.tapWords('.shelves__chip', '我能兑')
  await until('only what is within reach', async () => {
    return (await (await member.program.currentPage()).$('.grid--only-2')) !== null
  })
  await member.tap('.mall-search')
  await (await member.find('.search__input')).input('没有这件')
  await member.reads('.standstill', '没有找到')
  await member.program.evaluate(() => wx.switchTab?.({ url: '/pages/member/me/index' }))
  await member.find('.me-row')
  await member.program.evaluate(() => wx.switchTab?.({ url: '/pages/member/home/index' }))
  await member.find('.tier-card')
})

test('a tab of the bar is touched, and the bar stands under the page that it led to', async () => {
  const member = await beforeTheShelf()
  await member.reads('.purse__points', '316')
  await barOf(member, 'mall').getByText('我的').tap()
  await member.isOn('pages/member/me/index')
  await member.find('.me-row')
  const chosen = barOf(member, 'me').locator('[class*="tab--on"]')
  await until('the chosen tab', async () => (await chosen.textContent())?.includes('我的'))
})

test('somebody who has not joined sees no tabs, and in the mall why to join', async () => {
  const stranger = await phone(STRANGER)
  await stranger.find('.join__input')
  const word = barOf(stranger, 'home').getByText('商城')
  await until('no bar', async () => (await word.count()) === 1 && !(await word.isVisible()))
  await stranger.open(MALL)
  await stranger.reads('.standstill', '还没有会员卡')
  await stranger.tapWords('.button', '去办卡')
  await stranger.find('.join__input')
})

test('a code that is not needed any more says so', async () => {
  const member = await beforeTheShelf()
  const { exchange } = dataOf(await take(mall(), 'coffee'))
  const page = `/pages/member/shop/pickup/index?id=${encodeURIComponent(exchange.exchangeId)}`
  await member.phone.page.evaluate(`window.phone.open('${page}')`)
  await member.find('.ticket__qr')
  dataOf(await mall().ask('member', 'cancel-exchange', MEMBER, { exchangeId: exchange.exchangeId }))
  await member.tap('.countdown__renew')
  await member.reads('.standstill', '不用再出示')
})
