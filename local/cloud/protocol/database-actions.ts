/**
 * The `database.*` actions of the SDK's protocol. Invariant: what the SDK sends outside a transaction although the
 * caller is inside one is refused, because it would not take part in the transaction.
 */
import { badRequest, notImplemented, strictRefusal } from '../errors'
import type { Cost, Database } from '../store/database'
import type { Doc, Fields } from '../values/document'
import type { Order } from '../query/sort'
import { project } from '../query/projection'
import type { Strictness } from '../strictness'
import { readEjson, readEjsonFields, writeEjson } from './ejson'

export interface ActionContext {
  database: Database
  cost: Cost
  /** The token of the invocation that calls; empty for a bare client. */
  owner: string
  now: number
  strict: Strictness
}

export interface DatabaseRequest {
  collectionName?: string
  query?: string
  queryType?: string
  data?: string | string[]
  order?: string
  offset?: number
  limit?: number
  projection?: string
  multi?: boolean
  merge?: boolean
  upsert?: boolean
  transactionId?: string
  stages?: { stageKey: string; stageValue: string }[]
}

type Action = (request: DatabaseRequest, context: ActionContext) => object | Promise<object>

const DEFAULT_LIMIT = 100
const MAX_LIMIT = 1000
const NO_SERVER_DATE =
  'serverDate() is not supported in an add inside a transaction, use new Date() (strict rule transactionServerDate)'
const MAX_RESULT_BYTES = 16 * 1024 * 1024

export const DATABASE_ACTIONS: Record<string, Action> = {
  'database.addCollection': (request, { database }) => {
    database.createCollection(name(request))
    return {}
  },
  'database.insertDocument': insert,
  'database.getDocument': (request, context) =>
    (request.queryType === 'DOC' ? getOne : getMany)(request, context),
  'database.calculateDocument': (request, context) => {
    refuseInside(request, context, 'count()')
    return { data: { total: context.database.count(name(request), query(request, context), context.cost) } }
  },
  'database.modifyDocument': (request, context) =>
    (request.queryType === 'DOC' ? modifyOne : modifyMany)(request, context),
  'database.modifyAndReturnDoc': modifyFirst,
  'database.removeDocument': remove,
  'database.aggregateDocuments': aggregateDocuments,
  // The Node SDK up to 2.1: the same, but the list is a text.
  'database.aggregate': (request, context) => ({
    data: { list: JSON.stringify(aggregateDocuments(request, context).data.list) },
  }),
  'database.startTransaction': (_request, { database, owner }) => ({
    transactionId: database.transactions.start(owner),
  }),
  'database.commitTransaction': ({ transactionId = '' }, { database, cost }) => {
    database.commit(transactionId, cost)
    return {}
  },
  'database.abortTransaction': ({ transactionId = '' }, { database }) => {
    database.abort(transactionId)
    return {}
  },
}

async function insert(request: DatabaseRequest, context: ActionContext): Promise<object> {
  const { data = [], transactionId } = request
  if (!Array.isArray(data)) throw badRequest('insertDocument needs a list of documents')
  const { now, strict } = context
  if (transactionId && data.length > 1 && strict.transactionDocuments)
    throw strictRefusal('transactionDocuments', 'adding several documents in one call inside a transaction')
  const options =
    transactionId && strict.transactionServerDate
      ? { now, strict, refuseServerDate: NO_SERVER_DATE }
      : context
  const docs = data.map((text) => readEjsonFields(text, options))
  return {
    data: { insertedIds: await context.database.insert(name(request), docs, transactionId, context.cost) },
  }
}

function getOne(request: DatabaseRequest, context: ActionContext): object {
  const { database, cost } = context
  const projection = request.projection ? readEjsonFields(request.projection, context) : undefined
  const id = onlyId(request, context)
  const doc = database.findOne(name(request), id, request.transactionId, cost)
  const list = doc ? [writeEjson(project(doc, projection))] : []
  return { data: { list, offset: 0, limit: 1 } }
}

function getMany(request: DatabaseRequest, context: ActionContext): object {
  const { strict } = context
  if (request.transactionId && strict.transactionDocuments)
    throw strictRefusal(
      'transactionDocuments',
      'where().get() inside a transaction: only doc() and add take part in it',
    )
  const offset = request.offset ?? 0
  const limit = strict.queryLimit ? Math.min(request.limit ?? DEFAULT_LIMIT, MAX_LIMIT) : request.limit
  const options = {
    offset,
    ...(limit === undefined ? {} : { limit }),
    order: request.order ? orderOf(readEjsonFields(request.order, context)) : [],
    ...(request.projection ? { projection: readEjsonFields(request.projection, context) } : {}),
  }
  const { transactionId } = request
  const found = transactionId
    ? context.database.findInside(
        name(request),
        query(request, context),
        options,
        transactionId,
        context.cost,
      )
    : context.database.find(name(request), query(request, context), options, context.cost)
  return { data: { list: written(found, strict), offset, limit } }
}

async function modifyOne(request: DatabaseRequest, context: ActionContext): Promise<object> {
  const { database, cost } = context
  const id = onlyId(request, context)
  const change = readEjsonFields(String(request.data), context)
  if (!request.merge) {
    if (!request.upsert) throw notImplemented('replacing a document without upsert')
    const isNew = await database.setOne(name(request), id, change, request.transactionId, cost)
    return { data: isNew ? { updated: 0, upsert_id: id } : { updated: 1, upsert_id: null } }
  }
  if (request.upsert) throw notImplemented('updating with upsert')
  const updated = await database.updateOne(name(request), id, change, request.transactionId, cost)
  return { data: { updated, upsert_id: null } }
}

async function modifyMany(request: DatabaseRequest, context: ActionContext): Promise<object> {
  refuseInside(request, context, 'where().update()')
  if (!request.merge || request.upsert) throw notImplemented('this form of where().update()')
  const change = readEjsonFields(String(request.data), context)
  const updated = await context.database.updateMany(
    name(request),
    query(request, context),
    change,
    context.cost,
    request.multi === false ? 1 : Infinity,
  )
  return { data: { updated, upsert_id: null } }
}

/** Sent by Tencent's Node SDK alone: the first document that matches is changed, and answered as it then is. */
async function modifyFirst(request: DatabaseRequest, context: ActionContext): Promise<object> {
  const { transactionId } = request
  const { database, cost, strict } = context
  if (transactionId && strict.transactionDocuments)
    throw strictRefusal('transactionDocuments', 'updateAndReturn() inside a transaction')
  if (!transactionId) refuseInside(request, context, 'updateAndReturn()')
  const change = readEjsonFields(String(request.data), context)
  const doc = await database.updateFirst(name(request), query(request, context), change, transactionId, cost)
  return { data: { updated: doc ? 1 : 0, doc: doc && writeEjson(doc) } }
}

async function remove(request: DatabaseRequest, context: ActionContext): Promise<object> {
  const { database, cost } = context
  if (request.queryType === 'DOC') {
    const id = onlyId(request, context)
    return { data: { deleted: await database.removeOne(name(request), id, request.transactionId, cost) } }
  }
  refuseInside(request, context, 'where().remove()')
  const most = request.multi === false ? 1 : Infinity
  return { data: { deleted: await database.removeMany(name(request), query(request, context), cost, most) } }
}

function aggregateDocuments(request: DatabaseRequest, context: ActionContext): { data: { list: string[] } } {
  refuseInside(request, context, 'aggregate()')
  const stages = (request.stages ?? []).map(({ stageKey, stageValue }) => ({
    [stageKey]: readEjson(stageValue, context) as Fields,
  }))
  return {
    data: { list: written(context.database.aggregate(name(request), stages, context.cost), context.strict) },
  }
}

function refuseInside(
  { transactionId }: DatabaseRequest,
  { database, owner, strict }: ActionContext,
  what: string,
): void {
  if (!strict.outsideTransaction) return
  if (transactionId || (owner && database.transactions.isOwnerInside(owner)))
    throw strictRefusal(
      'outsideTransaction',
      `${what} while the invocation has an open transaction: it would run outside of it`,
    )
}

function name({ collectionName }: DatabaseRequest): string {
  if (!collectionName) throw badRequest('collectionName is missing')
  return collectionName
}

function query(request: DatabaseRequest, context: ActionContext): Fields {
  return request.query ? readEjsonFields(request.query, context) : {}
}

function onlyId(request: DatabaseRequest, context: ActionContext): Doc['_id'] {
  const { _id: id } = query(request, context)
  if (typeof id !== 'string' && typeof id !== 'number')
    throw badRequest('doc() needs a string or a number as _id')
  return id
}

function orderOf(order: Fields): Order {
  return Object.entries(order).map(([field, direction]) => {
    if (direction !== 1 && direction !== -1) throw badRequest(`orderBy ${field} needs asc or desc`)
    return [field, direction]
  })
}

function written(docs: Fields[], strict: Strictness): string[] {
  let bytes = 0
  return docs.map((doc) => {
    const text = writeEjson(doc)
    bytes += text.length
    if (bytes > MAX_RESULT_BYTES && strict.resultSize)
      throw badRequest(`the result is larger than ${MAX_RESULT_BYTES} bytes (strict rule resultSize)`)
    return text
  })
}
