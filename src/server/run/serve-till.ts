/**
 * The till's door over HTTP: signature → shape → use case, one envelope for every answer.
 * Invariant: nothing is read from the body before the signature over it holds; the till and its store come from the database.
 */
import * as v from 'valibot'
import type { ActionShape } from '../../contract/envelope'
import { SIGNATURE_LIFE_MS } from '../../contract/till'
import { tillById, type TillDocument } from '../store/stores'
import { newId } from './chance'
import { now } from './clock'
import { refuse, type Outcome, type Refused } from './outcome'
import { fingerprint, requestSignature, sameText, tillKey } from './secret'
import { envelope, malformed } from './serve'

export interface TillCall {
  readonly till: TillDocument
  readonly at: number
  readonly inputHash: string
}

type Actions = Readonly<Record<string, ActionShape>>

export type TillUseCases<Shapes extends Actions, Outputs> = {
  readonly [Action in keyof Shapes & keyof Outputs]: (
    call: TillCall,
    input: v.InferOutput<Shapes[Action]['input']>,
  ) => Promise<Outcome<Outputs[Action]>>
}

/** What the HTTP access service hands to a function. */
const HttpEvent = v.object({
  path: v.string(),
  httpMethod: v.literal('POST'),
  headers: v.record(
    v.string(),
    v.pipe(
      v.unknown(),
      v.transform((value) => (typeof value === 'string' ? value : '')),
    ),
  ),
  body: v.pipe(v.string(), v.maxLength(1_000_000)),
  isBase64Encoded: v.optional(v.boolean()),
})

interface HttpAnswer {
  readonly isBase64Encoded: false
  readonly statusCode: number
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
}

export function serveTill<Shapes extends Actions, Outputs>(
  actions: Shapes,
  useCases: TillUseCases<Shapes, Outputs>,
) {
  return async (event: unknown): Promise<HttpAnswer> => {
    const requestId = newId()
    try {
      return httpAnswer(await run(actions, useCases, event), requestId)
    } catch (error) {
      console.error(JSON.stringify({ requestId, fault: error instanceof Error ? error.stack : error }))
      return httpAnswer(refuse('server.fault'), requestId)
    }
  }
}

async function run<Shapes extends Actions, Outputs>(
  actions: Shapes,
  useCases: TillUseCases<Shapes, Outputs>,
  event: unknown,
): Promise<Outcome<unknown>> {
  const request = v.safeParse(HttpEvent, event)
  if (!request.success) return refuse('request.malformed', { field: 'request' })
  const { path, headers } = request.output
  const body = request.output.isBase64Encoded
    ? Buffer.from(request.output.body, 'base64').toString('utf8')
    : request.output.body
  const at = now()
  const till = await signingTill(headers, path, body, at)
  if ('refused' in till) return till
  const action = path.replace(/^\//, '')
  const shape = Object.hasOwn(actions, action) ? actions[action] : undefined
  if (!shape) return refuse('request.unknown-action', { action: action.slice(0, 32) })
  const input = v.safeParse(shape.input, readJson(body))
  if (!input.success) return malformed(input.issues)
  const inputHash = fingerprint(JSON.stringify([action, input.output]))
  return useCases[action as keyof Shapes & keyof Outputs]({ till, at, inputHash }, input.output)
}

async function signingTill(
  headers: Record<string, string>,
  path: string,
  body: string,
  at: number,
): Promise<TillDocument | Refused> {
  const header = (name: string): string => headers[`x-shuke-${name}`] ?? ''
  const [tillId, time, nonce] = [header('till'), header('time'), header('nonce')]
  if (!/^\d{1,15}$/.test(time) || nonce.length < 8 || nonce.length > 64)
    return refuse('request.malformed', { field: 'headers' })
  const till = await tillById(tillId)
  if (!till) return refuse('till.unknown')
  const expected = requestSignature(tillKey(till._id, till.keyVersion), { time, nonce, path, body })
  if (!sameText(expected, header('signature'))) return refuse('till.signature-wrong')
  if (Math.abs(at - Number(time)) > SIGNATURE_LIFE_MS) return refuse('till.request-too-old')
  return till
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

const STATUS = {
  'server.busy': 503,
  'server.fault': 500,
  'till.unknown': 401,
  'till.signature-wrong': 401,
  'till.request-too-old': 401,
}

function httpAnswer(outcome: Outcome<unknown>, requestId: string): HttpAnswer {
  const statusCode = 'refused' in outcome ? ((STATUS as Record<string, number>)[outcome.refused] ?? 422) : 200
  return {
    isBase64Encoded: false,
    statusCode,
    headers: { 'content-type': 'application/json; charset=utf-8' },
    body: JSON.stringify(envelope(outcome, requestId)),
  }
}
