/** What is answered in English is the same with other names: of tiers and benefits, and never of people, stores or the mall. */
import { POLICY_VERSION } from '../../src/domain/members/consent'
import { dataOf, newOperation } from './cloud'
import { MEMBER, mallOfFile } from './mall'

const mall = mallOfFile()
const ask = async (action: string, language?: string, input: object = {}) =>
  dataOf(
    await mall().send('member', { action, input, ...(language ? { language } : {}) }, { openid: MEMBER }),
  ) as Record<string, unknown>

beforeEach(async () => {
  await mall().join(MEMBER)
  await mall().buy(5_200_000, await mall().visit())
})

test('the card page: tier, next tier, benefits and the upgrade, all in English; the store as it is written', async () => {
  const [zh, en] = [await ask('home', 'zh-CN'), await ask('home', 'en')]
  expect(await ask('home')).toMatchObject({ card: zh.card })
  expect(zh).toMatchObject({ card: { tierName: '金卡' }, recent: [{ upgradedTo: '金卡' }] })
  expect(en).toMatchObject({
    card: { ...(zh.card as object), tierName: 'Gold' },
    progress: { nextTierName: 'Platinum' },
    benefits: ['Parking 2 h × 8 a month', 'Birthday gift of your choice'],
    recent: [{ upgradedTo: 'Gold', storeName: 'store-1' }],
    mallName: zh.mallName,
  })
})

test('the ladder, the log of tiers and the why of an entry speak English too', async () => {
  expect(await ask('growth', 'en')).toMatchObject({
    tierName: 'Gold',
    ladder: [
      { name: 'Member' },
      { name: 'Silver' },
      { name: 'Gold' },
      { name: 'Platinum' },
      { name: 'Diamond' },
    ],
    history: [{ tierName: 'Gold' }, { tierName: 'Member' }],
  })
  const { entries } = (await ask('points')) as { entries: { id: string }[] }
  expect(await ask('entry', 'en', { id: entries[0]?.id })).toMatchObject({ earning: { tierName: 'Member' } })
})

test('what happened to a code names the tier that was reached as its reader reads it', async () => {
  expect(await ask('code-status', 'en', { since: 0 })).toMatchObject({
    tierName: 'Gold',
    activity: { upgradedTo: 'Gold' },
  })
})

test('the language is no part of what is asked: a command sent again in another one is the same command', async () => {
  const operationId = newOperation()
  const input = { purpose: 'offers', given: true, policyVersion: POLICY_VERSION }
  const send = (language: string) =>
    mall().send('member', { action: 'set-consent', operationId, input, language }, { openid: MEMBER })
  expect(await send('en')).toMatchObject({ ok: true })
  expect(await send('zh-CN')).toMatchObject({ ok: true, replayed: true })
})

test('a language that nobody speaks here is refused', async () => {
  const answer = await mall().send('member', { action: 'home', language: 'fr' }, { openid: MEMBER })
  expect(answer).toMatchObject({
    ok: false,
    error: { code: 'request.malformed', details: { field: 'language' } },
  })
})
