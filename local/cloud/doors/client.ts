/**
 * The door of the mini program: `wx.cloud.callFunction` over HTTP. Invariant: the caller is who the header says, and a
 * failure has the shape and the codes that the mini program gets from the platform.
 */
import type { FailureKind } from '../functions/instance'
import type { Finished, Runner } from '../functions/runner'
import type { DoorAnswer, DoorRequest } from './door'
import { json, plainError } from './door'

const ERROR_CODES: Record<FailureKind, number> = {
  missing: -501000,
  initialization: -504002,
  error: -504002,
  crash: -504002,
  timeout: -504003,
  resultTooLarge: -604001,
  eventTooLarge: -1,
}

const ERROR_TEXTS: Partial<Record<number, string>> = {
  [-504002]: ' functions execute fail',
  [-504003]: ' functions time limit exceeded',
}

export async function callFunction(request: DoorRequest, runner: Runner): Promise<DoorAnswer> {
  if (request.method !== 'POST') return plainError(405, 'callFunction is a POST')
  const openid = request.header('x-local-openid')
  // The SDK turns an OPENID of digits into a number.
  if (!openid || !/[A-Za-z]/.test(openid))
    return plainError(400, 'the header x-local-openid needs an OPENID with a letter')
  const { name, data } = JSON.parse(request.body.toString('utf8')) as { name?: unknown; data?: unknown }
  if (typeof name !== 'string') return plainError(400, 'the body needs the name of a function')
  const unionid = request.header('x-local-unionid')
  const finished = await runner.invoke({
    name,
    event: isObject(data) ? data : {},
    identity: { openid, ...(unionid ? { unionid } : {}), source: 'wx_client' },
    at: request.instant(),
  })
  return clientAnswer(finished)
}

function clientAnswer(finished: Finished): DoorAnswer {
  const { requestId } = finished
  if (finished.ok)
    return json(`{"result":${finished.result},"errMsg":"cloud.callFunction:ok","requestID":"${requestId}"}`)
  const errCode = ERROR_CODES[finished.kind]
  const errMsg = `cloud.callFunction:fail Error: errCode: ${errCode}${ERROR_TEXTS[errCode] ?? ''} | errMsg: ${finished.message}`
  return json(JSON.stringify({ errCode, errMsg, requestID: requestId }))
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
