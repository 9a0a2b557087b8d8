/** What a counter does beside scanning: a receipt number, a colleague who was faster, a member looked up and written about. */
import { dataOf } from '../server/cloud'
import { ASSISTANT, COLLEAGUE, goods, MEMBER } from '../server/mall'
import { type Person } from './driver'
import { mallWithPhones } from './mall-with-phones'
import { meet } from './meet'

const DESK = '/pages/assistant/desk/index'

const { mall, phone } = mallWithPhones()
let assistant: Person

beforeEach(async () => {
  await mall().join(MEMBER)
  assistant = await phone(ASSISTANT, { entry: DESK })
})

async function typesReceipt(receipt: string): Promise<void> {
  await (await assistant.find('.receipt-sheet .typed-field')).input(receipt)
  await assistant.tapWords('.receipt-sheet .button', '找这张小票')
}

test('a receipt number opens its refund; a wrong one says what to check, and typing goes on', async () => {
  await mall().receipt('A-1', 10_000, 3)
  await assistant.tapWords('.button', '按小票退款')
  await typesReceipt('A-9')
  await assistant.reads('.receipt-sheet .notice', '没有这张小票')
  await typesReceipt('Ａ-1')
  await assistant.isOn('pages/assistant/refund/index')
  await assistant.reads('.purchase-head', 'A-1')
  await assistant.reads('.refund-lines', '可退 3 / 3')
})

test('when a colleague refunded meanwhile, nothing is refunded and the page shows what is left', async () => {
  await mall().hire(COLLEAGUE)
  const purchaseId = await mall().receipt('A-1', 10_000, 3)
  await assistant.open(DESK)
  await assistant.tap('.purchase-row')
  await assistant.tap('.refund-lines__all')
  await assistant.tapWords('.reason-choice__chip', '退货')
  await assistant.tapWords('.refund__go .button', '¥100.00')
  const lines = [{ line: 0, quantity: 2 }]
  const shown = { shownRefundFen: 6_666, shownRefundedFen: 0 }
  const input = { purchaseId, lines, reason: 'returned' as const, ...shown }
  dataOf(await mall().ask('assistant', 'refund', COLLEAGUE, input))
  await assistant.tapWords('.button', '确认退')
  await assistant.reads('.notice', '刚有变动')
  await assistant.reads('.refund-lines', '可退 1 / 3')
  expect(mall().all('refunds')).toHaveLength(1)
  // One piece of three is left of the ¥100.00: 100.00 − 66.66.
  await assistant.tapWords('.refund__go .button', '¥33.34')
  await assistant.tapWords('.button', '确认退')
  await assistant.reads('.result__amount', '¥33.34')
})

test('with a member at the counter, today in this store is one tap away and leads to a refund and back', async () => {
  const member = await phone(MEMBER)
  await mall().receipt('A-1', 10_000)
  await meet(assistant, member)
  await assistant.reads('.visit-head__stage', '新客')
  await assistant.keyIn('38')
  await assistant.tap('.visit-head')
  await assistant.isOn('pages/assistant/client-book/index')
  await assistant.reads('.book', '小票 A-1')
  await assistant.reads('.book', '之前没有在本店消费过')
  await assistant.tap('.book-row')
  await assistant.isOn('pages/assistant/refund/index')
  await assistant.tap('.refund-lines__all')
  await assistant.tapWords('.reason-choice__chip', '换货')
  await assistant.tapWords('.refund__go .button', '¥100.00')
  await assistant.tapWords('.button', '确认退')
  await assistant.reads('.result__amount', '¥100.00')
  await assistant.tapWords('.refunded .button', '完成')
  await assistant.isOn('pages/assistant/client-book/index')
  await assistant.reads('.book', '退款，换货')
  await assistant.tap('.nav-bar__back')
  await assistant.reads('.settlement__due-figure', '¥38.00')
  await assistant.phone.offline(true)
  await assistant.tap('.visit-head')
  await assistant.reads('.standstill', '网络没有连上')
  await assistant.phone.offline(false)
  await assistant.tapWords('.standstill .button', '再试一次')
  await assistant.reads('.book', '已退 ¥100')
})

test('a member with a broken screen is served by phone tail and birthday; who says it wrong learns not which part', async () => {
  const birthday = { calendar: 'lunar' as const, year: null, month: 8, day: 30, leapMonth: false }
  const profile = { name: '会员一号', salutation: null, birthday, tags: [] }
  dataOf(await mall().ask('member', 'save-profile', MEMBER, profile))
  await assistant.tapWords('.button', '报手机尾号')
  const [tail, date] = await Promise.all([
    assistant.find('.said-sheet .typed-field'),
    assistant.find('.said-sheet__date .typed-field'),
  ])
  await tail.input('0001')
  await date.input('0831')
  await assistant.tapWords('.said-sheet__calendar', '农历')
  await assistant.reads('.said-sheet__date', '没有这一天')
  await date.input('0829')
  await assistant.tapWords('.said-sheet .button', '核对会员')
  await assistant.reads('.said-sheet .notice', '尾号和生日没有对上')
  await date.input('0830')
  await assistant.reads('.said-sheet__date', '农历 8 月 30 日')
  await assistant.tapWords('.said-sheet .button', '核对会员')
  await assistant.isOn('pages/assistant/register/index')
  await assistant.reads('.visit-head__name', '会员一号')
  await assistant.keyIn('50')
  await assistant.tap('.keypad__confirm')
  await assistant.reads('.result__amount', '¥50.00')
  expect(mall().all('visits')).toMatchObject([{ way: 'said' }])

  await assistant.tapWords('.visit-note .button', '写备注')
  await (await assistant.find('.note-sheet__field')).input('买了 200g 埃塞豆')
  await assistant.tapWords('.note-sheet .button', '记下')
  await assistant.reads('.visit-note', '备注已记下')
  expect(mall().all('notes')).toMatchObject([{ text: '买了 200g 埃塞豆', by: ASSISTANT, storeId: 'store-1' }])
})

test('several pieces are keyed in one by one, and one of them comes back by its name', async () => {
  const member = await phone(MEMBER)
  await meet(assistant, member)
  await assistant.keyIn('198')
  await assistant.tap('.keypad__key--add')
  await assistant.tap('.pieces__piece')
  await (await assistant.find('.piece-sheet .typed-field')).input('针织衫')
  await assistant.tap('.piece-sheet .stepper__step:last-child')
  await assistant.tapWords('.piece-sheet .button', '¥396.00')
  await assistant.keyIn('59.5')
  await assistant.reads('.settlement__due-figure', '¥455.50')
  await assistant.tap('.keypad__confirm')
  await assistant.reads('.result__amount', '¥455.50')
  await assistant.tapWords('.registered .button', '完成')
  await assistant.tap('.purchase-row')
  await assistant.reads('.refund-lines', '针织衫')
  await assistant.tap('.stepper__step:last-child')
  await assistant.tapWords('.reason-choice__chip', '退货')
  await assistant.tapWords('.refund__go .button', '¥198.00')
  await assistant.tapWords('.button', '确认退')
  await assistant.reads('.result__amount', '¥198.00')
})

test('a refund whose answer is lost is told at the desk, and asked again it is done once', async () => {
  const purchaseId = await mall().receipt('A-1', 10_000, 3)
  await assistant.open(DESK)
  await assistant.tap('.purchase-row')
  await assistant.tap('.stepper__step:last-child')
  await assistant.tapWords('.reason-choice__chip', '退货')
  await assistant.tapWords('.refund__go .button', '¥33.33')
  await assistant.phone.offline(true)
  await assistant.tapWords('.button', '确认退')
  await assistant.reads('.notice', '结果未知')
  await assistant.phone.offline(false)
  await assistant.open(DESK)
  await assistant.reads('.notice', '上一笔退款结果未知')
  await assistant.tapWords('.notice .button', '再试一次')
  await assistant.reads('.notice', '¥33.33 已退')
  expect(mall().purchase(purchaseId).refundedFen).toBe(3_333)
})

test('an old card is bound while its owner is served: its points are there at once, and a wrong number says so', async () => {
  const old = { receipt: 'old-1', member: { card: '12345678' }, lines: [goods(10_000)] }
  dataOf(await mall().till('purchase', mall().till1, old))
  const member = await phone(MEMBER)
  await meet(assistant, member)
  await assistant.tapWords('.register__under .button', '绑定旧卡')
  await (await assistant.find('.bind-sheet .typed-field')).input('87654321')
  await assistant.tapWords('.bind-sheet .button', '绑定这张旧卡')
  await assistant.reads('.bind-sheet .notice', '没有找到这张旧卡')
  await (await assistant.find('.bind-sheet .typed-field')).input('12345678')
  await assistant.phone.offline(true)
  await assistant.tapWords('.bind-sheet .button', '绑定这张旧卡')
  await assistant.reads('.bind-sheet .notice', '不知道绑好了没有')
  await assistant.phone.offline(false)
  await assistant.tapWords('.bind-sheet .button', '再试一次')
  await assistant.reads('.bind-sheet .notice', '并入 100 积分')
  expect(mall().member()).toMatchObject({ boundCards: ['12345678'], account: { purse: { earned: 100 } } })
})
