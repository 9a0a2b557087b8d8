/**
 * The HTTP server in front of all doors. Invariant: reachable from this machine only; whatever is sent, the answer is an
 * answer and the process goes on.
 */
import http from 'node:http'
import type { AddressInfo } from 'node:net'
import { Readable } from 'node:stream'
import type { Admin } from '../protocol/admin'
import { DEPTH_HEADER } from '../functions/messages'
import type { Runner } from '../functions/runner'
import { inspectorPage } from '../inspector/page'
import type { Platform } from '../platform'
import { MAX_BODY_BYTES, readBody } from './body'
import { judgeCaller } from './caller'
import { client } from './client'
import { control } from './control'
import type { Controls } from './control-route'
import { type DoorAnswer, type DoorRequest, DoorRefusal, plainError } from './door'
import { httpAccess } from './http-access'
import { IncomingRequest, wholeNumber } from './incoming'
import { storageDoor, tooLarge } from './storage'

export interface Doors {
  admin: Admin
  runner: Runner
  platform: Platform
  controls: Controls
  /** Origins of web pages that are answered beside the cloud's own. */
  origins: readonly string[]
  log: (line: string) => void
}

export interface DoorServer {
  url: string
  close(): Promise<void>
}

/** What a file may have without the rule on its size: it passes through memory. */
const MOST_BYTES = 1024 * 1024 * 1024
const MAX_CONNECTIONS = 1000
const MAX_DEPTH = 100_000
/** What is answered is of the type that it says, whatever it looks like. */
const UNGUESSED = { 'x-content-type-options': 'nosniff' }

export function serveDoors(doors: Doors, port: number): Promise<DoorServer> {
  const server = http.createServer((incoming, outgoing) => void respond(doors, incoming, outgoing))
  server.maxConnections = MAX_CONNECTIONS
  server.requestTimeout = 120_000
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
    const caller = judgeCaller(incoming, doors.origins)
    if ('refused' in caller) return refuse(outgoing, plainError(403, caller.refused))
    if (caller.origin) allowOrigin(outgoing, caller.origin)
    if (incoming.method === 'OPTIONS') return void outgoing.writeHead(204, UNGUESSED).end()
    const isFile = /^\/(storage\/|client\/uploadFile)/.test(incoming.url ?? '')
    const limit = isFile ? Math.min(doors.platform.storage.maxBytes, MOST_BYTES) : MAX_BODY_BYTES
    const read = await readBody(incoming, limit)
    if ('refused' in read) {
      if (read.refused === 'too many')
        return refuse(outgoing, plainError(503, 'too many bodies at the same time'))
      const answer = isFile ? tooLarge(limit) : plainError(413, `the body is larger than ${limit} bytes`)
      return refuse(outgoing, answer)
    }
    try {
      send(outgoing, await route(doors, new IncomingRequest(incoming, read.body)))
    } finally {
      read.release()
    }
  } catch (error) {
    fail(doors, outgoing, error)
  }
}

function fail(doors: Doors, outgoing: http.ServerResponse, error: unknown): void {
  if (outgoing.headersSent) return void outgoing.destroy()
  if (error instanceof DoorRefusal) return send(outgoing, plainError(error.status, error.message))
  const { message, stack } = error instanceof Error ? error : new Error(String(error))
  if (!outgoing.destroyed) doors.log(`local cloud failed: ${stack ?? message}`)
  send(outgoing, plainError(500, message.slice(0, 1000)))
}

/**
 * How long a caller that is still sending has to read why it is cut off. The connection is cut where the answer ends, and
 * an answer that was not read by then is lost; so it is complete by its length, and its end waits.
 */
const MS_TO_READ_A_REFUSAL = 2000

/** Answers before everything was sent; what is still on its way is not read. */
function refuse(outgoing: http.ServerResponse, { status, headers, body }: DoorAnswer): void {
  const whole = typeof body === 'string' || Buffer.isBuffer(body) ? body : [...body].join('')
  const length = { 'content-length': Buffer.byteLength(whole), connection: 'close' }
  outgoing.writeHead(status, { ...UNGUESSED, ...headers, ...length }).write(whole)
  const end = setTimeout(() => outgoing.end(), MS_TO_READ_A_REFUSAL).unref()
  outgoing.once('close', () => clearTimeout(end))
}

async function route(
  { admin, runner, platform, controls }: Doors,
  request: DoorRequest,
): Promise<DoorAnswer> {
  const { path } = request
  if (path === '/admin') {
    const depth = wholeNumber(request.header(DEPTH_HEADER), MAX_DEPTH)
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
  if (path.startsWith('/inspector')) {
    const page = await inspectorPage(request)
    if (page) return page
  }
  if (path.startsWith('/control/')) return control(request, controls)
  return plainError(404, `local cloud has no door at ${path}`)
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
    const length = { 'content-length': Buffer.byteLength(body) }
    outgoing.writeHead(status, { ...UNGUESSED, ...headers, ...length }).end(body)
    return
  }
  outgoing.writeHead(status, { ...UNGUESSED, ...headers })
  Readable.from(body).pipe(outgoing)
}
