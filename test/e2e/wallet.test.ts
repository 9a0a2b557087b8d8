/** Coupons on the phones: claimed, found in the wallet, shown to be scanned, used; given to a friend, once. */
import { dataOf } from '../server/cloud'
import { ASSISTANT, DAY, MEMBER, OTHER_MEMBER, PHONES, STRANGER } from '../server/mall'
import { offer, publish } from '../server/offers'
import { type Person } from './driver'
import { mallWithPhones } from './mall-with-phones'
import { scans } from './meet'

const WALLET = '/pages/member/wallet/index'
const OFFERS = '/pages/member/coupons/offers/index'
const DESK = '/pages/assistant/desk/index'
const OF_COFFEE = '咖啡券'

const { mall, phone } = mallWithPhones()
let member: Person

beforeEach(async () => {
  await publish(
    mall(),
    offer('coffee', { name: OF_COFFEE, worth: { kind: 'exchange', thing: '手冲' }, perMember: 2 }),
    offer('gone', { name: '领完的券', stock: 0 }),
  )
  await mall().join(MEMBER, PHONES[MEMBER])
  member = await phone(MEMBER)
  await member.reads('.home__greeting', '好')
})

const coupons = () => mall().all<{ _id: string; state: string; memberId: string }>('coupons')

async function claims(): Promise<void> {
  await member.open(OFFERS)
  await member.tapWords('.offer__claim', '领取')
  await member.reads('.offer__said', '已放进卡包')
}

async function opensTicket(person = member): Promise<void> {
  await person.open(WALLET)
  await person.tapWords('.coupon', OF_COFFEE)
  await person.isOn('pages/member/coupons/coupon/index')
}

test('from the card to the offers; one tap claims, the wallet has it, its code is scanned, and the phone says that it was used', async () => {
  await member.tapWords('.note', '可以领的券')
  await member.isOn(OFFERS.slice(1))
  await member.tapWords('.offer__claim', '领取')
  await member.reads('.offer__said', '已放进卡包')
  await member.tapWords('.offer__claim', '明天再领') // not a button: one a day
  await opensTicket()
  await member.find('.square__qr')
  const assistant = await phone(ASSISTANT, { entry: DESK })
  await scans(assistant, member)
  await member.reads('.square__renews', 'store-1')
  const visit = mall().all<{ _id: string }>('visits')
  expect(visit).toHaveLength(1)
  // Asked last, when a second claim would long have come.
  expect(coupons()).toHaveLength(1)
})

test('a coupon that was used is told in place of its code, and is among the used ones', async () => {
  await claims()
  await opensTicket()
  await member.find('.square__qr')
  const couponId = coupons()[0]?._id ?? ''
  const visit = await mall().visit()
  dataOf(await mall().ask('assistant', 'redeem', ASSISTANT, { visit, what: { couponId } }))
  await member.reads('.used', /用好了[\s\S]*store-1/)
  await member.tapWords('.button', '回到卡包')
  await member.isOn(WALLET.slice(1))
  await member.tapWords('.wallet__tab', '已使用')
  await member.reads('.coupon', /store-1用了[\s\S]*已使用/)
})

test('what ends soon stands out, what is over is among the expired ones, and kinds are told apart', async () => {
  await claims()
  await member.open(WALLET)
  await member.reads('.wallet__tab--on', '可用 1')
  await member.tapWords('.wallet__chip', '停车')
  await member.reads('.standstill', '没有这一类的券')
  await member.tapWords('.button', '看全部的券')
  await member.reads('.coupon--plain', OF_COFFEE)
  mall().cloud.clock.shift(25 * DAY)
  await member.open(WALLET)
  await member.reads('.coupon--lifted', '4 天后到期')
  mall().cloud.clock.shift(5 * DAY)
  await member.open(WALLET)
  await member.reads('.standstill', '卡包还空着')
  await member.tapWords('.wallet__tab', '已过期')
  await member.reads('.coupon', '已过期')
})

test('a coupon is sent to a friend, who takes it; the second one who comes is told that it is gone', async () => {
  await claims()
  await opensTicket()
  await member.tapWords('.given .button', '送给朋友')
  await member.tapWords('.given .button', '发给微信好友')
  const [card] = await member.phone.cards()
  expect(card?.title).toContain(OF_COFFEE)
  await mall().join(OTHER_MEMBER, PHONES[OTHER_MEMBER])
  const friend = await phone(OTHER_MEMBER, { entry: card?.path ?? '' })
  const late = await phone(ASSISTANT, { entry: card?.path ?? '' })
  await late.reads('.gift__ways', '收下')
  await friend.reads('.gift__from', MEMBER)
  await friend.tapWords('.gift__ways .button', '收下')
  await friend.reads('.gift__settled', '收下了')
  await late.tapWords('.gift__ways .button', '收下')
  await late.reads('.gift', '已经被收下了')
  expect(
    coupons()
      .map(({ state }) => state)
      .sort(),
  ).toEqual(['given', 'issued'])
  await opensTicket(friend)
  await friend.find('.square__qr')
})

test('what nobody took is taken back, and its link is over; who has no card yet is shown the way to one', async () => {
  await claims()
  await opensTicket()
  await member.tapWords('.given .button', '送给朋友')
  await member.tapWords('.given .button', '发给微信好友')
  const [card] = await member.phone.cards()
  const stranger = await phone(STRANGER, { entry: card?.path ?? '' })
  await stranger.tapWords('.gift__ways .button', '办卡并收下')
  await stranger.find('.join__input')
  await member.tapWords('.given .button', '收回这张券')
  await member.reads('.given .button', '送给朋友')
  await member.find('.square__qr')
  await stranger.phone.open(card?.path ?? '', 1007)
  await stranger.reads('.gift__settled', '已经收回了')
})

test('without a network wallet and offers say so; with it again, one tap brings them', async () => {
  for (const page of [WALLET, OFFERS]) {
    await member.phone.offline(true)
    await member.open(page)
    await member.reads('.standstill', '网络没有连上')
    await member.phone.offline(false)
    await member.tapWords('.button', '再试一次')
    await member.reads('.screen', /卡包还空着|领到的券放进卡包/)
  }
})
