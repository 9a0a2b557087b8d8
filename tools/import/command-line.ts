/** What an import is told on its command line. Files and folders are given, never assumed. */
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import type { Door } from './child-cloud'
import { ToolRefusal } from './refusal'

export const USAGE = `npm run import -- --purchases FILE --refunds FILE [--limit N] [--data DIR]
                 or, to a till that is served elsewhere: … --url URL --key TILL:KEY

  --purchases   CSV (or .csv.gz): invoice,member,date,time,sku,qty,price,country; yuan, times at UTC+8
  --refunds     the same columns, quantities below zero
  --limit       only the first N receipts
  --data        folder of the local cloud and of the journal by which a run that was cut off goes on
  --parallel    members served side by side (8)
  --instances   instances of the till function (3)`

export interface Wanted {
  readonly purchases: string
  readonly refunds: string | null
  readonly limit: number
  readonly dataDir: string
  readonly freshFolder: boolean
  readonly door: Door | null
  readonly atOnce: number
  readonly instances: number
}

export function readCommandLine(args: readonly string[]): Wanted {
  const { purchases, refunds, limit, data, url, key, parallel, instances } = parse(args)
  if (!purchases) throw new ToolRefusal(`--purchases is missing\n\n${USAGE}`)
  return {
    purchases,
    refunds: refunds ?? null,
    limit: limit === undefined ? Infinity : wholeNumber('--limit', limit),
    dataDir: data ?? mkdtempSync(join(tmpdir(), 'shuke-import-')),
    freshFolder: data === undefined,
    door: doorOf(url, key),
    atOnce: wholeNumber('--parallel', parallel ?? '8'),
    instances: wholeNumber('--instances', instances ?? '3'),
  }
}

function parse(args: readonly string[]) {
  const text = { type: 'string' } as const
  const options = { purchases: text, refunds: text, limit: text, data: text, url: text, key: text }
  try {
    return parseArgs({ args: [...args], options: { ...options, parallel: text, instances: text } }).values
  } catch (error) {
    throw new ToolRefusal(`${(error as Error).message}\n\n${USAGE}`)
  }
}

function doorOf(url: string | undefined, key: string | undefined): Door | null {
  if (!url && !key) return null
  const match = /^([a-z0-9-]{1,32}):([0-9a-f]{16,})$/.exec(key ?? '')
  if (!url || !match) throw new ToolRefusal(`--url and --key go together, the key as TILL:KEY\n\n${USAGE}`)
  return { url: url.replace(/\/$/, ''), till: { id: match[1] as string, key: match[2] as string } }
}

function wholeNumber(name: string, text: string): number {
  const value = Number(text)
  if (!Number.isSafeInteger(value) || value < 1)
    throw new ToolRefusal(`${name} must be a whole number from 1 on`)
  return value
}
