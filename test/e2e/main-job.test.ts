/** The main job: a card is scanned, a purchase counts, a refund uncounts, on two phones and the real functions. */
import { ASSISTANT, DAY, MEMBER, PHONES } from '../server/mall'
import { type Person } from './driver'
import { mallWithPhones } from './mall-with-phones'

const NAME = '会员一号'
const HOME = '/pages/member/home/index'
const DESK = '/pages/assistant/desk/index'

/** WeChat's own, inside the program: the pages that are open, the latest last. */
declare const getCurrentPages: () => { onShareAppMessage(request: object): unknown }[]

const { mall, phone } = mallWithPhones()
let member: Person
let assistant: Person

beforeEach(async () => {
  member = await phone(MEMBER, { phoneNumber: PHONES[MEMBER] ?? '' })
  assistant = await phone(ASSISTANT, { entry: DESK })
  assistant.phone.setScanner(() => member.phone.screenshot())
})

async function joins(): Promise<void> {
  await (await member.find('.join__input')).input(NAME)
  await member.tapWords('.button', '手机号')
  await member.reads('.join__title', /会员一号|一号/)
  await member.tapWords('.button', /./)
  await member.reads('.home__greeting', '好')
}

async function showsCode(): Promise<void> {
  await member.open(HOME)
  await member.tapWords('.button', '出示会员码')
  await member.isOn('pages/member/code/index')
  await member.find('.ticket__qr')
}

async function scans(): Promise<void> {
  await assistant.tap('.desk-head__scan .button')
  await assistant.isOn('pages/assistant/register/index')
  await assistant.reads('.visit-head__name', NAME)
}

const pointsOnCard = (): Promise<string> => member.reads('.tier-card', /积分/)

test('join → code → scan → ¥386.00 → both phones show 386 points; refund → both show them gone, with the reason', async () => {
  await joins()
  await showsCode()
  await scans()
  await member.reads('.outcome__title', '扫')

  await assistant.keyIn('386.00')
  await assistant.reads('.settlement__due-figure', '¥386.00')
  await assistant.tap('.keypad__confirm')
  await assistant.reads('.result__amount', '¥386.00')
  await assistant.reads('.result__points', '386')
  await member.reads('.outcome__points', '386')

  await member.open(HOME)
  expect(await pointsOnCard()).toContain('386')
  await member.reads('.activity__points', '386')

  await assistant.open(DESK)
  await assistant.tap('.purchase-row')
  await assistant.isOn('pages/assistant/refund/index')
  await assistant.tap('.refund-lines__all')
  await assistant.tapWords('.reason-choice__chip', '质量')
  await assistant.tapWords('.refund__go .button', '¥386.00')
  await assistant.tapWords('.button', '确认退')
  await assistant.reads('.result__amount', '¥386.00')
  await assistant.reads('.result__points', '386')

  await member.open(HOME)
  await member.reads('.activity', /质量/)
  await member.reads('.activity__points--refund', '386')
  expect(mall().member().account.purse).toMatchObject({ earned: 386, reversed: 386, debt: 0, lots: [] })
})

test('when the answer to a registration is lost, pressing again books it once', async () => {
  await joins()
  await showsCode()
  await scans()
  await assistant.keyIn('99.99')
  await assistant.reads('.settlement__due-figure', '¥99.99')
  let lost = 0
  await assistant.phone.page.route('**/client/callFunction', async (route) => {
    await route.fetch()
    lost += 1
    await route.abort('connectionreset')
  })
  await assistant.tap('.keypad__confirm')
  await assistant.reads('.register', '不知道')
  await assistant.phone.page.unroute('**/client/callFunction')
  await assistant.tap('.keypad__confirm')
  await assistant.reads('.result__amount', '¥99.99')
  expect(lost).toBeGreaterThan(0)
  expect(mall().all('purchases')).toHaveLength(1)
  expect(mall().member().account.purse.earned).toBe(99)
})

test("yesterday's screenshot of the code is refused, and so is a code that was scanned before", async () => {
  await joins()
  await showsCode()
  const screenshot = await member.phone.screenshot()
  await scans()
  await assistant.open(DESK)
  assistant.phone.setScanner(async () => screenshot)
  mall().cloud.clock.shift(DAY)
  await assistant.tap('.desk-head__scan .button')
  await assistant.reads('.notice', /失效|过期|刷新/)
  await assistant.isOn('pages/assistant/desk/index')
  expect(mall().all('visits')).toHaveLength(1)
})

test('the card is shared as the way in: a friend who taps it comes to where one joins', async () => {
  await member.find('.join__input')
  const card = (await member.program.evaluate(() =>
    getCurrentPages().at(-1)?.onShareAppMessage({ from: 'menu' }),
  )) as { title: string; path: string }
  expect(card).toEqual({ title: expect.stringContaining('会员卡') as string, path: HOME })
  const friend = await phone('a-friend', { entry: card.path })
  await friend.find('.join__input')
})
