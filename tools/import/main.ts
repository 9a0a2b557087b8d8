/**
 * `npm run import`: books the purchases and refunds of two files through the till's door.
 * Invariant: nothing is sent before both files are read and found good; killed at any moment and run again, it goes on
 * where it stopped and books nothing twice. The last line of its output is one JSON object.
 */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fen } from '../../src/domain/money/fen'
import { yuanText } from '../../src/domain/money/yuan-text'
import { childCloud, type ChildCloud } from './child-cloud'
import { readCommandLine, type Wanted } from './command-line'
import { openJournal } from './journal'
import { matchRefunds, type UnmatchedLine } from './match-refunds'
import { planOf, type Plan } from './plan'
import { durationText, showProgress } from './progress'
import { ToolRefusal } from './refusal'
import { readReturns, readSales } from './sales-file'
import { acknowledged, sendPlan } from './send-plan'
import { sumOf, summaryOf, unmatchedTable } from './summary'
import { tillClient } from './till-client'

const say = (line: string): void => void process.stdout.write(`${line}\n`)
const yuan = (amount: number): string => yuanText(fen(amount))

async function main(args: readonly string[]): Promise<void> {
  const began = performance.now()
  const wanted = readCommandLine(args)
  const plan = await readFiles(wanted)
  if (wanted.freshFolder) say(`data folder: ${wanted.dataDir}`)
  const journal = openJournal(wanted.dataDir)
  listUnmatched(wanted.dataDir, plan.unmatched)
  const done = plan.operations.filter((operation) => acknowledged(journal, operation)).length
  if (done > 0) say(`${done} of ${plan.operations.length} receipts are booked already; going on from there`)
  await send(wanted, plan, journal, done)
  const { grossFen, ...figures } = summaryOf(plan, journal.known)
  journal.close()
  const seconds = Math.round((performance.now() - began) / 100) / 10
  say(`gross ${yuan(grossFen)}, refunded ${yuan(grossFen - figures.netFen)}, net ${yuan(figures.netFen)}`)
  say(JSON.stringify({ ...figures, seconds }))
}

async function readFiles({ purchases, refunds, limit }: Wanted): Promise<Plan> {
  const began = performance.now()
  const sales = await readSales(purchases)
  const plan = planOf(
    sales.slips,
    matchRefunds(sales.slips, refunds ? await readReturns(refunds) : []),
    limit,
  )
  const seconds = durationText((performance.now() - began) / 1000)
  say(
    `${sales.lineCount} lines in ${sales.slips.length} purchases, gross ${yuan(sales.grossFen)}, read in ${seconds}`,
  )
  if (sales.roundedLines > 0)
    say(`${sales.roundedLines} lines came to a fraction of a fen and were rounded, half a fen up`)
  return plan
}

function listUnmatched(dataDir: string, lines: readonly UnmatchedLine[]): void {
  if (lines.length === 0) return
  const file = join(dataDir, 'unmatched-refunds.csv')
  writeFileSync(file, unmatchedTable(lines))
  say(`${lines.length} refund lines (${yuan(sumOf(lines))}) match no purchase and are not booked: ${file}`)
}

async function send(
  wanted: Wanted,
  plan: Plan,
  journal: ReturnType<typeof openJournal>,
  done: number,
): Promise<void> {
  if (done === plan.operations.length) return
  const { door, dataDir, atOnce, instances } = wanted
  const cloud = door ? null : await childCloud(dataDir, instances)
  const client = tillClient(atOnce)
  const endOnSignal = () => void cloud?.close().finally(() => process.exit(130))
  process.once('SIGINT', endOnSignal).once('SIGTERM', endOnSignal)
  const progress = showProgress(done, plan.operations.length)
  try {
    await sendPlan({
      operations: plan.operations,
      journal,
      door: async () => door ?? (await (cloud as ChildCloud).door()),
      send: (at, receipt) => client.send(at, receipt),
      atOnce,
      onDone: () => progress.step(),
    })
  } finally {
    progress.end()
    client.close()
    if (cloud) say(processorText(cloud))
    await cloud?.close()
    process.removeListener('SIGINT', endOnSignal).removeListener('SIGTERM', endOnSignal)
  }
}

function processorText(cloud: ChildCloud): string {
  const { user, system } = process.cpuUsage()
  const child = cloud.cpuMs()
  const own = `processor time: importer ${durationText((user + system) / 1e6)}`
  const restarts = cloud.restarts() > 0 ? `; the cloud was started again ${cloud.restarts()} times` : ''
  return `${own}${child === null ? '' : `, local cloud ${durationText(child / 1000)}`}${restarts}`
}

main(process.argv.slice(2)).catch((error: unknown) => {
  process.stderr.write(`${error instanceof ToolRefusal ? error.message : (error as Error).stack}\n`)
  process.exit(error instanceof ToolRefusal ? 2 : 1)
})
