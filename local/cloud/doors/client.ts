/**
 * The door of the mini program: what `wx.cloud` does, over HTTP. Invariant: the caller is who the header says, and a
 * failure has the shape and the codes that the mini program gets from the platform.
 */
import type { FailureKind } from '../functions/instance'
import type { Finished, Runner } from '../functions/runner'
import type { OpenData } from '../open-api/open-data'
import type { Platform } from '../platform'
import { messagesOf, requestSubscribeMessage } from './client-messages'
import { paymentState, requestPayment } from './client-payment'
import { clientStorage } from './client-storage'
import { bodyOf, type DoorAnswer, type DoorRequest, json, plainError } from './door'

const ERROR_CODES: Record<FailureKind, number> = {
  missing: -501000,
  initialization: -504002,
  error: -504002,
  crash: -504002,
  timeout: -504003,
  resultTooLarge: -604001,
  eventTooLarge: -1,
}

const MAX_ID_LENGTH = 128

const ERROR_TEXTS: Partial<Record<number, string>> = {
  [-504002]: ' functions execute fail',
  [-504003]: ' functions time limit exceeded',
}

export async function client(request: DoorRequest, runner: Runner, platform: Platform): Promise<DoorAnswer> {
  const openid = request.header('x-local-openid')
  // The SDK turns an OPENID of digits into a number.
  if (!openid || !/[A-Za-z]/.test(openid) || openid.length > MAX_ID_LENGTH)
    return plainError(400, 'the header x-local-openid needs an OPENID with a letter')
  const { messages } = platform.openApi
  switch (`${request.method} ${request.path}`) {
    case 'POST /client/callFunction':
      return callFunction(request, runner, { openid, openData: platform.openApi.openData })
    case 'POST /client/requestSubscribeMessage':
      return requestSubscribeMessage(request, messages, openid)
    case 'GET /client/messages':
      return messagesOf(messages, openid)
    case 'POST /client/requestPayment':
      return requestPayment(request, platform.payments, openid)
    case 'GET /client/payment':
      return paymentState(request, platform.payments, openid)
    default: {
      const answer = clientStorage(request, platform.storage, openid)
      return answer ?? plainError(404, `local cloud has no ${request.method} ${request.path}`)
    }
  }
}

async function callFunction(
  request: DoorRequest,
  runner: Runner,
  { openid, openData }: { openid: string; openData: OpenData },
): Promise<DoorAnswer> {
  const { name, data } = bodyOf(request)
  if (typeof name !== 'string') return plainError(400, 'the body needs the name of a function')
  const unionid = request.header('x-local-unionid')
  const finished = await runner.invoke({
    name,
    event: isObject(data) ? openData.inEvent(data) : {},
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
