/** The operators of the reference that compute with lists, each with what its page promises for several documents. */
import { conformance } from './environment'
import { type Computed, computedBy } from './guide-computed'

const suite = conformance('guide-lists')

const LISTS: Computed[] = [
  [
    'arrayElemAt: the first element, and the last',
    [{ laps: [71, 69, 74] }, { laps: [80] }],
    (_) => [_.arrayElemAt(['$laps', 0]), _.arrayElemAt(['$laps', -1])],
    [
      [71, 74],
      [80, 80],
    ],
  ],
  [
    'arrayToObject: pairs, or objects of k and v',
    [
      {
        l: [
          ['min', 4],
          ['max', 9],
        ],
      },
      { l: [{ k: 'min', v: 1 }] },
    ],
    (_) => _.arrayToObject('$l'),
    [{ min: 4, max: 9 }, { min: 1 }],
  ],
  [
    'concatArrays: two fields, one list',
    [
      { hot: ['tea'], cold: ['ice', 'cola'] },
      { hot: [], cold: ['milk'] },
    ],
    (_) => _.concatArrays(['$hot', '$cold']),
    [['tea', 'ice', 'cola'], ['milk']],
  ],
  [
    'filter: objects by a field, with a name and without one',
    [
      {
        bikes: [
          { id: 1, km: 12 },
          { id: 2, km: 40 },
        ],
      },
      { bikes: [{ id: 3, km: 3 }] },
    ],
    (_) => [
      _.filter({ input: '$bikes', as: 'bike', cond: _.gte(['$$bike.km', 12]) }),
      _.filter({ input: '$bikes', cond: _.lt(['$$this.km', 12]) }),
    ],
    [
      [
        [
          { id: 1, km: 12 },
          { id: 2, km: 40 },
        ],
        [],
      ],
      [[], [{ id: 3, km: 3 }]],
    ],
  ],
  [
    'in: whether a text is in the list',
    [{ sold: ['rye', 'bun'] }, { sold: ['cake'] }],
    (_) => _.in(['bun', '$sold']),
    [true, false],
  ],
  [
    'indexOfArray: from a position on; -1 when it is not there',
    [{ l: [7, 7, 3, 7] }, { l: [3, 3, 7] }, { l: [7, 3, 3] }, {}],
    (_) => _.indexOfArray(['$l', 7, 2]),
    [3, 2, -1, null],
  ],
  [
    'isArray: a sum of one or of many, through a list of one',
    [
      { rate: 3, hours: [2, 5, 1] },
      { rate: 4, hours: 10 },
    ],
    (_) =>
      _.cond({
        if: _.isArray('$hours'),
        then: _.multiply([_.sum(['$hours']), '$rate']),
        else: _.multiply(['$hours', '$rate']),
      }),
    [24, 40],
  ],
  [
    'map: every element, with a name and without one',
    [{ l: [2.9, 4.1] }, { l: [] }],
    (_) => [
      _.map({ input: '$l', as: 'n', in: _.trunc('$$n') }),
      _.map({ input: '$l', in: _.ceil('$$this') }),
    ],
    [
      [
        [2, 4],
        [3, 5],
      ],
      [[], []],
    ],
  ],
  [
    'objectToArray: one element for each field',
    [{ o: { height: 12, colour: 'blue' } }, { o: {} }],
    (_) => _.objectToArray('$o'),
    [
      [
        { k: 'height', v: 12 },
        { k: 'colour', v: 'blue' },
      ],
      [],
    ],
  ],
  [
    'range: in steps, without the end',
    [{ end: 21 }, { end: 20 }],
    (_) => _.range([5, '$end', 5]),
    [
      [5, 10, 15, 20],
      [5, 10, 15],
    ],
  ],
  [
    'reduce: texts behind a beginning',
    [{ l: ['north', 'gate'] }, { l: [] }],
    (_) => _.reduce({ input: '$l', initialValue: 'at', in: _.concat(['$$value', ' ', '$$this']) }),
    ['at north gate', 'at'],
  ],
  [
    'reduce: texts with a stroke between them only',
    [{ l: ['a', 'b', 'c'] }, { l: ['z'] }],
    (_) =>
      _.reduce({
        input: '$l',
        initialValue: '',
        in: _.concat(['$$value', _.cond({ if: _.eq(['$$value', '']), then: '', else: '/' }), '$$this']),
      }),
    ['a/b/c', 'z'],
  ],
  ['reverseArray: from the end', [{ l: [1, 'x', null] }], (_) => _.reverseArray('$l'), [[null, 'x', 1]]],
  ['size: of a list', [{ l: ['a', 'b'] }, { l: [] }], (_) => _.size('$l'), [2, 0]],
  [
    'slice: the first two, the last two, two from the second',
    [{ l: ['a', 'b', 'c', 'd'] }, { l: ['e'] }],
    (_) => [_.slice(['$l', 2]), _.slice(['$l', -2]), _.slice(['$l', 1, 2])],
    [
      [
        ['a', 'b'],
        ['c', 'd'],
        ['b', 'c'],
      ],
      [['e'], ['e'], []],
    ],
  ],
  ...zipped(),
]

function zipped(): Computed[] {
  const docs = [
    { a: [1, 2], b: ['x', 'y'], c: [true, false] },
    { a: [1, 2, 3], b: ['x'], c: [true, true] },
    { a: [1], b: ['x'] },
  ]
  const inputs = ['$a', '$b', '$c']
  const whole = [
    [1, 'x', true],
    [2, 'y', false],
  ]
  return [
    [
      'zip: as long as the shortest; a missing list gives null',
      docs,
      (_) => _.zip({ inputs }),
      [whole, [[1, 'x', true]], null],
    ],
    [
      'zip: as long as the longest, filled with null',
      docs,
      (_) => _.zip({ inputs, useLongestLength: true }),
      [
        whole,
        [
          [1, 'x', true],
          [2, null, true],
          [3, null, null],
        ],
        null,
      ],
    ],
    [
      'zip: as long as the longest, filled with defaults',
      docs,
      (_) => _.zip({ inputs, useLongestLength: true, defaults: [0, '-', 'none'] }),
      [
        whole,
        [
          [1, 'x', true],
          [2, '-', true],
          [3, '-', 'none'],
        ],
        null,
      ],
    ],
  ]
}

describe('of each document', () => {
  it.each(LISTS)('%s', async (_title, docs, expression, results) => {
    expect(await computedBy(suite, docs, expression)).toEqual(results)
  })
})

it('map, then sum in a second stage', async () => {
  await suite.given({ _id: 'a', l: [1.9, 3.2, 5.5] }, { _id: 'b', l: [-1.5, 0.5] })
  const $ = suite.command.aggregate
  const { list } = await suite
    .documents()
    .aggregate()
    .sort({ _id: 1 })
    .project({ whole: $.map({ input: '$l', as: 'n', in: $.trunc('$$n') }) })
    .project({ total: $.sum('$whole') })
    .end()
  expect(list).toEqual([
    { _id: 'a', total: 9 },
    { _id: 'b', total: -1 },
  ])
})
