/**
 * Owns the passage from a phone to the cloud. A phone may call functions, be given phone codes and read the clock;
 * everything else of the cloud's control is not a phone's business.
 */
import type { IncomingMessage, ServerResponse } from 'node:http'

const OPEN = new Set(['client/callFunction', 'control/phone-codes', 'control/clock'])
const PASSED_HEADERS = ['content-type', 'x-local-openid', 'x-local-unionid']

export async function passToCloud(
  cloudUrl: string,
  name: string,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  if (!OPEN.has(name)) {
    response.writeHead(404).end()
    return
  }
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  const headers = Object.fromEntries(
    PASSED_HEADERS.flatMap((header) => {
      const value = request.headers[header]
      return typeof value === 'string' ? [[header, value]] : []
    }),
  )
  const body = request.method === 'POST' ? Buffer.concat(chunks) : undefined
  const answer = await fetch(`${cloudUrl.replace(/\/$/, '')}/${name}`, {
    method: request.method,
    headers,
    body,
  })
  response.writeHead(answer.status, {
    'content-type': answer.headers.get('content-type') ?? 'application/json',
  })
  response.end(Buffer.from(await answer.arrayBuffer()))
}
