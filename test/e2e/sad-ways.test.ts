/** What goes wrong at a counter, on the phones: no network, no role, another total, a mistake, a visit that went stale. */
import { ASSISTANT, MEMBER, MINUTE, PHONES } from '../server/mall'
import { until, type Person } from './driver'
import { mallWithPhones } from './mall-with-phones'
import { meet, scans, showsCode } from './meet'

const HOME = '/pages/member/home/index'
const CODE = '/pages/member/code/index'
const DESK = '/pages/assistant/desk/index'

const { mall, phone } = mallWithPhones()
let member: Person
let assistant: Person

beforeEach(async () => {
  await mall().join(MEMBER, PHONES[MEMBER])
})

const hasPhone = async (): Promise<Person> => (member = await phone(MEMBER))

async function atTheCounter(): Promise<void> {
  assistant = await phone(ASSISTANT, { entry: DESK })
  await meet(assistant, await hasPhone())
}

test('without a network the code page says so and what still works; with it again, one tap brings the code', async () => {
  await hasPhone()
  await member.reads('.home__greeting', '好')
  await member.phone.offline(true)
  await member.open(CODE)
  await member.reads('.standstill', '网络没有连上')
  await member.phone.offline(false)
  await member.tapWords('.button', '再试一次')
  await member.find('.ticket__qr')
})

test('without a network the card stays as it was and says so; opened anew it says what can be done, and one tap brings it back', async () => {
  await hasPhone()
  await member.reads('.home__greeting', '好')
  const before = await member.reads('.tier-card', /积分/)
  await member.phone.offline(true)
  await member.tap('.tier-card__sum')
  await member.reads('.standstill', '网络没有连上')
  await member.back()
  await member.reads('.home__visits', '没有更新成')
  expect(await member.reads('.tier-card', /积分/)).toBe(before)
  await member.open(HOME)
  await member.reads('.standstill', '网络没有连上')
  await member.phone.offline(false)
  await member.tapWords('.button', '再试一次')
  expect(await member.reads('.tier-card', /积分/)).toBe(before)
})

test('somebody who does not work here learns that at the desk, and no list', async () => {
  await hasPhone()
  await member.open(DESK)
  await member.reads('.standstill', '您还不是这家店的店员')
})

test('when the tier changed after the scan, the new total is shown and has to be confirmed', async () => {
  await atTheCounter()
  await assistant.keyIn('100')
  await assistant.reads('.settlement__due-figure', '¥100.00')
  await mall().receipt('receipt-upgrade', 5_000_000)
  await assistant.tap('.keypad__confirm')
  await assistant.reads('.notice', '¥95.00')
  expect(mall().all('purchases')).toHaveLength(1)
  await assistant.tap('.keypad__confirm')
  await assistant.reads('.result__amount', '¥95.00')
  await assistant.reads('.result__points', '142')
})

test('a mistake is undone from the list of the day, points and all', async () => {
  await atTheCounter()
  await assistant.keyIn('386')
  await assistant.tap('.keypad__confirm')
  await assistant.reads('.result__points', '386')
  await assistant.open(DESK)
  await assistant.tap('.purchase-row__undo')
  await assistant.tapWords('.button', '撤销这笔登记')
  await assistant.reads('.notice', '已撤销')
  expect(mall().member().account.purse).toMatchObject({ earned: 386, reversed: 386, lots: [] })
  await member.open(HOME)
  await member.reads('.activity', '登记有误')
})

test('a mistake is undone from its result, and what was meant is registered in the same visit', async () => {
  await atTheCounter()
  await assistant.keyIn('386')
  await assistant.tap('.keypad__confirm')
  await assistant.reads('.result__points', '386')
  await assistant.tapWords('.registered .button', '撤销')
  await assistant.reads('.sheet__title', '撤销这笔 ¥386.00')
  await assistant.tapWords('.sheet .button', '撤销这笔登记')
  await assistant.reads('.undone', /已撤销[\s\S]*收回 386 积分/)
  expect(mall().member().account.purse).toMatchObject({ earned: 386, reversed: 386, lots: [] })
  await assistant.tapWords('.undone .button', '重新登记')
  await assistant.keyIn('36')
  await assistant.tap('.keypad__confirm')
  await assistant.reads('.result__points', '+36')
  expect(mall().member().account.purse).toMatchObject({ earned: 422, reversed: 386 })
})

test('of what came back meanwhile nothing is undone from its result', async () => {
  await atTheCounter()
  await assistant.keyIn('50')
  await assistant.tap('.keypad__confirm')
  await assistant.find('.registered')
  const { _id: purchaseId } = mall().all<{ _id: string }>('purchases')[0]!
  const back = { purchaseId, lines: [{ line: 0, quantity: 1 }], shownRefundFen: 5_000, shownRefundedFen: 0 }
  await mall().ask('assistant', 'refund', ASSISTANT, { ...back, reason: 'returned' })
  await assistant.tapWords('.registered .button', '撤销')
  await assistant.reads('.registered .notice', '不能撤销了')
})

test('on the smallest phone in the largest type, what is not known of a registration stands above the keypad', async () => {
  const small = await phone(ASSISTANT, {
    entry: DESK,
    viewport: { width: 320, height: 568 },
    fontSizeSetting: 21,
  })
  await showsCode(await hasPhone())
  await scans(small, member)
  await small.keyIn('128')
  await small.phone.offline(true)
  await small.tap('.keypad__confirm')
  await small.reads('.notice', '结果未知')
  const page = small.phone.page.frameLocator('iframe.current')
  const edge = async (part: string, side: 'top' | 'bottom'): Promise<number> =>
    page.locator(part).evaluate((element, of) => element.getBoundingClientRect()[of], side)
  const stands = async (part: string): Promise<boolean> =>
    (await edge(part, 'top')) >= (await edge('.nav-bar', 'bottom')) &&
    (await edge(part, 'bottom')) <= (await edge('.keypad', 'top'))
  await until('the notice to stand in sight', () => stands('.register__news .notice'))
  await small.phone.offline(false)
  await small.tap('.keypad__confirm')
  await small.reads('.result__points', '128')
})

test('half an hour after the scan nothing is registered, and the way on is another scan', async () => {
  await atTheCounter()
  await assistant.keyIn('50')
  mall().cloud.clock.shift(31 * MINUTE)
  await assistant.tap('.keypad__confirm')
  await assistant.reads('.notice', '超过 30 分钟')
  expect(mall().all('purchases')).toHaveLength(0)
})

test('an assistant cannot be served by the own phone', async () => {
  assistant = await phone(ASSISTANT, { entry: DESK })
  const own = await phone(ASSISTANT)
  await showsCode(own)
  await scans(assistant, own)
  await assistant.reads('.notice', '自己的会员卡')
})
