/** Collections, unique indexes, and the errors that an application tells apart. */
import { failureOf } from '../local/cloud/given-cloud'
import { conformance, localOnly } from './environment'
import type { Collection } from './sdk-surface'

const suite = conformance('errors', [
  { name: 'code', unique: true, fields: [['code', 1]] },
  {
    name: 'look',
    unique: true,
    fields: [
      ['look.colour', 1],
      ['size', -1],
    ],
  },
])

describe('a collection', () => {
  it.each<[string, (nowhere: Collection) => Promise<unknown>]>([
    ['get', (nowhere) => nowhere.get()],
    ['count', (nowhere) => nowhere.count()],
    ['add', (nowhere) => nowhere.add({ data: { a: 1 } })],
    ['an update of several', (nowhere) => nowhere.where({ a: 1 }).update({ data: { a: 2 } })],
    ['an update of one', (nowhere) => nowhere.doc('x').update({ data: { a: 2 } })],
    ['remove', (nowhere) => nowhere.where({ a: 1 }).remove()],
  ])('that does not exist gives -502005 to %s', async (_title, work) => {
    const failure = await failureOf(work(suite.db.collection('conformance-nowhere')))
    expect(failure.errCode).toBe(-502005)
    expect(failure.text).toMatch(/not exist/i)
  })

  it('that does not exist is told to an aggregation by its text alone', async () => {
    const nowhere = suite.db.collection('conformance-nowhere').aggregate().match({}).end()
    const failure = await failureOf(nowhere)
    expect(failure.errCode).toBe(-1)
    expect(failure.text).toMatch(/not exist/i)
  })

  it('unverified: that exists is not created again, and the error is told by its text', async () => {
    const failure = await failureOf(suite.db.createCollection(suite.name))
    expect(failure.errCode).toBe(-1)
    expect(failure.text).toMatch(/exist/i)
  })

  localOnly('that was created takes documents', async () => {
    await suite.db.createCollection('conformance-new')
    await suite.db.collection('conformance-new').add({ data: { _id: 'x' } })
    expect((await suite.db.collection('conformance-new').count()).total).toBe(1)
  })

  localOnly('unverified: with a name that no database would take is refused', async () => {
    expect((await failureOf(suite.db.createCollection('no good'))).text).toMatch(/invalid collection name/)
  })
})

describe('a unique index', () => {
  localOnly('refuses the second holder of a value with the text of MongoDB', async () => {
    await suite.given({ _id: 'a', code: 'one' })
    const failure = await failureOf(suite.given({ _id: 'b', code: 'one' }))
    expect(failure.errCode).toBe(-502001)
    expect(failure.text).toMatch(
      /E11000 duplicate key error collection: .* index: code dup key: { code: "one" }/,
    )
  })

  localOnly('counts a missing field as null', async () => {
    await suite.given({ _id: 'a' })
    expect((await failureOf(suite.given({ _id: 'b', code: null }))).text).toMatch(/E11000/)
  })

  localOnly('over two fields, one of them in an object, refuses the pair and not its parts', async () => {
    const look = { colour: 'red' }
    await suite.given({ code: 1, look, size: 5 }, { code: 2, look, size: 6 }, { code: 3, look: {}, size: 5 })
    const failure = await failureOf(suite.given({ code: 4, look: { ...look, shade: 'dark' }, size: 6 }))
    expect(failure.text).toMatch(/index: look dup key/)
    expect((await failureOf(suite.given({ code: 5, size: 5 }))).text).toMatch(/index: look dup key/)
  })

  localOnly('lets go of a value with its document', async () => {
    await suite.given({ _id: 'a', code: 'one' })
    await suite.documents().doc('a').remove()
    await suite.given({ _id: 'b', code: 'one' })
    expect((await suite.documents().count()).total).toBe(1)
  })
})

describe('what the SDK itself refuses', () => {
  it.each<[string, () => Promise<unknown>, RegExp]>([
    [
      'update without data',
      () => suite.documents().doc('x').update({ data: {} }),
      /options.data must not be empty/,
    ],
    [
      'set of the _id',
      () =>
        suite
          .documents()
          .doc('x')
          .set({ data: { _id: 'y', a: 1 } }),
      /不能更新_id的值/,
    ],
    [
      'update of the _id',
      () =>
        suite
          .documents()
          .doc('x')
          .update({ data: { _id: 'y', a: 1 } }),
      /不能更新_id的值/,
    ],
    ['doc() with a missing document', () => suite.documents().doc('x').get(), /does not exist/],
  ])('%s', async (_title, work, text) => {
    expect((await failureOf(work())).text).toMatch(text)
  })
})
