/** An invitation on two phones: sent, opened, accepted; a first purchase; time goes on, and both have what was promised. */
import { addDays, startOfDay, type BusinessDay } from '../../src/domain/time/business-day'
import { dataOf } from '../server/cloud'
import { publishFriendOffer } from '../server/invited'
import { goods, MEMBER, PHONES, STRANGER } from '../server/mall'
import { until, type Person } from './driver'
import { mallWithPhones } from './mall-with-phones'

const INVITE = '/pages/member/invite/card/index'
const LANDING = '/pages/member/invite/landing/index'
const FRIENDS_PHONE = '13700000001'

const { mall, phone } = mallWithPhones()
let member: Person

beforeEach(async () => {
  await publishFriendOffer(mall())
  await mall().join(MEMBER, PHONES[MEMBER])
  member = await phone(MEMBER, { entry: INVITE })
})

const codeOfMember = () =>
  until('the code of the invitation', () => Promise.resolve(mall().member().inviter?.code))

test('the poster is drawn and saved; the friend accepts, joins and buys; eight days later both are rewarded', async () => {
  await member.find('.invite__picture')
  await member.tapWords('.button', '保存海报')
  await member.reads('.invite__way', '已存到相册')
  const said = (await member.phone.messages()).map(({ text }) => text)
  expect(said).toContainEqual(expect.stringMatching(/^saved to the album: .* \(1074 × 1116\)$/))

  const code = await codeOfMember()
  const entry = `${LANDING}?scene=${encodeURIComponent(`i.${code}`)}`
  const friend = await phone(STRANGER, { entry, phoneNumber: FRIENDS_PHONE })
  await friend.reads('.landing__from', MEMBER)
  await friend.reads('.landing__gets', /¥30[\s\S]*600 积分/)
  await friend.tapWords('.button', '接受邀请并入会')
  await friend.isOn('pages/member/join/index')
  await (await friend.find('.join__input')).input('许未')
  await friend.tapWords('.button', '手机号')
  await friend.reads('.join__taken-over', /邀请您加入[\s\S]*friend-30/)

  const receipt = { receipt: 'first', member: { phone: FRIENDS_PHONE }, lines: [goods(20_000)] }
  dataOf(await mall().till('purchase', mall().till1, receipt))
  await member.open(INVITE)
  await member.reads('.friend', /许未[\s\S]*退货期内/)
  mall().cloud.clock.set(startOfDay(addDays(mall().today() as BusinessDay, 8)) + 3_600_000)
  await mall().cloud.invoke('clock', { Type: 'Timer' }, { source: 'wx_trigger' })
  await member.open(INVITE)
  await member.reads('.friend', /许未[\s\S]*\+600 积分/)
  await member.reads('.honour__name', '铜牌推荐人')
  await member.reads('.board__row--own', /我[\s\S]*1 位/)
  expect(mall().member().account.purse.earned).toBe(600)
  expect(mall().all<{ _id: string; state: string }>('coupons')).toMatchObject([
    { _id: `invited:${mall().member(STRANGER)._id}`, state: 'issued' },
  ])
})

test('a landing page says what it is to who invites, to a member, and without an invitation', async () => {
  await member.find('.invite__picture')
  const code = await codeOfMember()
  await member.open(LANDING)
  await member.reads('.standstill', '找不到这份邀请')
  await member.open(INVITE)
  await member.tapWords('.button', '我不想上榜')
  await member.reads('.invite__opt', '您没有上榜')
  const stranger = await phone(STRANGER, { entry: `${LANDING}?code=${code}` })
  await stranger.reads('.landing__from', MEMBER)
  await mall().join(STRANGER, FRIENDS_PHONE)
  await stranger.open('/pages/member/home/index')
  const joined = await phone(STRANGER, { entry: `${LANDING}?code=${code}` })
  await joined.reads('.standstill', '您已经是会员')
})
