/** The operators of the reference for sets, objects and groups, each with what its page promises. */
import { conformance } from './environment'
import { type Computed, computedBy } from './guide-computed'
import type { Expressions } from './sdk-surface'

const suite = conformance('guide-sets')

const LISTS = [[true], [], [false], [true, false], [0], ['night'], [null]].map((l) => ({ l }))
const PAIRS = [
  { a: [4, 5], b: [4, 5] },
  { a: [4, 5], b: [5, 4, 5] },
  { a: [4, 5], b: [4, 5, 6] },
  { a: [4, 5], b: [6, 4] },
  { a: [4, 5], b: [] },
  { a: [4, 5], b: [{}, []] },
  { a: [], b: [] },
  { a: [], b: [4] },
]

const SETS: Computed[] = [
  [
    'allElementsTrue: an empty list too',
    LISTS,
    (_) => _.allElementsTrue(['$l']),
    [true, true, false, false, false, true, false],
  ],
  [
    'anyElementTrue: never an empty list',
    LISTS,
    (_) => _.anyElementTrue(['$l']),
    [true, false, false, true, false, true, false],
  ],
  [
    'setDifference: what the first has alone',
    PAIRS,
    (_) => _.setDifference(['$b', '$a']),
    [[], [], [6], [6], [], [{}, []], [], [4]],
  ],
  [
    'setEquals: whatever the order and however often',
    PAIRS,
    (_) => _.setEquals(['$a', '$b']),
    [true, true, false, false, false, false, true, false],
  ],
  [
    'setIntersection: what both have',
    PAIRS,
    (_) => _.setIntersection(['$a', '$b']),
    [[4, 5], [4, 5], [4, 5], [4], [], [], [], []],
  ],
  [
    'setIsSubset: whether the second has all of the first',
    PAIRS,
    (_) => _.setIsSubset(['$a', '$b']),
    [true, true, true, false, false, false, true, true],
  ],
  [
    'setUnion: what one of them has, in no promised order',
    [
      ...PAIRS.slice(0, 2).map((pair) => ({ ...pair, all: [4, 5] })),
      ...PAIRS.slice(2, 4).map((pair) => ({ ...pair, all: [4, 5, 6] })),
      { ...PAIRS[5], all: [4, 5, {}, []] },
      { ...PAIRS[6], all: [] },
    ],
    (_) => [_.setEquals([_.setUnion(['$a', '$b']), '$all']), _.size(_.setUnion(['$a', '$b']))],
    [2, 2, 3, 3, 4, 0].map((count) => [true, count]),
  ],
]

const OTHERS: Computed[] = [
  [
    'mergeObjects: two fields of one document',
    [{ a: { x: 1 }, b: { y: 2 } }, { a: { x: 1, z: 3 }, b: { x: 9 } }, { a: { x: 1 } }],
    (_) => _.mergeObjects(['$a', '$b']),
    [{ x: 1, y: 2 }, { x: 9, z: 3 }, { x: 1 }],
  ],
  [
    'let: a variable that is computed once',
    [
      { price: 200, part: 0.9, cost: -150 },
      { price: 10, part: 1, cost: -10 },
    ],
    (_) => _.let({ vars: { paid: _.multiply(['$price', '$part']) }, in: _.sum(['$$paid', '$cost']) }),
    [30, 0],
  ],
]

it.each([...SETS, ...OTHERS])('%s', async (_title, docs, expression, results) => {
  expect(await computedBy(suite, docs, expression)).toEqual(results)
})

const BOATS = [
  { _id: 'a', pier: 'north', feet: 30, flags: ['green', 'red'] },
  { _id: 'b', pier: 'south', feet: 22, flags: ['red'] },
  { _id: 'c', pier: 'north', feet: 44, flags: ['green', 'red'] },
  { _id: 'd', pier: 'south', feet: 50, flags: ['blue'] },
]

async function byPier(accumulator: (_: Expressions) => unknown): Promise<unknown[]> {
  await suite.given(...BOATS)
  const { list } = await suite
    .documents()
    .aggregate()
    .sort({ feet: 1 })
    .group({ _id: '$pier', value: accumulator(suite.command.aggregate) })
    .sort({ _id: 1 })
    .end()
  return list.map(({ value }) => value)
}

async function together(docs: object[], accumulator: (_: Expressions) => unknown): Promise<unknown> {
  await suite.given(...docs)
  const pipeline = suite.documents().aggregate().sort({ feet: 1 })
  const { list } = await pipeline.group({ _id: null, value: accumulator(suite.command.aggregate) }).end()
  expect(list).toHaveLength(1)
  return list[0]?.['value']
}

describe('in a group', () => {
  it.each<[string, (_: Expressions) => unknown, unknown[]]>([
    ['max: the greatest of each pier', (_) => _.max('$feet'), [44, 50]],
    ['min: the least of each pier', (_) => _.min('$feet'), [30, 22]],
    ['stdDevPop: how far they spread', (_) => _.stdDevPop('$feet'), [7, 14]],
    [
      'push: two fields of each document',
      (_) => _.push({ id: '$_id', feet: '$feet' }),
      [
        [
          { id: 'a', feet: 30 },
          { id: 'c', feet: 44 },
        ],
        [
          { id: 'b', feet: 22 },
          { id: 'd', feet: 50 },
        ],
      ],
    ],
  ])('%s', async (_title, accumulator, values) => {
    expect(await byPier(accumulator)).toEqual(values)
  })

  it('addToSet: a text once, and a list as one element', async () => {
    await suite.given(...BOATS)
    const $ = suite.command.aggregate
    const group = { _id: null, piers: $.addToSet('$pier'), flags: $.addToSet('$flags') }
    const { list } = await suite.documents().aggregate().group(group).end()
    const { piers, flags } = list[0] as unknown as { piers: string[]; flags: string[][] }
    expect(piers.sort()).toEqual(['north', 'south'])
    expect(flags.map((set) => set.join()).sort()).toEqual(['blue', 'green,red', 'red'])
  })

  it.each<[string, (_: Expressions) => unknown, unknown]>([
    ['avg: of all', (_) => _.avg('$feet'), 36.5],
    ['first: the least, once they are sorted', (_) => _.first('$feet'), 22],
    ['last: the greatest, once they are sorted', (_) => _.last('$feet'), 50],
    ['sum: of a field', (_) => _.sum('$feet'), 146],
    ['sum: of a constant counts', (_) => _.sum(1), 4],
  ])('%s', async (_title, accumulator, value) => {
    expect(await together(BOATS, accumulator)).toBe(value)
  })

  it('sum: of a sum of two fields', async () => {
    const docs = [
      { earned: 40, spent: -15 },
      { earned: 3, spent: -5 },
    ]
    expect(await together(docs, (_) => _.sum(_.sum(['$earned', '$spent'])))).toBe(23)
  })

  it('stdDevSamp: texts are left out', async () => {
    const docs = [{ feet: 10 }, { feet: 14 }]
    expect(await together(docs, (_) => _.stdDevSamp('$feet'))).toBeCloseTo(2.828427125, 9)
    expect(await together([{ feet: 'long' }], (_) => _.stdDevSamp('$feet'))).toBeCloseTo(2.828427125, 9)
  })

  it('avg and sum: texts are left out, and only texts sum to 0', async () => {
    expect(await together([{ feet: 'long' }, { feet: null }], (_) => _.sum('$feet'))).toBe(0)
    expect(await together([{ feet: 6 }, { feet: 10 }], (_) => _.avg('$feet'))).toBe(8)
  })

  it('mergeObjects: the fields of all', async () => {
    await suite.given(
      { _id: 'a', who: 'x', by: { spring: 3, summer: 9 } },
      { _id: 'b', who: 'y', by: { summer: 1 } },
      { _id: 'c', who: 'x', by: { autumn: 4, summer: 8 } },
    )
    const $ = suite.command.aggregate
    const pipeline = suite.documents().aggregate().sort({ _id: 1 })
    const { list } = await pipeline
      .group({ _id: '$who', by: $.mergeObjects('$by') })
      .sort({ _id: 1 })
      .end()
    expect(list).toEqual([
      { _id: 'x', by: { spring: 3, summer: 8, autumn: 4 } },
      { _id: 'y', by: { summer: 1 } },
    ])
  })
})
