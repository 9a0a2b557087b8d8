/** Notices on the phone: told by the clock, counted, opened, read; what WeChat may send is allowed at a gain, and settled by hand. */
import { addDays, addMonths, type BusinessDay } from '../../src/domain/time/business-day'
import { DEMO_TEMPLATES } from '../../tools/demo-mall/templates'
import { SECRET } from '../server/cloud'
import { MEMBER } from '../server/mall'
import { nightOf } from '../server/nights'
import { offer, publish } from '../server/offers'
import { mallWithPhones } from './mall-with-phones'

const { mall, phone } = mallWithPhones(undefined, { SHUKE_SECRET: SECRET, SHUKE_TEMPLATES: DEMO_TEMPLATES })
const ME = '/pages/member/me/index'
const OFFERS = '/pages/member/coupons/offers/index'
const MESSAGES = '/pages/member/settings/messages/index'

const messages = () => mall().member(MEMBER).messages

test('points about to expire are told at night, counted on the own page, opened and read', async () => {
  await mall().join(MEMBER)
  await mall().receipt('receipt-1', 10_000)
  await nightOf(mall(), addDays(addMonths(mall().today() as BusinessDay, 12), -30), 10)
  expect(messages()).toMatchObject({ unread: 1 })
  const member = await phone(MEMBER, { entry: ME })
  await member.tapWords('.me-row', /通知[\s\S]*1 条未读/)
  await member.isOn('pages/member/statement/notices/index')
  await member.reads('.notice--new', /积分即将到期[\s\S]*100 积分用到/)
  await member.tap('.notice')
  await member.isOn('pages/member/statement/points/index')
  await member.open(ME)
  await member.reads('.me-row', /通知[\s\S]*都看过了/)
  expect(messages()).toMatchObject({ unread: 0 })
})

test('a claim asks whether WeChat may bring messages; what was allowed is counted, and a day long nobody is asked again', async () => {
  await publish(mall(), offer('tea', { perMember: 3, perMemberADay: 3 }))
  await mall().join(MEMBER)
  const member = await phone(MEMBER)
  await member.phone.answerSubscribe({ 'demo-gift': 'accept', 'demo-points': 'reject' })
  await member.reads('.home__greeting', '好')
  await member.tapWords('.note', '可以领的券')
  await member.isOn(OFFERS.slice(1))
  await member.tapWords('.offer__claim', '领取')
  await member.reads('.offer__said', '已放进卡包')
  await member.open(MESSAGES)
  await member.reads('.me', /积分变动[\s\S]*没有授权了[\s\S]*礼物与卡券[\s\S]*还能发 1 条/)
  expect(messages()?.quota).toEqual({ gift: 1 })
  await member.open(OFFERS)
  await member.tapWords('.offer__claim', '再领')
  await member.reads('.offer__said', '已放进卡包')
  expect(messages()?.quota).toEqual({ gift: 1 })
})

test('a no is taken as one; one more is allowed by hand, and what is not wanted is stopped', async () => {
  await mall().join(MEMBER)
  const member = await phone(MEMBER, { entry: MESSAGES })
  await member.phone.answerSubscribe('reject')
  await member.tapWords('.template .button', '再授权')
  await member.reads('.me', '没有授权。')
  await member.phone.answerSubscribe('off')
  await member.tapWords('.template .button', '再授权')
  await member.reads('.me', '微信里关了')
  await member.phone.answerSubscribe('accept')
  await member.tapWords('.template .button', '再授权')
  await member.reads('.template', '还能发 1 条')
  expect(messages()?.quota).toEqual({ change: 1 })
  await member.tapWords('.purpose', '优惠与活动')
  await member.reads('.purpose:last-child', '不收')
  expect(messages()?.stopped).toEqual(['commercial'])
})
