/** An import as people run it: a small file through the till's door, run again, and cut off by killing either process. */
import { spawn, spawnSync, type ChildProcess } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { auditLedger } from '../../tools/audit/audit'
import { readFolder } from '../../tools/audit/read-folder'
import { functionsFolder } from '../../tools/import/functions-folder'

const PROJECT = join(__dirname, '../..')
const MEMBERS = 6
const EACH = 10
const fresh = () => mkdtempSync(join(tmpdir(), 'shuke-import-test-'))
const files = fresh()
const HEADER = 'invoice,member,date,time,sku,qty,price,country'

/** Every member buys ten times; one in four invoices comes back in part, and one refund finds no purchase. */
function writeFiles(): { purchases: string; refunds: string } {
  const sold: string[] = []
  const back: string[] = []
  for (let n = 0; n < MEMBERS * EACH; n += 1) {
    const [member, day] = [100 + (n % MEMBERS), String(1 + Math.floor(n / MEMBERS)).padStart(2, '0')]
    const minute = String(n % 60).padStart(2, '0')
    sold.push(`${5000 + n},${member},2026-03-${day},10:${minute},sku-a,4,${100 + n}.25,CN`)
    sold.push(`${5000 + n},${member},2026-03-${day},10:${minute},sku-b,1,0.05,CN`)
    if (n % 4 === 0) back.push(`C${5000 + n},${member},2026-03-${day},11:00,sku-a,-1,${100 + n}.25,CN`)
  }
  back.push('C9,100,2026-03-01,11:30,sku-z,-1,9.90,CN')
  const [purchases, refunds] = [join(files, 'sold.csv'), join(files, 'back.csv')]
  writeFileSync(purchases, [HEADER, ...sold, ''].join('\n'))
  writeFileSync(refunds, [HEADER, ...back, ''].join('\n'))
  return { purchases, refunds }
}

const { purchases, refunds } = writeFiles()
const commandFor = (folder: string, entry = 'import'): string[] => [
  ...['--import', 'tsx', join(PROJECT, `tools/${entry}/main.ts`)],
  ...(entry === 'import' ? ['--purchases', purchases, '--refunds', refunds, '--instances', '2'] : []),
  ...['--data', folder],
]

function run(folder: string, entry = 'import'): { lastLine: string; status: number | null; text: string } {
  const { stdout, stderr, status } = spawnSync(process.execPath, commandFor(folder, entry), {
    cwd: PROJECT,
    encoding: 'utf8',
  })
  return { lastLine: stdout.trim().split('\n').at(-1) ?? '', status, text: stdout + stderr }
}

function figuresOf(line: string): Record<string, unknown> {
  const { seconds, ...figures } = JSON.parse(line) as Record<string, unknown>
  expect(typeof seconds).toBe('number')
  return figures
}

const journalLines = (folder: string): number => {
  const file = join(folder, 'import-journal.jsonl')
  return existsSync(file) ? readFileSync(file, 'utf8').split('\n').length - 1 : 0
}
const until = async (holds: () => boolean): Promise<void> => {
  while (!holds()) await new Promise((resolve) => setTimeout(resolve, 5))
}
const ended = (child: ChildProcess): Promise<void> =>
  new Promise((resolve) => child.once('exit', () => resolve()))

const whole = fresh()
let figures: Record<string, unknown> = {}

beforeAll(async () => {
  await functionsFolder()
  const { lastLine, text } = run(whole)
  if (!lastLine.startsWith('{')) throw new Error(text)
  figures = figuresOf(lastLine)
}, 120_000)

test('the last line says what was booked', () => {
  const gross = Array.from({ length: 60 }, (_, n) => 4 * (10_025 + 100 * n) + 5).reduce((a, b) => a + b, 0)
  const refunded = Array.from({ length: 15 }, (_, n) => 10_025 + 400 * n).reduce((a, b) => a + b, 0)
  expect(figures).toMatchObject({
    purchases: 60,
    refunds: 15,
    unmatchedFen: 990,
    netFen: gross - refunded,
    debt: 0,
  })
  const { members } = readFolder(whole)
  const lots = members.flatMap(({ account }) => account.purse.lots.map(({ left }) => left))
  expect(figures['points']).toBe(lots.reduce((a, b) => a + b, 0))
  expect(members.map(({ cardNumber }) => cardNumber).sort()).toEqual(
    Array.from({ length: MEMBERS }, (_, n) => `00000${100 + n}`),
  )
  expect(readFileSync(join(whole, 'unmatched-refunds.csv'), 'utf8')).toMatch(/C9,00000100,.*,sku-z,1,9\.90/)
})

test('run again it sends nothing and says the same', () => {
  const again = run(whole)
  expect(again.text).toMatch(/75 of 75 receipts are booked already/)
  expect(figuresOf(again.lastLine)).toEqual(figures)
}, 60_000)

test('the cloud killed, then the importer killed: run again it comes to the same, and nothing is booked twice', async () => {
  const folder = fresh()
  const importer = spawn(process.execPath, commandFor(folder), { cwd: PROJECT, stdio: 'ignore' })
  const cloudPid = (): number => Number(readFileSync(join(folder, 'import-cloud.pid'), 'utf8'))
  await until(() => journalLines(folder) >= 8)
  const first = cloudPid()
  process.kill(first, 'SIGKILL')
  const killedAt = journalLines(folder)
  await until(() => journalLines(folder) >= killedAt + 16)
  expect(cloudPid()).not.toBe(first)
  importer.kill('SIGKILL')
  await ended(importer)
  expect(journalLines(folder)).toBeLessThan(75)
  const { lastLine, text } = run(folder)
  expect(text).toMatch(/receipts are booked already; going on from there/)
  expect(figuresOf(lastLine)).toEqual(figures)
  const ledger = readFolder(folder)
  expect([ledger.purchases.length, ledger.refunds.length]).toEqual([60, 15])
  expect(auditLedger(ledger)).toEqual([])
}, 120_000)

test('an audit as people run it says how many accounts are in order, and refuses a folder of nothing', () => {
  expect(run(whole, 'audit')).toMatchObject({ status: 0, lastLine: 'audited 6 accounts, 0 violations' })
  const refused = run(join(files, 'nowhere'), 'audit')
  expect(refused.status).toBe(2)
  expect(refused.text).toMatch(/nowhere is not the data folder of a mall/)
}, 60_000)
