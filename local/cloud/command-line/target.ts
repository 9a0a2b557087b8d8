/**
 * The cloud that a command works on: by its address, the running one of a data folder, or one of the command's own.
 * Invariant: a cloud that the command started ends with the command.
 */
import { toldAddress } from '../address'
import { startCloud } from '../index'
import { Refusal, wrongUse } from './refusal'

export interface Target {
  url?: string | undefined
  data: string
  functions: string
  functionEnv: Record<string, string>
}

export type Ask = (path: string, init?: RequestInit) => Promise<Response>

export async function withCloud<T>(target: Target, work: (ask: Ask) => Promise<T>): Promise<T> {
  if (target.url !== undefined) return work(askAt(addressOf(target.url)))
  const told = toldAddress(target.data)
  if (told !== null && (await isThere(told))) return work(askAt(told))
  const cloud = await startCloud({
    dataDir: target.data,
    functionsDir: target.functions,
    functionEnv: target.functionEnv,
    log: (line) => process.stderr.write(`${line}\n`),
  }).catch((error: Error) => {
    throw new Refusal(error.message)
  })
  try {
    return await work(askAt(cloud.url))
  } finally {
    await cloud.close()
  }
}

/** The answer as JSON. @throws what the cloud says is wrong. */
export async function asked<T>(answer: Promise<Response>): Promise<T> {
  const response = await answer
  const body = (await response.json().catch(() => ({}))) as {
    error?: string
    code?: string
    message?: string
  }
  if (!response.ok) throw new Refusal(body.error ?? `the local cloud answered ${response.status}`)
  if (body.code !== undefined) throw new Refusal(`${body.code}: ${body.message ?? ''}`)
  return body as T
}

export const posted = (body: object): RequestInit => ({ method: 'POST', body: JSON.stringify(body) })

function askAt(url: string): Ask {
  return async (path, init) => {
    try {
      return await fetch(`${url}${path}`, init)
    } catch {
      throw new Refusal(`no local cloud answers at ${url}`)
    }
  }
}

async function isThere(url: string): Promise<boolean> {
  try {
    return (await fetch(`${url}/control/health`, { signal: AbortSignal.timeout(3000) })).ok
  } catch {
    return false
  }
}

function addressOf(text: string): string {
  if (!/^http:\/\/(localhost|127\.0\.0\.1):\d{1,5}\/?$/.test(text))
    throw wrongUse(`--url is an address such as http://127.0.0.1:7001, not ${text}`)
  return text.replace(/\/$/, '')
}
