/** Shapes that several doors share: what they let through, and what only looks like it. */
import * as v from 'valibot'
import { Day, PersonName } from '../../src/contract/shapes'

describe('a person’s name', () => {
  test.each(['陈立', 'Anna-Lena O’Hara', '小 明', '👨‍👩‍👧 一家', 'x'.repeat(32), '7'])('may be %j', (name) => {
    expect(v.parse(PersonName, ` ${name} `)).toBe(name)
  })

  test.each([
    ['nothing', ''],
    ['blanks', ' \u3000 '],
    ['what nobody sees', '\u200b\u200d'],
    ['two lines', '陈\n立'],
    ['a line separator', '陈\u2028立'],
    ['a control character', 'a\u0000'],
    ['half a character', 'a\ud83d'],
    ['what turns the text around', '\u202e立陈'],
    ['33 characters', 'x'.repeat(33)],
  ])('may not be %s', (_, name) => {
    expect(v.safeParse(PersonName, name).success).toBe(false)
  })
})

test('a day is one that there is', () => {
  const isDay = (text: string): boolean => v.safeParse(Day, text).success
  expect(['2026-05-18', '2024-02-29', '2026-12-31'].map(isDay)).toEqual([true, true, true])
  const none = ['2026-02-31', '2026-02-29', '2026-13-01', '2026-00-10', '2026-5-18', '20260518', '', 'today']
  expect(none.filter(isDay)).toEqual([])
})
