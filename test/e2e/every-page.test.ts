/** Every page of the mini program with real data: it opens, throws nothing, and WeChat's own compiler draws it alike. */
import { readFileSync } from 'node:fs'
import { dataOf } from '../server/cloud'
import { couponCode, issue } from '../server/coupons'
import { publishFriendOffer } from '../server/invited'
import { ASSISTANT, MANAGER, MEMBER, STRANGER } from '../server/mall'
import { agreesWithWeChat } from './agreement'
import { offer, publish } from '../server/offers'
import type { Person } from './driver'
import { publishRewards, reward, take } from '../server/rewards'
import { mallWithPhones } from './mall-with-phones'

const { mall, phone } = mallWithPhones()
const seen = new Set<string>()

/** The page has come and shows `part`, which only loaded data brings. */
async function shows(person: Person, page: string, part: string): Promise<void> {
  const path = `pages/${page}/index`
  await person.isOn(path)
  await person.find(part)
  await agreesWithWeChat(person)
  seen.add(path)
}

const opens = async (person: Person, page: string, part: string): Promise<void> => {
  await person.open(`/pages/${page}/index`)
  await shows(person, page, part)
}

test('what a member sees', async () => {
  await mall().join(MEMBER)
  await mall().receipt('receipt-1', 31_670, 3)
  const visit = await mall().visit()
  const card = { visit, version: 0, sizes: [{ kind: 'top' as const, value: 'M' }], preferences: ['靠窗'] }
  dataOf(await mall().ask('assistant', 'write-card', ASSISTANT, { ...card, allergies: null }))
  await publishRewards(mall(), [reward('coffee')])
  dataOf(await take(mall(), 'coffee'))
  const member = await phone(MEMBER)
  await shows(member, 'member/home', '.activity')
  await opens(member, 'member/mall', '.reward')
  await member.tap('.reward')
  await shows(member, 'member/shop/reward', '.detail__name')
  await opens(member, 'member/shop/exchanges', '.exchange')
  await member.tap('.exchange')
  await member.tapWords('.exchange-sheet .button', '出示兑换码')
  await shows(member, 'member/shop/pickup', '.ticket__qr')
  await opens(member, 'member/code', '.ticket__qr')
  await opens(member, 'member/today/birthday', '.calendar__tell')
  await opens(member, 'member/today/upgrade', '.ceremony__title')
  await opens(member, 'member/today/calendar', '.date--now')
  await opens(member, 'member/today/arrival', '.arrival__title')
  await opens(member, 'member/statement/notices', '.standstill')
  await opens(member, 'member/settings/messages', '.purpose')
  await opens(member, 'member/statement/growth', '.stand')
  await opens(member, 'member/statement/points', '.entry')
  await member.tap('.entry')
  await shows(member, 'member/statement/why', '.why__points')
  await publish(mall(), offer('tea', { perMember: 2, perMemberADay: 2 }))
  await opens(member, 'member/coupons/offers', '.offer')
  const { couponId } = dataOf(await mall().ask('member', 'claim', MEMBER, { offerId: 'tea' }))
  const { giftId } = dataOf(await mall().ask('member', 'give-coupon', MEMBER, { couponId }))
  dataOf(await mall().ask('member', 'claim', MEMBER, { offerId: 'tea' }))
  await opens(member, 'member/wallet', '.coupon--plain')
  await member.tap('.coupon--plain')
  await shows(member, 'member/coupons/coupon', '.square__qr')
  await member.phone.open(`/pages/member/coupons/gift/index?id=${giftId}`, 1007)
  await shows(member, 'member/coupons/gift', '.gift__settled')
  await opens(member, 'member/me', '.me-row')
  await opens(member, 'member/settings/profile', '.field__input')
  await opens(member, 'member/settings/consent', '.purpose')
  await opens(member, 'member/settings/looks', '.look')
  await opens(member, 'member/settings/noted', '.noted__words')
  await opens(member, 'member/settings/reading', '.reading__sample')
})

test('what somebody sees who has not joined', async () => {
  await opens(await phone(STRANGER), 'member/join', '.join__input')
})

test('what who invites sees, and who is invited', async () => {
  await publishFriendOffer(mall())
  await mall().join(MEMBER)
  const { code } = dataOf(await mall().ask('member', 'start-inviting', MEMBER, { device: 'm'.repeat(22) }))
  const invited = await phone(STRANGER, { entry: `/pages/member/invite/landing/index?code=${code}` })
  await shows(invited, 'member/invite/landing', '.landing__get')
  const accepted = { code, device: 's'.repeat(22) }
  dataOf(await mall().ask('member', 'accept-invitation', STRANGER, accepted))
  await mall().join(STRANGER, '13700000001')
  const member = await phone(MEMBER)
  await opens(member, 'member/invite/card', '.invite__picture')
  await opens(member, 'member/invite/friends', '.friend')
})

test('what an assistant sees', async () => {
  await mall().join(MEMBER)
  await mall().buy(10_000, await mall().visit())
  const store = { storeId: 'store-1', name: 'store-1', checkIn: 'rotating' as const }
  dataOf(await mall().ask('manager', 'name-store', MANAGER, store))
  mall().cloud.clock.shift(60_000)
  const member = await phone(MEMBER, { entry: '/pages/member/code/index' })
  await member.find('.ticket__qr')
  const assistant = await phone(ASSISTANT, { entry: '/pages/assistant/desk/index' })
  assistant.phone.setScanner(() => member.phone.screenshot())
  await shows(assistant, 'assistant/desk', '.purchase-row')
  await assistant.tap('.desk-head__scan .button')
  await shows(assistant, 'assistant/register', '.visit-head')
  await assistant.tap('.visit-head')
  await shows(assistant, 'assistant/client-book', '.book-card')
  await assistant.tapWords('.book__panel .button', '改尺码与喜好')
  await shows(assistant, 'assistant/client-card', '.card-form')
  await opens(assistant, 'assistant/tasks', '.standstill')
  await opens(assistant, 'assistant/place-code', '.place-code__qr')
  await opens(assistant, 'assistant/members', '.member-row')
  await assistant.tap('.member-row')
  await shows(assistant, 'assistant/own-member', '.book')
  await opens(assistant, 'assistant/desk', '.purchase-row')
  await assistant.tap('.purchase-row')
  await shows(assistant, 'assistant/refund', '.refund-lines')
})

test('what an assistant sees of coupons and exchanges', async () => {
  await mall().join(MEMBER)
  await mall().receipt('receipt-1', 100_000)
  await publishRewards(mall(), [reward('tea', { ways: ['pickup', 'delivery'] })])
  const address = { name: '苏禾', phone: '13800000001', text: '上海市徐汇区梧桐路 1 号' }
  dataOf(await take(mall(), 'tea', { way: 'delivery', address }))
  await issue(mall(), { id: 'cake', worth: { kind: 'exchange', thing: '栗子蛋糕' } })
  const { visit } = dataOf(
    await mall().ask('assistant', 'resolve', ASSISTANT, { code: couponCode(mall(), 'cake') }),
  )
  dataOf(await mall().ask('assistant', 'redeem', ASSISTANT, { visit, what: { couponId: 'cake' } }))
  const { exchangeId } = dataOf(await take(mall(), 'tea')).exchange
  const { code } = dataOf(await mall().ask('member', 'exchange-code', MEMBER, { exchangeId }))

  const assistant = await phone(ASSISTANT, { entry: '/pages/assistant/redemptions/index' })
  await shows(assistant, 'assistant/redemptions', '.redemptions__row')
  await opens(assistant, 'assistant/to-send', '.to-send__thing')
  await assistant.open('/pages/assistant/desk/index')
  await assistant.tapWords('.button', '输入 18 位码')
  await (await assistant.find('.code-sheet .typed-field')).input(code)
  await assistant.tap('.code-sheet .button')
  await shows(assistant, 'assistant/hand-over', '.hand-over__thing')
})

test('no page of the package is left out', () => {
  interface App {
    readonly pages: string[]
    readonly subPackages: { readonly root: string; readonly pages: string[] }[]
  }
  const app = JSON.parse(readFileSync('dist/weapp/app.json', 'utf8')) as App
  const all = [
    ...app.pages,
    ...app.subPackages.flatMap(({ root, pages }) => pages.map((page) => `${root}/${page}`)),
  ]
  expect([...seen].sort()).toEqual(all.sort())
})
