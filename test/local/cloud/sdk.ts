/**
 * The unmodified SDK inside the test's own process, with types for what the tests call: the SDK's own declarations mix
 * promises with results of call-backs.
 */
import sdk from 'wx-server-sdk'
import type { Fields, LocalCloud } from '../../../local/cloud'
import { pointSdkAt } from './given-cloud'

type Stats = Promise<{ stats: { updated?: number; created?: number; removed?: number } }>

export interface DocRef {
  get(): Promise<{ data: Fields }>
  set(input: { data: object }): Stats
  update(input: { data: object }): Stats
  remove(): Stats
}

export interface Query {
  where(query: object): Query
  orderBy(field: string, direction: 'asc' | 'desc'): Query
  skip(count: number): Query
  limit(count: number): Query
  field(fields: object): Query
  get(): Promise<{ data: Fields[] }>
  count(): Promise<{ total: number }>
  update(input: { data: object }): Stats
  remove(): Stats
}

export interface Pipeline {
  match(query: object): Pipeline
  group(fields: object): Pipeline
  sort(order: object): Pipeline
  geoNear(options: object): Pipeline
  end(): Promise<{ list: Fields[] }>
}

export interface CollectionRef extends Query {
  doc(id: string): DocRef
  add(input: { data: object }): Promise<{ _id: string }>
  aggregate(): Pipeline
}

export interface Transaction {
  collection(name: string): CollectionRef
  commit(): Promise<void>
  rollback(): Promise<void>
}

type Operator = 'gt' | 'lt' | 'lte' | 'and' | 'or' | 'in' | 'inc' | 'mul' | 'sum' | 'max'
type Command = Record<Operator, (...operands: unknown[]) => Command> & { aggregate: Command }

export interface SdkDatabase {
  command: Command
  collection(name: string): CollectionRef
  createCollection(name: string): Promise<unknown>
  serverDate(options?: { offset: number }): unknown
  RegExp(options: { regexp: string; options?: string }): unknown
  startTransaction(): Promise<Transaction>
  runTransaction<T>(work: (transaction: Transaction) => Promise<T>, times?: number): Promise<T>
}

export function sdkDatabase(cloud: LocalCloud): SdkDatabase {
  pointSdkAt(cloud)
  sdk.init({ env: sdk.DYNAMIC_CURRENT_ENV as unknown as string })
  return sdk.database() as unknown as SdkDatabase
}
