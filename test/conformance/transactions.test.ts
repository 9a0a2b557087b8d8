/** Transactions: all or nothing, what they see, who wins. */
import sdk from 'wx-server-sdk'
import { failureOf } from '../local/cloud/given-cloud'
import type { Transaction } from '../local/cloud/sdk'
import { conformance, localOnly } from './environment'

const suite = conformance('transactions', [], { hasBeside: true })
const account = (transaction: Transaction, id: string) => transaction.collection(suite.name).doc(id)
const fen = async (id: string) => (await suite.stored(id))['fen']
const pay = (transaction: Transaction, id: string, by: number) =>
  account(transaction, id).update({ data: { fen: suite.command.inc(by) } })

beforeEach(() => suite.given({ _id: 'a', fen: 100 }, { _id: 'b', fen: 100 }))

it('a transfer is seen whole after its commit, and not before', async () => {
  const transaction = await suite.db.startTransaction()
  await pay(transaction, 'a', -30)
  await pay(transaction, 'b', 30)
  expect([await fen('a'), await fen('b')]).toEqual([100, 100])
  expect((await account(transaction, 'a').get()).data).toMatchObject({ fen: 70 })
  await transaction.commit()
  expect([await fen('a'), await fen('b')]).toEqual([70, 130])
})

it('what is rolled back leaves nothing', async () => {
  const transaction = await suite.db.startTransaction()
  await pay(transaction, 'a', -30)
  await transaction.collection(suite.name).add({ data: { _id: 'c' } })
  await transaction.rollback()
  expect([await fen('a'), (await suite.documents().count()).total]).toEqual([100, 2])
})

it('runTransaction gives what its function gives, and rolls back when it throws', async () => {
  const moved = await suite.db.runTransaction(async (transaction) => {
    await pay(transaction, 'a', -1)
    return 'moved'
  })
  expect(moved).toBe('moved')
  const thrown = suite.db.runTransaction(async (transaction) => {
    await pay(transaction, 'a', -1)
    throw new Error('not enough')
  })
  expect((await failureOf(thrown)).message).toContain('not enough')
  expect(await fen('a')).toBe(99)
})

it('the second writer of a document meets the conflict at once', async () => {
  const [first, second] = [await suite.db.startTransaction(), await suite.db.startTransaction()]
  await pay(first, 'a', -1)
  const failure = await failureOf(pay(second, 'a', -1))
  expect(failure.text).toMatch(/TransactionConflict/)
  await first.commit()
  expect(await fen('a')).toBe(99)
})

it('reads see the state of the first operation', async () => {
  const transaction = await suite.db.startTransaction()
  await account(transaction, 'a').get()
  await suite
    .documents()
    .doc('b')
    .update({ data: { fen: 1 } })
  expect((await account(transaction, 'b').get()).data).toMatchObject({ fen: 100 })
  await transaction.rollback()
})

it('set, add and remove take part', async () => {
  await suite.db.runTransaction(async (transaction) => {
    await account(transaction, 'a').remove()
    await account(transaction, 'b').set({ data: { fen: 5 } })
    await transaction.collection(suite.name).add({ data: { _id: 'c', fen: 6 } })
  })
  expect(await suite.documents().orderBy('_id', 'asc').get()).toMatchObject({
    data: [
      { _id: 'b', fen: 5 },
      { _id: 'c', fen: 6 },
    ],
  })
})

it('nothing is taken after the commit', async () => {
  const transaction = await suite.db.startTransaction()
  await pay(transaction, 'a', 1)
  await transaction.commit()
  expect((await failureOf(pay(transaction, 'a', 1))).text).toMatch(/TransactionNotExist/)
})

it('what is rolled back with a reason rejects with it', async () => {
  const reason = { code: -100 }
  const work = suite.db.runTransaction(async (transaction) => {
    await pay(transaction, 'a', -30)
    await (transaction as unknown as { rollback(with_: object): Promise<void> }).rollback(reason)
  })
  await expect(work).rejects.toBe(reason)
  expect(await fen('a')).toBe(100)
})

it('documents of two collections are written together, or neither', async () => {
  const beside = (transaction: Transaction) => transaction.collection(suite.besideName)
  await suite.db.runTransaction(async (transaction) => {
    await pay(transaction, 'a', -10)
    await beside(transaction).add({ data: { _id: 'note', of: 'a' } })
  })
  const failed = suite.db.runTransaction(async (transaction) => {
    await beside(transaction).doc('note').remove()
    await beside(transaction)
      .doc('other')
      .set({ data: { of: 'b' } })
    await pay(transaction, 'nobody', 1)
    throw new Error('no such account')
  })
  await failureOf(failed)
  expect((await suite.beside().get()).data).toEqual([{ _id: 'note', of: 'a' }])
  expect(await fen('a')).toBe(90)
})

it('a plain write waits until the transaction lets go of the document', async () => {
  const transaction = await suite.db.startTransaction()
  await pay(transaction, 'a', -30)
  const order: string[] = []
  const plain = suite
    .documents()
    .doc('a')
    .update({ data: { fen: suite.command.mul(2) } })
    .then(() => order.push('plain'))
  await fen('a')
  order.push('commit')
  await transaction.commit()
  await plain
  expect([order, await fen('a')]).toEqual([['commit', 'plain'], 140])
})

it('what is not there is null, where the database does not throw', async () => {
  const forgiving = sdk.database({ throwOnNotFound: false } as object) as unknown as typeof suite.db
  const transaction = await forgiving.startTransaction()
  expect((await account(transaction, 'nobody').get()).data).toBeNull()
  await transaction.rollback()
})

localOnly('unverified: serverDate() in an add is refused', async () => {
  const transaction = await suite.db.startTransaction()
  const add = transaction.collection(suite.name).add({ data: { at: suite.db.serverDate() } })
  expect((await failureOf(add)).text).toMatch(/serverDate\(\) is not supported/)
})

localOnly('unverified: more than 40 writes are refused', async () => {
  const many = suite.db.runTransaction(async (transaction) => {
    for (let i = 0; i < 41; i++) await account(transaction, `m${i}`).set({ data: { i } })
  }, 0)
  expect((await failureOf(many)).text).toMatch(/more than 40 writes/)
})
