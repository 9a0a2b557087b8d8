/** The history of points as it is listed, out of pages. */
import type { PointsView } from '../../src/contract/points-and-growth'
import type { EntryView } from '../../src/contract/views'
import {
  historySoFar,
  isWishing,
  noFurtherPages,
  withPage,
} from '../../src/pages/member/statement/points/history-pages'

/** 14:36 on 16 May in the mall. */
const NOW = Date.parse('2026-05-16T14:36:00+08:00')

const entry = (more: Partial<EntryView> = {}): EntryView => ({
  id: 'entry:p',
  at: NOW,
  kind: 'earned',
  points: 474,
  storeName: '山岚咖啡',
  amountFen: 31_670,
  reason: null,
  ...more,
})

describe('the pages of the history', () => {
  const page = (ids: string[], next: string | null): PointsView => ({
    balance: null,
    entries: ids.map((id) => entry({ id })),
    next,
    serverNow: NOW,
  })
  const wish = {}
  const first = page(['a', 'b'], 'b')
  const ids = (soFar: { entries: readonly EntryView[] }) => soFar.entries.map(({ id }) => id)

  test('follow each other, each entry once, to the last', () => {
    const further = withPage(first, noFurtherPages(wish), wish, page(['b', 'c'], null))
    expect(historySoFar(first, further, wish)).toMatchObject({ next: null })
    expect(ids(historySoFar(first, further, wish))).toEqual(['a', 'b', 'c'])
  })

  test('of another wish, or after a first page that has moved, are not listed', () => {
    const further = withPage(first, noFurtherPages(wish), wish, page(['c'], null))
    expect(ids(historySoFar(first, further, { month: '2026-05' }))).toEqual(['a', 'b'])
    const moved = page(['z', 'a'], 'a')
    expect(historySoFar(moved, further, wish)).toMatchObject({ next: 'a', entries: { length: 2 } })
  })

  test('a wish that was taken back is none', () => {
    expect([isWishing({}), isWishing({ search: undefined }), isWishing({ kind: 'earned' })]).toEqual([
      false,
      false,
      true,
    ])
  })
})
