/** A mall that has no cashier, and one whose cashier does not answer: nobody pays, nothing is lost, and it is said. */
import type { LocalCloud } from '../../local/cloud'
import { codeOf, dataOf, SECRET, startTestCloud } from './cloud'
import { DAY, MEMBER, MINUTE, openMall, type Mall } from './mall'
import { publishRewards, reward, take } from './rewards'

let cloud: LocalCloud

async function unpaid(env: Record<string, string>): Promise<{ mall: Mall; id: string }> {
  cloud = await startTestCloud(1, { SHUKE_SECRET: SECRET, ...env })
  const mall = await openMall(cloud)
  await mall.join(MEMBER)
  await mall.receipt('earned', 100_000)
  await publishRewards(mall, [reward('candle', { priceFen: 2_900, stock: 1 })])
  return { mall, id: dataOf(await take(mall, 'candle', { shownPriceFen: 2_900 })).exchange.exchangeId }
}

afterEach(() => cloud.close())

const pay = (mall: Mall, exchangeId: string) => mall.ask('member', 'pay-exchange', MEMBER, { exchangeId })
const tick = async () => {
  const answer = await cloud.invoke('clock', {}, { source: 'wx_trigger' })
  return answer.ok ? answer.result : answer
}

test('without a cashier it says so, and the points come back when its quarter of an hour is over', async () => {
  const { mall, id } = await unpaid({})
  expect(codeOf(await pay(mall, id))).toBe('pay.unavailable')
  cloud.clock.shift(16 * MINUTE)
  expect(await tick()).toEqual({ done: { exchanges: 1 }, failed: 0 })
  expect(mall.all('exchanges')).toMatchObject([{ state: 'expired', payment: { state: 'waiting' } }])
  expect(mall.member().account.purse).toMatchObject({ spent: 100, returned: 100 })
})

test('while the cashier does not say whether it was paid, it does not expire for a day', async () => {
  const { mall, id } = await unpaid({ SHUKE_MERCHANT: 'a number that no cashier takes for a merchant' })
  expect(codeOf(await pay(mall, id))).toBe('pay.unavailable')
  cloud.clock.shift(DAY / 2)
  expect(await tick()).toEqual({ done: {}, failed: 1 })
  expect(mall.all('exchanges')).toMatchObject([{ state: 'unpaid' }])
  expect(mall.member().account.purse.returned).toBeUndefined()
  cloud.clock.shift(DAY / 2)
  expect(await tick()).toEqual({ done: { exchanges: 1 }, failed: 0 })
  expect(mall.member().account.purse).toMatchObject({ spent: 100, returned: 100 })
})
