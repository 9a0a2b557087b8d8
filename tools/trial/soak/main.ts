/**
 * `npm run soak -- [--minutes 30] [--clients 50] [--seed N]`: a mixed load on one cloud; latencies, errors and memory.
 * Memory is flat when the last quarter of the run takes at most a tenth, or 20 MB, more than the second quarter: the
 * first one fills caches and records.
 */
import { parseArgs } from 'node:util'
import { cloudChild, fillCloud } from '../cloud-child'
import { doWork, type Kind, seeded, someWork } from '../load'

const SAMPLE_MS = 1000
const MB = 1024 * 1024
/** Enough for exact percentiles of half an hour; beyond it, every one replaces an earlier one. */
const KEPT = 200_000

interface Figures {
  readonly latencies: number[]
  count: number
  refused: number
  errors: number
}

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      minutes: { type: 'string', default: '30' },
      clients: { type: 'string', default: '50' },
      seed: { type: 'string', default: '1' },
    },
  })
  const [minutes, clients, seed] = [Number(values.minutes), Number(values.clients), Number(values.seed)]
  const cloud = cloudChild()
  try {
    const url = await cloud.start()
    await fillCloud(url)
    console.log(`${clients} clients for ${minutes} minutes, seed ${seed}\n`)
    const { figures, memory } = await load(url, {
      clients,
      seed,
      endsAt: performance.now() + minutes * 60_000,
    })
    printLatencies(figures, minutes)
    const errors = [...figures.values()].reduce((sum, each) => sum + each.errors, 0)
    const isFlat = printMemory(memory)
    console.log(
      `\nerrors ${errors}, memory ${isFlat ? 'flat' : 'NOT flat'}: ${errors === 0 && isFlat ? 'ok' : 'FAILED'}`,
    )
    process.exitCode = errors === 0 && isFlat ? 0 : 1
  } finally {
    await cloud.end()
  }
}

async function load(
  url: string,
  { clients, seed, endsAt }: { clients: number; seed: number; endsAt: number },
) {
  const figures = new Map<Kind, Figures>()
  const memory: number[] = []
  const chance = seeded(seed)
  const client = async (number: number) => {
    for (let i = 0; performance.now() < endsAt; i += 1) {
      const work = someWork(chance, `${number}-${i}`)
      const began = performance.now()
      const said = await doWork(url, work)
      note(figures, work.kind, performance.now() - began, said)
    }
  }
  const watch = async () => {
    while (performance.now() < endsAt) {
      const answer = await fetch(`${url}/control/memory`).catch(() => null)
      if (answer?.ok) memory.push(((await answer.json()) as { rss: number }).rss / MB)
      if (memory.length % 60 === 1)
        console.log(`${Math.round(memory.length / 60)} min: ${Math.round(memory.at(-1) ?? 0)} MB`)
      await new Promise((resolve) => setTimeout(resolve, SAMPLE_MS))
    }
  }
  await Promise.all([watch(), ...Array.from({ length: clients }, (_, number) => client(number))])
  return { figures, memory }
}

function note(figures: Map<Kind, Figures>, kind: Kind, ms: number, said: unknown): void {
  const known = figures.get(kind) ?? { latencies: [], count: 0, refused: 0, errors: 0 }
  figures.set(kind, known)
  known.latencies[known.count % KEPT] = ms
  known.count += 1
  if (said === null) known.errors += 1
  if (said === 'refused') known.refused += 1
}

function printLatencies(figures: Map<Kind, Figures>, minutes: number): void {
  console.log('\nkind       count  per second  refused  errors   p50 ms   p95 ms   p99 ms')
  for (const [kind, { latencies, count, refused, errors }] of [...figures].sort()) {
    const sorted = [...latencies].sort((a, b) => a - b)
    const at = (share: number) =>
      (sorted[Math.floor((sorted.length - 1) * share)] ?? 0).toFixed(1).padStart(7)
    const cells = [
      kind.padEnd(8),
      String(count).padStart(6),
      (count / minutes / 60).toFixed(1).padStart(10),
      String(refused).padStart(7),
      String(errors).padStart(6),
      ...[0.5, 0.95, 0.99].map(at),
    ]
    console.log(cells.join('  '))
  }
}

function printMemory(memory: number[]): boolean {
  const mean = (from: number, to: number) => {
    const part = memory.slice(Math.floor(memory.length * from), Math.ceil(memory.length * to))
    return part.reduce((sum, value) => sum + value, 0) / part.length
  }
  const quarters = [0, 0.25, 0.5, 0.75].map((from) => mean(from, from + 0.25))
  console.log(`\nmemory by quarters, MB: ${quarters.map((value) => Math.round(value)).join(', ')}`)
  const [, second = 0, , last = 0] = quarters
  return last <= Math.max(second * 1.1, second + 20)
}

main().catch((error: unknown) => {
  console.error(error)
  process.exit(1)
})
