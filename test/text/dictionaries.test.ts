/** Both languages say the same things: the same keys, nothing empty, no Chinese in English, no noise in either. */
import { LANGUAGES, language, languageOf, speak } from '../../src/text/language'
import { BIRTHDAY_TEXT } from '../../src/text/birthday'
import { CEREMONY_TEXT } from '../../src/text/ceremony'
import { CHECK_IN_TEXT } from '../../src/text/check-in'
import { DAYS } from '../../src/text/days'
import { ERRORS } from '../../src/text/errors'
import { ME_TEXT } from '../../src/text/me'
import { MALL_TEXT } from '../../src/text/mall'
import { MESSAGE_TEXT } from '../../src/text/messages'
import { words } from '../../src/text/member'
import { MESSAGES_TEXT, NOTICES_TEXT } from '../../src/text/notices'
import { GROWTH_TEXT, POINTS_TEXT, WHY_TEXT } from '../../src/text/points'
import { SETTINGS_TEXT } from '../../src/text/settings'
import { SHOP_TEXT } from '../../src/text/shop'
import { STRIP_TEXT, UPGRADE_TEXT, WAYS_TEXT } from '../../src/text/ways'

afterEach(() => speak('zh-CN'))

const spokenWords = {
  words,
  CHECK_IN_TEXT,
  POINTS_TEXT,
  WHY_TEXT,
  GROWTH_TEXT,
  UPGRADE_TEXT,
  WAYS_TEXT,
  STRIP_TEXT,
  ME_TEXT,
  SETTINGS_TEXT,
  MALL_TEXT,
  SHOP_TEXT,
  BIRTHDAY_TEXT,
  CEREMONY_TEXT,
  MESSAGE_TEXT,
  NOTICES_TEXT,
  MESSAGES_TEXT,
}

/** Sample arguments that no language changes: what is Chinese in an answer was Chinese in the dictionary. */
const SAMPLE = '5'
const SAMPLES: Readonly<Record<string, unknown>> = {
  '.POINTS_TEXT.month': '2026-05',
  '.CHECK_IN_TEXT.datesIn': [SAMPLE],
  '.words.home.signIn.campaigns': [SAMPLE],
}
/** What a message is told with. */
const FIGURES = {
  ...{ points: SAMPLE, first: SAMPLE, count: SAMPLE, day: SAMPLE, to: SAMPLE, name: SAMPLE, before: SAMPLE },
  ...{ amount: SAMPLE, coupon: SAMPLE, years: SAMPLE },
}
const sampleAt = (path: string): unknown =>
  path.startsWith('.MESSAGE_TEXT.') ? FIGURES : (SAMPLES[path] ?? SAMPLE)

function* said(value: unknown, path: string): Generator<readonly [path: string, text: string]> {
  if (typeof value === 'string') yield [path, value]
  else if (typeof value === 'function')
    yield* said(
      (value as (...samples: unknown[]) => unknown)(
        ...Array.from({ length: value.length }, () => sampleAt(path)),
      ),
      path,
    )
  else if (typeof value === 'object' && value !== null)
    for (const [key, inner] of Object.entries(value)) yield* said(inner, `${path}.${key}`)
  else throw new Error(`${path} is neither a word nor a chapter`)
}

const chineseWords = [...said({ ...spokenWords, days: DAYS['zh-CN'], errors: ERRORS['zh-CN'] }, '')]
const englishWords = (): (readonly [string, string])[] => {
  speak('en')
  return [...said({ ...spokenWords, days: DAYS.en, errors: ERRORS.en }, '')]
}

test('both languages have the same words', () => {
  expect(chineseWords.length).toBeGreaterThan(300)
  expect(
    englishWords()
      .map(([path]) => path)
      .sort(),
  ).toEqual(chineseWords.map(([path]) => path).sort())
})

test('no word of either language is empty or exclaims', () => {
  const bad = [...chineseWords, ...englishWords()].filter(
    ([, text]) => text.trim() === '' || /[!！]|undefined|NaN/.test(text),
  )
  expect(bad).toEqual([])
})

test('no word of English is Chinese, and none has Chinese punctuation', () => {
  expect(englishWords().filter(([, text]) => /[\u3000-\u30ff\u3400-\u9fff\uff00-\uffef]/.test(text))).toEqual(
    [],
  )
})

test('a chapter that was kept in a constant follows the language, and so do lists and functions', () => {
  const { form } = SETTINGS_TEXT
  const { change } = ME_TEXT
  expect([form.save, change.freeze.means.length, POINTS_TEXT.month('2026-05')]).toEqual([
    '保存',
    3,
    '2026 年 5 月',
  ])
  speak('en')
  expect([form.save, change.freeze.means[0], POINTS_TEXT.month('2026-05')]).toEqual([
    'Save',
    'Member codes stop at once, also those shown before.',
    'May 2026',
  ])
})

test('one is one, more are many', () => {
  speak('en')
  expect([WHY_TEXT.points('1'), WHY_TEXT.points('386'), WHY_TEXT.points('1,000')]).toEqual([
    '1 point',
    '386 points',
    '1,000 points',
  ])
})

test.each([
  ['zh_CN', 'zh-CN'],
  ['zh_TW', 'zh-CN'],
  ['en', 'en'],
  ['fr', 'en'],
] as const)('WeChat in %s is %s', (wechat, ours) => expect(languageOf(wechat)).toBe(ours))

test('Chinese is spoken until the phone says otherwise', () => {
  expect([language(), LANGUAGES]).toEqual(['zh-CN', ['zh-CN', 'en']])
})

test('words before a day have a space only before digits, and no consent is said as such', () => {
  const { consentsOn } = ME_TEXT
  const { consent } = SETTINGS_TEXT
  expect([
    consent.changed('11 月 19 日'),
    consent.changed('今天 11:44'),
    consentsOn(0),
    consentsOn(2),
  ]).toEqual(['改动于 11 月 19 日', '改动于今天 11:44', '都关着', '2 项已开'])
})
