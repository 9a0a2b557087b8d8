/**
 * A till: signs a receipt, sends it over connections that stay open, reads the envelope.
 * Invariant: the signed instant is the instant of the receipt, so that a receipt of long ago is as fresh as its time.
 */
import { randomBytes } from 'node:crypto'
import { Agent, request } from 'node:http'
import { Agent as SecureAgent, request as secureRequest } from 'node:https'
import type { Answer } from '../../src/contract/envelope'
import type { TillOutputs } from '../../src/contract/till'
import { requestSignature } from '../../src/server/run/secret'
import type { Till } from './open-installation'

export interface Receipt {
  readonly action: 'purchase' | 'refund'
  readonly at: number
  readonly body: string
}

export type SendReceipt = (
  door: { url: string; till: Till },
  receipt: Receipt,
) => Promise<Answer<TillOutputs['purchase' | 'refund']>>

/** The door did not answer as a till's door does: nobody there, cut off, or something else behind the address. */
export class NoAnswer extends Error {}

const PATIENCE_MS = 60_000

export function tillClient(connections: number): { send: SendReceipt; close(): void } {
  const options = { keepAlive: true, maxSockets: connections }
  const agents = { plain: new Agent(options), secure: new SecureAgent(options) }
  // One draw per client, then a count: a nonce must differ, not surprise.
  const nonceStart = randomBytes(8).toString('hex')
  let sent = 0
  return {
    send({ url, till }, { action, at, body }) {
      const path = `/${action}`
      const parts = { time: String(at), nonce: `${nonceStart}-${(sent += 1)}`, path, body }
      const headers = {
        'content-type': 'application/json',
        'content-length': Buffer.byteLength(body),
        'x-local-clock': parts.time,
        'x-shuke-till': till.id,
        'x-shuke-time': parts.time,
        'x-shuke-nonce': parts.nonce,
        'x-shuke-signature': requestSignature(till.key, parts),
      }
      return post(`${url}${path}`, headers, body, agents)
    },
    close() {
      agents.plain.destroy()
      agents.secure.destroy()
    },
  }
}

function post(
  url: string,
  headers: Record<string, string | number>,
  body: string,
  agents: { plain: Agent; secure: SecureAgent },
): Promise<Answer<TillOutputs['purchase' | 'refund']>> {
  return new Promise((resolve, reject) => {
    const fail = (error: Error) => reject(new NoAnswer(error.message))
    const options = { method: 'POST', headers, timeout: PATIENCE_MS }
    const outgoing = url.startsWith('https:')
      ? secureRequest(url, { ...options, agent: agents.secure })
      : request(url, { ...options, agent: agents.plain })
    outgoing.on('timeout', () =>
      outgoing.destroy(new Error(`no answer within ${PATIENCE_MS / 1000} seconds`)),
    )
    outgoing.on('error', fail)
    outgoing.on('response', (response) => {
      const chunks: Buffer[] = []
      response.on('data', (chunk: Buffer) => chunks.push(chunk))
      response.on('error', fail)
      response.on('end', () => {
        const answer = readAnswer(Buffer.concat(chunks).toString('utf8'))
        if (answer) resolve(answer)
        else fail(new Error(`${url} answered ${response.statusCode} and no envelope`))
      })
    })
    outgoing.end(body)
  })
}

function readAnswer(text: string): Answer<TillOutputs['purchase' | 'refund']> | null {
  try {
    const answer = JSON.parse(text) as Answer<TillOutputs['purchase' | 'refund']>
    return typeof answer.ok === 'boolean' ? answer : null
  } catch {
    return null
  }
}
