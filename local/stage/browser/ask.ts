/** The page's way to its server. Every answer is a value; null stands for silence. */
import type { Pulse } from '../pulse'

/** @param since the last request and the last message that the page has. */
export const askPulse = (since: { request: number; message: number }): Promise<Pulse | null> =>
  ask<Pulse>(`pulse?request=${since.request}&message=${since.message}`)

export async function moveClock(move: { now: number } | { shiftMs: number }): Promise<number | null> {
  return (await ask<{ now: number | null }>('clock', move))?.now ?? null
}

export const askForReset = (): Promise<unknown> => ask('reset', {})

async function ask<Answer>(path: string, body?: object): Promise<Answer | null> {
  try {
    const answer = await fetch(`/stage/${path}`, {
      method: body ? 'POST' : 'GET',
      body: body && JSON.stringify(body),
    })
    return answer.ok ? ((await answer.json()) as Answer) : null
  } catch {
    return null
  }
}
