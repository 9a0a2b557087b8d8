/**
 * Sends what is not acknowledged yet, until everything is.
 * Invariant: an answer is in the journal before the member's next receipt is sent; what is uncertain is sent again as it
 * was, and the till answers it once.
 */
import type { Answer } from '../../src/contract/envelope'
import type { TillOutputs } from '../../src/contract/till'
import type { Door } from './child-cloud'
import { runInMemberOrder } from './in-member-order'
import { journalKey, type Acknowledged, type Journal } from './journal'
import { hashOf, type Operation } from './plan'
import { ToolRefusal } from './refusal'
import { NoAnswer, type SendReceipt } from './till-client'

export interface Sending {
  readonly operations: readonly Operation[]
  readonly journal: Journal
  /** The door now; waits for it while it comes up again. */
  readonly door: () => Promise<Door>
  readonly send: SendReceipt
  readonly atOnce: number
  readonly onDone: () => void
}

const MOST_TRIES = 8
const FIRST_WAIT_MS = 50

export async function sendPlan({ operations, journal, door, send, atOnce, onDone }: Sending): Promise<void> {
  const missing = operations.filter((operation) => !acknowledged(journal, operation))
  await runInMemberOrder(missing, atOnce, async (operation) => {
    const body = operation.body()
    const { action, at } = operation
    const data = await untilAnswered(operation, async () => send(await door(), { action, at, body }))
    journal.add(acknowledgement(operation, body, data))
    onDone()
  })
}

/** @throws when the journal knows the receipt with other content: another file was imported into this folder. */
export function acknowledged(journal: Journal, operation: Operation): boolean {
  const known = journal.known.get(journalKey(operation))
  if (!known) return false
  if (known.hash !== hashOf(operation.body()))
    throw new ToolRefusal(
      `${operation.action} ${operation.receipt} was imported into this folder before with other content. Give --data another folder`,
    )
  return true
}

async function untilAnswered(
  operation: Operation,
  attempt: () => Promise<Answer<TillOutputs['purchase' | 'refund']>>,
): Promise<TillOutputs['purchase' | 'refund']> {
  let last = ''
  for (let tries = 0; tries < MOST_TRIES; tries += 1) {
    if (tries > 0) await new Promise((resolve) => setTimeout(resolve, FIRST_WAIT_MS * 2 ** (tries - 1)))
    try {
      const answer = await attempt()
      if (answer.ok) return answer.data
      last = answer.error.code
      if (!answer.error.retry) throw refusedByTill(operation, last)
    } catch (error) {
      if (!(error instanceof NoAnswer)) throw error
      last = error.message
    }
  }
  throw new ToolRefusal(
    `${operation.action} ${operation.receipt}: ${last}, ${MOST_TRIES} times. What is done is kept; run the same command again`,
  )
}

function refusedByTill({ action, receipt }: Operation, code: string): ToolRefusal {
  const advice: Record<string, string> = {
    'till.request-too-old': 'This cloud does not let a receipt have its own time; import into a local cloud',
    'till.signature-wrong': 'Check the key given with --key',
    'till.unknown': 'Check the till given with --key',
    'operation.mismatch': 'Its receipt is booked with other content: the data belongs to another file',
  }
  return new ToolRefusal(
    `${action} ${receipt} was refused: ${code}. ${advice[code] ?? 'Nothing of it was booked'}`,
  )
}

function acknowledgement(
  { action, receipt, card, fen }: Operation,
  body: string,
  data: TillOutputs['purchase' | 'refund'],
): Acknowledged {
  const booked = 'paidFen' in data ? data.paidFen : data.refundFen
  if (booked !== fen) throw new Error(`${action} ${receipt}: the file says ${fen} fen, the till ${booked}`)
  const { points, debt, tierName } = data
  return { action, receipt, hash: hashOf(body), card, fen: booked, points, debt, tierName }
}
