/**
 * The HTTP server in front of all doors. Invariant: reachable from this machine only, and from no web page but those
 * that this machine serves.
 */
import http from 'node:http'
import type { AddressInfo } from 'node:net'
import { Readable } from 'node:stream'
import type { Admin } from '../protocol/admin'
import { DEPTH_HEADER } from '../functions/messages'
import type { Runner } from '../functions/runner'
import type { Platform } from '../platform'
import { client } from './client'
import { type Controls, control } from './control'
import { type DoorAnswer, type DoorRequest, plainError } from './door'
import { httpAccess } from './http-access'
import { storageDoor, tooLarge } from './storage'

export interface Doors {
  admin: Admin
  runner: Runner
  platform: Platform
  controls: Controls
  log: (line: string) => void
}

export interface DoorServer {
  url: string
  close(): Promise<void>
}

const LOCAL_ORIGIN = /^https?:\/\/(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/
const LOCAL_HOST = /^(localhost|127\.0\.0\.1)(:\d+)?$/
const MAX_BODY_BYTES = 16 * 1024 * 1024
/** What a file may have without the rule on its size: it passes through memory. */
const MOST_BYTES = 1024 * 1024 * 1024

export function serveDoors(doors: Doors, port: number): Promise<DoorServer> {
  const server = http.createServer((incoming, outgoing) => void respond(doors, incoming, outgoing))
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, '127.0.0.1', () => {
      const close = () =>
        new Promise<void>((closed) => {
          server.close(() => closed())
          server.closeAllConnections()
        })
      resolve({ url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, close })
    })
  })
}

async function respond(
  doors: Doors,
  incoming: http.IncomingMessage,
  outgoing: http.ServerResponse,
): Promise<void> {
  try {
    const { origin, host } = incoming.headers
    if ((origin && !LOCAL_ORIGIN.test(origin)) || !LOCAL_HOST.test(host ?? ''))
      return send(outgoing, plainError(403, 'the local cloud serves pages of this machine only'))
    if (origin) allowOrigin(outgoing, origin)
    if (incoming.method === 'OPTIONS') return void outgoing.writeHead(204).end()
    const isFile = /^\/(storage\/|client\/uploadFile)/.test(incoming.url ?? '')
    const limit = isFile ? Math.min(doors.platform.storage.maxBytes, MOST_BYTES) : MAX_BODY_BYTES
    const body = await readBody(incoming, limit)
    if (!body)
      return send(
        outgoing,
        isFile ? tooLarge(limit) : plainError(413, `the body is larger than ${limit} bytes`),
      )
    send(outgoing, await route(doors, doorRequest(incoming, body)))
  } catch (error) {
    doors.log(`local cloud failed: ${error instanceof Error ? error.stack : String(error)}`)
    const status = error instanceof SyntaxError ? 400 : 500
    if (!outgoing.headersSent)
      send(outgoing, plainError(status, error instanceof Error ? error.message : String(error)))
    else outgoing.destroy()
  }
}

async function route(
  { admin, runner, platform, controls }: Doors,
  request: DoorRequest,
): Promise<DoorAnswer> {
  const { path } = request
  if (path === '/admin') {
    const depth = Number(request.header(DEPTH_HEADER)) || undefined
    const { contentType, body } = await admin.answer(
      request.body,
      request.header('content-type') ?? '',
      depth,
    )
    return { status: 200, headers: { 'content-type': contentType }, body }
  }
  if (path.startsWith('/client/')) return client(request, runner, platform)
  if (path.startsWith('/storage/')) return storageDoor(request, platform.storage)
  if (path.startsWith('/http/')) return httpAccess(request, runner)
  if (path.startsWith('/control/')) return control(request, controls)
  return plainError(404, `local cloud has no door at ${path}`)
}

function doorRequest(incoming: http.IncomingMessage, body: Buffer): DoorRequest {
  const url = new URL(incoming.url ?? '/', 'http://local')
  const headers: Record<string, string> = {}
  for (const [name, value] of Object.entries(incoming.headers))
    headers[name] = Array.isArray(value) ? value.join(', ') : (value ?? '')
  const instant = Number(headers['x-local-clock'])
  return {
    method: incoming.method ?? 'GET',
    path: url.pathname,
    query: url.searchParams,
    headers,
    body,
    header: (name) => headers[name],
    instant: () => (headers['x-local-clock'] && Number.isFinite(instant) ? instant : undefined),
  }
}

function readBody(incoming: http.IncomingMessage, limit: number): Promise<Buffer | null> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = []
    let bytes = 0
    incoming.on('data', (chunk: Buffer) => {
      bytes += chunk.length
      if (bytes <= limit) chunks.push(chunk)
    })
    incoming.on('end', () => resolve(bytes > limit ? null : Buffer.concat(chunks)))
    incoming.on('error', reject)
  })
}

function allowOrigin(outgoing: http.ServerResponse, origin: string): void {
  outgoing.setHeader('access-control-allow-origin', origin)
  outgoing.setHeader('vary', 'origin')
  outgoing.setHeader('access-control-allow-methods', 'GET, POST, OPTIONS')
  outgoing.setHeader(
    'access-control-allow-headers',
    'content-type, x-local-openid, x-local-unionid, x-local-clock',
  )
  outgoing.setHeader('access-control-max-age', '600')
}

function send(outgoing: http.ServerResponse, { status, headers, body }: DoorAnswer): void {
  if (typeof body === 'string' || Buffer.isBuffer(body)) {
    outgoing.writeHead(status, { ...headers, 'content-length': Buffer.byteLength(body) }).end(body)
    return
  }
  outgoing.writeHead(status, headers)
  Readable.from(body).pipe(outgoing)
}
