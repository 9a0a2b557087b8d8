/** What a client card keeps, and how full a book is. */
import {
  changedParts,
  inOrder,
  NOTHING_NOTED,
  withoutLine,
  type CardContent,
} from '../../src/domain/members/client-card'
import { completenessPercent, missingParts, type BookFilled } from '../../src/domain/members/completeness'
import { businessDay } from '../../src/domain/time/business-day'

const CARD: CardContent = {
  sizes: [
    { kind: 'top', value: 'M' },
    { kind: 'shoe', value: '37' },
  ],
  preferences: ['手冲', '靠窗'],
  allergies: ['花生'],
}

test('sizes stand in the order of their kinds, one of a kind', () => {
  const [top, shoe] = CARD.sizes
  if (!top || !shoe) throw new Error('two sizes')
  expect(inOrder([shoe, top, { kind: 'shoe', value: '38' }])).toEqual([top, shoe])
})

test.each([
  [{ part: 'sizes', kind: 'shoe' } as const, { ...CARD, sizes: CARD.sizes.slice(0, 1) }],
  [{ part: 'preferences', words: '手冲' } as const, { ...CARD, preferences: ['靠窗'] }],
  [{ part: 'allergies', words: '花生' } as const, { ...CARD, allergies: [] }],
  [{ part: 'allergies', words: '手冲' } as const, CARD],
])('without %j a card keeps everything else', (line, left) => expect(withoutLine(CARD, line)).toEqual(left))

test('what changed is named by part', () => {
  expect(changedParts(CARD, CARD)).toEqual([])
  expect(changedParts(NOTHING_NOTED, CARD)).toEqual(['sizes', 'preferences', 'allergies'])
  expect(changedParts(CARD, { ...CARD, preferences: [] })).toEqual(['preferences'])
})

describe('completeness', () => {
  const day = (text: string) => businessDay(text)
  const visits = { lastDay: day('2026-05-16'), dayBefore: day('2026-05-02') }
  const empty: BookFilled = {
    name: false,
    birthday: false,
    sizes: false,
    preferences: false,
    notedOn: null,
    visits,
  }
  const full: BookFilled = {
    name: true,
    birthday: true,
    sizes: true,
    preferences: true,
    notedOn: day('2026-05-16'),
    visits,
  }

  test('counts five parts alike, and names what is missing in the order in which to ask', () => {
    expect([missingParts(full), completenessPercent(missingParts(full))]).toEqual([[], 100])
    expect(missingParts(empty)).toEqual(['name', 'birthday', 'sizes', 'preferences', 'note'])
    expect(completenessPercent(missingParts(empty))).toBe(0)
    const some = missingParts({ ...full, birthday: false, sizes: false })
    expect([some, completenessPercent(some)]).toEqual([['birthday', 'sizes'], 60])
  })

  test.each([
    ['of the day before the last', '2026-05-02', visits, []],
    ['older than the last two shopping days', '2026-05-01', visits, ['note']],
    ['of the only shopping day', '2026-05-16', { lastDay: day('2026-05-16'), dayBefore: null }, []],
    ['before the only shopping day', '2026-05-15', { lastDay: day('2026-05-16'), dayBefore: null }, ['note']],
    ['when nothing was bought yet', '2026-05-15', { lastDay: null, dayBefore: null }, []],
  ])('a note %s', (_, notedOn, shopped, missing) =>
    expect(missingParts({ ...full, notedOn: day(notedOn), visits: shopped })).toEqual(missing),
  )
})
