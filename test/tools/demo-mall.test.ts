/** The demo mall is seeded through the doors, shows all five tiers, and its books are in order. */
import { readFileSync } from 'node:fs'
import { startCloud, type LocalCloud } from '../../local/cloud'
import type { OffersView, WalletView } from '../../src/contract/coupon-views'
import type { HomeView } from '../../src/contract/member'
import type { NoticesView } from '../../src/contract/notice-views'
import type { InviteView } from '../../src/contract/referral-views'
import { addDays, businessDayOf } from '../../src/domain/time/business-day'
import { MALL_PROGRAMME } from '../../src/domain/programme/default-programmes'
import type { MemberDocument } from '../../src/server/store/members'
import { auditLedger } from '../../tools/audit/audit'
import { ledgerOf } from '../server/books'
import { DEMO_FRIENDS, DEMO_PEOPLE, DEMO_STORES } from '../../tools/demo-mall/people'
import { demoPurchases, PURCHASES_FILE } from '../../tools/demo-mall/purchases'
import { seedDemoMall } from '../../tools/demo-mall/seed'
import { functionsFolder } from '../../tools/import/functions-folder'

const NOW = Date.parse('2026-07-15T11:20:00+08:00')
const SECRET = 'a secret that only this test knows'

describe('the purchases that ship', () => {
  test('are few and small, and the newest falls on yesterday', async () => {
    const purchases = await demoPurchases(NOW)
    expect(purchases.length).toBeLessThanOrEqual(600)
    expect(readFileSync(PURCHASES_FILE).length).toBeLessThanOrEqual(150 * 1024)
    const yesterday = addDays(businessDayOf(NOW), -1)
    expect(businessDayOf(purchases.at(-1)?.at ?? 0)).toBe(yesterday)
  })

  test('belong to people and stores of the demo, some with several lines', async () => {
    const purchases = await demoPurchases(NOW)
    const people = new Set(DEMO_PEOPLE.map(({ id }) => id))
    const stores = new Set(DEMO_STORES.map(({ storeId }) => storeId))
    for (const { personId, storeId } of purchases)
      expect([people.has(personId), stores.has(storeId)]).toEqual([true, true])
    expect(new Set(purchases.map(({ storeId }) => storeId)).size).toBe(stores.size)
    expect(purchases.filter(({ lines }) => lines.length > 1).length).toBeGreaterThan(100)
  })

  test('openids have letters and phones are nobody’s', () => {
    const people = [...DEMO_PEOPLE, ...DEMO_FRIENDS]
    for (const { openid, phone } of people) {
      expect(openid).toMatch(/[a-z]/)
      expect(phone).toMatch(/^1990000\d{4}$/)
    }
    expect(new Set(people.map(({ phone }) => phone)).size).toBe(people.length)
  })
})

describe('seeding', () => {
  let cloud: LocalCloud
  let steps: [number, number][] = []
  const ledger = () => ledgerOf(cloud)
  const memberOf = (name: string): MemberDocument => {
    const found = ledger().members.find((member) => member.name === name)
    if (!found) throw new Error(`${name} is no member`)
    return found
  }

  beforeAll(async () => {
    process.env.SHUKE_SECRET = SECRET
    const functionsDir = await functionsFolder()
    cloud = await startCloud({
      dataDir: ':memory:',
      functionsDir,
      functionEnv: { SHUKE_SECRET: SECRET },
      clock: { now: NOW },
    })
    await seedDemoMall(cloud, { now: NOW, onProgress: (done, total) => void steps.push([done, total]) })
  }, 120_000)
  afterAll(() => cloud.close())

  test('reaches all five tiers, by name', () => {
    const tierOf = (name: string) => memberOf(name).account.standing.tierId
    expect(['陆小满', '方知行', '沈清和', '裴清越', '闻笛'].map(tierOf)).toEqual(
      MALL_PROGRAMME.ladder.map(({ id }) => id),
    )
  })

  test('leaves one with a debt, one waiting to join, one visitor, two assistants and a manager', () => {
    expect(memberOf('何以安').account.purse.debt).toBeGreaterThan(0)
    const { members } = ledger()
    expect(members.filter(({ joinedAt }) => joinedAt === null)).toHaveLength(1)
    expect(members.some(({ openid }) => openid === 'demo-xu-jianshan')).toBe(false)
    const roles = [...cloud.read('staff')].map((each) => (each as { role?: string }).role)
    expect(roles.sort()).toEqual(['assistant', 'assistant', 'manager'])
  })

  const ask = async <View>(action: string, input = {}): Promise<View> => {
    const { openid } = memberOf('沈清和')
    const answer = await cloud.invoke('member', { action, input }, { openid, at: NOW })
    return (answer as unknown as { result: { data: View } }).result.data
  }

  test('has coupons of all six kinds, some held, one used, one past its day, one offer that is gone', async () => {
    const kinds = (await ask<WalletView>('wallet')).coupons.map(({ worth }) => worth.kind)
    expect(new Set(kinds).size).toBe(5)
    const shown = async (show: string) =>
      (await ask<WalletView>('wallet', { show })).coupons.map(({ name, state }) => [name, state])
    expect(await shown('used')).toEqual([['半日书店见面礼', 'used']])
    expect(await shown('expired')).toEqual([
      ['餐饮满减券', 'expired'],
      ['升级礼券 ¥50', 'expired'],
    ])
    const { offers } = await ask<OffersView>('offers')
    const states = Object.fromEntries(offers.map(({ offerId, state }) => [offerId, state]))
    expect(states).toMatchObject({
      'flash-20': 'open',
      'flash-tomorrow': 'soon',
      'mall-50-off-300': 'claimed',
      'early-summer-flowers': 'sold-out',
      'book-list': 'tier-locked',
      'parking-2-hours': 'limit-today',
    })
    expect(offers.find(({ flash }) => flash)?.worth.kind).toBe('cash')
  })

  test('its first member has a birthday near, a run of sign-ins, and notices of several kinds unread', async () => {
    const home = (await ask<HomeView>('home')) as Extract<HomeView, { joined: true }>
    expect(home.birthday).toEqual({ on: addDays(businessDayOf(NOW), 6), gifts: 3, chosen: false })
    // A Wednesday.
    expect(home.today).toMatchObject({
      ...{ streak: 5, toMore: 2, done: false },
      gift: { days: 30, missing: 25, coupon: '连签手冲一杯' },
      campaigns: ['周三双倍积分', '家居季每元多半分'],
    })
    const { notices } = await ask<NoticesView>('notices')
    expect(new Set(notices.filter(({ isRead }) => !isRead).map(({ kind }) => kind))).toEqual(
      new Set(['points-expire', 'coupons-end', 'birthday-gift', 'referral-reward', 'upgrade-gift']),
    )
  })

  test('has people on the board of the season, and friends at every stage', async () => {
    const { board, friends, figures } = await ask<InviteView>('invite')
    expect(board.rows.map(({ friends: count }) => count)).toEqual([4, 3, 2, 1])
    expect(friends.map(({ state }) => state)).toEqual(['joined', 'bought', 'rewarded'])
    expect(figures).toEqual({ accepted: 4, joined: 4, bought: 3, rewarded: 2 })
  })

  test('keeps the books in order', () => {
    expect(auditLedger(ledger())).toEqual([])
  })

  test('tells how far it is', () => {
    const [done, total] = steps.at(-1) ?? [0, 1]
    expect(done).toBe(total)
  })

  test('run again it changes nothing', async () => {
    const before = ledger()
    steps = []
    await seedDemoMall(cloud, { now: NOW })
    expect(ledger()).toEqual(before)
  }, 120_000)
})
