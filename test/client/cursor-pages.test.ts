/** Lists that come in pages. */
import { eachOnce, noFurtherPages, pagesSoFar, withPage } from '../../src/client/cursor-pages'

describe('pages of a list', () => {
  const page = (next: string | null, ...ids: string[]) => ({ next, ids })
  const first = page('a', '1', '2')

  test('follow each other, and are forgotten with another wish or another first page', () => {
    const more = withPage(first, noFurtherPages, 'used', page(null, '2', '3'))
    expect(pagesSoFar(first, more, 'used')).toHaveLength(2)
    expect(pagesSoFar(first, more, 'expired')).toEqual([first])
    const newer = page('b', '0', '1')
    expect(pagesSoFar(newer, more, 'used')).toEqual([newer])
    expect(withPage(newer, more, 'used', page(null, '4')).pages).toHaveLength(1)
  })

  test('what moved from one page to the next is listed once', () => {
    expect(eachOnce(['1', '2', '2', '3'], (id) => id)).toEqual(['1', '2', '3'])
  })
})
