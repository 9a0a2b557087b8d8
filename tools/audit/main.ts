/**
 * `npm run audit [-- --data DIR]`: checks every account of a data folder against its entries and documents.
 * Last line: `audited N accounts, V violations`. Ends with 0 when all is well, 1 on a violation, 2 without a mall to look at.
 */
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { auditLedger } from './audit'
import { NoMallFolder, readFolder } from './read-folder'

const FOLDER_OF_START = join(__dirname, '../../.data/mall')

function main(args: readonly string[]): number {
  const { data } = parseArgs({ args: [...args], options: { data: { type: 'string' } } }).values
  const ledger = readFolder(data ?? FOLDER_OF_START)
  const violations = auditLedger(ledger)
  for (const { rule, ids, text } of violations) console.log(`${rule}  ${ids.join('  ')}  ${text}`)
  console.log(`audited ${ledger.members.length} accounts, ${violations.length} violations`)
  return violations.length > 0 ? 1 : 0
}

try {
  process.exitCode = main(process.argv.slice(2))
} catch (error) {
  console.error(
    error instanceof NoMallFolder
      ? `${error.message}. Give the folder with --data, or make one with npm start`
      : error,
  )
  process.exitCode = 2
}
