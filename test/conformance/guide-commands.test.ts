/** Conditions of the guide and the reference that one command alone does not show: written in every style, combined. */
import { failureOf } from '../local/cloud/given-cloud'
import { conformance, idsOf, localOnly } from './environment'
import type { Command } from './sdk-surface'

const suite = conformance('guide-commands')
const found = async (query: object): Promise<string> =>
  idsOf((await suite.documents().where(query).orderBy('_id', 'asc').get()).data)

type Case = [title: string, query: (_: Command) => object, ids: string]

describe('tasks with a progress', () => {
  beforeEach(() =>
    suite.given(
      {
        _id: 'a',
        done: 0,
        tags: ['garden'],
        look: { colour: 'white', size: 2 },
        due: new Date('2020-05-01'),
      },
      { _id: 'b', done: 35, tags: ['garden', 'fence'], look: { colour: 'green' } },
      { _id: 'c', done: 60, look: { colour: 'yellow', size: 2 }, due: new Date('2020-06-01') },
      { _id: 'd', done: 100, tags: ['roof'], closed: true },
      { _id: 'e', tags: ['fence'] },
    ),
  )

  it.each<Case>([
    ['lt: before a day', (_) => ({ due: _.lt(new Date('2020-05-15')) }), 'a'],
    ['two fields, both', () => ({ done: 60, 'look.size': 2 }), 'c'],
    ['and: behind the first condition', (_) => ({ done: _.gt(30).and(_.lt(70)) }), 'bc'],
    ['and: of a list', (_) => ({ done: _.and([_.gt(30), _.lt(70)]) }), 'bc'],
    ['and: by a chain of commands', (_) => ({ done: _.gt(30).lt(70) }), 'bc'],
    ['and: of whole conditions', (_) => _.and([{ done: _.gt(30) }, { tags: 'garden' }]), 'b'],
    ['or: behind the first condition', (_) => ({ done: _.gt(80).or(_.lt(20)) }), 'ad'],
    ['or: of two values', (_) => ({ done: _.eq(0).or(_.eq(100)) }), 'ad'],
    ['or: of a list', (_) => ({ done: _.or([_.gt(80), _.lt(20)]) }), 'ad'],
    [
      'or: across fields, one of them in an object',
      (_) => _.or([{ done: _.gte(100) }, { look: { colour: _.in(['white', 'yellow']) } }]),
      'acd',
    ],
    ['or: across fields, as several operands', (_) => _.or({ done: 0 }, { closed: true }), 'ad'],
    ['not: of a value', (_) => ({ done: _.not(_.eq(100)) }), 'abce'],
    [
      'nor: neither, and the field is there',
      (_) => ({ done: _.exists(true).and(_.nor([_.lt(35), _.gt(80)])) }),
      'bc',
    ],
    [
      'nor: across fields, and both are there',
      (_) =>
        _.nor([{ done: _.lt(35) }, { tags: 'roof' }]).and({ done: _.exists(true), tags: _.exists(true) }),
      'b',
    ],
  ])('%s', async (_title, query, ids) => {
    expect(await found(query(suite.command))).toBe(ids)
  })
})

describe('lists of objects', () => {
  beforeEach(() =>
    suite.given(
      {
        _id: 'a',
        rooms: [
          { use: 'hall', area: 120, age: 1 },
          { use: 'shop', area: 30, age: 8 },
        ],
        marks: [55, 92],
      },
      {
        _id: 'b',
        rooms: [
          { use: 'hall', area: 150, age: 9 },
          { use: 'attic', area: 10, age: 1 },
        ],
        marks: [70, 100],
      },
      { _id: 'c', rooms: [{ use: 'shop', area: 20, age: 7 }], marks: [85] },
    ),
  )

  it.each<Case>([
    [
      'elemMatch: one element meets both',
      (_) => ({ rooms: _.elemMatch({ area: _.gt(100), age: _.lt(2) }) }),
      'a',
    ],
    [
      'without elemMatch each may be met by another',
      (_) => ({ rooms: { area: _.gt(100), age: _.lt(2) } }),
      'ab',
    ],
    ['elemMatch: a number between two', (_) => ({ marks: _.elemMatch({ $gt: 80, $lt: 100 }) }), 'ac'],
    [
      'all: one element for each elemMatch',
      (_) => ({
        rooms: _.all([
          _.elemMatch({ area: { $gt: 100 }, age: { $lt: 2 } }),
          _.elemMatch({ use: 'shop', age: { $gt: 5 } }),
        ]),
      }),
      'a',
    ],
  ])('%s', async (_title, query, ids) => {
    expect(await found(query(suite.command))).toBe(ids)
  })
})

describe('what the SDK does not convert', () => {
  beforeEach(() => suite.given({ _id: 'a', n: 9, l: [9], objects: [{ n: 9, in: [{ k: 9 }] }] }))

  localOnly('unverified: a command inside all, pull or a chained elemMatch is refused', async () => {
    const { all, elemMatch, gt, pull } = suite.command
    const where = (query: object) => suite.documents().where(query)
    for (const work of [
      where({ objects: all([elemMatch({ n: gt(5) })]) }).get(),
      where({ l: elemMatch(gt(5).lt(10)) }).get(),
      where({ n: 9 }).update({ data: { objects: pull({ in: elemMatch({ k: gt(5) }) }) } }),
    ])
      expect((await failureOf(work)).text).toMatch(/inside another command, which the SDK does not convert/)
  })

  it('unverified: not of an or finds nothing; nor finds the same and is sent whole', async () => {
    const { not, nor, or, lt, eq } = suite.command
    expect(await found({ n: not(or([lt(5), eq(10)])) })).toBe('')
    expect(await found({ n: nor([lt(5), eq(10)]) })).toBe('a')
  })

  it('nor is no link of a chain', () => {
    expect(suite.command.exists(true)).not.toHaveProperty('nor')
  })
})

describe('expr', () => {
  beforeEach(() =>
    suite.given(
      { _id: 'a', stock: 4, wanted: 9 },
      { _id: 'b', stock: 5, wanted: 5 },
      { _id: 'c', stock: 30, wanted: 2 },
    ),
  )

  it.each<Case>([
    ['compares two fields', ({ expr, aggregate: $ }) => expr($.gt(['$wanted', '$stock'])), 'a'],
    [
      'compares what is computed by a condition',
      ({ expr, aggregate: $ }) =>
        expr(
          $.lte([
            $.cond({
              if: $.gte(['$stock', 10]),
              then: $.multiply(['$stock', 0.5]),
              else: $.multiply(['$stock', 0.8]),
            }),
            4,
          ]),
        ),
      'ab',
    ],
    [
      'in the match of an aggregation, too',
      ({ expr, aggregate: $ }) => ({ ...expr($.eq(['$wanted', '$stock'])) }),
      'b',
    ],
  ])('%s', async (_title, query, ids) => {
    const condition = query(suite.command)
    const { list } = await suite.documents().aggregate().match(condition).sort({ _id: 1 }).end()
    expect([await found(condition), idsOf(list)]).toEqual([ids, ids])
  })
})
