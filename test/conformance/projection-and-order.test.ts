/** Which fields are answered, in which order, and which part of a long answer. */
import type { Fields } from '../../local/cloud'
import { failureOf } from '../local/cloud/given-cloud'
import { conformance, idsOf } from './environment'
import type { Command } from './sdk-surface'

const suite = conformance('projection')
const DOCUMENT = {
  _id: 'x',
  a: 1,
  o: { p: 1, q: { r: 2, s: 3 } },
  l: [
    { k: 1, v: 5 },
    { k: 2, v: 9 },
    { k: 3, v: 9 },
  ],
  n: [4, 5, 6, 7],
}

describe('field() answers', () => {
  beforeEach(() => suite.given(DOCUMENT))
  const answered = async (fields: object, query: object = { _id: 'x' }) =>
    (await suite.documents().where(query).field(fields).get()).data[0]

  it.each<[string, (_: Command) => object, object]>([
    ['wanted fields and the _id', () => ({ a: true }), { _id: 'x', a: 1 }],
    ['wanted fields without the _id', () => ({ a: true, _id: false }), { a: 1 }],
    ['a path', () => ({ 'o.q.r': true }), { _id: 'x', o: { q: { r: 2 } } }],
    ['a path through an array', () => ({ 'l.k': 1 }), { _id: 'x', l: [{ k: 1 }, { k: 2 }, { k: 3 }] }],
    ['nothing but the _id, when the field is missing', () => ({ none: true }), { _id: 'x' }],
    ['all but the unwanted', () => ({ l: false, n: false, 'o.q': false }), { _id: 'x', a: 1, o: { p: 1 } }],
    ['the first elements', (_) => ({ n: _.project.slice(2), l: 0, o: 0 }), { _id: 'x', a: 1, n: [4, 5] }],
    ['the last elements', (_) => ({ n: _.project.slice(-1), l: 0, o: 0 }), { _id: 'x', a: 1, n: [7] }],
    [
      'elements from a position',
      (_) => ({ a: 1, n: _.project.slice([1, 2]) }),
      { _id: 'x', a: 1, n: [5, 6] },
    ],
    [
      'elements from a position before the end',
      (_) => ({ a: 1, n: _.project.slice([-3, 1]) }),
      { _id: 'x', a: 1, n: [5] },
    ],
    [
      'the first element that meets a condition',
      (_) => ({ l: _.project.elemMatch({ v: 9 }) }),
      { _id: 'x', l: [{ k: 2, v: 9 }] },
    ],
    ['no element, when none meets it', (_) => ({ l: _.project.elemMatch({ v: 1 }) }), { _id: 'x' }],
  ])('%s', async (_title, fields, expected) => {
    expect(await answered(fields(suite.command))).toEqual(expected)
  })

  it('the element that the query met', async () => {
    expect(await answered({ 'l.$': 1 }, { 'l.k': 3 })).toEqual({ _id: 'x', l: [{ k: 3, v: 9 }] })
  })

  it('fields in the order of the document, not of the wish', async () => {
    expect(Object.keys((await answered({ o: 1, a: 1 })) as Fields)).toEqual(['_id', 'a', 'o'])
  })

  it('the same for doc()', async () => {
    expect((await suite.documents().doc('x').field({ a: true }).get()).data).toEqual({ _id: 'x', a: 1 })
  })

  it('nothing, when wanted and unwanted fields are mixed', async () => {
    expect((await failureOf(answered({ a: true, o: false }))).text).toMatch(
      /mix of inclusion and exclusion|Cannot do exclusion/,
    )
  })
})

describe('orderBy()', () => {
  const ordered = async (...by: [string, 'asc' | 'desc'][]) => {
    let query = suite.documents().where({})
    for (const [field, direction] of by) query = query.orderBy(field, direction)
    return idsOf((await query.get()).data)
  }

  it('sorts types before values: missing and null, numbers, text, objects, arrays by their element, booleans, dates', async () => {
    await suite.given(
      { _id: 'g', v: new Date(0) },
      { _id: 'f', v: false },
      { _id: 'e', v: { a: 1 } },
      { _id: 'd', v: 'B' },
      { _id: 'c', v: 10 },
      { _id: 'b', v: -1.5 },
      { _id: 'a' },
    )
    expect(await ordered(['v', 'asc'])).toBe('abcdefg')
    expect(await ordered(['v', 'desc'])).toBe('gfedcba')
  })

  it('sorts text by its bytes', async () => {
    await suite.given(
      { _id: 'd', v: '丙' },
      { _id: 'b', v: 'a' },
      { _id: 'a', v: 'B' },
      { _id: 'c', v: 'é' },
      { _id: 'e', v: '😀' },
    )
    expect(await ordered(['v', 'asc'])).toBe('abcde')
  })

  it('takes an array by its least element upwards and by its greatest downwards', async () => {
    await suite.given({ _id: 'a', v: [1, 9] }, { _id: 'b', v: [5] }, { _id: 'c', v: [2, 3] })
    expect(await ordered(['v', 'asc'])).toBe('acb')
    expect(await ordered(['v', 'desc'])).toBe('abc')
  })

  it('sorts by a second field where the first is the same, and by a path', async () => {
    await suite.given(
      { _id: 'a', o: { v: 2 }, w: 1 },
      { _id: 'b', o: { v: 1 }, w: 1 },
      { _id: 'c', o: { v: 2 }, w: 9 },
    )
    expect(await ordered(['o.v', 'desc'], ['w', 'desc'])).toBe('cab')
  })

  it('comes before skip and limit', async () => {
    await suite.given(...[5, 3, 1, 4, 2].map((v) => ({ _id: `${v}`, v })))
    const page = suite.documents().where({}).orderBy('v', 'desc').skip(1).limit(2)
    expect((await page.get()).data.map(({ v }) => v)).toEqual([4, 3])
  })
})

describe('without orderBy()', () => {
  it('a skip behind the end answers nothing', async () => {
    await suite.given({ _id: 'a' })
    expect((await suite.documents().skip(5).get()).data).toEqual([])
  })

  it('100 documents are answered without limit', async () => {
    await Promise.all(Array.from({ length: 101 }, (_unused, n) => suite.documents().add({ data: { n } })))
    expect((await suite.documents().get()).data).toHaveLength(100)
    expect((await suite.documents().limit(1000).get()).data).toHaveLength(101)
  })
})
