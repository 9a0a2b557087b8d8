/**
 * The mini program's one way out: a cloud function by its door. It knows no rooms, no toasts, no navigation.
 * Invariant: it never throws and always answers, within the time limit.
 */
import Taro from '@tarojs/taro'
import { language } from '../text/language'
import { readAnswer, silenceOf, unanswered, type CallAnswer } from './answer'
import type { ActionName, Door, InputOf, OutputOf } from './doors'
import { learnServerNow, serverClockNow } from './phone-clock'

/** Shorter than a cloud function may run (see its config): a silence never says that nothing was done, so its intent is kept. */
const PATIENCE_MS = 12_000

/** Called once by the app before anything else. Without an environment WeChat takes the only one there is. */
export function openCloud(env?: string): void {
  Taro.cloud?.init(env ? { env } : {})
}

export async function call<D extends Door, A extends ActionName<D>>(
  door: D,
  action: A,
  input: InputOf<D, A>,
  operationId?: string,
): Promise<CallAnswer<OutputOf<D, A>>> {
  const data = {
    action,
    input,
    ...(operationId === undefined ? {} : { operationId }),
    // Only the member's door answers in names that the member reads.
    ...(door === 'member' && language() !== 'zh-CN' ? { language: language() } : {}),
  }
  const answer = await firstOf<CallAnswer<OutputOf<D, A>>>(send(door, data), PATIENCE_MS, () =>
    unanswered('slow', serverClockNow()),
  )
  if (answer.ok) learnFrom(answer.data)
  return answer
}

async function send<Data>(door: Door, data: Record<string, unknown>): Promise<CallAnswer<Data>> {
  try {
    const response = await Taro.cloud.callFunction({ name: door, data })
    return readAnswer<Data>(response.result, serverClockNow())
  } catch (rejection) {
    return unanswered(silenceOf(rejection), serverClockNow())
  }
}

function learnFrom(data: unknown): void {
  if (typeof data !== 'object' || data === null || !('serverNow' in data)) return
  if (typeof data.serverNow === 'number') learnServerNow(data.serverNow)
}

function firstOf<Value>(work: Promise<Value>, limitMs: number, otherwise: () => Value): Promise<Value> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => resolve(otherwise()), limitMs)
    void work.then((value) => {
      clearTimeout(timer)
      resolve(value)
    })
  })
}
