/** What the calendar of sign-ins draws, and what a scanned code comes to. */
import { monthBeside, monthDays, signedRuns } from '../../src/pages/member/today/calendar/month-days'
import { placeCodeOf, sceneText } from '../../src/pages/member/today/scanned-code'

const NOW = Date.parse('2026-05-16T14:36:00+08:00')

describe('a month', () => {
  test('begins under its weekday, from Monday, and has its days', () => {
    // 1 May 2026 is a Friday, 1 June a Monday; February 2028 has 29 days.
    const may = monthDays('2026-05', 0, NOW)
    expect([may.lead, may.days.filter(({ gone }) => !gone).length]).toEqual([4, 31])
    expect(monthDays('2026-06', 0, NOW).lead).toBe(0)
    expect(
      monthDays('2028-02', 0, NOW)
        .days.filter(({ gone }) => gone)
        .map(({ date }) => date),
    ).toEqual([30, 31])
  })

  test('shows the days of its mask, and today in its own month alone', () => {
    const { days, signed } = monthDays('2026-05', (1 << 0) | (1 << 14) | (1 << 30), NOW)
    expect([signed, days.filter((day) => day.signed).map(({ date }) => date)]).toEqual([3, [1, 15, 31]])
    expect(days.filter(({ today }) => today).map(({ date }) => date)).toEqual([16])
    expect(monthDays('2026-04', 0, NOW).days.some(({ today }) => today)).toBe(false)
  })

  test('has others beside it, between the first that is known and this one', () => {
    expect(monthBeside('2026-05', -1, '2025-06', NOW)).toBe('2026-04')
    expect(monthBeside('2026-01', -1, '2025-06', NOW)).toBe('2025-12')
    expect([monthBeside('2026-05', 1, '2025-06', NOW), monthBeside('2025-06', -1, '2025-06', NOW)]).toEqual([
      null,
      null,
    ])
  })
})

test('the dates of sign-ins are said as runs', () => {
  const said = (dates: number[]) =>
    signedRuns(
      monthDays(
        '2026-05',
        dates.reduce((mask, date) => mask | (1 << (date - 1)), 0),
        NOW,
      ).days,
    )
  expect(said([])).toEqual([])
  expect(said([3, 5, 6, 7, 9, 30, 31])).toEqual(['3', '5–7', '9', '30–31'])
  expect(said(Array.from({ length: 31 }, (_, n) => n + 1))).toEqual(['1–31'])
})

describe('what was scanned', () => {
  test('is a text as it stands, or the scene of a code of this mini program', () => {
    expect(placeCodeOf('shuke:c.tea.1.0123456789abcdef')).toBe('shuke:c.tea.1.0123456789abcdef')
    const path = 'pages/member/today/arrival/index?scene=c.tea'
    expect(placeCodeOf(path, path)).toBe('c.tea')
    expect(placeCodeOf('', 'pages/member/today/arrival/index?from=x&scene=c%2Etea')).toBe('c.tea')
  })

  test('is never empty and never longer than the door takes', () => {
    expect([placeCodeOf(''), placeCodeOf('x'.repeat(500)).length, sceneText('%E0%')]).toEqual([
      '-',
      128,
      '%E0%',
    ])
  })
})
