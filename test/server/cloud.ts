/** The local cloud of one test file, and how the tests send to the four doors: typed, raw, or signed by a till. */
import type * as v from 'valibot'
import { startCloud, type CloudOptions, type InvokeOptions, type LocalCloud } from '../../local/cloud'
import type { assistantActions, AssistantOutputs } from '../../src/contract/assistant'
import type { Answer } from '../../src/contract/envelope'
import type { managerActions, ManagerOutputs } from '../../src/contract/manager'
import type { memberActions, MemberOutputs } from '../../src/contract/member'
import type { tillActions, TillOutputs } from '../../src/contract/till'
import { requestSignature } from '../../src/server/run/secret'
import { FOLDER_VARIABLE } from './bundle-once'

export interface Doors {
  member: { actions: typeof memberActions; outputs: MemberOutputs }
  assistant: { actions: typeof assistantActions; outputs: AssistantOutputs }
  manager: { actions: typeof managerActions; outputs: ManagerOutputs }
}
export type DoorName = keyof Doors
type Input<Actions, Action extends keyof Actions> = Actions[Action] extends { input: v.GenericSchema }
  ? v.InferInput<Actions[Action]['input']>
  : never
export type TillInput<Action extends keyof TillOutputs> = v.InferInput<(typeof tillActions)[Action]['input']>

export const SECRET = 'a secret of the tests, long enough'

/** Functions in this process use the same secret: the tests derive till keys and codes as an installation would. */
process.env.SHUKE_SECRET = SECRET

/** A Sunday; the first mall opens the morning after. */
const FIRST_DAY = Date.UTC(2026, 4, 17)

export const startTestCloud = (
  maxInstances = 4,
  functionEnv: Record<string, string> = { SHUKE_SECRET: SECRET, SHUKE_MERCHANT: '1900000109' },
  more: Partial<CloudOptions> = {},
): Promise<LocalCloud> =>
  startCloud({
    dataDir: ':memory:',
    functionsDir: process.env[FOLDER_VARIABLE] ?? 'dist/cloudfunctions',
    functionEnv,
    maxInstances,
    clock: { now: FIRST_DAY },
    ...more,
  })

let operations = 0
export const newOperation = (): string => `operation-${String((operations += 1)).padStart(6, '0')}`

export interface TillKey {
  readonly tillId: string
  readonly key: string
}

export interface TillOptions {
  /** Milliseconds that the till's clock is off. */
  readonly offMs?: number
  readonly signature?: string
  readonly headers?: Readonly<Record<string, string>>
  /** Sent instead of the input, as it is. */
  readonly body?: string
}

export interface Sender {
  /** Anything at all to a function, as the platform would hand it over. */
  readonly send: (
    door: string,
    event: Record<string, unknown>,
    options: InvokeOptions,
  ) => Promise<Answer<unknown>>
  ask<Door extends DoorName, Action extends keyof Doors[Door]['outputs'] & keyof Doors[Door]['actions']>(
    door: Door,
    action: Action,
    openid: string,
    input?: Input<Doors[Door]['actions'], Action>,
    operationId?: string,
  ): Promise<Answer<Doors[Door]['outputs'][Action]>>
  till<Action extends keyof TillOutputs>(
    action: Action,
    key: TillKey,
    input: TillInput<Action>,
    options?: TillOptions,
  ): Promise<Answer<TillOutputs[Action]> & { status: number }>
}

export const senderTo = (cloud: LocalCloud): Sender => {
  const send: Sender['send'] = async (door, event, options) => {
    const finished = await cloud.invoke(door, event, options)
    if (!finished.ok) throw new Error(`${door} ended with ${finished.kind}: ${finished.message}`)
    return finished.result as Answer<unknown>
  }
  return {
    send,
    async ask<
      Door extends DoorName,
      Action extends keyof Doors[Door]['outputs'] & keyof Doors[Door]['actions'],
    >(
      door: Door,
      action: Action,
      openid: string,
      input?: Input<Doors[Door]['actions'], Action>,
      operationId: string = newOperation(),
    ) {
      const answer = await send(door, { action, operationId, input }, { openid })
      return answer as Answer<Doors[Door]['outputs'][Action]>
    },
    async till(action, { tillId, key }, input, { offMs = 0, signature, headers, body } = {}) {
      const time = String(cloud.clock.now() + offMs)
      const nonce = newOperation()
      const sent = body ?? JSON.stringify(input)
      const signed = requestSignature(key, { time, nonce, path: `/${action}`, body: sent })
      const response = await fetch(`${cloud.url}/http/till/${action}`, {
        method: 'POST',
        headers: {
          'x-shuke-till': tillId,
          'x-shuke-time': time,
          'x-shuke-nonce': nonce,
          'x-shuke-signature': signature ?? signed,
          ...headers,
        },
        body: sent,
      })
      const answer = (await response.json()) as Answer<TillOutputs[typeof action]>
      return { ...answer, status: response.status }
    },
  }
}

/** The data of an answer; fails with the refusal otherwise. */
export function dataOf<Data>(answer: Answer<Data>): Data {
  if (!answer.ok) throw new Error(`refused: ${JSON.stringify(answer.error)}`)
  return answer.data
}

/** The code of a refusal, or `ok`. */
export const codeOf = (answer: Answer<unknown>): string => (answer.ok ? 'ok' : answer.error.code)

/** Code and details of a refusal. */
export const refusalOf = (answer: Answer<unknown>): unknown =>
  answer.ok ? 'ok' : [answer.error.code, answer.error.details ?? null]

/** How an answer was given: new, again, or not. */
export const kindOf = (answer: Answer<unknown>): string =>
  answer.ok ? (answer.replayed ? 'replayed' : 'new') : answer.error.code
