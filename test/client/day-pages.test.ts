import { daySoFar, NO_FURTHER_PAGES, withPage } from '../../src/pages/assistant/desk/day-pages'
import type { DayListView } from '../../src/contract/assistant'
import type { PurchaseView } from '../../src/contract/views'

const purchase = (purchaseId: string, paidFen: number, refundedFen = 0) =>
  ({ purchaseId, paidFen, refundedFen }) as PurchaseView
const page = (purchases: readonly PurchaseView[], next: string | null): DayListView => ({
  day: '2026-05-16',
  storeName: '',
  assistantName: '',
  purchases,
  totals: null,
  next,
  serverNow: 0,
})
const first = page([purchase('a', 10_000, 2_500), purchase('b', 300)], 'after-b')

describe('the day in pages', () => {
  test('is complete when no page follows', () => {
    const day = daySoFar(first, withPage(first, NO_FURTHER_PAGES, page([purchase('c', 1_000)], null)))
    expect(day.purchases.map((each) => each.purchaseId)).toEqual(['a', 'b', 'c'])
    expect(day).toMatchObject({ next: null })
  })

  test('lists a purchase once when pages overlap', () => {
    const day = daySoFar(
      first,
      withPage(first, NO_FURTHER_PAGES, page([purchase('b', 300), purchase('c', 1)], null)),
    )
    expect(day.purchases.map((each) => each.purchaseId)).toEqual(['a', 'b', 'c'])
  })

  test('drops further pages when a new purchase moved the first one', () => {
    const further = withPage(first, NO_FURTHER_PAGES, page([purchase('c', 1)], null))
    const moved = page([purchase('z', 5), purchase('a', 10_000)], 'after-a')
    expect(daySoFar(moved, further)).toMatchObject({
      next: 'after-a',
      purchases: [{ purchaseId: 'z' }, { purchaseId: 'a' }],
    })
    const again = withPage(moved, further, page([purchase('b', 300)], null))
    expect(daySoFar(moved, again).purchases).toHaveLength(3)
  })

  test('a day of one page needs no second', () => {
    const only = page([], null)
    expect(daySoFar(only, NO_FURTHER_PAGES)).toEqual({ purchases: [], next: null })
  })
})
