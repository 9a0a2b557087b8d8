/** A birthday on two phones: its strip, one gift of choice, handed over at the counter; a purchase in its days, double, and why. */
import { addDays, type BusinessDay } from '../../src/domain/time/business-day'
import { dataOf } from '../server/cloud'
import { ASSISTANT, MEMBER, PHONES } from '../server/mall'
import { offer, publish } from '../server/offers'
import { type Person } from './driver'
import { mallWithPhones } from './mall-with-phones'
import { meet, scans } from './meet'

const HOME = '/pages/member/home/index'
const BIRTHDAY = '/pages/member/today/birthday/index'
const DESK = '/pages/assistant/desk/index'
const CAKE = '栗子蛋糕'
const FLOWERS = '初夏花束'

const { mall, phone } = mallWithPhones()
let member: Person

const coupons = () => mall().all<{ _id: string; state: string }>('coupons')

/** Gold, with a birthday in two days: gifts may be chosen, and points are double already. */
beforeEach(async () => {
  const thing = (name: string) => ({ name, worth: { kind: 'exchange' as const, thing: name } })
  const gift = { claim: null, giftable: false }
  await publish(
    mall(),
    offer('birthday-cake', { ...thing(CAKE), ...gift }),
    offer('birthday-flowers', { ...thing(FLOWERS), ...gift }),
    offer('birthday-88', { name: '¥88 礼券', ...gift }),
  )
  await mall().join(MEMBER, PHONES[MEMBER])
  await mall().receipt('gold', 5_200_000)
  const on = addDays(mall().today() as BusinessDay, 2)
  const date = { month: Number(on.slice(5, 7)), day: Number(on.slice(8)) }
  const birthday = { calendar: 'solar' as const, year: null, leapMonth: false, ...date }
  const profile = { name: '沈清和', salutation: null, birthday, tags: [] }
  dataOf(await mall().ask('member', 'save-profile', MEMBER, profile))
  member = await phone(MEMBER)
})

const takes = async (person: Person, gift: string): Promise<void> => {
  await person.tapWords('.gift-card', gift)
  await person.tapWords('.birthday-bar .button', `领取${gift}`)
}

test('one gift is chosen from the card page, a second refused; the counter scans it in the wallet and hands it over', async () => {
  await member.tapWords('.strip', '三份礼物')
  await member.isOn(BIRTHDAY.slice(1))
  await member.reads('.birthday-head', /清和，[\s\S]*生日快乐[\s\S]*还有 2 天/)
  // The same person, with the page open on another phone, where both gifts are still to be had.
  const other = await phone(MEMBER, { entry: BIRTHDAY })
  await other.reads('.gifts__title', '三份礼物，选一份')
  await takes(member, CAKE)
  await member.reads('.birthday-bar__said', '在卡包里')
  await takes(other, FLOWERS)
  await other.reads('.birthday-bar', '这一岁的生日礼已经领过')
  await other.reads('.birthday-bar', '出示券码')
  expect(coupons()).toHaveLength(1)

  await member.open(HOME)
  await member.reads('.strip', '礼物在卡包里等您')
  await member.open('/pages/member/wallet/index')
  await member.tapWords('.coupon', CAKE)
  await member.find('.square__qr')
  const assistant = await phone(ASSISTANT, { entry: DESK })
  await scans(assistant, member)
  await assistant.reads('.redeem__what', CAKE)
  await assistant.tapWords('.redeem .button', '核销这张')
  await assistant.reads('.redeem--done', '已核销')
  await member.reads('.used', /用好了[\s\S]*store-1/)
  expect(coupons()).toMatchObject([{ state: 'used' }])
})

test('a purchase in the days around it brings double points, which both phones say, and "why" says from what', async () => {
  const assistant = await phone(ASSISTANT, { entry: DESK })
  await meet(assistant, member)
  await assistant.keyIn('100')
  await assistant.tap('.keypad__confirm')
  // Gold: ¥100 less 5 % is ¥95; 95 × 1.5 = 142, and 95 more for the birthday.
  await assistant.reads('.result__points', '237')
  await member.reads('.outcome__points', '237')
  await member.open('/pages/member/statement/points/index')
  await member.reads('.entry', '237')
  await member.tap('.entry')
  await member.reads('.why', /142[\s\S]*生日双倍，每元多 1\s*\+95/)
})
