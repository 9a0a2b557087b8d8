/** Values, queries and patterns that would do harm: refused by a typed error, nothing written, and the cloud goes on. */
import {
  add,
  aggregate,
  type Answer,
  attack,
  leavesNothing,
  nested,
  pattern,
  query,
  things,
  update,
} from './attacked-cloud'

attack()

type Attack = [what: string, work: () => Promise<Answer>, code: string, text: RegExp]

const VALUES: Attack[] = [
  ['broken extended JSON', () => add('{"a":{"$date":'), 'INVALID_PARAM', /not JSON/],
  ['a number that is none', () => add('{"a":{"$numberInt":"x"}}'), 'INVALID_PARAM', /no number/],
  [
    'a number that is an object',
    () => add('{"a":{"$numberInt":{"toString":1}}}'),
    'INVALID_PARAM',
    /no numb/,
  ],
  ['a date that is none', () => add('{"a":{"$date":"yesterday"}}'), 'INVALID_PARAM', /no instant/],
  ['a date that is null', () => add('{"a":{"$date":null}}'), 'INVALID_PARAM', /no instant/],
  ['a date beyond time', () => add('{"a":{"$date":{"$numberLong":"9e99"}}}'), 'INVALID_PARAM', /no instant/],
  [
    'a server date of text',
    () => add('{"a":{"$tcb_server_date":{"offset":"x"}}}'),
    'INVALID_PARAM',
    /serverDate/,
  ],
  ['a document of 101 levels', () => add(nested(100)), 'DATABASE_REQUEST_FAILED', /100 levels/],
  ['a document of 100,000 levels', () => add(nested(100_000)), 'DATABASE_REQUEST_FAILED', /100 levels/],
  ['a query of 100,000 levels', () => query(nested(100_000)), 'DATABASE_REQUEST_FAILED', /100 levels/],
  [
    'an update path of 101 steps',
    () => update(`{"$set":{"${'a.'.repeat(100)}a":1}}`),
    'DATABASE_REQUEST_FAILED',
    /100 levels/,
  ],
  [
    'a deep value below a deep path',
    () => update(`{"$set":{"${'a.'.repeat(60)}a":${nested(60)}}}`),
    'DATABASE_REQUEST_FAILED',
    /100 levels/,
  ],
  ...['__proto__', 'constructor', 'prototype', 'toString', '__defineGetter__'].flatMap((name): Attack[] => [
    [`the field ${name}`, () => add(`{"${name}":{"x":1}}`), 'DATABASE_REQUEST_FAILED', /refuses the field/],
    [
      `the inner field ${name}`,
      () => add(`{"a":[{"${name}":1}]}`),
      'DATABASE_REQUEST_FAILED',
      /refuses the field/,
    ],
    [
      `the update path ${name}`,
      () => update(`{"$set":{"a.${name}.x":1}}`),
      'DATABASE_REQUEST_FAILED',
      /refuses the field/,
    ],
    [
      `the query path ${name}`,
      () => query(`{"a.${name}":1}`),
      'DATABASE_REQUEST_FAILED',
      /refuses the field/,
    ],
  ]),
  [
    'an order by __proto__',
    () => things('getDocument', { order: '{"__proto__":1}' }),
    'DATABASE_REQUEST_FAILED',
    /refuses/,
  ],
  ['$where', () => query('{"$where":"process.exit()"}'), 'DATABASE_REQUEST_FAILED', /\$where/],
  ['$where inside', () => query('{"$or":[{"$where":"1"}]}'), 'DATABASE_REQUEST_FAILED', /\$where/],
  [
    '$function',
    () => query('{"$expr":{"$function":{"body":"process.exit()","args":[],"lang":"js"}}}'),
    'DATABASE_REQUEST_FAILED',
    /\$function/,
  ],
  [
    '$accumulator',
    () => aggregate('$group', '{"_id":1,"n":{"$accumulator":{"init":"process.exit()"}}}'),
    'DATABASE_REQUEST_FAILED',
    /\$accumulator/,
  ],
  ['the stage $out', () => aggregate('$out', '"things"'), 'INVALID_PARAM', /\$out/],
  ['the stage __proto__', () => aggregate('__proto__', '{}'), 'INVALID_PARAM', /__proto__/],
  ['an unknown operator', () => query('{"n":{"$evil":1}}'), 'INVALID_PARAM', /\$evil/],
  ['an unknown update', () => update('{"$evil":{"a":1}}'), 'INVALID_PARAM', /\$evil/],
  ['the update of a list', () => update('[]'), 'INVALID_PARAM', /an object is needed/],
]

const ENDLESS = '^(a+)+$'
const PATTERNS: Attack[] = [
  [
    'a pattern that is none',
    () => query(`{"text":${pattern('(')}}`),
    'DATABASE_REQUEST_FAILED',
    /expression is invalid/,
  ],
  [
    'an unknown flag',
    () => query('{"text":{"$regularExpression":{"pattern":"a","options":"y"}}}'),
    'DATABASE_REQUEST_FAILED',
    /invalid flag/,
  ],
  [
    'a pattern of null',
    () => query('{"text":{"$regularExpression":null}}'),
    'INVALID_PARAM',
    /needs a pattern/,
  ],
  [
    'a pattern of 40,000 characters',
    () => query(`{"text":${pattern('a'.repeat(40_000))}}`),
    'DATABASE_REQUEST_FAILED',
    /too long/,
  ],
  ...[
    `{"text":${pattern('(a+)+b')}}`,
    `{"text":{"$regex":"(a+)+b"}}`,
    `{"text":{"$not":${pattern('(a+)+b')}}}`,
    `{"text":{"$in":[${pattern('(a+)+b')}]}}`,
    `{"list":{"$elemMatch":{"$regex":"(a+)+b"}}}`,
    `{"text":${pattern('(a|a)*b')}}`,
    `{"text":${pattern('a*a*a*a*a*b')}}`,
    `{"text":${pattern('(?=(a+)+b)')}}`,
  ].map((text): Attack => [
    `an endless pattern: ${text.slice(0, 60)}`,
    () => query(text),
    'DATABASE_REQUEST_FAILED',
    /takes too long|time limit/,
  ]),
  [
    'an endless pattern in a stage, whose operator the SDK does not have',
    () => aggregate('$project', `{"x":{"$regexMatch":{"input":"$text","regex":"${ENDLESS}b"}}}`),
    'INVALID_PARAM',
    /does not implement the expression operator \$regexMatch/,
  ],
]

describe.each([
  ['values', VALUES],
  ['patterns', PATTERNS],
])('%s', (_area, attacks) => {
  it.each(attacks)('%s', async (_what, work, code, text) => {
    const answer = await leavesNothing(work)
    expect(answer).toMatchObject({ status: 200, code, requestId: expect.any(String) as string })
    expect(answer.message).toMatch(text)
    expect(answer.message?.length).toBeLessThan(5000)
  })
})

it('still answers what is deep, but not too deep, and a harmless pattern on a long text', async () => {
  expect(await add(`{"_id":"deep","n":2,"a":${nested(97)}}`)).toMatchObject({
    data: { insertedIds: ['deep'] },
  })
  expect(await query(`{"text":${pattern('^a+$')},"n":1}`)).toMatchObject({
    data: { list: [expect.anything()] },
  })
  expect(await things('removeDocument', { queryType: 'DOC', query: '{"_id":"deep"}' })).toMatchObject({
    data: { deleted: 1 },
  })
})

it('checks an update of 100,000 paths without looking at every pair', async () => {
  const paths = Array.from({ length: 100_000 }, (_, i) => `"f${i}":1`).join(',')
  const began = performance.now()
  await leavesNothing(() => update(`{"$set":{${paths},"f5.a":2}}`))
  expect(performance.now() - began).toBeLessThan(5_000)
})
