/** A reward for points and money, on a member's phone and at WeChat's cashier: put away, paid later, never paid. */
import { dataOf } from '../server/cloud'
import { MEMBER, MINUTE } from '../server/mall'
import { publishRewards, reward } from '../server/rewards'
import type { Person } from './driver'
import { mallWithPhones } from './mall-with-phones'

const { mall, phone } = mallWithPhones()
const MALL = '/pages/member/mall/index'
const EXCHANGES = '/pages/member/shop/exchanges/index'

const points = async (): Promise<number> => dataOf(await mall().ask('member', 'mall', MEMBER, {})).points
const orders = () => mall().cloud.payments.orders()
const exchange = () => mall().all<{ state: string; payment: object }>('exchanges')[0]

/** A member with 316 points on the sheet of a reward for 100 points and ¥29. */
async function aboutToTake(): Promise<Person> {
  await mall().join(MEMBER)
  await mall().receipt('receipt-1', 31_670)
  await publishRewards(mall(), [reward('candle', { priceFen: 2_900, stock: 1 })])
  const member = await phone(MEMBER, { entry: MALL })
  await member.phone.answerPayment('ask')
  await member.tapWords('.reward', 'reward candle')
  await member.tap('.detail-foot .button')
  await member.tapWords('.take .button', '¥29')
  return member
}

/** Touches something on the cashier's sheet of WeChat. */
const atCashier = (member: Person, words: string): Promise<void> =>
  member.phone.page.locator('.cashier button', { hasText: words }).last().click()

test('put away at the cashier it waits unpaid; paid later it is held and shows its code', async () => {
  const member = await aboutToTake()
  await atCashier(member, '×')
  await member.reads('.me-notice__title', '还没有付款')
  expect(exchange()).toMatchObject({ state: 'unpaid' })
  expect([await points(), orders().length]).toEqual([216, 1])

  await member.open(EXCHANGES)
  await member.reads('.exchange__state', '待付款')
  await member.tap('.exchange')
  await member.tapWords('.exchange-sheet .button', '继续付款')
  await atCashier(member, '立即支付')
  await atCashier(member, '完成')
  await member.isOn('pages/member/shop/pickup/index')
  await member.find('.ticket__qr')
  expect(exchange()).toMatchObject({ state: 'held', payment: { state: 'paid' } })
  expect(orders()).toMatchObject([{ state: 'SUCCESS', totalFee: 2_900 }])
  expect(await points()).toBe(216)
})

test('never paid, it is over after a quarter of an hour: the points and the piece come back, the order is closed', async () => {
  const member = await aboutToTake()
  await atCashier(member, '×')
  await member.reads('.me-notice__title', '还没有付款')
  mall().cloud.clock.shift(16 * MINUTE)
  await member.tapWords('.take .button', '继续付款')
  await member.reads('.me-notice__title', '这笔兑换不能这样处理')
  const ran = await mall().cloud.invoke('clock', { Type: 'Timer' }, { source: 'wx_trigger' })
  expect(ran).toMatchObject({ ok: true, result: { done: { exchanges: 1 }, failed: 0 } })
  await member.open(EXCHANGES)
  await member.reads('.exchange__state', '已过期')
  expect(await points()).toBe(316)
  expect(orders()).toMatchObject([{ state: 'CLOSED' }])
  await member.open(MALL)
  await member.reads('.reward', 'reward candle')
})
