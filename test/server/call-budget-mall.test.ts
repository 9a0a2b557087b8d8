/** How many calls wallet, offers, points mall and time make on a warm instance, and where the exchange saves one. */
import { dataOf } from './cloud'
import { ASSISTANT, goods, mallOfFile, MEMBER, MINUTE } from './mall'
import { offer } from './offers'
import { publishRewards, reward, take } from './rewards'

const mall = mallOfFile()
const STOCK = { stock: 9, stockParts: 3 }

beforeEach(async () => {
  await mall().join(MEMBER)
  await mall().receipt('earned', 200_000)
  const gives = { kind: 'coupon' as const, offerId: 'given' }
  await publishRewards(
    mall(),
    [reward('cup', STOCK), reward('tea'), reward('ten', { ...STOCK, gives, ways: [], storeId: null })],
    [offer('given', { claim: null }), offer('claimed', STOCK)],
  )
  await mall().ask('member', 'offers', MEMBER, {})
  await mall().ask('member', 'mall', MEMBER, {})
})

const measured = async (work: () => Promise<unknown>): Promise<number> => {
  await work()
  return mall().lastCalls()
}
const look = async (rewardId: string) => dataOf(await mall().ask('member', 'reward', MEMBER, { rewardId }))
const exchangeOf = async (rewardId: string) =>
  dataOf(await take(mall(), rewardId, rewardId === 'ten' ? { way: null } : {})).exchange.exchangeId

test('the wallet makes 2 calls, offers 2, a claim of limited stock 8', async () => {
  expect(await measured(() => mall().ask('member', 'wallet', MEMBER, {}))).toBe(2)
  expect(await measured(() => mall().ask('member', 'offers', MEMBER, {}))).toBe(2)
  const claim = () => mall().ask('member', 'claim', MEMBER, { offerId: 'claimed' })
  expect(await measured(claim)).toBe(8)
})

test('the shelf makes 2 calls, once a minute 3; a reward 2 at once; what was taken 2', async () => {
  const shelf = () => mall().ask('member', 'mall', MEMBER, {})
  expect(await measured(shelf)).toBe(2)
  expect(await measured(() => look('cup'))).toBe(2)
  expect(mall().cloud.invocations().at(-1)?.sequentialDepth).toBe(1)
  expect(await measured(() => mall().ask('member', 'exchanges', MEMBER, {}))).toBe(2)
  mall().cloud.clock.shift(MINUTE)
  expect(await measured(shelf)).toBe(3)
})

test('an exchange makes 6 calls, 8 of limited stock, 9 for a coupon of it, by who looked at it; else one more', async () => {
  const [by, phone] = ['openid-fresh', '13800000077']
  await mall().join(by, phone)
  const receipt = { receipt: 'fresh', member: { phone }, lines: [goods(20_000)] }
  dataOf(await mall().till('purchase', mall().till1, receipt))
  expect(await measured(() => take(mall(), 'tea', { by }))).toBe(7)
  await look('tea')
  const each = []
  for (const rewardId of ['tea', 'cup', 'ten']) each.push(await measured(() => exchangeOf(rewardId)))
  expect(each).toEqual([6, 8, 9])
})

test('who joined anew under the same openid takes for the new account, whatever an instance remembers', async () => {
  await look('tea')
  const old = mall().member()
  const leaving = { cardNumber: old.cardNumber, shownPoints: 2_000 }
  dataOf(await mall().ask('member', 'close-account', MEMBER, leaving))
  expect(await take(mall(), 'tea')).toMatchObject({ error: { code: 'member.not-joined' } })
  await mall().join(MEMBER)
  await mall().receipt('anew', 20_000)
  const id = await exchangeOf('tea')
  expect(mall().all('exchanges')).toMatchObject([{ _id: id, memberId: mall().member()._id }])
  expect(mall().member()._id).not.toBe(old._id)
})

test('giving back makes 11 calls, handing over 7, the clock 3 at once when nothing is due', async () => {
  const exchangeId = await exchangeOf('cup')
  expect(await measured(() => mall().ask('member', 'cancel-exchange', MEMBER, { exchangeId }))).toBe(11)
  const held = await exchangeOf('cup')
  const { code } = dataOf(await mall().ask('member', 'exchange-code', MEMBER, { exchangeId: held }))
  const { visit } = dataOf(await mall().ask('assistant', 'resolve', ASSISTANT, { code }))
  const handOver = () => mall().ask('assistant', 'hand-over', ASSISTANT, { visit, exchangeId: held })
  expect(await measured(handOver)).toBe(7)
  const tick = () => mall().cloud.invoke('clock', { Type: 'Timer' }, { source: 'wx_trigger' })
  expect(await measured(tick)).toBe(3)
  expect(mall().cloud.invocations().at(-1)?.sequentialDepth).toBe(1)
})
