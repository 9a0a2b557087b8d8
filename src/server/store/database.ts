/**
 * The database of the environment, with just the calls that the stores make. The SDK types most of them as `any`;
 * this page is what we rely on. Every call of `get`, `add`, `set`, `commit` … is one call on the wire.
 */
import cloud from 'wx-server-sdk'

interface Found<Data> {
  readonly data: Data
}

export interface DocumentReference {
  get(): Promise<Found<unknown>>
  set(options: { data: object }): Promise<unknown>
  remove(): Promise<unknown>
}

export interface QueryReference {
  orderBy(field: string, direction: 'asc' | 'desc'): QueryReference
  limit(most: number): QueryReference
  /** Only these fields, and the id. */
  field(fields: Readonly<Record<string, true>>): QueryReference
  /** Every document that matches, nested objects merged. Never within a transaction: it would run outside. */
  update(options: { data: object }): Promise<unknown>
  get(): Promise<Found<unknown[]>>
  /** Every document that matches. Never within a transaction: it would run outside. */
  remove(): Promise<unknown>
}

export interface CollectionReference {
  doc(id: string): DocumentReference
  add(options: { data: object }): Promise<unknown>
  where(query: object): QueryReference
  aggregate(): AggregateReference
}

export interface Transaction {
  collection(name: string): CollectionReference
  commit(): Promise<unknown>
  rollback(): Promise<unknown>
}

/** The stages that sums need, in the order in which they are called. */
export interface AggregateReference {
  match(query: object): AggregateReference
  group(fields: object): AggregateReference
  end(): Promise<{ readonly list: unknown[] }>
}

interface Database {
  readonly command: {
    lt(value: unknown): unknown
    gt(value: unknown): unknown
    gte(value: unknown): unknown
    in(values: readonly unknown[]): unknown
    and(conditions: readonly unknown[]): object
    or(conditions: readonly unknown[]): object
    /** Of an update: the field goes. */
    remove(): unknown
  }
  RegExp(pattern: { regexp: string; options: string }): unknown
  collection(name: string): CollectionReference
  startTransaction(): Promise<Transaction>
}

// The SDK's own types lag behind its documentation in both options.
cloud.init({ env: cloud.DYNAMIC_CURRENT_ENV as unknown as string })

export const database = cloud.database({ throwOnNotFound: false } as object) as unknown as Database

/** Matches text that holds this, in either case. What was typed stands for itself: a dot is a dot. */
export const containing = (text: string): unknown =>
  database.RegExp({ regexp: text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&'), options: 'i' })
