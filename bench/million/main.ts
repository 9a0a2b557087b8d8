/**
 * `npm run bench:million [-- --members N] [-- --due N]`: the night's work in malls of 10 thousand, 100 thousand and a million
 * members, or of N and a tenth of N. Prints a table; exit code 1 when an aim is not met.
 */
import { parseArgs } from 'node:util'
import { FUNCTIONS_DIR } from '../../config/functions/bundle'
import { SECRET } from '../../test/server/cloud'
import { buildFunctions } from '../../tools/start/build-if-changed'
import { markdown } from '../table'
import { million } from './million'

const SIZES = [10_000, 100_000, 1_000_000]
const DUE = 2_000
const LEAST = 100

async function main(): Promise<void> {
  const { values } = parseArgs({ options: { members: { type: 'string' }, due: { type: 'string' } } })
  const members = values.members === undefined ? null : Number(values.members)
  const sizes = members === null ? SIZES : [Math.floor(members / 10), members]
  const least = Math.min(...sizes)
  const due = values.due === undefined ? Math.min(DUE, Math.floor(least / 5)) : Number(values.due)
  if (![least, due].every(Number.isSafeInteger) || least < LEAST || due < 1 || due > least)
    throw new Error(`--members must be ${LEAST * 10} or more, --due at most a tenth of it`)
  await buildFunctions()
  const { table } = await million(
    { sizes, due, functionsDir: FUNCTIONS_DIR, env: { SHUKE_SECRET: SECRET } },
    (line) => console.log(`▸ ${line}`),
  )
  console.log(markdown(table))
  if (table.aims.some(({ met }) => !met)) process.exitCode = 1
}

main().catch((error: unknown) => {
  console.error(error)
  process.exitCode = 1
})
