/** Signing in on a phone, the calendar, and a store's code scanned from the screen of another phone: once a day, and again the day after. */
import { dataOf } from '../server/cloud'
import { ASSISTANT, DAY, MANAGER, MEMBER, MINUTE, STRANGER } from '../server/mall'
import { until, type Person } from './driver'
import { mallWithPhones } from './mall-with-phones'

const { mall, phone } = mallWithPhones()
const CALENDAR = '/pages/member/today/calendar/index'
const PLACE_CODE = '/pages/assistant/place-code/index'

const nameStore = async (checkIn: 'fixed' | 'rotating'): Promise<void> => {
  const store = { storeId: 'store-1', name: '山岚茶室', checkIn }
  dataOf(await mall().ask('manager', 'name-store', MANAGER, store))
  mall().cloud.clock.shift(MINUTE)
}
const earned = (openid = MEMBER): number => mall().member(openid).account.purse.earned
const tap = async (person: Person, words: string): Promise<void> => person.tapWords('.button', words)

/** Scans what the store's screen shows, from the calendar. */
async function scanFrom(member: Person, store: Person): Promise<void> {
  await store.find('.place-code__qr')
  member.phone.setScanner(() => store.phone.screenshot())
  await member.open(CALENDAR)
  await member.tap('.place .button')
  await member.isOn('pages/member/today/arrival/index')
}

test('signed in on the card page, at a store by its screen, refused twice, and in a row the day after', async () => {
  await mall().join(MEMBER)
  await nameStore('rotating')
  const member = await phone(MEMBER)
  await member.reads('.today__streak', '今天还没有签到')
  await member.tap('.today .button')
  await member.reads('.today__streak', '已连续签到 1 天')
  await member.reads('.today__small', '今天得到 10 积分')
  await member.reads('.today__done', '已签到')
  expect(earned()).toBe(10)
  await member.tap('.today__week')
  await member.isOn('pages/member/today/calendar/index')
  await member.reads('.streak__days', '1')
  await member.reads('.date--in', String(Number(mall().today().slice(8))))

  const store = await phone(ASSISTANT, { entry: PLACE_CODE })
  await scanFrom(member, store)
  await member.reads('.arrival__title', '签到成功')
  await member.reads('.arrival__small', '山岚茶室')
  expect(earned()).toBe(20)
  await scanFrom(member, store)
  await member.reads('.standstill', '今天已经签过了')
  expect(earned()).toBe(20)

  mall().cloud.clock.shift(DAY)
  await member.open('/pages/member/home/index')
  await member.reads('.today__streak', '已连续签到 1 天')
  await member.tap('.today .button')
  await member.reads('.today__streak', '已连续签到 2 天')
  expect(earned()).toBe(30)
})

test('the store’s screen turns by itself, and a picture taken of it before is refused', async () => {
  await mall().join(MEMBER)
  await nameStore('rotating')
  const store = await phone(ASSISTANT, { entry: PLACE_CODE })
  await store.find('.place-code__qr')
  const source = async () => (await store.find('.place-code__qr')).attribute('src')
  const [old, taken] = [await source(), await store.phone.screenshot()]
  mall().cloud.clock.shift(2 * MINUTE)
  await until('another code', async () => (await source()) !== old)
  const member = await phone(MEMBER, { entry: CALENDAR })
  member.phone.setScanner(async () => taken)
  await member.tap('.place .button')
  await member.reads('.standstill', '这个签到码过期了')
  expect(earned()).toBe(0)
  member.phone.setScanner(() => store.phone.screenshot())
  await tap(member, '再扫一次')
  await member.reads('.arrival__title', '签到成功')
  expect(earned()).toBe(10)
})

test('at an event of the store: chosen on its screen, scanned, and named', async () => {
  await mall().join(MEMBER)
  await nameStore('rotating')
  const event = {
    eventId: 'tea-day',
    name: '春茶会',
    storeId: 'store-1',
    checkIn: 'rotating' as const,
    placePoints: 30,
  }
  const days = { from: mall().today(), until: mall().today() }
  dataOf(await mall().ask('manager', 'name-event', MANAGER, { ...event, ...days }))
  const store = await phone(ASSISTANT, { entry: PLACE_CODE })
  await store.reads('.place-code__store', '山岚茶室')
  await store.tapWords('.place-choice__one', '春茶会')
  await store.reads('.place-code__store', '春茶会')
  const member = await phone(MEMBER)
  await scanFrom(member, store)
  await member.reads('.arrival__small', '春茶会')
  expect(earned()).toBe(30)
})

test('a mini-program code on the wall opens the page that checks in with one touch', async () => {
  await mall().join(MEMBER)
  await nameStore('fixed')
  const store = await phone(ASSISTANT, { entry: PLACE_CODE })
  await store.find('.place-code__picture')
  const arrival = '/pages/member/today/arrival/index?scene=c.store-1'
  const member = await phone(MEMBER, { entry: arrival })
  await tap(member, '签到')
  await member.reads('.arrival__title', '签到成功')
  const stranger = await phone(STRANGER, { entry: arrival })
  await tap(stranger, '签到')
  await stranger.reads('.standstill', '先有一张会员卡')
  expect(earned()).toBe(10)
})
