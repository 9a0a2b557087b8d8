/**
 * The door of a function for calls from the mini program: shape → caller → role → action, and one envelope for every answer.
 * Invariant: the caller is who the platform says; a field of the request is never believed; whatever is thrown becomes
 * `server.fault` with a request id that the log knows.
 */
import cloud from 'wx-server-sdk'
import * as v from 'valibot'
import { Request, type ActionShape, type Answer } from '../../contract/envelope'
import { ERROR_CODES } from '../../contract/errors'
import type { Language } from '../../domain/programme/in-language'
import { newId } from './chance'
import { now } from './clock'
import { refuse, type Outcome, type Refused } from './outcome'
import { fingerprint } from './secret'

export interface Call {
  readonly openid: string
  readonly unionid: string | null
  /** The instant of this invocation. */
  readonly at: number
  /** Empty for a query. */
  readonly operationId: string
  readonly inputHash: string
  /** What the caller reads; it changes names and nothing else. */
  readonly language: Language
}

type Actions = Readonly<Record<string, ActionShape>>
type Input<Shape extends ActionShape> = v.InferOutput<Shape['input']>

/** A use case per action; what the door's guard lets through comes as `who`. */
export type UseCases<Shapes extends Actions, Outputs, Who> = {
  readonly [Action in keyof Shapes & keyof Outputs]: (
    call: Call & { readonly who: Who },
    input: Input<Shapes[Action]>,
  ) => Promise<Outcome<Outputs[Action]>>
}

export interface Door<Shapes extends Actions, Outputs, Who> {
  readonly actions: Shapes
  /** Says who the caller is to this door, or refuses. */
  readonly guard: (call: Call, action: keyof Shapes) => Promise<{ readonly who: Who } | Refused>
  readonly useCases: UseCases<Shapes, Outputs, Who>
}

/** The `main` of a cloud function. */
export function serve<Shapes extends Actions, Outputs, Who>(door: Door<Shapes, Outputs, Who>) {
  return async (event: unknown): Promise<Answer<unknown>> => {
    const requestId = newId()
    try {
      return envelope(await run(door, event), requestId)
    } catch (error) {
      console.error(JSON.stringify({ requestId, fault: error instanceof Error ? error.stack : error }))
      return envelope(refuse('server.fault'), requestId)
    }
  }
}

async function run<Shapes extends Actions, Outputs, Who>(
  door: Door<Shapes, Outputs, Who>,
  event: unknown,
): Promise<Outcome<unknown>> {
  const request = v.safeParse(Request, event)
  if (!request.success) return malformed(request.issues)
  const { action, operationId, language } = request.output
  const shape = Object.hasOwn(door.actions, action) ? door.actions[action] : undefined
  if (!shape) return refuse('request.unknown-action', { action })
  const input = v.safeParse(shape.input, request.output.input)
  if (!input.success) return malformed(input.issues)
  if (shape.kind === 'command' && !operationId) return refuse('request.malformed', { field: 'operationId' })
  const { OPENID, UNIONID, SOURCE } = cloud.getWXContext() as {
    OPENID?: unknown
    UNIONID?: unknown
    SOURCE?: unknown
  }
  if (typeof OPENID !== 'string' || OPENID === '' || !fromPhone(SOURCE)) return refuse('caller.unknown')
  const call: Call = {
    openid: OPENID,
    unionid: typeof UNIONID === 'string' && UNIONID !== '' ? UNIONID : null,
    at: now(),
    operationId: operationId ?? '',
    inputHash: fingerprint(JSON.stringify([action, input.output])),
    language: language ?? 'zh-CN',
  }
  const guarded = await door.guard(call, action)
  if ('refused' in guarded) return guarded
  const useCase = door.useCases[action as keyof Shapes & keyof Outputs]
  return useCase({ ...call, who: guarded.who }, input.output)
}

/** Only a mini program calls these doors, itself and not through another function. */
const fromPhone = (source: unknown): boolean => source === 'wx_client' || source === 'wx_devtools'

/** Names the field; a name that the caller made up is cut, since it goes into the answer and the log. */
export const malformed = (issues: readonly v.BaseIssue<unknown>[]): Refused =>
  refuse('request.malformed', {
    field: ((issues[0] && v.getDotPath(issues[0])) ?? 'request').slice(0, LONGEST_FIELD),
  })

const LONGEST_FIELD = 64

/** The answer on the wire; a refusal or a repeated answer is logged with its request id, without personal data. */
export function envelope<Data>(outcome: Outcome<Data>, requestId: string): Answer<Data> {
  if (!('refused' in outcome)) {
    if (outcome.replayed) console.info(JSON.stringify({ requestId, replayed: true }))
    return { ok: true, ...outcome }
  }
  const { refused: code, details } = outcome
  console.info(JSON.stringify({ requestId, refused: code, details }))
  return {
    ok: false,
    error: { code, retry: ERROR_CODES[code].retry, requestId, ...(details ? { details } : {}) },
  }
}
