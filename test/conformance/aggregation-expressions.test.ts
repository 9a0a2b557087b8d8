/** Every operator of `command.aggregate` with its result on one document, and what is refused. */
import type { Fields, Value } from '../../local/cloud'
import { failureOf } from '../local/cloud/given-cloud'
import { conformance } from './environment'
import { EXPRESSIONS, type Expressions } from './sdk-surface'

const suite = conformance('expressions')
const DOCUMENT = {
  _id: 'x',
  n: -7.5,
  m: 4,
  t: 'Grüße 😀',
  l: [3, 1, 2],
  objects: [{ k: 1 }, { k: 2 }, { j: 3 }],
  nothing: null,
  at: new Date('2024-12-30T23:05:06.789Z'),
  o: { a: 1, b: 'two' },
}
type Name = (typeof EXPRESSIONS)[number]
type Case = [name: Name, expression: (_: Expressions) => unknown, result: Value | undefined]

const computed = async (expression: unknown): Promise<Value | undefined> => {
  const { list } = await suite.documents().aggregate().project({ _id: 0, result: expression }).end()
  return (list[0] as Fields)['result']
}
const SHANGHAI = { date: '$at', timezone: 'Asia/Shanghai' }
const inGroups: Name[] = ['addToSet', 'first', 'last', 'push']

const CASES: Case[] = [
  ['abs', (_) => _.abs('$n'), 7.5],
  ['abs', (_) => _.abs('$none'), null],
  ['add', (_) => _.add(['$m', 1, 2]), 7],
  ['add', (_) => _.add(['$at', 1000]), new Date('2024-12-30T23:05:07.789Z')],
  ['add', (_) => _.add(['$m', '$none']), null],
  ['ceil', (_) => _.ceil('$n'), -7],
  ['divide', (_) => _.divide(['$m', 8]), 0.5],
  ['exp', (_) => _.exp(0), 1],
  ['floor', (_) => _.floor('$n'), -8],
  ['ln', (_) => _.ln(1), 0],
  ['log', (_) => _.log([8, 2]), 3],
  ['log10', (_) => _.log10(1000), 3],
  ['mod', (_) => _.mod(['$n', '$m']), -3.5],
  ['multiply', (_) => _.multiply(['$m', '$m', 0.5]), 8],
  ['pow', (_) => _.pow(['$m', 3]), 64],
  ['sqrt', (_) => _.sqrt('$m'), 2],
  ['subtract', (_) => _.subtract(['$m', 1]), 3],
  ['subtract', (_) => _.subtract(['$at', new Date('2024-12-30T23:05:06.000Z')]), 789],
  ['trunc', (_) => _.trunc('$n'), -7],
  ['arrayElemAt', (_) => _.arrayElemAt(['$l', -1]), 2],
  ['arrayElemAt', (_) => _.arrayElemAt(['$l', 9]), undefined],
  [
    'arrayToObject',
    (_) =>
      _.arrayToObject([
        [
          ['a', 1],
          ['b', 2],
        ],
      ]),
    { a: 1, b: 2 },
  ],
  ['arrayToObject', (_) => _.arrayToObject([[{ k: 'a', v: 1 }]]), { a: 1 }],
  ['concatArrays', (_) => _.concatArrays(['$l', [9]]), [3, 1, 2, 9]],
  ['filter', (_) => _.filter({ input: '$l', as: 'i', cond: _.gt(['$$i', 1]) }), [3, 2]],
  ['in', (_) => _.in([2, '$l']), true],
  ['indexOfArray', (_) => _.indexOfArray(['$l', 2]), 2],
  ['indexOfArray', (_) => _.indexOfArray(['$l', 3, 1]), -1],
  ['isArray', (_) => _.isArray('$l'), true],
  ['isArray', (_) => _.isArray('$t'), false],
  ['map', (_) => _.map({ input: '$l', as: 'i', in: _.multiply(['$$i', 2]) }), [6, 2, 4]],
  ['range', (_) => _.range([0, 10, 4]), [0, 4, 8]],
  ['range', (_) => _.range([3, 0, -1]), [3, 2, 1]],
  ['reduce', (_) => _.reduce({ input: '$l', initialValue: 10, in: _.add(['$$value', '$$this']) }), 16],
  ['reverseArray', (_) => _.reverseArray('$l'), [2, 1, 3]],
  ['size', (_) => _.size('$l'), 3],
  ['slice', (_) => _.slice(['$l', 1, 1]), [1]],
  ['slice', (_) => _.slice(['$l', -2]), [1, 2]],
  [
    'zip',
    (_) => _.zip({ inputs: ['$l', ['a']], useLongestLength: true, defaults: [0, 'z'] }),
    [
      [3, 'a'],
      [1, 'z'],
      [2, 'z'],
    ],
  ],
  ['zip', (_) => _.zip({ inputs: ['$l', ['a']] }), [[3, 'a']]],
  ['and', (_) => _.and([true, '$m']), true],
  ['and', (_) => _.and([true, '$nothing']), false],
  ['not', (_) => _.not(['$m']), false],
  ['or', (_) => _.or([false, 0]), false],
  ['cmp', (_) => _.cmp(['$m', 5]), -1],
  ['cmp', (_) => _.cmp(['text', 5]), 1],
  ['eq', (_) => _.eq(['$m', 4]), true],
  ['eq', (_) => _.eq(['$none', null]), false],
  ['gt', (_) => _.gt(['$m', 4]), false],
  ['gte', (_) => _.gte(['$m', 4]), true],
  ['lt', (_) => _.lt(['$none', null]), true],
  ['lte', (_) => _.lte(['$m', 3]), false],
  ['neq', (_) => _.neq(['$m', 4]), false],
  ['cond', (_) => _.cond({ if: _.gt(['$m', 3]), then: 'many', else: 'few' }), 'many'],
  ['cond', (_) => _.cond([false, 1, 2]), 2],
  ['ifNull', (_) => _.ifNull(['$none', 'else']), 'else'],
  ['ifNull', (_) => _.ifNull(['$m', 'else']), 4],
  [
    'switch',
    (_) =>
      _.switch({
        branches: [
          { case: _.eq(['$m', 1]), then: 1 },
          { case: true, then: 2 },
        ],
        default: 3,
      }),
    2,
  ],
  [
    'dateFromParts',
    (_) => _.dateFromParts({ year: 2024, month: 2, day: 30, hour: 1 }),
    new Date('2024-03-01T01:00:00Z'),
  ],
  [
    'dateFromParts',
    (_) => _.dateFromParts({ year: 2025, timezone: 'Asia/Shanghai' }),
    new Date('2024-12-31T16:00:00Z'),
  ],
  [
    'dateFromParts',
    (_) => _.dateFromParts({ isoWeekYear: 2025, isoWeek: 1, isoDayOfWeek: 2 }),
    new Date('2024-12-31T00:00:00Z'),
  ],
  [
    'dateFromString',
    (_) => _.dateFromString({ dateString: '2024-05-06T07:08:09.010Z' }),
    new Date('2024-05-06T07:08:09.010Z'),
  ],
  [
    'dateFromString',
    (_) => _.dateFromString({ dateString: '2024-05-06', timezone: 'Asia/Shanghai' }),
    new Date('2024-05-05T16:00:00Z'),
  ],
  [
    'dateFromString',
    (_) => _.dateFromString({ dateString: '06.05.2024', format: '%d.%m.%Y' }),
    new Date('2024-05-06T00:00:00Z'),
  ],
  ['dateFromString', (_) => _.dateFromString({ dateString: 'never', onError: 'unreadable' }), 'unreadable'],
  ['dayOfMonth', (_) => _.dayOfMonth('$at'), 30],
  ['dayOfMonth', (_) => _.dayOfMonth(SHANGHAI), 31],
  ['dayOfWeek', (_) => _.dayOfWeek('$at'), 2],
  ['dayOfYear', (_) => _.dayOfYear('$at'), 365],
  ['isoDayOfWeek', (_) => _.isoDayOfWeek(SHANGHAI), 2],
  ['isoWeek', (_) => _.isoWeek('$at'), 1],
  ['isoWeekYear', (_) => _.isoWeekYear('$at'), 2025],
  ['millisecond', (_) => _.millisecond('$at'), 789],
  ['minute', (_) => _.minute('$at'), 5],
  ['minute', (_) => _.minute({ date: '$at', timezone: '+05:30' }), 35],
  ['month', (_) => _.month('$at'), 12],
  ['second', (_) => _.second('$at'), 6],
  ['hour', (_) => _.hour('$at'), 23],
  ['hour', (_) => _.hour(SHANGHAI), 7],
  ['week', (_) => _.week('$at'), 52],
  ['year', (_) => _.year('$at'), 2024],
  ['year', (_) => _.year('$none'), null],
  ['literal', (_) => _.literal('$m'), '$m'],
  ['mergeObjects', (_) => _.mergeObjects(['$o', { b: 2 }, null]), { a: 1, b: 2 }],
  [
    'objectToArray',
    (_) => _.objectToArray('$o'),
    [
      { k: 'a', v: 1 },
      { k: 'b', v: 'two' },
    ],
  ],
  ['allElementsTrue', (_) => _.allElementsTrue(['$l']), true],
  ['allElementsTrue', (_) => _.allElementsTrue([[1, 0]]), false],
  ['anyElementTrue', (_) => _.anyElementTrue([[null, 0]]), false],
  ['setDifference', (_) => _.setDifference(['$l', [1]]), [3, 2]],
  ['setEquals', (_) => _.setEquals(['$l', [1, 2, 3, 3]]), true],
  ['setIntersection', (_) => _.setIntersection([[1, 1, 5], '$l']), [1]],
  ['setIsSubset', (_) => _.setIsSubset([[1, 2], '$l']), true],
  ['setUnion', (_) => _.size(_.setUnion(['$l', [1, 9]])), 4],
  ['concat', (_) => _.concat(['a', '$o.b', '!']), 'atwo!'],
  ['concat', (_) => _.concat(['a', '$none']), null],
  ['dateToString', (_) => _.dateToString({ date: '$at' }), '2024-12-30T23:05:06.789Z'],
  [
    'dateToString',
    (_) => _.dateToString({ date: '$at', format: '%Y-%m-%d %H:%M', timezone: 'Asia/Shanghai' }),
    '2024-12-31 07:05',
  ],
  [
    'dateToString',
    (_) => _.dateToString({ date: '$at', format: '%G-W%V-%u, %j, %U, %w, %S.%L %z %%', timezone: '-0330' }),
    '2025-W01-1, 365, 52, 2, 06.789 -0330 %',
  ],
  ['dateToString', (_) => _.dateToString({ date: '$none', onNull: 'no date' }), 'no date'],
  ['indexOfBytes', (_) => _.indexOfBytes(['$t', 'e']), 6],
  ['indexOfCP', (_) => _.indexOfCP(['$t', 'e']), 4],
  ['indexOfCP', (_) => _.indexOfCP(['$t', 'x']), -1],
  ['split', (_) => _.split(['a-b-', '-']), ['a', 'b', '']],
  ['strLenBytes', (_) => _.strLenBytes('$t'), 12],
  ['strLenCP', (_) => _.strLenCP('$t'), 7],
  ['strcasecmp', (_) => _.strcasecmp(['ABC', 'abd']), -1],
  ['strcasecmp', (_) => _.strcasecmp(['$nothing', '']), 0],
  ['substr', (_) => _.substr(['hello', 1, -1]), 'ello'],
  ['substrBytes', (_) => _.substrBytes(['$t', 2, 2]), 'ü'],
  ['substrBytes', (_) => _.substrBytes(['short', 9, 2]), ''],
  ['substrCP', (_) => _.substrCP(['$t', 6, 5]), '😀'],
  ['toLower', (_) => _.toLower('ÀB'), 'Àb'],
  ['toUpper', (_) => _.toUpper('$nothing'), ''],
  ['avg', (_) => _.avg('$l'), 2],
  ['avg', (_) => _.avg(['$m', 8, 'text']), 6],
  ['max', (_) => _.max('$l'), 3],
  ['min', (_) => _.min(['$m', '$n', '$none']), -7.5],
  ['stdDevPop', (_) => _.stdDevPop([[1, 3]]), 1],
  ['stdDevSamp', (_) => _.stdDevSamp([[1]]), null],
  ['sum', (_) => _.sum('$l'), 6],
  ['sum', (_) => _.sum('$objects.k'), 3],
  ['let', (_) => _.let({ vars: { x: '$m' }, in: _.add(['$$x', 1]) }), 5],
]

describe('an expression', () => {
  beforeEach(() => suite.given(DOCUMENT))

  it('gives what MongoDB gives, for every operator', async () => {
    const { list } = await suite
      .documents()
      .aggregate()
      .project({
        _id: 0,
        ...Object.fromEntries(CASES.map(([, made], i) => [`r${i}`, made(suite.command.aggregate)])),
      })
      .end()
    const wrong = CASES.map(([name, , result], i) => ({ name, given: list[0]?.[`r${i}`], result })).filter(
      ({ given, result }) => !same(given, result),
    )
    expect(wrong).toEqual([])
  })

  it.each<[string, (_: Expressions) => unknown, RegExp]>([
    ['divide by zero', (_) => _.divide(['$m', 0]), /can't \$divide by zero/],
    ['add of text', (_) => _.add(['$m', '$t']), /\$add only supports numeric or date types, not string/],
    ['multiply of text', (_) => _.multiply(['$t', 2]), /\$multiply only supports numeric types, not string/],
    ['size of what is no array', (_) => _.size('$m'), /\$size must be an array/],
    ['in what is no array', (_) => _.in([1, '$m']), /\$in requires an array/],
    ['concat of a number', (_) => _.concat(['a', 1]), /\$concat only supports strings, not int/],
    ['strLenCP of nothing', (_) => _.strLenCP('$none'), /\$strLenCP requires a string argument/],
    ['substrBytes through a character', (_) => _.substrBytes(['$t', 3, 1]), /continuation byte/],
    ['a part of what is no date', (_) => _.year('$t'), /can't convert from BSON type string to Date/],
    ['an unknown time zone', (_) => _.hour({ date: '$at', timezone: 'Mars/Base' }), /unrecognized time zone/],
    [
      'a date that no calendar has',
      (_) => _.dateFromString({ dateString: '2024-02-30' }),
      /Error parsing date string/,
    ],
    [
      'switch without a branch that holds',
      (_) => _.switch({ branches: [{ case: false, then: 1 }] }),
      /could not find a matching branch/,
    ],
    ['an undefined variable', () => '$$nobody', /Use of undefined variable: nobody/],
    [
      'too many operands',
      (_) => _.subtract([1, 2, 3]),
      /Expression \$subtract takes exactly 2 arguments. 3 were passed in/,
    ],
    ['an operator that does not exist', () => ({ $shout: 1 }), /\$shout/],
    ['meta, because there is no text index', (_) => _.meta('textScore'), /\$meta/],
  ])('is refused: %s', async (_title, expression, text) => {
    expect((await failureOf(computed(expression(suite.command.aggregate)))).text).toMatch(text)
  })

  it('reads fields through arrays, and leaves out what is missing', async () => {
    expect(await computed('$objects.k')).toEqual([1, 2])
    expect(await computed(['$none', '$m'])).toEqual([null, 4])
    expect(await computed({ a: '$none', b: '$o.a' })).toEqual({ b: 1 })
    expect(await computed('$$ROOT.o.b')).toBe('two')
  })
})

test('every operator of the SDK is tested here, in groups, or refused by name', () => {
  const tested = new Set<string>([...CASES.map(([name]) => name), ...inGroups, 'meta'])
  expect(EXPRESSIONS.filter((name) => !tested.has(name))).toEqual([])
})

function same(given: unknown, result: unknown): boolean {
  try {
    expect(given).toEqual(result)
    return true
  } catch {
    return false
  }
}
