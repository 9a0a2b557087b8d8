/**
 * Kills the cloud at random moments under load. After each kill: everything acknowledged is there, nothing is half done,
 * the sum is what it was, and the indexes agree with the documents.
 */
import { openStoreReadOnly } from '../../../local/cloud'
import { ACCOUNTS, cloudChild, FEN_PER_ACCOUNT, fillCloud } from '../cloud-child'
import { type Chance, doWork, seeded, someWork, type Work } from '../load'

export interface Round {
  readonly round: number
  /** From the first request to the kill, ms. */
  readonly livedMs: number
  /** Acknowledged in this round. */
  readonly acknowledged: number
  /** Asked and not answered when the kill came. */
  readonly cutOff: number
  readonly documents: number
  readonly wrong: readonly string[]
}

export interface CrashOptions {
  readonly times: number
  readonly seed: number
  readonly clients?: number
  readonly onRound?: (round: Round) => void
}

interface Done {
  readonly acknowledged: Work[]
  readonly cutOff: Work[]
}

export async function crash({ times, seed, clients = 6, onRound }: CrashOptions): Promise<Round[]> {
  const cloud = cloudChild()
  const chance = seeded(seed)
  const done: Done = { acknowledged: [], cutOff: [] }
  const rounds: Round[] = []
  try {
    for (let round = 0; round < times; round += 1) {
      const url = await cloud.start()
      if (round === 0) await fillCloud(url)
      const before = { ...{ acknowledged: done.acknowledged.length, cutOff: done.cutOff.length } }
      const livedMs = await loadUntilKilled({ url, round, chance, clients, done, kill: () => cloud.kill() })
      const { documents, wrong } = check(cloud.dataDir, done)
      const row: Round = {
        round: round + 1,
        livedMs,
        acknowledged: done.acknowledged.length - before.acknowledged,
        cutOff: done.cutOff.length - before.cutOff,
        documents,
        wrong,
      }
      rounds.push(row)
      onRound?.(row)
    }
    return rounds
  } finally {
    await cloud.end()
  }
}

interface Loaded {
  url: string
  round: number
  chance: Chance
  clients: number
  done: Done
  kill: () => Promise<void>
}

async function loadUntilKilled({ url, round, chance, clients, done, kill }: Loaded): Promise<number> {
  let isKilled = false
  let answered = 0
  const client = async (number: number) => {
    for (let i = 0; !isKilled; i += 1) {
      const work = someWork(chance, `${round}-${number}-${i}`)
      const said = await doWork(url, work)
      if (said === 'done') done.acknowledged.push(work)
      else if (said === null) done.cutOff.push(work)
      answered += 1
    }
  }
  const running = Array.from({ length: clients }, (_, number) => client(number))
  // The first answers wait for instances to start: the moment is counted from then on.
  while (answered < clients) await wait(5)
  const began = performance.now()
  await wait(chance() * 700)
  const ended = kill()
  isKilled = true
  await ended
  const livedMs = Math.round(performance.now() - began)
  await Promise.all(running)
  return livedMs
}

function check(dataDir: string, { acknowledged, cutOff }: Done): { documents: number; wrong: string[] } {
  const store = openStoreReadOnly(dataDir)
  try {
    const wrong: string[] = []
    const transfers = new Map(
      [...store.read('transfers')].map((doc) => [
        doc._id,
        doc as unknown as { from: string; to: string; fen: number },
      ]),
    )
    const keys = new Set([...store.read('keys')].map(({ _id: id }) => id))
    for (const { kind, id = '' } of acknowledged) {
      if (kind === 'transfer' && !transfers.has(id)) wrong.push(`acknowledged transfer ${id} is lost`)
      if (kind === 'take' && !keys.has(id)) wrong.push(`acknowledged key ${id} is lost`)
    }
    const fen = new Map(Array.from({ length: ACCOUNTS }, (_, index) => [`a${index}`, FEN_PER_ACCOUNT]))
    for (const doc of transfers.values()) {
      fen.set(doc.from, (fen.get(doc.from) ?? 0) - doc.fen)
      fen.set(doc.to, (fen.get(doc.to) ?? 0) + doc.fen)
    }
    let sum = 0
    for (const { _id: id, fen: held } of store.read('accounts')) {
      sum += Number(held)
      if (held !== fen.get(String(id)))
        wrong.push(`${id} has ${JSON.stringify(held)}, its transfers make ${fen.get(String(id))}`)
    }
    if (sum !== ACCOUNTS * FEN_PER_ACCOUNT) wrong.push(`the sum is ${sum}`)
    for (const { _id: id, n } of store.read('counters')) {
      const counts = (works: Work[]) =>
        works.filter(({ kind, counter }) => kind === 'count' && counter === id).length
      const [least, most] = [counts(acknowledged), counts(acknowledged) + counts(cutOff)]
      if (!(Number(n) >= least && Number(n) <= most))
        wrong.push(`${id} is ${JSON.stringify(n)}, not ${least} to ${most}`)
    }
    wrong.push(...store.disagreements())
    return { documents: store.collections().reduce((total, { count }) => total + count, 0), wrong }
  } finally {
    store.close()
  }
}

const wait = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms))
