/** Changes of `update()`: every command that the SDK offers, with what it makes of a document and what is refused. */
import type { Fields } from '../../local/cloud'
import { failureOf } from '../local/cloud/given-cloud'
import { conformance } from './environment'
import type { Command } from './sdk-surface'

const suite = conformance('update')
const before = async (fields: object) => suite.given({ _id: 'x', ...fields })
const update = (data: object) => suite.documents().doc('x').update({ data })
const after = async (): Promise<Fields> => {
  const { _id: _unused, ...fields } = await suite.stored('x')
  return fields
}

type Case = [title: string, before: object, data: (_: Command) => object, after: object]

describe('an update makes what MongoDB makes:', () => {
  it.each<Case>([
    ['a value', { a: 1 }, () => ({ a: 2, b: 3 }), { a: 2, b: 3 }],
    [
      'fields of an object, the others kept',
      { o: { x: 1, y: 2 } },
      () => ({ o: { x: 5 } }),
      { o: { x: 5, y: 2 } },
    ],
    ['set replaces an object', { o: { x: 1, y: 2 } }, (_) => ({ o: _.set({ x: 5 }) }), { o: { x: 5 } }],
    ['set of a path', { o: { x: 1 } }, (_) => ({ 'o.z': _.set(3) }), { o: { x: 1, z: 3 } }],
    ['a position of an array', { l: [1, 2] }, () => ({ 'l.1': 9 }), { l: [1, 9] }],
    ['a position behind the end', { l: [1] }, () => ({ 'l.3': 9 }), { l: [1, null, null, 9] }],
    ['remove', { a: 1, b: 2 }, (_) => ({ a: _.remove() }), { b: 2 }],
    ['remove of a path', { o: { x: 1, y: 2 } }, (_) => ({ 'o.x': _.remove() }), { o: { y: 2 } }],
    ['inc', { n: 1 }, (_) => ({ n: _.inc(-3) }), { n: -2 }],
    ['inc of nothing', {}, (_) => ({ n: _.inc(2) }), { n: 2 }],
    ['inc of a path', { o: { n: 1 } }, (_) => ({ o: { n: _.inc(1) } }), { o: { n: 2 } }],
    ['mul', { n: 3 }, (_) => ({ n: _.mul(2.5) }), { n: 7.5 }],
    ['mul of nothing', {}, (_) => ({ n: _.mul(2) }), { n: 0 }],
    ['max', { n: 3, m: 3 }, (_) => ({ n: _.max(5), m: _.max(1) }), { n: 5, m: 3 }],
    ['min', { n: 3, m: 3 }, (_) => ({ n: _.min(5), m: _.min(1) }), { n: 3, m: 1 }],
    ['max of nothing', {}, (_) => ({ n: _.max(5) }), { n: 5 }],
    ['rename', { a: 1 }, (_) => ({ a: _.rename('b') }), { b: 1 }],
    ['rename of nothing', { c: 1 }, (_) => ({ a: _.rename('b') }), { c: 1 }],
    ['bit and', { n: 13 }, (_) => ({ n: _.bit({ and: 10 }) }), { n: 8 }],
    ['bit or, then xor', { n: 1 }, (_) => ({ n: _.bit({ or: 4, xor: 1 }) }), { n: 4 }],
    ['push', { l: [1] }, (_) => ({ l: _.push(2, 3) }), { l: [1, 2, 3] }],
    ['push of a list', { l: [1] }, (_) => ({ l: _.push([2, 3]) }), { l: [1, 2, 3] }],
    ['push to nothing', {}, (_) => ({ l: _.push([{ k: 1 }]) }), { l: [{ k: 1 }] }],
    [
      'push at a position',
      { l: [1, 2] },
      (_) => ({ l: _.push({ each: [8, 9], position: 1 }) }),
      { l: [1, 8, 9, 2] },
    ],
    [
      'push at a position from the end',
      { l: [1, 2] },
      (_) => ({ l: _.push({ each: [9], position: -1 }) }),
      { l: [1, 9, 2] },
    ],
    ['push, sort', { l: [3, 1] }, (_) => ({ l: _.push({ each: [2], sort: 1 }) }), { l: [1, 2, 3] }],
    [
      'push, sort by a field, slice',
      { l: [{ s: 5 }, { s: 9 }] },
      (_) => ({ l: _.push({ each: [{ s: 7 }], sort: { s: -1 }, slice: 2 }) }),
      { l: [{ s: 9 }, { s: 7 }] },
    ],
    [
      'push, slice from the end',
      { l: [1, 2] },
      (_) => ({ l: _.push({ each: [3], slice: -2 }) }),
      { l: [2, 3] },
    ],
    ['unshift', { l: [1] }, (_) => ({ l: _.unshift([8, 9]) }), { l: [8, 9, 1] }],
    ['pop', { l: [1, 2] }, (_) => ({ l: _.pop() }), { l: [1] }],
    ['shift', { l: [1, 2] }, (_) => ({ l: _.shift() }), { l: [2] }],
    ['pop of nothing', { a: 1 }, (_) => ({ l: _.pop() }), { a: 1 }],
    ['pull of a value', { l: [1, 2, 1] }, (_) => ({ l: _.pull(1) }), { l: [2] }],
    ['pull of what meets a condition', { l: [1, 5, 9] }, (_) => ({ l: _.pull(_.gt(4)) }), { l: [1] }],
    ['pull of one of several', { l: [1, 5, 9] }, (_) => ({ l: _.pull(_.in([1, 9])) }), { l: [5] }],
    [
      'pull of objects by a field',
      { l: [{ k: 1, v: 2 }, { k: 2 }] },
      (_) => ({ l: _.pull({ k: 1 }) }),
      { l: [{ k: 2 }] },
    ],
    ['pullAll', { l: [1, 2, 1, 3] }, (_) => ({ l: _.pullAll([1, 3]) }), { l: [2] }],
    ['addToSet', { l: [1] }, (_) => ({ l: _.addToSet(2) }), { l: [1, 2] }],
    ['addToSet of what is there', { l: [1] }, (_) => ({ l: _.addToSet(1) }), { l: [1] }],
    ['addToSet of several', { l: [1] }, (_) => ({ l: _.addToSet({ $each: [1, 2, 2] }) }), { l: [1, 2] }],
    [
      'addToSet of an object whose fields stand in another order',
      { l: [{ x: 1, y: 2 }] },
      (_) => ({ l: _.addToSet({ y: 2, x: 1 }) }),
      {
        l: [
          { x: 1, y: 2 },
          { y: 2, x: 1 },
        ],
      },
    ],
    ['every element', { l: [{ v: 1 }, { v: 2 }] }, () => ({ 'l.$[].v': 0 }), { l: [{ v: 0 }, { v: 0 }] }],
  ])('%s', async (_title, fields, data, expected) => {
    await before(fields)
    await update(data(suite.command))
    expect(await after()).toEqual(expected)
  })

  it('an object that is given empty is dropped by the SDK', async () => {
    await before({ a: { x: 1 } })
    await update({ a: {}, b: 1 })
    expect(await after()).toEqual({ a: { x: 1 }, b: 1 })
  })

  it('the element that the query met, in each document its own', async () => {
    await suite.given({ _id: 'x', l: [{ k: 1 }, { k: 2 }] }, { _id: 'y', l: [{ k: 2 }, { k: 1 }] })
    const { stats } = await suite
      .documents()
      .where({ 'l.k': 2 })
      .update({ data: { 'l.$.v': 7 } })
    expect(stats.updated).toBe(2)
    expect((await suite.stored('x'))['l']).toEqual([{ k: 1 }, { k: 2, v: 7 }])
    expect((await suite.stored('y'))['l']).toEqual([{ k: 2, v: 7 }, { k: 1 }])
  })

  it('the element that elemMatch met', async () => {
    await before({
      l: [
        { k: 1, v: 1 },
        { k: 1, v: 5 },
      ],
    })
    const { elemMatch, gt, inc } = suite.command
    await suite
      .documents()
      .where({ l: elemMatch({ k: 1, v: gt(2) }) })
      .update({ data: { 'l.$.v': inc(1) } })
    expect(await after()).toEqual({
      l: [
        { k: 1, v: 1 },
        { k: 1, v: 6 },
      ],
    })
  })
})

describe('an update is refused, and nothing of it is done:', () => {
  it.each<[string, object, (_: Command) => object, RegExp]>([
    ['inc of text', { n: '1' }, (_) => ({ a: 9, n: _.inc(1) }), /non-numeric type string/],
    ['inc of null', { n: null }, (_) => ({ a: 9, n: _.inc(1) }), /non-numeric type null/],
    ['inc by text', { n: 1 }, (_) => ({ a: 9, n: _.inc('1') }), /non-numeric argument/],
    ['mul of text', { n: 'x' }, (_) => ({ a: 9, n: _.mul(2) }), /non-numeric type string/],
    ['push to a number', { l: 1 }, (_) => ({ a: 9, l: _.push([1]) }), /must be an array but is of type int/],
    ['addToSet to text', { l: 'x' }, (_) => ({ a: 9, l: _.addToSet(1) }), /non-array type string/],
    ['pull from text', { l: 'x' }, (_) => ({ a: 9, l: _.pull(1) }), /non-array value/],
    ['pop of a number', { l: 1 }, (_) => ({ a: 9, l: _.pop() }), /non-array/],
    [
      'a path through null',
      { o: null },
      () => ({ a: 9, 'o.x': 1 }),
      /Cannot create field 'x' in element {o: null}/,
    ],
    [
      'a path through a number',
      { o: 5 },
      () => ({ a: 9, 'o.x': 1 }),
      /Cannot create field 'x' in element {o: 5}/,
    ],
    ['a name in an array', { l: [1] }, () => ({ a: 9, 'l.x': 1 }), /Cannot create field 'x' in element/],
    ['bit of a fraction', { n: 1.5 }, (_) => ({ a: 9, n: _.bit({ or: 1 }) }), /non-integral type/],
    [
      'bit by an unknown name',
      { n: 1 },
      (_) => ({ a: 9, n: _.bit({ nand: 1 }) }),
      /only supports 'and', 'or', and 'xor'/,
    ],
    [
      'an element without a query for it',
      { l: [1] },
      () => ({ a: 9, 'l.$': 2 }),
      /did not find the match needed/,
    ],
    ['every element of no array', { l: 1 }, () => ({ a: 9, 'l.$[]': 2 }), /non-array element/],
    [
      'a filtered element, for which the SDK has no filters',
      { l: [1] },
      () => ({ 'l.$[e]': 2 }),
      /No array filter found/,
    ],
    [
      'a sort of push by something else',
      { l: [1] },
      (_) => ({ l: _.push({ each: [1], sort: 'up' }) }),
      /\$sort/,
    ],
    ['a path and one below it', { o: {} }, (_) => ({ o: _.set({ x: 1 }), 'o.y': 2 }), /conflict at 'o'/],
    ['the _id', {}, () => ({ _id: 'y' }), /_id/],
    ['an unknown operator', {}, () => ({ $currentDate: { d: true } }), /\$currentDate/],
  ])('%s', async (_title, fields, data, text) => {
    await before({ a: 1, ...fields })
    expect((await failureOf(update(data(suite.command)))).text).toMatch(text)
    expect(await after()).toEqual({ a: 1, ...fields })
  })
})

describe('an update of several documents', () => {
  it('counts those that changed, and changes them all', async () => {
    await suite.given({ _id: 'a', n: 1 }, { _id: 'b', n: 2 }, { _id: 'c', n: 2 })
    const { stats } = await suite
      .documents()
      .where({ n: suite.command.gte(1) })
      .update({ data: { n: 2 } })
    expect(stats.updated).toBe(1)
    expect((await suite.documents().where({ n: 2 }).count()).total).toBe(3)
  })

  it('changes nothing in any of them, when it is refused for one', async () => {
    await suite.given({ _id: 'a', n: 1 }, { _id: 'b', n: 'text' })
    const work = suite.documents().where({ n: suite.command.exists(true) })
    expect((await failureOf(work.update({ data: { n: suite.command.inc(1) } }))).text).toMatch(/non-numeric/)
    expect(await suite.stored('b')).toEqual({ _id: 'b', n: 'text' })
  })
})
