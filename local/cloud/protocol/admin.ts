/**
 * The one address that the SDK talks to. Invariant: always HTTP 200 with the platform's shapes; what is not served is
 * refused by its name; every call is counted for the invocation that made it.
 */
import { randomUUID } from 'node:crypto'
import { CloudError, notImplemented, strictRefusal } from '../errors'
import { type Clock, readHand } from '../clock'
import type { Runner } from '../functions/runner'
import type { Platform } from '../platform'
import { addCall, addLog, type InvocationRecord, type Invocations } from '../record/invocations'
import type { Cost, Database } from '../store/database'
import type { Strictness } from '../strictness'
import { DATABASE_ACTIONS, type DatabaseRequest } from './database-actions'
import { parseJson } from './json'
import { readMultipart } from './multipart'
import { readRequest } from './request-shape'
import { STORAGE_ACTIONS, type StorageRequest } from './storage-actions'
import { readCloudIds, readOpenApiInput, writeOpenApiAnswer, writeOpenData } from './protobuf'

export interface AdminParts {
  database: Database
  clock: Clock
  runner: Runner
  invocations: Invocations
  platform: Platform
  strict: Strictness
  log: (line: string) => void
}

export interface AdminAnswer {
  contentType: string
  body: string | Buffer
}

interface AdminRequest extends DatabaseRequest, StorageRequest {
  action?: string
  tcb_sessionToken?: string
  function_name?: string
  request_data?: string
}

const MAX_MESSAGE_LENGTH = 4000
const JSON_TYPE = 'application/json; charset=utf-8'

export class Admin {
  constructor(private readonly parts: AdminParts) {}

  async answer(body: Buffer, contentType: string, depth: number | undefined): Promise<AdminAnswer> {
    const began = performance.now()
    const requestId = randomUUID()
    const cost: Cost = { documentsRead: 0, documentsWritten: 0 }
    let request: AdminRequest = {}
    let answer: AdminAnswer
    let failure: CloudError | undefined
    try {
      const form = contentType.startsWith('multipart/') ? readMultipart(body, contentType) : null
      request = form ? textFields(form) : readRequest(body.toString('utf8'))
      answer = form
        ? this.openApi(request, form)
        : { contentType: JSON_TYPE, body: JSON.stringify({ requestId, ...(await this.act(request, cost)) }) }
    } catch (error) {
      failure = this.asCloudError(error)
      const { code, message } = failure
      answer = { contentType: JSON_TYPE, body: JSON.stringify({ code, message, requestId }) }
    }
    const ms = Math.round((performance.now() - began) * 1000) / 1000
    const known = this.parts.invocations.find(request.tcb_sessionToken)
    if (known) {
      const call = {
        action: request.action ?? '',
        ...(request.collectionName ? { collection: request.collectionName } : {}),
        ...(request.queryType && request.queryType !== 'DOC' ? { byQuery: true as const } : {}),
        ms,
        ...cost,
        bytes: body.length + Buffer.byteLength(answer.body),
        ...(failure ? { error: failure.message } : {}),
      }
      addCall(known.record, call, depth)
    }
    return answer
  }

  private async act(request: AdminRequest, cost: Cost): Promise<object> {
    const { action = '', tcb_sessionToken: owner = '' } = request
    const known = this.parts.invocations.find(owner)
    this.refuseLate(action, known?.record)
    if (action === 'functions.invokeFunction') return this.invokeFunction(request)
    const now = known?.clock ? readHand(known.clock, Date.now()) : this.parts.clock.now()
    const storageAction = Object.hasOwn(STORAGE_ACTIONS, action) ? STORAGE_ACTIONS[action] : undefined
    if (storageAction) return storageAction(request, this.parts.platform.storage, now)
    const databaseAction = Object.hasOwn(DATABASE_ACTIONS, action) ? DATABASE_ACTIONS[action] : undefined
    if (!databaseAction) throw notImplemented(action || 'a request without action')
    const { database, strict } = this.parts
    return databaseAction(request, { database, cost, owner, now, strict })
  }

  /** Production freezes the instance when the function has returned. */
  private refuseLate(action: string, record: InvocationRecord | undefined): void {
    if (!record || record.state === 'running' || !this.parts.strict.awaitedCalls) return
    const message = `${action} after ${record.function} had returned (${record.requestId}): await it`
    addLog(record, message)
    this.parts.log(message)
    throw strictRefusal('awaitedCalls', message)
  }

  private async invokeFunction(request: AdminRequest): Promise<object> {
    const caller = this.parts.invocations.find(request.tcb_sessionToken)
    // The platform promises an OPENID only to what the mini program itself calls.
    const identity = {
      ...(this.parts.strict.nestedIdentity ? {} : caller?.identity),
      source: caller ? `${caller.identity.source},scf` : 'scf',
    }
    const event = readRequest(request.request_data || '{}')
    const finished = await this.parts.runner.invoke({ name: request.function_name ?? '', event, identity })
    if (finished.ok) return { data: { response_data: finished.result } }
    throw new CloudError(
      finished.kind === 'missing' ? 'FUNCTION_NOT_FOUND' : 'FUNCTIONS_EXECUTE_FAIL',
      JSON.stringify({ errorCode: 1, errorMessage: finished.message }),
    )
  }

  private openApi(request: AdminRequest, form: Map<string, Buffer>): AdminAnswer {
    const { action = '' } = request
    const caller = this.parts.invocations.find(request.tcb_sessionToken)
    this.refuseLate(action, caller?.record)
    if (action === 'wx.wxPayApi') return this.pay(form, caller?.identity.openid)
    if (action !== 'wx.openApi') throw notImplemented(action || 'a form without action')
    const requestData = form.get('requestData') ?? Buffer.alloc(0)
    const { openApi } = this.parts.platform
    const cloudIds = readCloudIds(requestData)
    if (cloudIds) {
      const items = cloudIds.map((id) => openApi.openData.find(id))
      return { contentType: 'application/octet-stream', body: writeOpenData(items) }
    }
    const input = readOpenApiInput(requestData)
    const definition = caller && this.parts.runner.definition(caller.record.function)
    const answer = openApi.call(String(form.get('apiName')), input, definition)
    return { contentType: 'application/octet-stream', body: writeOpenApiAnswer(answer) }
  }

  private pay(form: Map<string, Buffer>, openid: string | undefined): AdminAnswer {
    const api = String(form.get('apiName'))
    const input = parseJson(String(form.get('requestData')), 'requestData')
    const fields = (typeof input === 'object' && input ? input : {}) as Record<string, unknown>
    const answer = this.parts.platform.payments.call(api, fields, openid)
    if (!answer) throw notImplemented(`cloudPay.${api}`)
    return { contentType: 'application/octet-stream', body: JSON.stringify(answer) }
  }

  private asCloudError(error: unknown): CloudError {
    if (error instanceof CloudError) return shortened(error)
    const text = error instanceof Error ? (error.stack ?? error.message) : String(error)
    this.parts.log(`local cloud failed: ${text}`)
    return new CloudError('SYS_ERR', `local cloud failed: ${error instanceof Error ? error.message : text}`)
  }
}

/** A message may quote what was sent, and what was sent may be large. */
function shortened(error: CloudError): CloudError {
  const { code, message } = error
  return message.length <= MAX_MESSAGE_LENGTH
    ? error
    : new CloudError(code, `${message.slice(0, MAX_MESSAGE_LENGTH)} …`)
}

function textFields(form: Map<string, Buffer>): AdminRequest {
  const text = (name: string) => form.get(name)?.toString('utf8') ?? ''
  return {
    action: text('action'),
    tcb_sessionToken: text('tcb_sessionToken'),
    collectionName: text('apiName'),
  }
}
