/** The operators of the reference that compute with texts, dates and constants, each with what its page promises. */
import { conformance } from './environment'
import { type Computed, computedBy } from './guide-computed'

const suite = conformance('guide-texts')

const TOWNS = [
  { town: 'Ulm', river: 'Danube' },
  { town: 'Bonn', river: 'Rhine' },
  { town: 'kiel', river: 'Eider' },
]
const DAYS = [{ day: '2022-11-05' }, { day: '2023-01-30' }]
const WORDS = [{ latin: 'harbour', chinese: '港口' }]

const TEXTS: Computed[] = [
  [
    'concat: fields with a text between them',
    TOWNS,
    (_) => _.concat(['$town', ' on ', '$river']),
    ['Ulm on Danube', 'Bonn on Rhine', 'kiel on Eider'],
  ],
  ['indexOfBytes: where a letter is first', TOWNS, (_) => _.indexOfBytes(['$river', 'e']), [5, 4, 3]],
  [
    'indexOfBytes: between two positions',
    TOWNS,
    (_) => [_.indexOfBytes(['$river', 'n', 1, 3]), _.indexOfBytes(['$river', 'i', 2])],
    [
      [2, -1],
      [-1, 2],
      [-1, -1],
    ],
  ],
  ['indexOfCP: where a letter is first', TOWNS, (_) => _.indexOfCP(['$town', 'n']), [-1, 2, -1]],
  [
    'split: by a separator; the whole when it is not there',
    DAYS,
    (_) => [_.split(['$day', '-']), _.split(['$day', '/'])],
    [
      [['2022', '11', '05'], ['2022-11-05']],
      [['2023', '01', '30'], ['2023-01-30']],
    ],
  ],
  [
    'strLenBytes: three bytes for a Chinese character',
    WORDS,
    (_) => [_.strLenBytes('$latin'), _.strLenBytes('$chinese')],
    [[7, 6]],
  ],
  ['strLenCP: one for any character', WORDS, (_) => [_.strLenCP('$latin'), _.strLenCP('$chinese')], [[7, 2]]],
  [
    'strcasecmp: whatever the case',
    [...TOWNS, { town: 'RHINE', river: 'rhine' }],
    (_) => _.strcasecmp(['$town', '$river']),
    [1, -1, 1, 0],
  ],
  ...(['substr', 'substrBytes'] as const).map((name): Computed => [
    `${name}: year, month and the rest of a day`,
    DAYS,
    (_) => [_[name](['$day', 0, 4]), _[name](['$day', 5, 2]), _[name](['$day', 8, -1])],
    [
      ['2022', '11', '05'],
      ['2023', '01', '30'],
    ],
  ]),
  ['substrCP: the first character', WORDS, (_) => _.substrCP(['$chinese', 0, 1]), ['港']],
  ['toLower: of a field', TOWNS, (_) => _.toLower('$town'), ['ulm', 'bonn', 'kiel']],
  ['toUpper: of a field', TOWNS, (_) => _.toUpper('$river'), ['DANUBE', 'RHINE', 'EIDER']],
]

const NIGHT = [{ at: new Date('2021-08-31T18:07:05.042Z') }]
const MORNING = { date: '$at', timezone: 'Asia/Shanghai' }

const DATES: Computed[] = [
  [
    'dateFromParts: in a zone of America',
    [{}],
    (_) => _.dateFromParts({ year: 2018, month: 1, day: 20, hour: 9, timezone: 'America/New_York' }),
    [new Date('2018-01-20T14:00:00Z')],
  ],
  [
    'dateFromParts: in a zone given by its offset, in every form',
    [{}],
    (_) =>
      ['+08', '+0830', '+08:30'].map((timezone) =>
        _.dateFromParts({ year: 2018, day: 3, hour: 12, timezone }),
      ),
    [[new Date('2018-01-03T04:00:00Z'), new Date('2018-01-03T03:30:00Z'), new Date('2018-01-03T03:30:00Z')]],
  ],
  [
    'dateFromString: of a text with milliseconds',
    [{ text: '2018-07-09T11:22:33.444Z' }],
    (_) => _.dateFromString({ dateString: '$text' }),
    [new Date('2018-07-09T11:22:33.444Z')],
  ],
  [
    'dateToString: year, month and day',
    [...NIGHT, { at: new Date('0987-06-05T00:00:00Z') }],
    (_) => _.dateToString({ date: '$at', format: '%Y-%m-%d' }),
    ['2021-08-31', '0987-06-05'],
  ],
  [
    'dateToString: the clock of a zone',
    NIGHT,
    (_) => _.dateToString({ date: '$at', format: '%H:%M:%S', timezone: 'Asia/Shanghai' }),
    ['02:07:05'],
  ],
  [
    'dateToString: a text for what is missing',
    [{}, { at: null }],
    (_) => _.dateToString({ date: '$at', onNull: 'never' }),
    ['never', 'never'],
  ],
  [
    'dateToString: every specifier',
    NIGHT,
    (_) => _.dateToString({ ...MORNING, format: '%d %G %H %j %L %m %M %S %w %u %U %V %Y %z %Z %%' }),
    ['01 2021 02 244 042 09 07 05 4 3 35 35 2021 +0800 +480 %'],
  ],
  ['dayOfMonth: and in a zone', NIGHT, (_) => [_.dayOfMonth('$at'), _.dayOfMonth(MORNING)], [[31, 1]]],
  ['dayOfWeek: 1 is Sunday', NIGHT, (_) => [_.dayOfWeek('$at'), _.dayOfWeek(MORNING)], [[3, 4]]],
  ['dayOfYear: and in a zone', NIGHT, (_) => [_.dayOfYear('$at'), _.dayOfYear(MORNING)], [[243, 244]]],
  ['hour: and in a zone', NIGHT, (_) => [_.hour('$at'), _.hour(MORNING)], [[18, 2]]],
  ['isoDayOfWeek: 1 is Monday', NIGHT, (_) => [_.isoDayOfWeek('$at'), _.isoDayOfWeek(MORNING)], [[2, 3]]],
  [
    'isoWeek: the first one has the first Thursday',
    [{ at: new Date('2016-01-01') }, { at: new Date('2016-01-04') }, { at: new Date('2016-01-10') }],
    (_) => _.isoWeek('$at'),
    [53, 1, 1],
  ],
  [
    'isoWeekYear: from Monday of the first week on',
    [{ at: new Date('2016-01-03') }, { at: new Date('2018-12-31') }],
    (_) => _.isoWeekYear('$at'),
    [2015, 2019],
  ],
  ['millisecond: and in a zone', NIGHT, (_) => [_.millisecond('$at'), _.millisecond(MORNING)], [[42, 42]]],
  [
    'minute: and in a zone',
    NIGHT,
    (_) => [_.minute('$at'), _.minute({ date: '$at', timezone: '+0530' })],
    [[7, 37]],
  ],
  ['month: and in a zone', NIGHT, (_) => [_.month('$at'), _.month(MORNING)], [[8, 9]]],
  ['second: and in a zone', NIGHT, (_) => [_.second('$at'), _.second(MORNING)], [[5, 5]]],
  [
    'week: before the first Sunday it is 0',
    [{ at: new Date('2022-01-01') }, { at: new Date('2022-01-02') }, { at: new Date('2022-12-31') }],
    (_) => _.week('$at'),
    [0, 1, 52],
  ],
  [
    'year: and in a zone',
    [{ at: new Date('2021-12-31T16:00:00Z') }],
    (_) => [_.year('$at'), _.year(MORNING)],
    [[2021, 2022]],
  ],
]

const LITERALS: Computed[] = [
  [
    'literal: a text with a dollar in front is no path',
    [{ price: '$3' }, { price: '$30' }],
    (_) => _.eq(['$price', _.literal('$3')]),
    [true, false],
  ],
  ['literal: the number 1 as a value, not as a wish', [{}, {}], (_) => _.literal(1), [1, 1]],
  [
    'literal: an expression that is not computed',
    [{ n: 2 }],
    (_) => _.eq([_.literal({ half: '$n' }), { half: _.literal('$n') }]),
    [true],
  ],
]

it.each([...TEXTS, ...DATES, ...LITERALS])('%s', async (_title, docs, expression, results) => {
  expect(await computedBy(suite, docs, expression)).toEqual(results)
})

it('unverified: a part of a text from before its beginning is empty', async () => {
  const parts = await computedBy(suite, WORDS, (_) => [
    _.substr(['$latin', -3, 2]),
    _.substrBytes(['$latin', -3, 2]),
    _.substrCP(['$chinese', -1, 1]),
  ])
  expect(parts).toEqual([['', '', '']])
})

it('unverified: substrCP with a length below zero takes the rest', async () => {
  expect(await computedBy(suite, WORDS, (_) => _.substrCP(['$latin', 4, -1]))).toEqual(['our'])
})
