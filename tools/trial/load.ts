/** The mixed load of the trials, and what of it was acknowledged. Chance is seeded, so a run can be run again. */
import { ACCOUNTS } from './cloud-child'

export type Kind = 'transfer' | 'take' | 'count' | 'look'

export interface Work {
  readonly kind: Kind
  readonly id?: string
  readonly key?: string
  readonly counter?: string
  readonly from?: string
  readonly to?: string
  readonly fen?: number
}

export type Chance = () => number

/** mulberry32: small, and the same everywhere. */
export function seeded(seed: number): Chance {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

/** @param name unique among all clients and rounds. */
export function someWork(chance: Chance, name: string): Work {
  const pick = (count: number) => Math.floor(chance() * count)
  const dice = chance()
  const from = pick(ACCOUNTS)
  if (dice < 0.45) {
    const to = (from + 1 + pick(ACCOUNTS - 1)) % ACCOUNTS
    return { kind: 'transfer', id: `t-${name}`, from: `a${from}`, to: `a${to}`, fen: 1 + pick(20) }
  }
  // Every other key is wanted by two.
  if (dice < 0.7)
    return { kind: 'take', id: `k-${name}`, key: chance() < 0.5 ? `own-${name}` : `any-${pick(5000)}` }
  if (dice < 0.85) return { kind: 'count', counter: `c${pick(ACCOUNTS)}` }
  return { kind: 'look', from: `a${from}` }
}

/** @returns what the function said, or null when there was no answer or a failure. */
export async function doWork(url: string, work: Work): Promise<unknown> {
  try {
    const answer = await fetch(`${url}/http/work`, { method: 'POST', body: JSON.stringify(work) })
    const body = (await answer.json()) as { said?: unknown }
    return answer.status === 200 ? (body.said ?? null) : null
  } catch {
    return null
  }
}
