/**
 * The operators of the reference that compute with numbers, truth and comparisons, each with what its page promises for
 * several documents.
 */
import { conformance } from './environment'
import { type Computed, computedBy } from './guide-computed'

const suite = conformance('guide-numbers')
const near = (value: number) => expect.closeTo(value, 9) as number

const ARITHMETIC: Computed[] = [
  [
    'abs: how far apart two numbers are',
    [{ from: 3, to: 11 }, { from: 9, to: 2 }, { from: 5, to: 5 }, { from: 5 }],
    (_) => _.abs(_.subtract(['$from', '$to'])),
    [8, 7, 0, null],
  ],
  [
    'add: fields of one document together',
    [
      { loaves: 12, rolls: 30 },
      { loaves: 7, rolls: 0 },
    ],
    (_) => _.add(['$loaves', '$rolls']),
    [42, 7],
  ],
  [
    'add: a number to a date is milliseconds',
    [{ at: new Date('2021-03-01T23:30:00Z') }, { at: new Date('2020-02-29T00:00:00Z') }],
    (_) => _.add(['$at', 45 * 60 * 1000]),
    [new Date('2021-03-02T00:15:00Z'), new Date('2020-02-29T00:45:00Z')],
  ],
  ['ceil: up, also below zero', [{ n: 7.1 }, { n: 2 }, { n: -2.8 }], (_) => _.ceil('$n'), [8, 2, -2]],
  [
    'divide: metres into kilometres',
    [{ m: 4200 }, { m: 18000 }, { m: 90 }],
    (_) => _.divide(['$m', 1000]),
    [4.2, 18, 0.09],
  ],
  [
    'exp: powers of e',
    [{ n: 0 }, { n: 1 }, { n: 3 }],
    (_) => _.exp('$n'),
    [1, near(Math.E), near(20.085536923)],
  ],
  ['floor: down, also below zero', [{ n: 7.9 }, { n: 2 }, { n: -2.1 }], (_) => _.floor('$n'), [7, 2, -3]],
  [
    'ln: the same as log to the base of e',
    [{ n: 1 }, { n: 5 }],
    (_) => [_.ln('$n'), _.log(['$n', Math.E])],
    [
      [0, 0],
      [near(1.609437912), near(1.609437912)],
    ],
  ],
  [
    'log: to the base of two; nothing gives null',
    [{ n: 1 }, { n: 32 }, { n: 5 }, {}],
    (_) => _.log(['$n', 2]),
    [0, near(5), near(2.321928095), null],
  ],
  [
    'log10: the same as log to the base of ten',
    [{ n: 100 }, { n: 2 }],
    (_) => [_.log10('$n'), _.log(['$n', 10])],
    [
      [near(2), near(2)],
      [near(0.301029996), near(0.301029996)],
    ],
  ],
  [
    'mod: what is left over of a field by another',
    [
      { eggs: 14, box: 6 },
      { eggs: 30, box: 10 },
      { eggs: 5, box: 8 },
    ],
    (_) => _.mod(['$eggs', '$box']),
    [2, 0, 5],
  ],
  [
    'multiply: price by amount',
    [
      { fen: 350, of: 4 },
      { fen: 1200, of: 0 },
    ],
    (_) => _.multiply(['$fen', '$of']),
    [1400, 0],
  ],
  [
    'pow: inside add, a sum of squares',
    [
      { a: 1, b: 4 },
      { a: 6, b: 2 },
    ],
    (_) => _.add([_.pow(['$a', 2]), _.pow(['$b', 2])]),
    [17, 40],
  ],
  [
    'sqrt: of a list of one, the long side of a triangle',
    [
      { a: 3, b: 4 },
      { a: 5, b: 12 },
    ],
    (_) => _.sqrt([_.add([_.pow(['$a', 2]), _.pow(['$b', 2])])]),
    [5, 13],
  ],
  [
    'subtract: the span between two fields',
    [
      { high: 31, low: -4 },
      { high: 8, low: 8 },
    ],
    (_) => _.subtract(['$high', '$low']),
    [35, 0],
  ],
  ['trunc: towards zero', [{ n: 6.99 }, { n: -6.99 }, { n: 0.4 }], (_) => _.trunc('$n'), [6, -6, 0]],
]

const RANGES = [
  { least: 15, most: 90 },
  { least: 60, most: 70 },
  { least: 35, most: 45 },
]
const VALUES = [{ n: 7 }, { n: 21 }, { n: 14 }]

const TRUTH: Computed[] = [
  [
    'and: two bounds',
    RANGES,
    (_) => _.and([_.gte(['$least', 35]), _.lte(['$most', 70])]),
    [false, true, true],
  ],
  ['not: the opposite', RANGES, (_) => _.not(_.gt(['$least', 40])), [true, false, true]],
  [
    'or: one bound of two',
    RANGES,
    (_) => _.or([_.lt(['$least', 20]), _.gt(['$most', 60])]),
    [true, true, false],
  ],
  [
    'cmp: less, more, the same',
    [
      { a: 2, b: 20 },
      { a: 9, b: 1 },
      { a: 4, b: 4 },
    ],
    (_) => _.cmp(['$a', '$b']),
    [-1, 1, 0],
  ],
  ['eq: with a number', VALUES, (_) => _.eq(['$n', 14]), [false, false, true]],
  ['gt: with a number', VALUES, (_) => _.gt(['$n', 14]), [false, true, false]],
  ['gte: with a number', VALUES, (_) => _.gte(['$n', 14]), [false, true, true]],
  ['lt: with a number', VALUES, (_) => _.lt(['$n', 14]), [true, false, false]],
  ['lte: with a number', VALUES, (_) => _.lte(['$n', 14]), [true, false, true]],
  ['neq: with a number', VALUES, (_) => _.neq(['$n', 14]), [true, true, false]],
  [
    'cond: a price by the amount',
    VALUES,
    (_) => _.cond({ if: _.gte(['$n', 14]), then: 0.8, else: 1 }),
    [1, 0.8, 0.8],
  ],
  [
    'ifNull: for null and for what is missing',
    [{ note: 'fragile' }, { note: null }, {}],
    (_) => _.ifNull(['$note', 'no note']),
    ['fragile', 'no note', 'no note'],
  ],
  [
    'switch: the first branch that holds, or the default',
    VALUES,
    (_) =>
      _.switch({
        branches: [
          { case: _.gt(['$n', 20]), then: 'large' },
          { case: _.gt(['$n', 10]), then: 'middle' },
        ],
        default: 'small',
      }),
    ['small', 'large', 'middle'],
  ],
]

describe('of each document', () => {
  it.each([...ARITHMETIC, ...TRUTH])('%s', async (_title, docs, expression, results) => {
    expect(await computedBy(suite, docs, expression)).toEqual(results)
  })
})
