/** Transactions through the unmodified SDK: what they see, who wins, and what is refused inside. */
import { failureOf, type GivenCloud, givenCloud } from './given-cloud'
import { type SdkDatabase, sdkDatabase, type Transaction } from './sdk'

const CONFLICT = '[ResourceUnavailable.TransactionConflict]'
const MISSING = '[ResourceUnavailable.TransactionNotExist]'

let given: GivenCloud
let db: SdkDatabase

beforeAll(async () => {
  given = await givenCloud(
    {},
    { accounts: [{ name: 'owner', unique: true, fields: [['owner', 1]] }], log: [] },
    { limits: { expiryMs: 700, lockWaitMs: 1500 } },
  )
  db = sdkDatabase(given.cloud)
})
beforeEach(async () => {
  given.cloud.reset()
  delete process.env.TCB_SESSIONTOKEN
  for (const id of ['a', 'b']) await accounts().add({ data: { _id: id, owner: `o${id}`, fen: 100 } })
})
afterAll(() => given.end())

const accounts = () => db.collection('accounts')
const fen = async (id: string, from: { collection: SdkDatabase['collection'] } = db) =>
  (await from.collection('accounts').doc(id).get()).data['fen']
const pay = (transaction: Transaction, id: string, by: number) =>
  transaction
    .collection('accounts')
    .doc(id)
    .update({ data: { fen: db.command.inc(by) } })

describe('a transaction', () => {
  it('shows its writes to itself at once and to others after its commit', async () => {
    const transaction = await db.startTransaction()
    await pay(transaction, 'a', -30)
    await pay(transaction, 'b', 30)
    await transaction.collection('log').add({ data: { _id: 'l1' } })
    expect([await fen('a', transaction), await fen('a')]).toEqual([70, 100])
    await transaction.commit()
    expect([await fen('a'), await fen('b')]).toEqual([70, 130])
    expect(await db.collection('log').count()).toMatchObject({ total: 1 })
  })

  it('leaves nothing behind, when it is rolled back', async () => {
    const transaction = await db.startTransaction()
    await pay(transaction, 'a', -30)
    await transaction.rollback()
    expect(await fen('a')).toBe(100)
  })

  it('reads the state of its first operation, when others commit meanwhile', async () => {
    const transaction = await db.startTransaction()
    expect(await fen('a', transaction)).toBe(100)
    await accounts()
      .doc('b')
      .update({ data: { fen: 1 } })
    await accounts().doc('a').remove()
    expect([await fen('b', transaction), await fen('a', transaction)]).toEqual([100, 100])
    await transaction.commit()
  })

  it('meets the conflict on its write and is over, when another holds the document', async () => {
    const [first, second] = [await db.startTransaction(), await db.startTransaction()]
    await pay(first, 'a', -1)
    const failure = await failureOf(pay(second, 'a', -1))
    expect(failure.text).toContain(CONFLICT)
    expect(failure.errCode).toBe(-501001)
    expect(failure.code).toBeUndefined()
    expect(await failureOf(second.commit())).toMatchObject({ code: 'DATABASE_TRANSACTION_FAIL' })
    await first.commit()
    expect(await fen('a')).toBe(99)
  })

  it('meets the conflict, when the document changed after its snapshot', async () => {
    const transaction = await db.startTransaction()
    await fen('b', transaction)
    await accounts()
      .doc('a')
      .update({ data: { fen: 5 } })
    expect((await failureOf(pay(transaction, 'a', 1))).text).toContain(CONFLICT)
    expect(await fen('a')).toBe(5)
  })

  it('loses no update, when twenty retry on one document', async () => {
    const attempt = async (left: number): Promise<void> => {
      try {
        await db.runTransaction((transaction) => pay(transaction, 'a', 1), 0)
      } catch (error) {
        if (left === 0 || !JSON.stringify(error).includes('TransactionConflict')) throw error
        await new Promise((resolve) => setTimeout(resolve, 5 + Math.random() * 40))
        return attempt(left - 1)
      }
    }
    await Promise.all(Array.from({ length: 20 }, () => attempt(60)))
    expect(await fen('a')).toBe(120)
  })

  it('is gone without a trace, when it is neither committed nor aborted in time', async () => {
    const transaction = await db.startTransaction()
    await pay(transaction, 'a', -30)
    await new Promise((resolve) => setTimeout(resolve, 900))
    const failure = await failureOf(transaction.commit())
    expect(failure).toMatchObject({ code: 'DATABASE_TRANSACTION_FAIL' })
    expect(failure.text).toContain(MISSING)
    expect(await fen('a')).toBe(100)
  })

  it('refuses what comes after its commit', async () => {
    const transaction = await db.startTransaction()
    await transaction.commit()
    expect((await failureOf(fen('a', transaction))).text).toContain(MISSING)
  })

  it('makes a plain write wait until it ends, and gives up waiting after a bounded time', async () => {
    const transaction = await db.startTransaction()
    await pay(transaction, 'a', -30)
    const waiting = accounts()
      .doc('a')
      .update({ data: { fen: db.command.mul(2) } })
    await new Promise((resolve) => setTimeout(resolve, 100))
    await transaction.commit()
    expect(await waiting).toMatchObject({ stats: { updated: 1 } })
    expect(await fen('a')).toBe(140)
  })
})

describe('a unique key in transactions', () => {
  const take = (transaction: Transaction, id: string, owner: string) =>
    transaction.collection('accounts').add({ data: { _id: id, owner } })

  it('belongs to the first, when two open transactions want it', async () => {
    const [first, second] = [await db.startTransaction(), await db.startTransaction()]
    await take(first, 'c', 'new')
    expect((await failureOf(take(second, 'd', 'new'))).text).toContain(CONFLICT)
    await first.commit()
  })

  it('is refused as a duplicate, when the same transaction or a committed document has it', async () => {
    const first = await db.startTransaction()
    await take(first, 'c', 'new')
    expect((await failureOf(take(first, 'd', 'new'))).text).toContain('E11000')
    const second = await db.startTransaction()
    expect((await failureOf(take(second, 'e', 'oa'))).text).toContain('E11000')
    expect((await failureOf(take(await db.startTransaction(), 'a', 'other'))).text).toContain('E11000')
    expect(await accounts().count()).toMatchObject({ total: 2 })
  })

  it('passes from one document to another, when one transaction changes both', async () => {
    await db.runTransaction(async (transaction) => {
      await transaction
        .collection('accounts')
        .doc('a')
        .update({ data: { owner: 'free' } })
      await transaction
        .collection('accounts')
        .doc('b')
        .update({ data: { owner: 'oa' } })
      await transaction
        .collection('accounts')
        .doc('a')
        .update({ data: { owner: 'ob' } })
    })
    expect((await accounts().where({ owner: 'oa' }).get()).data).toMatchObject([{ _id: 'b' }])
    expect((await accounts().where({ owner: 'ob' }).get()).data).toMatchObject([{ _id: 'a' }])
  })

  it('makes a plain insert wait, when an open transaction has taken it', async () => {
    const transaction = await db.startTransaction()
    await take(transaction, 'c', 'new')
    const waiting = failureOf(accounts().add({ data: { owner: 'new' } }))
    await new Promise((resolve) => setTimeout(resolve, 50))
    await transaction.commit()
    expect((await waiting).text).toContain('E11000')
  })
})

describe('inside a transaction', () => {
  it('where().get() is refused', async () => {
    const transaction = await db.startTransaction()
    const failure = await failureOf(transaction.collection('accounts').where({ fen: 100 }).get())
    expect(failure.text).toContain('where().get() inside a transaction')
  })

  it.each<[string, () => Promise<unknown>]>([
    [
      'where().update()',
      () =>
        accounts()
          .where({ fen: 100 })
          .update({ data: { fen: 0 } }),
    ],
    ['where().remove()', () => accounts().where({ fen: 100 }).remove()],
    ['count()', () => accounts().where({ fen: 100 }).count()],
    ['aggregate()', () => accounts().aggregate().match({ fen: 100 }).end()],
  ])('%s of the same invocation is refused, because the SDK would run it outside', async (name, work) => {
    process.env.TCB_SESSIONTOKEN = `invocation-${name}`
    const transaction = await db.startTransaction()
    expect((await failureOf(work())).text).toContain(`local cloud refuses: ${name}`)
    await transaction.rollback()
    await expect(work()).resolves.toBeDefined()
  })

  it('more than 40 writes are refused', async () => {
    const work = db.runTransaction(async (transaction) => {
      for (let i = 0; i < 41; i++) await transaction.collection('log').add({ data: { _id: `l${i}` } })
    }, 0)
    expect((await failureOf(work)).text).toContain('more than 40 writes')
    expect(await db.collection('log').count()).toMatchObject({ total: 0 })
  })

  it('more than 2 MB are refused', async () => {
    const work = db.runTransaction(async (transaction) => {
      for (let i = 0; i < 3; i++)
        await transaction.collection('log').add({ data: { _id: `l${i}`, text: 'x'.repeat(900_000) } })
    }, 0)
    expect((await failureOf(work)).text).toContain('bytes written in one transaction')
  })

  it('serverDate() in an add is refused', async () => {
    const work = db.runTransaction((transaction) =>
      transaction.collection('log').add({ data: { at: db.serverDate() } }),
    )
    expect((await failureOf(work)).text).toContain('serverDate() is not supported')
  })
})
