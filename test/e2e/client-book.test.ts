/** What is noted of a member: written with consent, read and taken away by the member, found again among the own members. */
import type { ClientCardDocument } from '../../src/server/store/client-cards'
import { ASSISTANT, MEMBER, OTHER_MEMBER } from '../server/mall'
import { type Person } from './driver'
import { mallWithPhones } from './mall-with-phones'
import { scans, showsCode } from './meet'

const CONSENT = '/pages/member/settings/consent/index'
const ME = '/pages/member/me/index'
const DESK = '/pages/assistant/desk/index'

const { mall, phone } = mallWithPhones()
let member: Person
let assistant: Person

beforeEach(async () => {
  await mall().join(MEMBER)
  await mall().buy(10_000, await mall().visit())
  member = await phone(MEMBER, { entry: CONSENT })
  assistant = await phone(ASSISTANT, { entry: DESK })
})

async function openBook(): Promise<void> {
  mall().cloud.clock.shift(60_000)
  await showsCode(member)
  await scans(assistant, member)
  await assistant.tap('.visit-head')
  await assistant.reads('.book-card', '完整度')
}

const fields = async () => (await assistant.find('.card-form')).$$('.card-form__field')
const card = () => mall().all<ClientCardDocument>('client-cards')[0]

test('sizes and an allergy are noted after consent; the member reads them, takes one away, and sees who saw the number', async () => {
  await openBook()
  await assistant.reads('.book-card', '会员没有同意给店员看')
  await assistant.reads('.book-card', '还差 生日、尺码、偏好、近两次的备注')
  await assistant.tap('.nav-bar__back')
  await assistant.isOn('pages/assistant/register/index')
  await member.open(CONSENT)
  await member.tapWords('.purpose', '过敏')
  await member.find('.purpose__switch--on')
  await assistant.tap('.visit-head')
  await assistant.reads('.book-card', '没有告诉过我们')
  await assistant.tapWords('.book__panel .button', '改尺码与喜好')
  const [top, , , shoe, , preference, allergy] = await fields()
  await top?.input('M')
  await shoe?.input('37')
  await preference?.input('手冲、靠窗')
  await allergy?.input('花生')
  await assistant.tapWords('.card-form__go .button', '保存')
  await assistant.reads('.book-card', '鞋码 37')
  await assistant.reads('.book-card', '完整度 60%')
  expect(card()).toMatchObject({ preferences: ['手冲', '靠窗'], allergies: ['花生'], version: 1 })

  await assistant.tapWords('.phone-line .button', '看完整手机号')
  await assistant.tapWords('.phone-form__reason', '联系取货')
  await assistant.tapWords('.phone-form .button', '看号码')
  await assistant.reads('.phone-form__number', '138 0000 0001')
  await assistant.tap('.sheet__close')

  await member.open(ME)
  await member.tapWords('.me-row', '店员记下的')
  await member.reads('.me', '花生')
  await member.tapWords('.noted__remove', '删去')
  await member.reads('.noted__words', '鞋码 37')
  expect(card()).toMatchObject({ sizes: [{ kind: 'shoe', value: '37' }], version: 2 })
  await member.open(ME)
  await member.tapWords('.me-row', '谁看过')
  await member.reads('.look', '看了完整手机号 · 联系取货')
})

test('whoever was slower keeps what was typed, is told what the other changed, and the next save is of both', async () => {
  await openBook()
  await assistant.tapWords('.book__panel .button', '改尺码与喜好')
  await (await fields())[0]?.input('M')
  const visit = await mall().visit()
  const faster = { visit, version: 0, sizes: [], preferences: ['靠窗'], allergies: null }
  await mall().ask('assistant', 'write-card', ASSISTANT, faster)
  await assistant.tapWords('.card-form__go .button', '保存')
  await assistant.reads('.card-form .notice', /刚有变动[\s\S]*刚写的都还在[\s\S]*加了「靠窗」/)
  await assistant.reads('.card-form__tag', '靠窗')
  expect(card()).toMatchObject({ sizes: [], preferences: ['靠窗'] })
  await assistant.tapWords('.card-form__go .button', '保存')
  await assistant.reads('.book-card', '上装 M')
  expect(card()).toMatchObject({ sizes: [{ kind: 'top', value: 'M' }], preferences: ['靠窗'], version: 2 })
})

test('own members are found by name, and the book of one is open to read and seen by the member', async () => {
  await mall().join(OTHER_MEMBER)
  await mall().buy(20_000, await mall().visit(OTHER_MEMBER))
  await assistant.tapWords('.desk-head__ways .button', '名下会员')
  await assistant.reads('.own-members__totals', '2 位，平均完整度 20%')
  await (await assistant.find('.own-members__field')).input('0009')
  await assistant.reads('.standstill', '没有找到')
  await (await assistant.find('.own-members__field')).input('0001')
  await assistant.reads('.member-row', MEMBER)
  await assistant.tapWords('.member-row', '尾号 0001')
  await assistant.isOn('pages/assistant/own-member/index')
  await assistant.reads('.book', '¥100.00')
  await assistant.reads('.book__foot', '会员能看到')
  await assistant.tapWords('.phone-line .button', '看完整手机号')
  await assistant.tapWords('.phone-form__reason', '其他')
  await (await assistant.find('.phone-form .typed-field')).input('送货司机要联系')
  await assistant.tapWords('.phone-form .button', '看号码')
  await assistant.reads('.phone-form__number', '138 0000 0001')
  await member.open('/pages/member/settings/looks/index')
  await member.reads('.look', '送货司机要联系')
  await member.reads('.me__panel', '您的导购看了您在本店的记录')
})
