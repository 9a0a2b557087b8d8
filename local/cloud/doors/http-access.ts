/**
 * Functions behind HTTP: the integrated request and the integrated response of the platform. Nobody's OPENID.
 */
import { randomUUID } from 'node:crypto'
import { APP_ID, ENV_ID } from '../functions/environment'
import type { Runner } from '../functions/runner'
import { type DoorAnswer, type DoorRequest, json } from './door'

interface IntegratedResponse {
  statusCode?: unknown
  headers?: unknown
  body?: unknown
  isBase64Encoded?: unknown
}

export async function httpAccess(request: DoorRequest, runner: Runner): Promise<DoorAnswer> {
  const [, , name = '', ...rest] = request.path.split('/')
  const finished = await runner.invoke({
    name,
    event: {
      path: `/${rest.join('/')}`,
      httpMethod: request.method,
      headers: request.headers,
      queryStringParameters: Object.fromEntries(request.query),
      requestContext: { requestId: randomUUID(), envId: ENV_ID, appId: APP_ID, uin: '0' },
      body: request.body.toString('utf8'),
      isBase64Encoded: false,
    },
    identity: { source: 'wx_http' },
    at: request.instant(),
  })
  const requestId = { 'x-request-id': finished.requestId }
  if (!finished.ok) {
    const status = finished.kind === 'missing' ? 404 : finished.kind === 'timeout' ? 504 : 500
    const answer = json(JSON.stringify({ code: finished.kind, message: finished.message }), status)
    return { ...answer, headers: { ...answer.headers, ...requestId } }
  }
  const answer = integrated(finished.result)
  return { ...answer, headers: { ...answer.headers, ...requestId } }
}

function integrated(result: string): DoorAnswer {
  const value = JSON.parse(result) as IntegratedResponse | string | null
  if (typeof value === 'string')
    return { status: 200, headers: { 'content-type': 'text/plain; charset=utf-8' }, body: value }
  if (!value || typeof value !== 'object' || typeof value.statusCode !== 'number') return json(result)
  const headers: Record<string, string> = { 'content-type': 'text/plain; charset=utf-8' }
  for (const [name, content] of Object.entries((value.headers ?? {}) as Record<string, unknown>))
    headers[name.toLowerCase()] = String(content)
  const text = typeof value.body === 'string' ? value.body : JSON.stringify(value.body ?? '')
  return {
    status: value.statusCode,
    headers,
    body: value.isBase64Encoded ? Buffer.from(text, 'base64') : text,
  }
}
