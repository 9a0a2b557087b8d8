/**
 * Owns the passage from a phone to the cloud: the doors that a mini program has, and of the cloud's control what stands
 * for WeChat itself (phone codes, what a link leads to, the time). Everything else is not a phone's business.
 */
import type { IncomingMessage, ServerResponse } from 'node:http'

const OPEN = new Set([
  'POST client/callFunction',
  'POST client/uploadFile',
  'POST client/getTempFileURL',
  'GET client/downloadFile',
  'POST client/deleteFile',
  'POST client/requestSubscribeMessage',
  'GET client/messages',
  'POST client/requestPayment',
  'GET client/payment',
  'POST control/phone-codes',
  'GET control/links',
  'GET control/clock',
])
/** temporary addresses of stored files; no way leads from there to another door */
const STORED_FILE = /^GET storage\/(?!(.*\/)?\.{1,2}(\/|$))./
const PASSED_HEADERS = ['content-type', 'x-local-openid', 'x-local-unionid']
/** The last two keep a stored page from acting as a page of the phone's server. */
const RETURNED_HEADERS = ['content-type', 'content-security-policy', 'x-content-type-options']

export async function passToCloud(
  cloudUrl: string,
  name: string,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const { method = 'GET' } = request
  const door = `${method} ${name}`
  if (!OPEN.has(door) && !STORED_FILE.test(door)) {
    response.writeHead(404).end()
    return
  }
  const { search, searchParams } = new URL(request.url ?? '/', 'http://phone')
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  const answer = await fetch(
    `${cloudUrl.replace(/\/$/, '')}/${name.split('/').map(encodeURIComponent).join('/')}${search}`,
    {
      method,
      headers: headersOf(request, searchParams.get('as')),
      body: method === 'POST' ? Buffer.concat(chunks) : undefined,
    },
  )
  const returned = RETURNED_HEADERS.flatMap((header): [string, string][] => {
    const value = answer.headers.get(header)
    return value ? [[header, value]] : []
  })
  response.writeHead(answer.status, { 'content-type': 'application/json', ...Object.fromEntries(returned) })
  response.end(Buffer.from(await answer.arrayBuffer()))
}

/** A picture in a page cannot send headers: it says in its address for whom it is fetched. */
function headersOf(request: IncomingMessage, as: string | null): Record<string, string> {
  const headers = Object.fromEntries(
    PASSED_HEADERS.flatMap((header) => {
      const value = request.headers[header]
      return typeof value === 'string' ? [[header, value]] : []
    }),
  )
  return as ? { 'x-local-openid': as, ...headers } : headers
}
