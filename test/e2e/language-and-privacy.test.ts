/** The member's phone in English and back, in large type, with a picture; and WeChat's question about privacy, yes and no. */
import { ASSISTANT, MEMBER, PHONES, STRANGER } from '../server/mall'
import { until, type Person } from './driver'
import { mallWithPhones } from './mall-with-phones'

const HOME = '/pages/member/home/index'
const ME = '/pages/member/me/index'
const READING = '/pages/member/settings/reading/index'
const PROFILE = '/pages/member/settings/profile/index'

const { mall, phone } = mallWithPhones()

beforeEach(async () => {
  await mall().join(MEMBER, PHONES[MEMBER])
})

/** Everything that the page on the screen says, to eyes and to a screen reader. */
const saidOn = (phone: Person['phone']): Promise<string> =>
  phone.page
    .frameLocator('iframe.current')
    .locator('body')
    .evaluate((body) =>
      [
        (body as HTMLElement).innerText,
        ...[...body.querySelectorAll('[aria-label]')].map((each) => each.getAttribute('aria-label')),
      ].join('\n'),
    )

/** Mall, people, the product's mark, and a language that is called by its own name. */
const OWN_NAMES = /梧桐里|沈清和|清和|熟|中文|沈/g

async function isEnglish(member: Person, url: string, ready: string, words: string | RegExp): Promise<void> {
  await member.open(url)
  await member.reads(ready, words)
  expect((await saidOn(member.phone)).replace(OWN_NAMES, '')).not.toMatch(
    /[\u3000-\u303f\u3400-\u9fff\uff00-\uffef]/,
  )
}

test('English is chosen once and every page of the member speaks it, names aside; then Chinese again', async () => {
  await mall().ask('member', 'save-profile', MEMBER, {
    name: '沈清和',
    salutation: 'ms',
    birthday: { calendar: 'solar', year: null, month: 5, day: 2, leapMonth: false },
    tags: [],
  })
  await mall().buy(1_200_000, await mall().visit())
  const member = await phone(MEMBER)
  await member.open(ME)
  await member.tapWords('.me-row', '中文 / English')
  await member.tapWords('.me-row', 'English')
  await member.reads('.nav-bar__title', 'Display')
  await isEnglish(member, HOME, '.home', /Silver[\s\S]*points/)
  await isEnglish(member, '/pages/member/code/index', '.ticket', /until renewal/)
  await isEnglish(member, '/pages/member/statement/points/index', '.history', /store-1/)
  await member.tap('.entry')
  await member.reads('.why', 'How it adds up')
  expect((await saidOn(member.phone)).replace(OWN_NAMES, '')).not.toMatch(/[\u3400-\u9fff]/)
  await isEnglish(member, '/pages/member/statement/growth/index', '.growth', /Moved up to Silver/)
  await isEnglish(member, ME, '.me', /Freeze|Phone lost/)
  await isEnglish(member, PROFILE, '.me', /2 May|May 2/)
  await isEnglish(member, '/pages/member/settings/consent/index', '.me', 'Birthday wishes')
  await isEnglish(member, '/pages/member/settings/looks/index', '.look', /Today/)
  await isEnglish(member, READING, '.me', 'Text size')
  await member.tapWords('.me-row', '中文')
  await member.reads('.nav-bar__title', '语言与字号')
  await member.open(HOME)
  await member.reads('.home', '银卡')
})

test('a WeChat in English is followed without a choice, and the pages of staff stay Chinese', async () => {
  const staff = await phone(ASSISTANT, { language: 'en' })
  await staff.reads('.home', 'Staff desk')
  await staff.open('/pages/assistant/desk/index')
  await staff.reads('.desk-head', '扫会员码')
  await staff.phone.offline(true)
  await staff.open('/pages/assistant/desk/index')
  await staff.reads('.standstill', '再试一次')
  expect(await saidOn(staff.phone)).toMatch(/网络没有连上/)
})

test('a font size is tried on the page, taken by a press, and holds on other pages', async () => {
  const member = await phone(MEMBER)
  await member.open(READING)
  const scale = (selector: string) =>
    member.phone.page
      .frameLocator('iframe.current')
      .locator(selector)
      .first()
      .evaluate((each) => getComputedStyle(each).getPropertyValue('--k'))
  await member.tapWords('.me-row', '特大')
  await until('the sample to grow', async () => (await scale('.reading__sample')) === '1.3')
  expect(await scale('.screen')).toBe('1')
  await member.tapWords('.button', '用这个字号')
  await until('the page to grow', async () => (await scale('.screen')) === '1.3')
  await member.open(HOME)
  await member.reads('.home', '出示会员码')
  expect(await scale('.screen')).toBe('1.3')
})

declare const wx: {
  getStorageSync(key: string): { path: string }
  getFileSystemManager(): { unlink(options: { filePath: string }): Promise<unknown> }
}

/** Runs on the phone: files can go while the storage stays. */
const clearedByWeChat = (): Promise<unknown> =>
  wx.getFileSystemManager().unlink({ filePath: wx.getStorageSync('avatar').path })

test('a picture is chosen, kept small, shown on the card page without asking twice, and taken away', async () => {
  const member = await phone(MEMBER)
  await member.open(PROFILE)
  await member.find('.field__avatar')
  const before = (await member.phone.setDataLog()).length
  await member.tapWords('.button', '选头像')
  await member.find('.field__avatar .avatar__picture')
  const kept = await until('the picture to arrive', async () => mall().all<{ picture: string }>('avatars')[0])
  expect(kept.picture.length).toBeLessThan(8_000)
  await member.reads('.field__avatar', '不用头像')
  const sent = (await member.phone.setDataLog()).slice(before)
  expect(sent.reduce((sum, { bytes }) => sum + bytes, 0)).toBeLessThan(2048)
  await member.open(HOME)
  await member.find('.home__me .avatar__picture')
  const askedFor = () =>
    mall()
      .cloud.invocations()
      .filter(({ action }) => action === 'avatar').length
  expect(askedFor()).toBe(0)
  await member.program.evaluate(clearedByWeChat)
  await member.open(HOME)
  await until('the picture to be fetched again', async () => askedFor() === 1)
  await member.find('.home__me .avatar__picture')
  const secondPhone = await phone(MEMBER)
  await secondPhone.find('.home__me .avatar__picture')
  await member.open(PROFILE)
  await member.tapWords('.button', '不用头像')
  await until('the picture to go', async () => mall().all<{ picture: string }>('avatars')[0]?.picture === '')
})

test('before the phone number is given, WeChat asks: no leaves the page, yes joins', async () => {
  const stranger = await phone(STRANGER, { phoneNumber: '13811112222', privacy: 'asks' })
  await (await stranger.find('.join__input')).input('江晚吟')
  await stranger.tapWords('.button', '用微信手机号办卡')
  await stranger.reads('.sheet', '办卡要用您的微信手机号')
  await stranger.tapWords('.sheet .button', '不同意')
  await stranger.reads('.sheet', '没有手机号就办不了会员卡')
  await stranger.tapWords('.sheet .button', '知道了')
  await stranger.reads('.join__notice', '没有拿到手机号')
  expect(mall().all('members')).toHaveLength(2)
  await stranger.tapWords('.button', '用微信手机号办卡')
  await stranger.tapWords('.sheet .button', /^同意$/)
  await stranger.reads('.join', '晚吟，欢迎')
  expect(await stranger.phone.missing()).toEqual([])
})

test('who agreed once is not asked again; copying waits for the answer and says what is not done', async () => {
  const member = await phone(MEMBER, { privacy: 'asks' })
  await member.open(ME)
  await member.tapWords('.me-row', '导出我的资料')
  await member.tapWords('.sheet .button', '整理成文件')
  await member.tapWords('.sheet .button', '复制文字')
  await member.reads('.privacy', '剪贴板')
  await member.tapWords('.privacy .button', '不同意')
  await member.reads('.privacy', '文字没有复制')
  await member.tapWords('.privacy .button', '知道了')
  await member.tapWords('.sheet .button', '复制文字')
  await member.tapWords('.privacy .button', /^同意$/)
  await member.reads('.me-sheet', '已复制')
  await member.open(PROFILE)
  await member.tapWords('.button', '选头像')
  await member.find('.field__avatar .avatar__picture')
})
