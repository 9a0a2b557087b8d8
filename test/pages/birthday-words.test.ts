/** A birthday in words: how long until then, by either calendar, what its gifts are waiting for, its days of more points. */
import type { BirthdayGiftsView, BirthdayGiftView, KeptBirthdayView } from '../../src/contract/birthday-views'
import { fen } from '../../src/domain/money/fen'
import {
  bonusDays,
  bonusWords,
  dateWords,
  giftsState,
  giftsWords,
  isNear,
  onWords,
  pictureOf,
  whenWords,
} from '../../src/pages/member/today/birthday/birthday-words'
import { speak } from '../../src/text/language'

/** 16 May 2026, a Saturday. */
const NOW = Date.parse('2026-05-16T06:36:00Z')

afterEach(() => speak('zh-CN'))

const GIFTS: BirthdayGiftsView = {
  options: [],
  from: '2026-04-23',
  until: '2026-05-31',
  chosen: null,
  hadBefore: false,
}
const BONUS = { rate: 150, withBonus: 250, from: '2026-05-30', until: '2026-06-05' }
const kept = (more: Partial<KeptBirthdayView> = {}): KeptBirthdayView => ({
  calendar: 'solar',
  on: '2026-05-23',
  inDays: 7,
  solar: null,
  lunar: null,
  changeableFrom: null,
  bonus: null,
  gifts: GIFTS,
  ...more,
})
const solar = (month: number, day: number) => ({
  calendar: 'solar' as const,
  year: null,
  month,
  day,
  leapMonth: false,
})
const lunar = (month: number, day: number, leapMonth = false) => ({
  calendar: 'lunar' as const,
  year: null,
  month,
  day,
  leapMonth,
})

test('how long until then, and how long ago', () => {
  expect([30, 7, 1, 0, -1, -4].map(whenWords)).toEqual([
    '还有 30 天',
    '还有 7 天',
    '就在明天',
    '就是今天',
    '过去 1 天了',
    '过去 4 天了',
  ])
  speak('en')
  expect([7, 1, 0, -1].map(whenWords)).toEqual(['7 days to go', 'It is tomorrow', 'It is today', '1 day ago'])
})

test('nobody is wished a happy birthday more than a month ahead', () => {
  expect([31, 30, 0, -4].map((inDays) => isNear(kept({ inDays })))).toEqual([false, true, true, true])
})

describe('a date', () => {
  test('is said by its own calendar, a leap month as one, 29 February as itself', () => {
    expect(
      [solar(5, 17), solar(2, 29), lunar(4, 7), lunar(4, 7, true), lunar(12, 30), lunar(11, 21)].map(
        dateWords,
      ),
    ).toEqual(['5 月 17 日', '2 月 29 日', '四月初七', '闰四月初七', '腊月三十', '冬月廿一'])
    speak('en')
    expect([solar(2, 29), lunar(4, 7), lunar(4, 7, true)].map(dateWords)).toEqual([
      '29 Feb',
      'month 4, day 7',
      'leap month 4, day 7',
    ])
  })

  test('is kept on a day of this year or of the next, with its weekday', () => {
    const on = (birthday: ReturnType<typeof solar> | ReturnType<typeof lunar>, day: string): string =>
      onWords({ birthday, on: day }, NOW)
    expect(on(lunar(4, 7), '2026-05-23')).toBe('今年的四月初七是 5 月 23 日，周六')
    expect(on(solar(5, 17), '2026-05-17')).toBe('今年 5 月 17 日，周日')
    // Born on 29 February, kept on the 28th in a year without.
    expect(on(solar(2, 29), '2027-02-28')).toBe('明年 2 月 28 日，周日')
    // The last month of this lunar year lies in the next solar one: it is not the next year's.
    expect(on(lunar(12, 15), '2027-01-22')).toBe('腊月十五是明年 1 月 22 日，周五')
    speak('en')
    expect(on(lunar(4, 7), '2026-05-23')).toBe('That is 23 May this year, Sat')
  })
})

describe('gifts', () => {
  const chosen = { offerId: 'cake', couponId: 'c', name: '栗子蛋糕' }

  test('wait, are open from their first day to their last, and are over', () => {
    const at = (day: string, gifts = GIFTS): string => giftsState(gifts, Date.parse(`${day}T04:00:00Z`))
    expect(['2026-04-22', '2026-04-23', '2026-05-31', '2026-06-01'].map((day) => at(day))).toEqual([
      'early',
      'open',
      'open',
      'over',
    ])
    expect(at('2026-05-16', { ...GIFTS, chosen })).toBe('chosen')
    expect(at('2026-05-16', { ...GIFTS, hadBefore: true })).toBe('had')
    expect(giftsState(null, NOW)).toBe('none')
  })

  test('are spoken of under the greeting, and without any the points are', () => {
    const said = (more: Partial<KeptBirthdayView>): string => giftsWords(kept(more), NOW)
    expect(said({})).toBe('礼物可以先挑好')
    expect(said({ inDays: 0 })).toBe('礼物还没有挑')
    expect(said({ gifts: { ...GIFTS, chosen } })).toBe('礼物已经挑好了')
    expect(said({ gifts: { ...GIFTS, from: '2026-06-02' } })).toBe('6 月 2 日起可以挑礼物')
    expect(said({ gifts: null, bonus: BONUS })).toBe('生日前后，积分更多')
    expect(said({ gifts: null })).toBe('')
  })

  test('look like what they are', () => {
    const gift = (offerId: string, worth: BirthdayGiftView['worth']): string =>
      pictureOf({ offerId, name: '', advice: '', worth })
    const thing = { kind: 'exchange' as const, thing: '' }
    const off = { kind: 'cash' as const, offFen: fen(8_800) }
    expect([gift('birthday-cake', thing), gift('birthday-flowers', thing), gift('tea', thing)]).toEqual([
      'cake',
      'bouquet',
      'gift',
    ])
    expect([gift('birthday-88', off), gift('park', { kind: 'parking', hours: 2 })]).toEqual([
      'letter',
      'parking',
    ])
  })
})

describe('the days of more points', () => {
  test('are double only where they are twice as many', () => {
    expect(bonusWords({ ...BONUS, rate: 100, withBonus: 200 }, NOW)).toEqual({
      title: '生日前后，积分双倍',
      tag: '× 2',
      span: '5 月 30 日至 6 月 5 日，每消费 1 元得 2 积分',
    })
    expect(bonusWords(BONUS, NOW)).toMatchObject({ title: '生日前后，积分更多', tag: '+ 1' })
  })

  test('are drawn one by one over the end of a month, the birthday among them', () => {
    const days = bonusDays(BONUS, '2026-06-02')
    expect(days.map(({ number }) => number).join(' ')).toBe('30 31 1 2 3 4 5')
    expect(days.map(({ under }) => under).join(' ')).toBe('周六 周日 周一 生日 周三 周四 周五')
    expect(days.filter(({ isBirthday }) => isBirthday).map(({ day }) => day)).toEqual(['2026-06-02'])
  })
})
