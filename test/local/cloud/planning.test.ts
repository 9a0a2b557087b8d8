/** Indexes against plain reading: the same answers, in the same order, from fewer documents. */
import fc from 'fast-check'
import { Database } from '../../../local/cloud/store/database'
import type { Fields } from '../../../local/cloud'
import { openSqlite } from '../../../local/cloud/store/sqlite'
import { PRODUCTION_LIMITS } from '../../../local/cloud/store/transactions'
import type { IndexSpec } from '../../../local/cloud/store/index-keys'

const INDEXES: IndexSpec[] = [
  {
    name: 'a-b',
    fields: [
      ['a', 1],
      ['b', -1],
    ],
  },
  { name: 'b', fields: [['b', 1]] },
  { name: 'tags', fields: [['tags', 1]] },
  {
    name: 'deep',
    fields: [
      ['o.k', -1],
      ['a', 1],
    ],
  },
]

const newCost = () => ({ documentsRead: 0, documentsWritten: 0 })

function databaseWith(indexes: IndexSpec[]): Database {
  const database = new Database(openSqlite(':memory:'), {
    limits: PRODUCTION_LIMITS,
    alsoWrite: () => undefined,
  })
  database.declare({ things: indexes })
  return database
}

const value = fc.oneof(
  fc.constantFrom(null, true, false, 'a', 'ab', '', '\0', 'é'),
  fc.integer({ min: -3, max: 3 }),
  fc.constantFrom(new Date(0), new Date(5), 1.5, -0.5),
)
const field = fc.oneof(value, fc.constant(undefined))
const doc = fc.record({
  a: field,
  b: field,
  tags: fc.oneof(fc.array(value, { maxLength: 3 }), field),
  o: fc.oneof(fc.record({ k: field }), field),
})
const bound = fc.oneof(fc.integer({ min: -3, max: 3 }), fc.constantFrom('a', 'ab', new Date(1)))
const condition = fc.oneof(
  value,
  fc.record({ $gte: bound }),
  fc.record({ $gt: fc.integer({ min: -3, max: 3 }), $lt: fc.integer({ min: -3, max: 3 }) }),
  fc.record({ $lte: bound }),
  fc.record({ $in: fc.array(value, { maxLength: 3 }) }),
)
const query = fc.dictionary(fc.constantFrom('a', 'b', 'tags', 'o.k', '_id'), condition, { maxKeys: 3 })
const order = fc.uniqueArray(
  fc.tuple(fc.constantFrom('a', 'b', 'o.k', '_id'), fc.constantFrom(1 as const, -1 as const)),
  {
    selector: ([name]) => name,
    maxLength: 2,
  },
)

const clean = (fields: Fields): Fields => JSON.parse(JSON.stringify(fields)) as Fields

test('a query answers the same with and without indexes, whatever the documents, the conditions and the order', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(doc, { maxLength: 25 }),
      fc.array(query, { minLength: 5, maxLength: 8 }),
      order,
      async (docs, queries, by) => {
        const [indexed, plain] = [databaseWith(INDEXES), databaseWith([])]
        const all = docs.map((fields, i) => ({ _id: `d${i}`, ...fields }))
        for (const database of [indexed, plain]) await database.insert('things', all, undefined, newCost())
        for (const wanted of queries) {
          // A last field that tells all documents apart makes the order total, so that answers can be compared.
          const total = [...by.filter(([name]) => name !== '_id'), ['_id', 1] as [string, 1]]
          const find = (database: Database) =>
            database.find('things', wanted, { order: total, limit: 10 }, newCost())
          expect(find(indexed)).toEqual(find(plain))
          expect(indexed.count('things', wanted as Fields, newCost())).toBe(
            plain.count('things', wanted as Fields, newCost()),
          )
        }
      },
    ),
    { numRuns: 60 },
  )
})

describe('an index that gives the order', () => {
  const database = databaseWith(INDEXES)
  beforeAll(async () => {
    const docs = Array.from({ length: 2000 }, (_unused, i) => ({ _id: `d${i}`, a: i % 4, b: i, n: i }))
    await database.insert('things', docs, undefined, newCost())
  })
  const find = (wanted: Fields, by: [string, 1 | -1][]) => {
    const cost = newCost()
    const found = database.find('things', wanted, { order: by, limit: 3 }, cost)
    return { ids: found.map(({ _id: id }) => id), read: cost.documentsRead }
  }

  it.each<[string, Fields, [string, 1 | -1][], string[]]>([
    ['forwards', { a: 1 }, [['b', -1]], ['d1997', 'd1993', 'd1989']],
    ['backwards', { a: 1 }, [['b', 1]], ['d1', 'd5', 'd9']],
    ['within a range', { a: 1, b: { $gt: 10, $lt: 20 } }, [['b', 1]], ['d13', 'd17']],
    ['by _id', {}, [['_id', -1]], ['d999', 'd998', 'd997']],
  ])('reads no more documents than it answers, when it is walked %s', (_title, wanted, by, ids) => {
    expect(find(wanted, by)).toEqual({ ids, read: ids.length })
  })

  it('keeps its promise, when a document changes and another is removed', async () => {
    await database.updateOne('things', 'd5', { $set: { b: 5000 } }, undefined, newCost())
    await database.removeOne('things', 'd9', undefined, newCost())
    expect(find({ a: 1 }, [['b', 1]]).ids).toEqual(['d1', 'd13', 'd17'])
    expect(find({ a: 1 }, [['b', -1]]).ids).toEqual(['d5', 'd1997', 'd1993'])
  })
})

test('two arrays in one index are refused, as MongoDB refuses them', async () => {
  const database = databaseWith(INDEXES)
  const add = database.insert('things', [clean({ a: [1], b: [2] })], undefined, newCost())
  await expect(add).rejects.toThrow('cannot index parallel arrays')
})
