/** Coupons and exchanges at the counter: the best by themselves, another by a touch, what is handed over, what is sent. */
import { fen } from '../../src/domain/money/fen'
import { dataOf } from '../server/cloud'
import { couponCode, couponOf, issue } from '../server/coupons'
import { ASSISTANT, MEMBER } from '../server/mall'
import { publishRewards, reward, take } from '../server/rewards'
import type { Person } from './driver'
import { mallWithPhones } from './mall-with-phones'
import { meet } from './meet'

const HOME = '/pages/member/home/index'
const DESK = '/pages/assistant/desk/index'

const { mall, phone } = mallWithPhones()
let member: Person
let assistant: Person

beforeEach(async () => {
  await mall().join(MEMBER)
  member = await phone(MEMBER)
  assistant = await phone(ASSISTANT, { entry: DESK })
})

/** As somebody types it whose camera does not work. */
async function types(code: string): Promise<void> {
  await assistant.tapWords('.button', '输入 18 位码')
  await (await assistant.find('.code-sheet .typed-field')).input(code)
  await assistant.tap('.code-sheet .button')
}

async function typesCodeOf(couponId: string): Promise<void> {
  await types(couponCode(mall(), couponId))
  await assistant.isOn('pages/assistant/register/index')
}

const usableIds = async (): Promise<string[]> =>
  dataOf(await mall().ask('member', 'wallet', MEMBER, {})).coupons.map(({ couponId }) => couponId)

test('scan → the best coupons count by themselves → booked → both phones show it → all refunded → back in the wallet', async () => {
  await issue(mall(), {
    id: 'fifty',
    worth: { kind: 'threshold', thresholdFen: fen(30_000), offFen: fen(5_000) },
  })
  await issue(mall(), { id: 'ten', worth: { kind: 'cash', offFen: fen(1_000) } })
  await meet(assistant, member)
  await assistant.keyIn('286')
  await assistant.reads('.ticket--on', '省 ¥10')
  await assistant.reads('.ticket--idle', '还差 ¥14')
  await assistant.reads('.settlement__due-figure', '¥276.00')
  await assistant.tap('.keypad__key--backspace')
  await assistant.tap('.keypad__key--backspace')
  await assistant.tap('.keypad__key--backspace')
  await assistant.keyIn('386')
  await assistant.reads('.settlement__due-figure', '¥326.00')
  await assistant.tap('.keypad__confirm')
  await assistant.reads('.result__amount', '¥326.00')
  await assistant.reads('.result__fact', '满 300 减 50，−¥50.00')
  await member.reads('.outcome__points', '326')
  expect(await usableIds()).toEqual([])

  await assistant.open(DESK)
  await assistant.tap('.purchase-row')
  await assistant.tap('.refund-lines__all')
  await assistant.tapWords('.reason-choice__chip', '退货')
  await assistant.tapWords('.refund__go .button', '¥326.00')
  await assistant.tapWords('.button', '确认退')
  await assistant.reads('.result__amount', '¥326.00')
  await member.open(HOME)
  await member.reads('.activity__points--refund', '326')
  expect((await usableIds()).sort()).toEqual(['fifty', 'ten'])
})

test('a touched ticket takes the place of what it does not go with, and one touch goes back to what saves most', async () => {
  const threshold = { kind: 'threshold' as const, thresholdFen: fen(10_000) }
  const stacking = { group: 'full', mostPerOrder: 1 }
  await issue(mall(), { id: 'large', worth: { ...threshold, offFen: fen(3_000) }, stacking })
  await issue(mall(), { id: 'small', worth: { ...threshold, offFen: fen(2_000) }, stacking })
  await meet(assistant, member)
  await assistant.keyIn('200')
  await assistant.reads('.settlement__due-figure', '¥170.00')
  await assistant.reads('.ticket--idle', '不可叠加')
  await assistant.tap('.ticket--idle')
  await assistant.reads('.settlement__due-figure', '¥180.00')
  await assistant.tapWords('.settlement__cheapest', '换回最省')
  await assistant.reads('.settlement__due-figure', '¥170.00')
  await assistant.tap('.ticket--on')
  await assistant.reads('.settlement__due-figure', '¥200.00')
  await assistant.tap('.keypad__confirm')
  await assistant.reads('.result__amount', '¥200.00')
  expect((await usableIds()).sort()).toEqual(['large', 'small'])
})

test("a coupon's own code opens the sheet of what it is for; handed over, it can be taken back the same day", async () => {
  await issue(mall(), { id: 'cake', worth: { kind: 'exchange', thing: '栗子蛋糕' } })
  await typesCodeOf('cake')
  await assistant.reads('.redeem__what', '栗子蛋糕')
  await assistant.tapWords('.redeem .button', '核销这张')
  await assistant.reads('.redeem--done', '已核销')
  expect(couponOf(mall(), 'cake').state).toBe('used')
  await assistant.tapWords('.redeem .button', '撤销')
  await assistant.reads('.redeem__what', '栗子蛋糕')
  expect(couponOf(mall(), 'cake')).toMatchObject({ state: 'issued', use: null })
})

test('the car park opens to a plate that there can be, and to no other', async () => {
  await issue(mall(), { id: 'parking', worth: { kind: 'parking', hours: 2 } })
  await typesCodeOf('parking')
  const field = await assistant.find('.plate .typed-field')
  await field.input('a1234')
  await assistant.reads('.plate', '省份后的字母和数字')
  await field.input('a12345')
  await assistant.reads('.plate', '沪A12345')
  await assistant.tapWords('.redeem .button', '核销这张')
  await assistant.reads('.redeem--done', '沪A12345')
  expect(couponOf(mall(), 'parking').use).toMatchObject({ plate: '沪A12345' })
})

test('what was handed over for a coupon today stands at the desk, and can be taken back there', async () => {
  await issue(mall(), {
    id: 'cake',
    worth: { kind: 'exchange', thing: '栗子蛋糕' },
    terms: { name: '蛋糕券' },
  })
  await typesCodeOf('cake')
  await assistant.tapWords('.redeem .button', '核销这张')
  await assistant.reads('.redeem--done', '已核销')
  await assistant.open(DESK)
  await assistant.tapWords('.desk-news__way', '今天核销和交付 1 件')
  await assistant.isOn('pages/assistant/redemptions/index')
  await assistant.reads('.redemptions__row', '蛋糕券')
  await assistant.reads('.redemptions__row', '核销')
  await assistant.tap('.redemptions__undo')
  await assistant.phone.page.locator('.modal button', { hasText: '撤销' }).last().click()
  await assistant.reads('.standstill', '今天还没有核销和交付')
  expect(couponOf(mall(), 'cake').state).toBe('issued')
})

/** The member has points and takes a reward. @returns the id of the exchange. */
async function takes(way: 'pickup' | 'delivery'): Promise<string> {
  await mall().receipt('A-1', 100_000)
  await publishRewards(mall(), [reward('tea', { name: '山岚茶', ways: ['pickup', 'delivery'] })])
  const address = { name: '苏禾', phone: '13800000001', text: '上海市徐汇区梧桐路 1 号' }
  const where = way === 'pickup' ? {} : { way, address }
  return dataOf(await take(mall(), 'tea', where)).exchange.exchangeId
}

test('the code of an exchange leads to handing it over; done, it can be taken back and done again', async () => {
  const exchangeId = await takes('pickup')
  await types(dataOf(await mall().ask('member', 'exchange-code', MEMBER, { exchangeId })).code)
  await assistant.isOn('pages/assistant/hand-over/index')
  await assistant.reads('.hand-over__name', '山岚茶')
  await assistant.tapWords('.button', '交给会员')
  await assistant.reads('.result__title', '已交付')
  expect(mall().all('exchanges')).toMatchObject([{ state: 'settled' }])
  await assistant.tapWords('.handed-over .button', '撤销')
  await assistant.reads('.notice', '已撤销')
  expect(mall().all('exchanges')).toMatchObject([{ state: 'held' }])
  await assistant.tapWords('.button', '交给会员')
  await assistant.reads('.result__title', '已交付')
})

test('what was handed over for points stands in the day at the desk, and can be taken back there', async () => {
  const exchangeId = await takes('pickup')
  await types(dataOf(await mall().ask('member', 'exchange-code', MEMBER, { exchangeId })).code)
  await assistant.tapWords('.button', '交给会员')
  await assistant.reads('.result__title', '已交付')
  await assistant.open(DESK)
  await assistant.tapWords('.desk-news__way', '今天核销和交付 1 件')
  await assistant.reads('.redemptions__row', '山岚茶')
  await assistant.reads('.redemptions__row', '交付')
  await assistant.tap('.redemptions__undo')
  await assistant.phone.page.locator('.modal button', { hasText: '撤销' }).last().click()
  await assistant.reads('.standstill', '今天还没有核销和交付')
  expect(mall().all('exchanges')).toMatchObject([{ state: 'held', handed: null }])
})

test('what is to be sent stands at the desk until it has a carrier and a number', async () => {
  await takes('delivery')
  await assistant.open(DESK)
  await assistant.tapWords('.desk-news__way', '待寄出 1 件')
  await assistant.isOn('pages/assistant/to-send/index')
  await assistant.reads('.to-send__facts', '上海市徐汇区梧桐路 1 号')
  await assistant.tapWords('.to-send .button', '填运单')
  await assistant.tapWords('.send-sheet__carrier', '中通')
  await (await assistant.find('.send-sheet .typed-field')).input('ZT 12345678')
  await assistant.tapWords('.send-sheet .button', '记为已寄出')
  await assistant.reads('.standstill', '没有要寄的')
  expect(mall().all('exchanges')).toMatchObject([
    { state: 'sent', sent: { carrier: '中通', tracking: 'ZT12345678' } },
  ])
})
