/** Notices as they are read: by day, with their figures, in both languages. */
import type { NoticeView } from '../../src/contract/notice-views'
import { daysOf, noticeWords } from '../../src/pages/member/statement/notices/notice-words'
import { speak } from '../../src/text/language'

const NOW = Date.parse('2026-05-16T06:36:00Z')
const DAY = 86_400_000

afterEach(() => speak('zh-CN'))

const notice = (id: string, at: number, more: Partial<NoticeView> = {}): NoticeView => ({
  id,
  kind: 'points-expire',
  at,
  isRead: true,
  points: 3240,
  day: '2027-01-31',
  ...more,
})

test('points and days are said as people say them', () => {
  expect(noticeWords(notice('a', NOW), NOW)).toEqual({
    title: '积分即将到期',
    line: '3,240 积分用到 2027 年 1 月 31 日，可以去积分商城兑换。',
    time: '14:36',
  })
  const gathered = notice('c', NOW, { to: '2027-03-01', first: 10 })
  expect(noticeWords(gathered, NOW).line).toBe(
    '2027 年 1 月 31 日到期 10 积分，截至 2027 年 3 月 1 日共到期 3,240 积分，可以去积分商城兑换。',
  )
  const lapsed = notice('b', NOW, { kind: 'tier-lapsed', name: '银卡', before: '金卡' })
  expect(noticeWords(lapsed, NOW).line).toBe('金卡已到期，现在是银卡。')
  speak('en')
  expect(noticeWords(notice('a', NOW), NOW).line).toContain('3,240 points expire at the end of 31 Jan 2027')
  expect(noticeWords(gathered, NOW).line).toContain(
    '10 points expire at the end of 31 Jan 2027, 3,240 in all by 1 Mar 2027',
  )
})

test('what a day brought by itself has no hour', () => {
  const midnight = Date.parse('2026-05-15T16:00:00Z')
  expect(noticeWords(notice('a', midnight), NOW).time).toBeNull()
  expect(noticeWords(notice('a', midnight + 60_000), NOW).time).toBe('00:01')
})

test('notices stand under their days, newest first, across a midnight of the mall', () => {
  const midnight = Date.parse('2026-05-15T16:00:00Z')
  const days = daysOf(
    [notice('a', NOW), notice('b', midnight), notice('c', midnight - 1), notice('d', NOW - 30 * DAY)],
    NOW,
  )
  expect(days.map(({ said, notices }) => [said, notices.map(({ id }) => id)])).toEqual([
    ['今天', ['a', 'b']],
    ['昨天', ['c']],
    ['4 月 16 日', ['d']],
  ])
})
