/** Counted benefits at a counter, on both phones: used, taken back, the last one, and a press that nobody answered. */
import { MALL_PROGRAMME } from '../../src/domain/programme/default-programmes'
import type { CountedBenefit } from '../../src/domain/programme/programme'
import { issue } from '../server/coupons'
import { fen } from '../../src/domain/money/fen'
import { ASSISTANT, MEMBER } from '../server/mall'
import type { Person } from './driver'
import { mallWithPhones } from './mall-with-phones'

const CODE = '/pages/member/code/index'
const DESK = '/pages/assistant/desk/index'
const LOUNGE: CountedBenefit = {
  ...{ id: 'lounge', name: '贵宾室', advice: '报姓名入内', worth: { kind: 'exchange', thing: '贵宾室' } },
  ...{ times: 2, per: 'month' },
}
const ladder = MALL_PROGRAMME.ladder.map((tier, step) => (step === 0 ? { ...tier, counted: [LOUNGE] } : tier))

const { mall, phone } = mallWithPhones({ ...MALL_PROGRAMME, ladder })
let member: Person
let assistant: Person

beforeEach(async () => {
  await mall().join(MEMBER)
  member = await phone(MEMBER)
  assistant = await phone(ASSISTANT, { entry: DESK })
  assistant.phone.setScanner(() => member.phone.screenshot())
})

async function scans(): Promise<void> {
  await member.open(CODE)
  await member.find('.ticket__qr')
  await assistant.tap('.desk-head__scan .button')
  await assistant.isOn('pages/assistant/register/index')
}

const used = () => mall().member().benefitsUsed?.lounge?.used ?? 0

test('a benefit is used, taken back, used to its last, and then says so', async () => {
  await scans()
  await assistant.reads('.ticket', '本月还有 2 次')
  await assistant.tap('.ticket')
  await assistant.tapWords('.redeem .button', '核销 1 次')
  await assistant.reads('.redeem--done', '贵宾室')
  expect(used()).toBe(1)
  await assistant.tapWords('.redeem .button', '撤销')
  await assistant.reads('.redeem__what', '贵宾室')
  expect(used()).toBe(0)
  await assistant.tapWords('.redeem .button', '核销 1 次')
  await assistant.reads('.redeem--done', '贵宾室')

  await assistant.open(DESK)
  mall().cloud.clock.shift(61_000)
  await scans()
  await assistant.reads('.ticket', '本月还有 1 次')
  await assistant.tap('.ticket')
  await assistant.tapWords('.redeem .button', '核销 1 次')
  await assistant.reads('.redeem--done', '贵宾室')

  await assistant.open(DESK)
  mall().cloud.clock.shift(61_000)
  await scans()
  await assistant.reads('.ticket--idle', '本月已用完')
  expect(used()).toBe(2)
})

test('one whose answer was lost is told at the desk, and asked again it counts once', async () => {
  await scans()
  await assistant.tap('.ticket')
  await assistant.find('.redeem .button')
  await assistant.phone.page.route('**/client/callFunction', async (route) => {
    await route.fetch()
    await route.abort('connectionreset')
  })
  await assistant.tapWords('.redeem .button', '核销 1 次')
  await assistant.reads('.redeem .notice', '不知道核销了没有')
  await assistant.phone.page.unroute('**/client/callFunction')
  await assistant.open(DESK)
  await assistant.reads('.notice', '上一次核销结果未知')
  await assistant.tapWords('.notice .button', '再试一次')
  await assistant.reads('.notice', '贵宾室已核销')
  expect(used()).toBe(1)
})

test('what cannot be used here is counted beside the tickets, and opened it says what would help', async () => {
  await issue(mall(), {
    id: 'elsewhere',
    worth: { kind: 'cash', offFen: fen(1_000) },
    terms: { name: '别家的券', scope: { brands: ['拾光咖啡'] } },
  })
  await scans()
  await assistant.reads('.ticket--not-now', '另有 1 张')
  await assistant.tap('.ticket--not-now')
  await assistant.reads('.not-now__name', '别家的券')
  await assistant.reads('.not-now__why', '在拾光咖啡用')
})
