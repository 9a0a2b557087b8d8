/**
 * The chapter on arrays and nested objects, and the update commands of the reference on them: what finds them, what
 * changes them in their depth.
 */
import type { Fields } from '../../local/cloud'
import { failureOf } from '../local/cloud/given-cloud'
import { conformance, idsOf } from './environment'
import type { Command } from './sdk-surface'

const suite = conformance('guide-arrays')
const DEEP = {
  _id: 'a',
  lamp: { colour: 'red', watts: 5 },
  counts: [10, 20, 30],
  tree: { leaves: [{ sizes: [1, 2, 3] }, { sizes: [5, 6, 7] }] },
}
const OTHER = {
  _id: 'b',
  lamp: { colour: 'red' },
  counts: [20, 10, 40],
  tree: { leaves: [{ sizes: [7, 3] }] },
}

describe('found', () => {
  beforeEach(() => suite.given(DEEP, OTHER))

  it.each<[string, (_: Command) => object, string]>([
    ['a field of an object, by an object', () => ({ lamp: { watts: 5 } }), 'a'],
    ['a field of an object, by a path', () => ({ 'lamp.colour': 'red' }), 'ab'],
    ['a list that has the value', () => ({ counts: 10 }), 'ab'],
    ['a list that has the value second', () => ({ 'counts.1': 10 }), 'b'],
    ['a list with an element above a bound', (_) => ({ counts: _.gt(35) }), 'b'],
    ['a list with one above and one below', (_) => ({ counts: _.gt(25).and(_.lt(15)) }), 'ab'],
    ['a list in a list, by positions', () => ({ 'tree.leaves.1.sizes.2': 7 }), 'a'],
    ['a list in a list, in any position', () => ({ 'tree.leaves.sizes': 3 }), 'ab'],
    ['a list in a list, with one position', () => ({ 'tree.leaves.0.sizes': 7 }), 'b'],
  ])('%s', async (_title, query, ids) => {
    const { data } = await suite.documents().where(query(suite.command)).orderBy('_id', 'asc').get()
    expect(idsOf(data)).toBe(ids)
  })
})

describe('changed', () => {
  const changed = async (before: object, change: (_: Command) => object): Promise<Fields> => {
    await suite.given({ _id: 'x', ...before })
    await suite
      .documents()
      .doc('x')
      .update({ data: change(suite.command) })
    const { _id: _unused, ...after } = await suite.stored('x')
    return after
  }

  it.each<[string, object, (_: Command) => object, object]>([
    [
      'an element in depth',
      { o: { l: [{ n: [1, 2] }, { n: [3, 4] }] } },
      () => ({ 'o.l.1.n.0': 9 }),
      { o: { l: [{ n: [1, 2] }, { n: [9, 4] }] } },
    ],
    [
      'every element, in an object',
      { marks: { maths: [10, 20] } },
      (_) => ({ 'marks.maths.$[]': _.inc(5) }),
      { marks: { maths: [15, 25] } },
    ],
    [
      'a field of every element',
      {
        marks: {
          maths: [
            { test: 1, points: 10 },
            { test: 2, points: 20 },
          ],
        },
      },
      (_) => ({ 'marks.maths.$[].points': _.inc(5) }),
      {
        marks: {
          maths: [
            { test: 1, points: 15 },
            { test: 2, points: 25 },
          ],
        },
      },
    ],
    [
      'rename in an object, by an object',
      { o: { old: 1, kept: 2 } },
      (_) => ({ o: { old: _.rename('o.new') } }),
      { o: { kept: 2, new: 1 } },
    ],
    [
      'rename in an object, by a path',
      { o: { old: 1, kept: 2 } },
      (_) => ({ 'o.old': _.rename('o.new') }),
      { o: { kept: 2, new: 1 } },
    ],
    [
      'push: nothing, to sort',
      { l: ['c', 'a'] },
      (_) => ({ l: _.push({ each: [], sort: 1 }) }),
      { l: ['a', 'c'] },
    ],
    [
      'push: sorted downwards, behind the end',
      { l: ['a'] },
      (_) => ({ l: _.push({ each: ['c', 'b'], sort: -1, position: 9 }) }),
      { l: ['c', 'b', 'a'] },
    ],
    [
      'push: objects, sorted by a field',
      { l: [{ n: 'b', kg: 7 }] },
      (_) => ({
        l: _.push({
          each: [
            { n: 'c', kg: 8 },
            { n: 'a', kg: 6 },
          ],
          sort: { kg: 1 },
        }),
      }),
      {
        l: [
          { n: 'a', kg: 6 },
          { n: 'b', kg: 7 },
          { n: 'c', kg: 8 },
        ],
      },
    ],
    [
      'push: at a position, sorted, then cut',
      { l: ['d', 'b'] },
      (_) => ({ l: _.push({ each: ['c', 'a'], position: 1, sort: 1, slice: 3 }) }),
      { l: ['a', 'b', 'c'] },
    ],
    ['push: none is kept', { l: [1] }, (_) => ({ l: _.push({ each: [2], slice: 0 }) }), { l: [] }],
    [
      'push: before the end, and before the beginning',
      { l: [1, 2], k: [1] },
      (_) => ({ l: _.push({ each: [9], position: -1 }), k: _.push({ each: [9], position: -5 }) }),
      { l: [1, 9, 2], k: [9, 1] },
    ],
    ['unshift: to nothing', {}, (_) => ({ l: _.unshift(['a', 'b']) }), { l: ['a', 'b'] }],
    [
      'pull: objects by conditions on two fields',
      {
        l: [
          { area: 120, age: 1 },
          { area: 120, age: 5 },
          { area: 90, age: 1 },
        ],
      },
      (_) => ({ l: _.pull({ area: _.gt(100), age: _.lt(2) }) }),
      {
        l: [
          { area: 120, age: 5 },
          { area: 90, age: 1 },
        ],
      },
    ],
    [
      'pull: objects by an element of a list in them',
      {
        towns: [
          { name: 'p', rooms: [{ area: 120, age: 1 }] },
          {
            name: 'q',
            rooms: [
              { area: 120, age: 5 },
              { area: 90, age: 1 },
            ],
          },
        ],
      },
      (_) => ({ towns: _.pull({ rooms: _.elemMatch({ area: { $gt: 100 }, age: { $lt: 2 } }) }) }),
      {
        towns: [
          {
            name: 'q',
            rooms: [
              { area: 120, age: 5 },
              { area: 90, age: 1 },
            ],
          },
        ],
      },
    ],
  ])('%s', async (_title, before, change, after) => {
    expect(await changed(before, change)).toEqual(after)
  })
})

describe('the element that the query met', () => {
  const LISTS = [
    {
      _id: 'a',
      marks: [20, 20, 40],
      tests: [
        { id: 1, points: 10 },
        { id: 2, points: 20 },
      ],
    },
    { _id: 'b', marks: [10, 20], tests: [{ id: 2, points: 30 }] },
    { _id: 'c', marks: [50], tests: [] },
  ]
  const update = async (query: object, data: object): Promise<unknown[]> => {
    await suite.documents().where(query).update({ data })
    const { data: docs } = await suite.documents().orderBy('_id', 'asc').get()
    return docs.map(({ marks, tests }) => ('marks' in query ? marks : tests) as unknown)
  }
  beforeEach(() => suite.given(...LISTS))

  it('is the first one, in each document', async () => {
    expect(await update({ marks: 20 }, { 'marks.$': 25 })).toEqual([[25, 20, 40], [10, 25], [50]])
  })

  it('is an object, of which one field changes', async () => {
    const { inc } = suite.command
    expect(await update({ 'tests.id': 2 }, { 'tests.$.points': inc(1) })).toEqual([
      [
        { id: 1, points: 10 },
        { id: 2, points: 21 },
      ],
      [{ id: 2, points: 31 }],
      [],
    ])
  })

  it('is null when it is removed, and the list is as long as before', async () => {
    expect(await update({ marks: 20 }, { 'marks.$': suite.command.remove() })).toEqual([
      [null, 20, 40],
      [10, null],
      [50],
    ])
  })

  it.each<[string, (_: Command) => object]>([
    ['neq', (_) => ({ marks: _.neq(50) })],
    ['nin', (_) => ({ marks: _.nin([50]) })],
    ['not', (_) => ({ marks: _.not(_.eq(50)) })],
  ])('is none after %s, and the update is refused', async (_title, query) => {
    const work = update(query(suite.command), { 'marks.$': 0 })
    expect((await failureOf(work)).text).toMatch(/did not find the match needed/)
    expect((await suite.stored('a'))['marks']).toEqual([20, 20, 40])
  })

  it('is the one that the other condition met, beside neq', async () => {
    const { and, neq, gt } = suite.command
    expect(await update({ marks: and(neq(50), gt(30)) }, { 'marks.$': 0 })).toEqual([
      [20, 20, 0],
      [10, 20],
      [50],
    ])
  })
})
