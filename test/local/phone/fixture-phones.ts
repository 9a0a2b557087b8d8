/**
 * Starts the hand-written fixture app on phones for the tests of this folder, with a stub in the cloud's place. The
 * stub knows two functions and writes down what it was asked.
 */
import http from 'node:http'
import type { AddressInfo } from 'node:net'
import path from 'node:path'

export const FIXTURE = path.join(__dirname, 'fixture')

export interface StubCloud {
  url: string
  asked: { path: string; openid: unknown; body: unknown }[]
  close(): void
}

export async function startStubCloud(): Promise<StubCloud> {
  const asked: StubCloud['asked'] = []
  const server = http.createServer((request, response) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('end', () => {
      const text = Buffer.concat(chunks).toString()
      const body = text ? (JSON.parse(text) as Record<string, unknown>) : null
      asked.push({ path: request.url ?? '', openid: request.headers['x-local-openid'], body })
      response.setHeader('content-type', 'application/json')
      response.end(JSON.stringify(answer(request.url ?? '', body)))
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return { url: `http://127.0.0.1:${port}`, asked, close: () => server.close() }
}

function answer(url: string, body: Record<string, unknown> | null): object {
  if (url === '/control/clock') return { now: Date.UTC(2031, 4, 16, 6, 36) }
  if (url === '/control/phone-codes') return { code: `code-for-${String(body?.phoneNumber)}` }
  if (body?.name === 'ping')
    return { result: { pong: body.data }, errMsg: 'callFunction:ok', requestID: 'r1' }
  return { errCode: -504002, errMsg: 'functions execute fail', requestID: 'r2' }
}

/** Waits until a condition holds, so that no test depends on how fast the computer is. */
export async function until<T>(probe: () => Promise<T>, holds: (value: T) => boolean): Promise<T> {
  const giveUpAt = performance.now() + 5000
  for (;;) {
    const value = await probe()
    if (holds(value)) return value
    if (performance.now() > giveUpAt)
      throw new Error(`waited in vain; the last value was ${JSON.stringify(value)}`)
    await new Promise((resolve) => setTimeout(resolve, 15))
  }
}
