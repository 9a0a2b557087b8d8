/**
 * What `wx-server-sdk` 4.0.2 offers for the database, with types for the tests. The lists of names are compared with
 * the SDK itself, so none is forgotten.
 */
import type { Fields } from '../../local/cloud'
import type { DocRef, SdkDatabase } from '../local/cloud/sdk'

export const QUERY_COMMANDS = [
  ...([
    'eq',
    'neq',
    'lt',
    'lte',
    'gt',
    'gte',
    'in',
    'nin',
    'all',
    'elemMatch',
    'exists',
    'size',
    'mod',
  ] as const),
  ...([
    'geoNear',
    'geoWithin',
    'geoIntersects',
    'and',
    'nor',
    'or',
    'not',
    'expr',
    'jsonSchema',
    'text',
  ] as const),
] as const
export const UPDATE_COMMANDS = [
  ...(['set', 'remove', 'inc', 'mul', 'push', 'pull', 'pullAll', 'pop', 'shift', 'unshift'] as const),
  ...(['addToSet', 'rename', 'bit', 'max', 'min'] as const),
] as const
export const PROJECTION_COMMANDS = ['slice', 'elemMatch'] as const
export const EXPRESSIONS = [
  ...([
    'abs',
    'add',
    'ceil',
    'divide',
    'exp',
    'floor',
    'ln',
    'log',
    'log10',
    'mod',
    'multiply',
    'pow',
  ] as const),
  ...(['sqrt', 'subtract', 'trunc', 'arrayElemAt', 'arrayToObject', 'concatArrays', 'filter', 'in'] as const),
  ...(['indexOfArray', 'isArray', 'map', 'range', 'reduce', 'reverseArray', 'size', 'slice', 'zip'] as const),
  ...([
    'and',
    'not',
    'or',
    'cmp',
    'eq',
    'gt',
    'gte',
    'lt',
    'lte',
    'neq',
    'cond',
    'ifNull',
    'switch',
  ] as const),
  ...(['dateFromParts', 'dateFromString', 'dayOfMonth', 'dayOfWeek', 'dayOfYear', 'isoDayOfWeek'] as const),
  ...([
    'isoWeek',
    'isoWeekYear',
    'millisecond',
    'minute',
    'month',
    'second',
    'hour',
    'week',
    'year',
  ] as const),
  ...(['literal', 'mergeObjects', 'objectToArray', 'allElementsTrue', 'anyElementTrue'] as const),
  ...(['setDifference', 'setEquals', 'setIntersection', 'setIsSubset', 'setUnion', 'concat'] as const),
  ...([
    'dateToString',
    'indexOfBytes',
    'indexOfCP',
    'split',
    'strLenBytes',
    'strLenCP',
    'strcasecmp',
  ] as const),
  ...([
    'substr',
    'substrBytes',
    'substrCP',
    'toLower',
    'toUpper',
    'meta',
    'addToSet',
    'avg',
    'first',
  ] as const),
  ...(['last', 'max', 'min', 'push', 'stdDevPop', 'stdDevSamp', 'sum', 'let'] as const),
] as const
export const STAGES = [
  ...([
    'addFields',
    'bucket',
    'bucketAuto',
    'collStats',
    'count',
    'facet',
    'geoNear',
    'graphLookup',
  ] as const),
  ...([
    'group',
    'indexStats',
    'limit',
    'lookup',
    'match',
    'out',
    'project',
    'redact',
    'replaceRoot',
  ] as const),
  ...(['sample', 'skip', 'sort', 'sortByCount', 'unwind'] as const),
] as const

export interface Condition {
  and(...others: unknown[]): Condition
  or(...others: unknown[]): Condition
  lt(value: unknown): Condition
}
type Operator = (...operands: unknown[]) => Condition
type Operators<Name extends string> = Record<Name, Operator>

export type Stage = (typeof STAGES)[number]
export type Stages = Record<Stage, (parameter?: unknown) => Stages>
export type Pipeline = Record<Stage, (parameter?: unknown) => Pipeline> & {
  end(): Promise<{ list: Fields[] }>
}
export type Expressions = Operators<(typeof EXPRESSIONS)[number]> & {
  pipeline(): Stages & { done(): unknown[] }
}
export type Command = Operators<(typeof QUERY_COMMANDS | typeof UPDATE_COMMANDS)[number]> & {
  aggregate: Expressions
  project: Operators<(typeof PROJECTION_COMMANDS)[number]>
}

export interface ConformanceQuery {
  where(query: object): ConformanceQuery
  orderBy(field: string, direction: 'asc' | 'desc'): ConformanceQuery
  skip(count: number): ConformanceQuery
  limit(count: number): ConformanceQuery
  field(fields: object): ConformanceQuery
  get(): Promise<{ data: Fields[] }>
  count(): Promise<{ total: number }>
  update(input: { data: object }): Promise<{ stats: { updated: number } }>
  remove(): Promise<{ stats: { removed: number } }>
}

export interface Collection extends ConformanceQuery {
  doc(id: string | number): DocRef & { field(fields: object): DocRef }
  add(input: { data: object }): Promise<{ _id: string }>
  aggregate(): Pipeline
}

export type Point = (longitude: number, latitude: number) => object
export interface Geo {
  Point: Point
  LineString: (points: object[]) => object
  Polygon: (lines: object[]) => object
  MultiPoint: (points: object[]) => object
  MultiLineString: (lines: object[]) => object
  MultiPolygon: (polygons: object[]) => object
}

export type Database = Omit<SdkDatabase, 'command' | 'collection'> & {
  command: Command
  Geo: Geo
  collection(name: string): Collection
}
