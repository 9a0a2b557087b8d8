/** The member's own page on the phone: told, agreed to, looked at, frozen, replaced, exported, closed; and what goes wrong. */
import { POLICY_VERSION } from '../../src/domain/members/consent'
import { ASSISTANT, MEMBER, MINUTE, PHONES, STRANGER } from '../server/mall'
import { until, type Person } from './driver'
import { mallWithPhones } from './mall-with-phones'

const HOME = '/pages/member/home/index'
const ME = '/pages/member/me/index'
const PROFILE = '/pages/member/settings/profile/index'
const CONSENT = '/pages/member/settings/consent/index'
const CODE = '/pages/member/code/index'

const { mall, phone } = mallWithPhones()
let member: Person

beforeEach(async () => {
  await mall().join(MEMBER, PHONES[MEMBER])
  member = await phone(MEMBER)
})

test('from the card to the own page; what is told there is kept and greets by the new name', async () => {
  await member.tap('.home__me')
  await member.isOn(ME.slice(1))
  await member.tapWords('.me-row', '个人资料')
  await member.isOn(PROFILE.slice(1))
  await (await member.find('.field__input')).input('沈清和')
  await member.tapWords('.chip', '女士')
  await (await member.find('.field__line .field__input')).input('手冲')
  await member.tapWords('.button', '添加')
  await member.reads('.chip--tag', '手冲')
  await member.tapWords('.button', '保存')
  await member.isOn(ME.slice(1))
  await member.reads('.me-head__name', /沈清和\s*女士/)
  expect(mall().member()).toMatchObject({ name: '沈清和', profile: { salutation: 'ms', tags: ['手冲'] } })
  await member.open(HOME)
  await member.reads('.home__greeting', '清和')
})

test('a birthday that was set lately is shown, and from when it may change', async () => {
  const birthday = { calendar: 'lunar' as const, year: null, month: 4, day: 8, leapMonth: false }
  const profile = { name: MEMBER, salutation: null, birthday, tags: [] }
  await mall().ask('member', 'save-profile', MEMBER, profile)
  await member.open(PROFILE)
  await member.reads('.field__said', '农历 四月 初八')
  await member.reads('.me', /年 \d+ 月 \d+ 日起可以再改/)
})

test('a name may not be empty, and a save that never arrived is finished by pressing again', async () => {
  await member.open(PROFILE)
  await (await member.find('.field__input')).input(' ')
  await member.tapWords('.button', '保存')
  await member.reads('.field__missing', '请写下姓名')
  await (await member.find('.field__input')).input('沈清和')
  await member.phone.page.route('**/client/callFunction', async (route) => {
    await route.fetch()
    await route.abort('connectionreset')
  })
  await member.tapWords('.button', '保存')
  await member.reads('.me-notice', '还不知道有没有办成')
  await member.phone.page.unroute('**/client/callFunction')
  await member.tapWords('.button', '再保存一次')
  await member.isOn(ME.slice(1))
  expect(
    mall()
      .all<{ action: string }>('audit')
      .filter(({ action }) => action === 'save-profile'),
  ).toHaveLength(1)
})

test('a consent is given and withdrawn by one touch each; the one that is needed does not move', async () => {
  await member.open(CONSENT)
  await member.tapWords('.purpose', '优惠与活动')
  await member.reads('.purpose__at', '今天')
  expect(mall().member().consents?.offers?.given).toBe(true)
  await member.tapWords('.purpose', '优惠与活动')
  await until('the withdrawal', async () => mall().member().consents?.offers?.given === false)
  await member.tapWords('.purpose', '会员服务')
  await member.open(ME)
  await member.tapWords('.me-row', '都关着')
  expect(mall().member().consents).toMatchObject({ offers: { given: false, policyVersion: POLICY_VERSION } })
})

test('who scanned the code is on the list, the store and when', async () => {
  await member.open('/pages/member/settings/looks/index')
  await member.reads('.standstill', '还没有人看过')
  await mall().visit()
  await member.open('/pages/member/settings/looks/index')
  await member.reads('.look', /store-1[\s\S]*为您服务/)
})

test('a lost phone: frozen on the own page, no code here, none taken there; unfrozen, a new number, a new code', async () => {
  await member.open(ME)
  await member.tapWords('.me-row', '冻结会员卡')
  await member.tapWords('.sheet .button', '冻结')
  await member.reads('.me-notice', '会员卡已冻结')
  await member.open(CODE)
  await member.reads('.standstill', '会员卡已冻结')
  await member.tapWords('.button', '去解冻')
  await member.isOn(ME.slice(1))
  await member.tapWords('.me-row', '解冻会员卡')
  await member.tapWords('.sheet .button', '解冻')
  await member.reads('.me', '冻结会员卡')
  const before = mall().member().cardNumber
  await member.tapWords('.me-row', '换一个卡号')
  await member.tapWords('.sheet .button', '换卡号')
  await member.reads('.me', new RegExp(`卡号(?!${before.slice(0, 4)} ${before.slice(4)})`))
  await member.open(CODE)
  await member.find('.ticket__qr')
  expect(mall().member().cardNumber).not.toBe(before)
})

test('a code shown before the freeze is refused at the desk, with words for the assistant', async () => {
  await member.open(CODE)
  await member.find('.ticket__qr')
  const screenshot = await member.phone.screenshot()
  await mall().ask('member', 'change-card', MEMBER, { step: 'freeze' })
  const entry = '/pages/assistant/desk/index'
  const assistant = await phone(ASSISTANT, { entry })
  assistant.phone.setScanner(async () => screenshot)
  await assistant.tap('.desk-head__scan .button')
  await assistant.reads('.notice', '会员卡已冻结')
})

test('everything as a file: gathered, then copied where files cannot be sent', async () => {
  await mall().receipt('receipt-1', 10_000)
  await member.open(ME)
  await member.tapWords('.me-row', '导出我的资料')
  await member.tapWords('.sheet .button', '整理成文件')
  await member.reads('.me-sheet__done', '整理好了，共 3 条')
  await member.tapWords('.sheet .button', '发到微信')
  await member.reads('.me-sheet__done', '请改用复制文字')
  await member.tapWords('.sheet .button', '复制文字')
  await member.reads('.me-sheet__done', '已复制')
})

test('closing takes two confirmations, says what is lost, and the way back is a new card', async () => {
  await mall().receipt('receipt-1', 40_000)
  await member.open(ME)
  await member.tapWords('.me-row', '注销会员卡')
  await member.reads('.means', '400 积分全部作废')
  await member.tapWords('.button', '我知道了')
  await member.reads('.me-sheet__surely', '400 积分作废')
  expect(mall().member().card).toBeUndefined()
  await mall().receipt('receipt-2', 10_000) // the points change while the person reads
  await member.tapWords('.button', '注销并作废积分')
  await member.reads('.me-notice', '现在有 500 积分')
  await member.open(ME)
  await member.tapWords('.me-row', '注销会员卡')
  await member.reads('.means', '500 积分全部作废')
  await member.tapWords('.button', '我知道了')
  await member.tapWords('.button', '注销并作废积分')
  await member.reads('.sheet__title', '会员卡已注销')
  await member.tapWords('.button', '知道了')
  await member.find('.join__panel')
  expect(JSON.stringify(mall().dump())).not.toMatch(new RegExp(`${MEMBER}|${PHONES[MEMBER]}`))
})

test('without a network the own page says so, and one touch brings it back; a stranger is shown the way to a card', async () => {
  await member.phone.offline(true)
  await member.open(ME)
  await member.reads('.standstill', '网络没有连上')
  await member.phone.offline(false)
  mall().cloud.clock.shift(MINUTE)
  await member.tapWords('.button', '再试一次')
  await member.find('.me-head')
  const stranger = await phone(STRANGER, { entry: ME })
  await stranger.reads('.standstill', '您还没有会员卡')
  await stranger.tapWords('.button', '去办卡')
  await stranger.find('.join__panel')
})
