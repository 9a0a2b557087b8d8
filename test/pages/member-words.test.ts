/** What a member reads, from the values that the server sends. */
import { activityWords } from '../../src/components/activity-words'
import { dayText, momentText, untilText } from '../../src/components/day-words'
import { groupedDigits } from '../../src/components/grouped-digits'
import { percentOf } from '../../src/components/percent'
import { calledName, initialOf } from '../../src/components/person-name'
import type { ActivityView } from '../../src/contract/views'
import { businessDay } from '../../src/domain/time/business-day'
import {
  hasOutcome,
  isTakenBack,
  resultWords,
  settledActivity,
} from '../../src/pages/member/code/outcome-words'
import { helloText, visitsText } from '../../src/pages/member/home/greeting'

/** 14:36 on a Saturday in the mall. */
const NOW = Date.parse('2026-05-16T06:36:00Z')
const HOUR = 3_600_000

const purchase: ActivityView = {
  kind: 'purchase',
  id: 'p',
  at: NOW,
  storeName: '山岚咖啡',
  paidFen: 31_670,
  points: 474,
  upgradedTo: null,
}
const refund: ActivityView = {
  kind: 'refund',
  id: 'r',
  at: NOW,
  storeName: '山岚咖啡',
  refundFen: 10_000,
  pointsTakenBack: 149,
  reason: 'returned',
}

describe('a person is called', () => {
  test.each([
    ['沈清和', '清和'],
    ['欧阳清和', '清和'],
    ['闻笛', '闻笛'],
    ['欧阳锋', '欧阳锋'],
    ['买买提江·阿卜杜热合曼', '买买提江'],
    ['Anna Schmidt', 'Anna Schmidt'],
  ])('%s as %s', (name, called) => expect(calledName(name)).toBe(called))

  test('an avatar shows the first character, also of a name outside the basic plane', () => {
    expect([initialOf('沈清和'), initialOf('anna'), initialOf('𠮷田'), initialOf('')]).toEqual([
      '沈',
      'A',
      '𠮷',
      '客',
    ])
  })
})

describe('the greeting follows the clock of the mall', () => {
  test.each([
    [0, '夜深了'],
    [4, '夜深了'],
    [5, '早上好'],
    [11, '中午好'],
    [13, '下午好'],
    [18, '晚上好'],
  ])('at %i o’clock it is %s', (hour, greeting) => {
    const at = Date.parse('2026-05-15T16:00:00Z') + hour * HOUR
    expect(helloText('沈清和', at)).toBe(`${greeting}，清和`)
  })

  test('nobody is told that this is visit number 0', () => {
    expect(visitsText(0)).not.toMatch(/\d/)
    expect(visitsText(1)).not.toContain('回来')
    expect(visitsText(1204)).toContain('第 1,204 次')
  })
})

describe('days', () => {
  test('a day has its year only when it is not this one', () => {
    const today = businessDay('2026-05-16')
    expect(dayText(businessDay('2026-06-30'), today)).toBe('6 月 30 日')
    expect(dayText(businessDay('2027-02-28'), today)).toBe('2027 年 2 月 28 日')
  })

  test.each([
    [0, '今天 14:36'],
    [14.5 * HOUR, '今天 00:06'],
    [14.7 * HOUR, '昨天 23:54'],
    [48 * HOUR, '5 月 14 日'],
  ])('%i ms ago is %s', (ago, text) => expect(momentText(NOW - ago, NOW)).toBe(text))

  test('what is left until a day', () => {
    expect(['2026-05-16', '2026-05-17', '2026-05-28'].map((day) => untilText(day, NOW))).toEqual([
      '今天',
      '明天',
      '剩 12 天',
    ])
  })
})

test('progress is never shown full before the tier is reached', () => {
  expect([
    percentOf(0, 100),
    percentOf(3_752, 5_000),
    percentOf(4_999, 5_000),
    percentOf(5_000, 5_000),
  ]).toEqual([0, 75, 99, 100])
  expect(percentOf(1, 0)).toBe(0)
})

test('digits are read in fours', () => {
  expect(groupedDigits('88062317')).toBe('8806 2317')
  expect(groupedDigits('288062317049551236')).toBe('2880 6231 7049 5512 36')
})

describe('an activity', () => {
  test('a purchase tells amount and points', () => {
    expect(activityWords(purchase, NOW)).toEqual({
      title: '山岚咖啡',
      detail: '今天 14:36 · 消费 ¥316.70',
      points: '+474',
      label: '今天 14:36，在山岚咖啡消费 ¥316.70，得 474 积分',
      waits: null,
    })
  })

  test('a purchase whose points wait says until when, as long as they do', () => {
    const waits = { ...purchase, activatesOn: '2026-05-24' }
    expect(activityWords(waits, NOW)).toMatchObject({
      waits: '待入账，5 月 24 日到账',
      label: '今天 14:36，在山岚咖啡消费 ¥316.70，得 474 积分，待入账，5 月 24 日到账',
    })
    expect(activityWords(waits, NOW + 8 * 24 * HOUR).waits).toBeNull()
    expect(resultWords(waits)).toMatchObject({ kind: '积分待入账', waits: '5 月 24 日到账，到账后就能用' })
    expect(resultWords(purchase)).toMatchObject({ kind: '积分到账', waits: null })
  })

  test('a refund tells its reason and what it took back', () => {
    expect(activityWords(refund, NOW)).toMatchObject({
      detail: '今天 14:36 · 退 ¥100 · 退货',
      points: '−149',
    })
    expect(activityWords({ ...refund, pointsTakenBack: 0 }, NOW).points).toBe('0')
  })
})

describe('an exchange', () => {
  const row = { kind: 'exchange', id: 'e', at: NOW, rewardName: '手冲咖啡', storeName: '山岚咖啡' } as const
  const taken = { ...row, step: 'taken', points: 1_200 } as const
  const handed = { ...row, step: 'handed-over', points: 0 } as const
  const back = { ...row, step: 'back', points: 1_200 } as const

  test('tells by the thing what was done, and what it did to the points', () => {
    expect(activityWords(taken, NOW)).toEqual({
      title: '手冲咖啡',
      detail: '今天 14:36 · 在山岚咖啡兑换',
      points: '−1,200',
      label: '手冲咖啡，今天 14:36 · 在山岚咖啡兑换，用 1,200 积分',
      waits: null,
    })
    expect(activityWords(handed, NOW)).toMatchObject({
      detail: '今天 14:36 · 在山岚咖啡领取',
      points: '',
    })
    expect(activityWords(back, NOW)).toMatchObject({
      detail: '今天 14:36 · 没有兑成，积分退回',
      points: '+1,200',
    })
  })

  test('a code that a thing was handed over for says so, and no points', () => {
    expect(resultWords(handed)).toMatchObject({ kind: '已经领取', points: null })
    expect(resultWords(back)).toMatchObject({ sign: '+', points: 1_200 })
    const all: ActivityView[] = [taken, handed, purchase, back, refund]
    expect(all.map(isTakenBack)).toEqual([false, false, false, true, true])
  })
})

describe('the outcome of a code', () => {
  const status = { scanned: null, activity: null, points: 9_114, tierName: '金卡' }
  const scanned = { storeName: '山岚咖啡', at: NOW }

  test('nothing has happened: the code stays', () => {
    expect([hasOutcome(null), hasOutcome(status)]).toEqual([false, false])
  })

  test('a purchase answers the scan before it, a later scan opens the next one', () => {
    expect(settledActivity({ ...status, scanned, activity: purchase })).toBe(purchase)
    expect(
      settledActivity({ ...status, scanned: { ...scanned, at: NOW + 1 }, activity: purchase }),
    ).toBeNull()
  })

  test('an upgrade counts from the next purchase', () => {
    expect(resultWords({ ...purchase, upgradedTo: '白金卡' }).upgraded).toContain('下次消费起')
    expect(resultWords(refund)).toMatchObject({ sign: '−', points: 149, upgraded: null })
  })
})
