/** What helps whoever tests: forced conflicts show effects in call-backs, and missing indexes are spoken of. */
import type { Fields } from '../../../local/cloud'
import { Database } from '../../../local/cloud/store/database'
import { openSqlite } from '../../../local/cloud/store/sqlite'
import { PRODUCTION_LIMITS } from '../../../local/cloud/store/transactions'
import { failureOf, givenCloud } from './given-cloud'
import { sdkDatabase, type SdkDatabase } from './sdk'

const INDEXES = { accounts: [{ name: 'level', fields: [['level', 1]] as [string, 1][] }] }

async function withDatabase<T>(
  options: { forceRetries?: number },
  work: (db: SdkDatabase) => Promise<T>,
): Promise<T> {
  const given = await givenCloud({}, INDEXES, options)
  try {
    return await work(sdkDatabase(given.cloud))
  } finally {
    await given.end()
  }
}

/** As an application does: a conflict on a write is not retried by the SDK. */
async function transfer(db: SdkDatabase, effect: () => void): Promise<void> {
  const attempt = async (left: number): Promise<void> => {
    const work = db.runTransaction(async (transaction) => {
      effect()
      for (const id of ['a', 'b'])
        await transaction
          .collection('accounts')
          .doc(id)
          .update({ data: { fen: db.command.inc(1) } })
    }, 0)
    await work.catch((error: Error) => {
      if (left === 0 || !/conflict/i.test(`${JSON.stringify(error)} ${error.message}`)) throw error
      return attempt(left - 1)
    })
  }
  return attempt(3)
}

describe('forceRetries', () => {
  const transfers = (seed: number | undefined, count: number) =>
    withDatabase(seed === undefined ? {} : { forceRetries: seed }, async (db) => {
      const accounts = db.collection('accounts')
      for (const id of ['a', 'b']) await accounts.add({ data: { _id: id, fen: 0 } })
      let effects = 0
      for (let i = 0; i < count; i++) await transfer(db, () => void effects++)
      return { effects, fen: (await accounts.get()).data.map(({ fen }) => fen) }
    })

  it('runs every call-back twice, and commits once', async () => {
    expect(await transfers(undefined, 5)).toEqual({ effects: 5, fen: [5, 5] })
    expect(await transfers(1, 5)).toEqual({ effects: 10, fen: [5, 5] })
    expect(await transfers(2, 5)).toEqual({ effects: 10, fen: [5, 5] })
  })

  it('is retried by the SDK itself, when it comes at the commit', async () => {
    const calls = await withDatabase({ forceRetries: 7 }, async (db) => {
      let count = 0
      await db.runTransaction(async (transaction) => {
        count++
        const missing = transaction.collection('accounts').doc('none').get()
        expect((await failureOf(missing)).text).toContain('does not exist')
      })
      return count
    })
    expect(calls).toBe(2)
  })
})

describe('an index that is missing', () => {
  it('is named once for each shape, with equal fields, order and ranges', async () => {
    const lines: string[] = []
    const database = new Database(openSqlite(':memory:'), {
      limits: PRODUCTION_LIMITS,
      alsoWrite: () => undefined,
      log: (line) => lines.push(line),
    })
    database.declare(INDEXES)
    const cost = { documentsRead: 0, documentsWritten: 0 }
    const all = Array.from({ length: 600 }, (_unused, i) => ({ level: i % 300, name: `n${i}`, at: i }))
    await database.insert('accounts', all, undefined, cost)
    const find = (query: Fields, order: [string, 1 | -1][] = []) =>
      database.find('accounts', query, { order }, cost)
    find({ level: 3 })
    find({})
    for (const name of ['n5', 'n6']) find({ name, at: { $gt: 2 } }, [['level', -1]])
    expect(lines).toEqual([
      'local cloud: a query of accounts read 600 documents to answer 1; an index on name 1, level -1, at 1 would help',
    ])
  })
})
