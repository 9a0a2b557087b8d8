/** What a member reads of an exchange, on the card page and in place of a code that was shown. */
import { dataOf } from './cloud'
import { ASSISTANT, mallOfFile, MEMBER } from './mall'
import { publishRewards, reward, take } from './rewards'

const mall = mallOfFile()

test('its member reads of it lately and in place of the code, until it is taken back; then that it came back', async () => {
  await mall().join(MEMBER)
  await mall().receipt('earned', 100_000)
  await publishRewards(mall(), [reward('tea')])
  const lately = async () => {
    const home = dataOf(await mall().ask('member', 'home', MEMBER, {}))
    return 'recent' in home ? home.recent.slice(0, -1) : []
  }
  const id = dataOf(await take(mall(), 'tea')).exchange.exchangeId
  const row = { kind: 'exchange', rewardName: 'reward tea', storeName: 'store-1' }
  const was = { ...row, id, step: 'taken', points: 100 }
  expect(await lately()).toMatchObject([was])
  const since = mall().cloud.clock.now() + 1
  mall().cloud.clock.shift(1)
  const status = async () => dataOf(await mall().ask('member', 'code-status', MEMBER, { since })).activity
  expect(await status()).toBeNull()
  const visit = await mall().visit()
  dataOf(await mall().ask('assistant', 'hand-over', ASSISTANT, { visit, exchangeId: id }))
  const handed = { ...row, id: `handed:${id}`, step: 'handed-over', points: 0 }
  expect(await status()).toMatchObject(handed)
  expect(await lately()).toMatchObject([handed, was])
  dataOf(await mall().ask('assistant', 'undo-hand-over', ASSISTANT, { exchangeId: id }))
  expect([await status(), await lately()]).toMatchObject([null, [was]])
  dataOf(await mall().ask('member', 'cancel-exchange', MEMBER, { exchangeId: id }))
  expect(await lately()).toMatchObject([{ ...row, step: 'back', points: 100 }, was])
})
