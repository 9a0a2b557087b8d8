/**
 * `npm run bench [-- NAME …]`: measures, prints tables and, when all were asked for, writes `bench/results.md`.
 * Exit code 1 when an aim is not met.
 */
import { writeFileSync } from 'node:fs'
import { cpus } from 'node:os'
import { join } from 'node:path'
import { calls } from './calls'
import { cloud } from './cloud'
import { coldStart } from './cold-start'
import { importBesideFloor } from './import-beside-floor'
import { launchBesideEmpty } from './launch/launch'
import { packageBytes } from './package-bytes'
import { setDataBytes } from './set-data/set-data-bytes'
import { markdown, type Table } from './table'

const TABLES: Readonly<Record<string, () => Promise<Table>>> = {
  calls,
  cloud,
  'cold-start': coldStart,
  import: importBesideFloor,
  bytes: packageBytes,
  'set-data': setDataBytes,
  launch: launchBesideEmpty,
}

async function main(): Promise<void> {
  const asked = process.argv.slice(2)
  const unknown = asked.filter((name) => !(name in TABLES))
  if (unknown.length > 0)
    throw new Error(`no table ${unknown.join(', ')}; there are ${Object.keys(TABLES).join(', ')}`)
  const texts: string[] = []
  for (const [name, measure] of Object.entries(TABLES)) {
    if (asked.length > 0 && !asked.includes(name)) continue
    console.log(`▸ ${name} …`)
    const table = await measure()
    if (table.aims.some(({ met }) => !met)) process.exitCode = 1
    const text = markdown(table)
    console.log(text)
    texts.push(text)
  }
  if (asked.length > 0) return
  const machine = `Node ${process.version}, ${process.platform} ${process.arch}, ${cpus().length} cores (${cpus()[0]?.model ?? 'unknown'})`
  const head = `# What was measured\n\nWritten by \`npm run bench\` on ${machine}. Machines are noisy: trust ratios, not single times.\n`
  writeFileSync(join(__dirname, 'results.md'), [head, ...texts].join('\n'))
}

main().catch((error: unknown) => {
  console.error(error)
  process.exitCode = 1
})
