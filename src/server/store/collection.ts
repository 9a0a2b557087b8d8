/**
 * Typed reading and writing of one collection, inside a transaction or not. Every call here is one call on the wire.
 * A document is always written whole: the SDK's merge of nested objects is not used.
 */
import { database, type Transaction } from './database'

export type { Transaction }
export const startTransaction = (): Promise<Transaction> => database.startTransaction()

export interface Index {
  readonly name: string
  readonly unique?: true
  readonly fields: readonly (readonly [field: string, direction: 1 | -1])[]
}

type Query = Record<string, unknown>

export interface Collection<Document extends { readonly _id: string }> {
  readonly name: string
  readonly indexes: readonly Index[]
  get(id: string, within?: Transaction): Promise<Document | null>
  /** @throws a duplicate key when the id, or a unique key, is taken. */
  insert(document: Document, within?: Transaction): Promise<void>
  replace(document: Document, within?: Transaction): Promise<void>
  /** Nothing happens when there is none. */
  remove(id: string, within?: Transaction): Promise<void>
  first(query: Query, newestBy?: string): Promise<Document | null>
  /** At most `limit`, largest `orderBy` first, those below `before` when given. */
  page(query: Query, orderBy: string, limit: number, before?: string | number): Promise<Document[]>
}

export function collection<Document extends { readonly _id: string }>(
  name: string,
  indexes: readonly Index[] = [],
): Collection<Document> {
  const at = (within?: Transaction) => (within ?? database).collection(name)
  return {
    name,
    indexes,
    async get(id, within) {
      const { data } = await at(within).doc(id).get()
      return (data as Document | null) ?? null
    },
    async insert(document, within) {
      await at(within).add({ data: document })
    },
    async replace({ _id, ...data }, within) {
      await at(within).doc(_id).set({ data })
    },
    async remove(id, within) {
      await at(within).doc(id).remove()
    },
    async first(query, newestBy) {
      const found = at().where(query)
      const { data } = await (newestBy ? found.orderBy(newestBy, 'desc') : found).limit(1).get()
      return (data[0] as Document | undefined) ?? null
    },
    async page(query, orderBy, limit, before) {
      const wanted = before === undefined ? query : { ...query, [orderBy]: database.command.lt(before) }
      const { data } = await at().where(wanted).orderBy(orderBy, 'desc').limit(limit).get()
      return data as Document[]
    },
  }
}

/** The write met another one: the transaction is already gone and the whole change is tried again. */
export const isConflict = (error: unknown): boolean =>
  /TransactionConflict|TRANSACTION_CONFLICT/.test(errorText(error))

/** The id or a unique key is taken. */
export const isDuplicate = (error: unknown): boolean =>
  /E11000|duplicate key|DUPLICATE_WRITE/i.test(errorText(error))

function errorText(error: unknown): string {
  if (typeof error !== 'object' || error === null) return String(error)
  const { code, errMsg, message } = error as { code?: unknown; errMsg?: unknown; message?: unknown }
  return [code, errMsg, message].filter((each) => typeof each === 'string').join(' ')
}
