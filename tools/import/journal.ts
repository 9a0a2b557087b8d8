/**
 * What the tills have acknowledged, in the data folder: one line of JSON per answer, appended when it arrives.
 * Invariant: a line is believed only when it is whole. A line that was lost costs one more sending, never a second
 * booking, since the till answers a receipt that it knows with its first answer.
 */
import { closeSync, ftruncateSync, mkdirSync, openSync, readFileSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { ToolRefusal } from './refusal'

const FILE = 'import-journal.jsonl'

/** One answer of a till. */
export interface Acknowledged {
  readonly action: 'purchase' | 'refund'
  readonly receipt: string
  /** Fingerprint of what was sent. */
  readonly hash: string
  readonly card: string
  readonly fen: number
  readonly points: number
  readonly debt: number
  readonly tierName: string
}

type Line = [string, string, string, string, number, number, number, string]

export interface Journal {
  readonly known: ReadonlyMap<string, Acknowledged>
  add(answer: Acknowledged): void
  close(): void
}

/** Purchases and refunds have receipts of their own; this tells them apart. */
export const journalKey = (operation: { action: string; receipt: string }): string =>
  `${operation.action} ${operation.receipt}`

export function openJournal(dataDir: string): Journal {
  mkdirSync(dataDir, { recursive: true })
  const file = join(dataDir, FILE)
  const handle = openSync(file, 'a+', 0o600)
  const bytes = readFileSync(file)
  const wholeBytes = bytes.lastIndexOf(0x0a) + 1
  // A process killed while it wrote leaves half a line, on which the next one must not be appended.
  if (wholeBytes < bytes.length) ftruncateSync(handle, wholeBytes)
  const known = new Map<string, Acknowledged>()
  const lines = bytes.subarray(0, wholeBytes).toString('utf8').split('\n')
  lines.forEach((line, index) => {
    if (line === '') return
    const answer = readLine(line, `${file}:${index + 1}`)
    known.set(journalKey(answer), answer)
  })
  return {
    known,
    add(answer) {
      const { action, receipt, hash, card, fen, points, debt, tierName } = answer
      const line: Line = [action, receipt, hash, card, fen, points, debt, tierName]
      writeSync(handle, `${JSON.stringify(line)}\n`)
      // Deleted first, so that the order of the map is the order of the answers.
      known.delete(journalKey(answer))
      known.set(journalKey(answer), answer)
    },
    close: () => closeSync(handle),
  }
}

function readLine(line: string, place: string): Acknowledged {
  try {
    const [action, receipt, hash, card, fen, points, debt, tierName] = JSON.parse(line) as Line
    if (action !== 'purchase' && action !== 'refund') throw new Error('no action')
    return { action, receipt, hash, card, fen, points, debt, tierName }
  } catch {
    throw new ToolRefusal(
      `${place}: not a line of an import's journal. Take the file away: the tills know what they have booked, and everything is sent once more`,
    )
  }
}
