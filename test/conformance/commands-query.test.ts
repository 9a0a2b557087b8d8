/** Conditions of `where()`: every command that the SDK offers, with what it finds and what is refused. */
import { failureOf } from '../local/cloud/given-cloud'
import { conformance, idsOf, localOnly } from './environment'
import {
  type Command,
  EXPRESSIONS,
  QUERY_COMMANDS,
  UPDATE_COMMANDS,
  PROJECTION_COMMANDS,
} from './sdk-surface'

const suite = conformance('query')
const found = async (query: object): Promise<unknown> => {
  const { data } = await suite.documents().where(query).orderBy('_id', 'asc').get()
  return idsOf(data)
}

/** One document a letter. */
const DOCUMENTS = [
  {
    _id: 'a',
    n: 1,
    t: 'apple',
    tags: ['red', 'round'],
    o: { x: 1, y: 2 },
    l: [
      { k: 1, v: 5 },
      { k: 2, v: 9 },
    ],
  },
  { _id: 'b', n: 2, t: 'Banana', tags: ['yellow'], o: { y: 2, x: 1 }, l: [{ k: 1, v: 9 }] },
  { _id: 'c', n: 2.5, t: null, tags: [], d: new Date(1000), l: [] },
  { _id: 'd', n: null, t: 'cherry\npie', tags: 'red', d: new Date(2000), m: [3, 8] },
  { _id: 'e', n: -4, t: '10', b: true, m: [6] },
]

type Case = [title: string, query: (_: Command) => object, ids: string]

describe('a condition finds what MongoDB finds:', () => {
  beforeEach(() => suite.given(...DOCUMENTS))

  it.each<Case>([
    ['a value equals', () => ({ n: 2 }), 'b'],
    ['eq', (_) => ({ n: _.eq(2) }), 'b'],
    ['eq of an element of an array', (_) => ({ tags: _.eq('red') }), 'ad'],
    ['eq of a whole array, in its order', (_) => ({ tags: _.eq(['red', 'round']) }), 'a'],
    ['eq of a whole object, in the order of its fields', (_) => ({ o: _.eq({ x: 1, y: 2 }) }), 'a'],
    ['an object, field by field', () => ({ o: { x: 1 } }), 'ab'],
    ['eq null, missing fields too', (_) => ({ t: _.eq(null) }), 'c'],
    ['eq null of a field that most lack', (_) => ({ b: _.eq(null) }), 'abcd'],
    ['neq', (_) => ({ n: _.neq(2) }), 'acde'],
    ['neq null', (_) => ({ n: _.neq(null) }), 'abce'],
    ['lt, never across types', (_) => ({ n: _.lt(2) }), 'ae'],
    ['lte', (_) => ({ n: _.lte(2) }), 'abe'],
    ['gt', (_) => ({ n: _.gt(2) }), 'c'],
    ['gte', (_) => ({ n: _.gte(2) }), 'bc'],
    ['gte null, missing fields too', (_) => ({ b: _.gte(null) }), 'abcd'],
    ['gt null', (_) => ({ b: _.gt(null) }), ''],
    ['gt of text', (_) => ({ t: _.gt('apple') }), 'd'],
    ['gt of a date', (_) => ({ d: _.gt(new Date(1000)) }), 'd'],
    ['gt and lt on different elements of an array', (_) => ({ m: _.gt(7).and(_.lt(4)) }), 'd'],
    ['in', (_) => ({ n: _.in([1, -4, 99]) }), 'ae'],
    ['in of an empty list', (_) => ({ n: _.in([]) }), ''],
    ['in with null', (_) => ({ t: _.in([null, '10']) }), 'ce'],
    ['nin, missing fields too', (_) => ({ tags: _.nin(['red']) }), 'bce'],
    ['all', (_) => ({ tags: _.all(['round', 'red']) }), 'a'],
    ['all of one value, also where it is no array', (_) => ({ tags: _.all(['red']) }), 'ad'],
    ['elemMatch on fields of one element', (_) => ({ l: _.elemMatch({ k: 1, v: _.gt(5) }) }), 'b'],
    ['two conditions on different elements', () => ({ 'l.k': 1, 'l.v': 9 }), 'ab'],
    ['elemMatch on values', (_) => ({ m: _.elemMatch({ $gt: 4, $lt: 7 }) }), 'e'],
    ['exists', (_) => ({ t: _.exists(true) }), 'abcde'],
    ['exists false', (_) => ({ d: _.exists(false) }), 'abe'],
    ['size', (_) => ({ tags: _.size(0) }), 'c'],
    ['size of two', (_) => ({ m: _.size(2) }), 'd'],
    ['mod', (_) => ({ n: _.mod(2, 0) }), 'bce'],
    ['mod of an array', (_) => ({ m: _.mod([4, 3]) }), 'd'],
    ['and of one field', (_) => ({ n: _.and(_.gt(0), _.lt(2.5)) }), 'ab'],
    ['and of objects', (_) => _.and([{ n: 2 }, { t: 'Banana' }]), 'b'],
    ['or of one field', (_) => ({ n: _.or(_.lt(0), _.gt(2)) }), 'ce'],
    ['or across fields', (_) => _.or([{ n: 1 }, { b: true }]), 'ae'],
    ['or, chained', (_) => ({ n: _.eq(1).or(_.eq(2)) }), 'ab'],
    ['nor', (_) => _.nor([{ n: 1 }, { b: true }]), 'bcd'],
    ['nor of one field', (_) => ({ n: _.nor([_.lt(0), _.gt(2)]) }), 'abd'],
    ['not, missing fields too', (_) => ({ n: _.not(_.gt(1)) }), 'ade'],
    ['not of a pattern', (_) => ({ t: _.not(/an/) }), 'acde'],
    ['a path through an array of objects', () => ({ 'l.v': 9 }), 'ab'],
    ['a path by position', () => ({ 'l.1.v': 9 }), 'a'],
    ['expr on two fields', (_) => _.expr(_.aggregate.gt(['$o.y', '$n'])), 'a'],
    ['jsonSchema', (_) => _.jsonSchema({ required: ['b'], properties: { b: { bsonType: 'bool' } } }), 'e'],
    [
      'jsonSchema of numbers and text',
      (_) => _.jsonSchema({ properties: { n: { bsonType: 'number', minimum: 2 } } }),
      'bc',
    ],
    ['a literal pattern', () => ({ t: /^b/i }), 'b'],
  ])('%s', async (_title, query, ids) => {
    expect(await found(query(suite.command))).toBe(ids)
  })

  it.each<[string, { regexp: string; options?: string }, string]>([
    ['case counts', { regexp: 'banana' }, ''],
    ['i: case does not count', { regexp: 'banana', options: 'i' }, 'b'],
    ['m: ^ and $ at every line', { regexp: '^pie$', options: 'm' }, 'd'],
    ['s: the dot takes line ends', { regexp: 'cherry.pie', options: 's' }, 'd'],
    ['no s: the dot stops at line ends', { regexp: 'cherry.pie' }, ''],
    ['x: white space and comments count for nothing', { regexp: 'ap  ple # fruit', options: 'x' }, 'a'],
    ['an inline option', { regexp: '(?i)BANANA' }, 'b'],
  ])('RegExp, %s', async (_title, pattern, ids) => {
    expect(await found({ t: suite.db.RegExp(pattern) })).toBe(ids)
  })

  it('a pattern inside and() and in() counts as elsewhere', async () => {
    const pattern = suite.db.RegExp({ regexp: 'AN', options: 'i' })
    expect(await found({ t: suite.command.in([pattern, '10']) })).toBe('be')
  })

  it('a path through an empty array is not null, and one through a scalar is', async () => {
    await suite.given({ _id: 'f', l: [5] }, { _id: 'g', l: 5 })
    expect(await found({ 'l.v': null })).toBe('deg')
  })

  it('counts what it finds', async () => {
    const query = { n: suite.command.gt(0) }
    expect((await suite.documents().where(query).count()).total).toBe(3)
  })
})

describe('a condition is refused:', () => {
  beforeEach(() => suite.given(...DOCUMENTS))

  it.each<[string, (_: Command) => object, RegExp]>([
    ['size of a fraction', (_) => ({ tags: _.size(1.5) }), /\$size/],
    ['size below zero', (_) => ({ tags: _.size(-1) }), /\$size/],
    ['mod by zero', (_) => ({ n: _.mod(0, 1) }), /divisor cannot be 0/],
    ['an empty or', (_) => _.or([]), /nonempty array/],
    ['an unknown operator', () => ({ n: { $between: [1, 2] } }), /\$between/],
    ['a pattern without end', () => ({ t: { $regex: '(' } }), /[Rr]egular expression is invalid/],
    ['code to run', () => ({ $where: 'true' }), /\$where/],
  ])('%s', async (_title, query, text) => {
    expect((await failureOf(found(query(suite.command)))).text).toMatch(text)
  })

  localOnly('text, because there is no text index', async () => {
    const { text } = await failureOf(found({ $text: suite.command.text({ search: 'apple' }) }))
    expect(text).toContain('local cloud does not implement the query operator $text')
  })
})

test('the list of commands is the SDK’s own', () => {
  const { aggregate, project, ...commands } = suite.command
  expect(Object.keys(commands).sort()).toEqual([...QUERY_COMMANDS, ...UPDATE_COMMANDS].sort())
  expect(Object.keys(project).sort()).toEqual([...PROJECTION_COMMANDS].sort())
  expect(Object.keys(aggregate).sort()).toEqual([...EXPRESSIONS, 'pipeline'].sort())
})
