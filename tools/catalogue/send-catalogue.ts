/**
 * Sends a catalogue through the manager's door, as many offers at a time as one transaction takes.
 * Invariant: a part that was refused has changed nothing; what was sent before it stays.
 */
import { randomUUID } from 'node:crypto'
import type { Answer } from '../../src/contract/envelope'
import type { PublishedView } from '../../src/contract/catalogue'
import { ToolRefusal } from '../import/refusal'
import type { OfferToSend } from './read-catalogue'

/** Calls the manager's door; gives back the envelope. */
export type AskManager = (data: Record<string, unknown>) => Promise<Answer<unknown>>

/** Writes of one transaction, with room for counters that an offer had before. */
const MOST_WRITES = 30
const MOST_TRIES = 5

export async function sendCatalogue(
  offers: readonly OfferToSend[],
  ask: AskManager,
  onSent: (count: number) => void = () => undefined,
): Promise<void> {
  for (const part of inParts(offers)) {
    await publish(part, ask)
    onSent(part.length)
  }
}

function inParts(offers: readonly OfferToSend[]): OfferToSend[][] {
  const parts: OfferToSend[][] = []
  let writes = Infinity
  for (const offer of offers) {
    const own = 1 + (offer.stock === null ? 0 : offer.stockParts)
    if (writes + own > MOST_WRITES) {
      parts.push([])
      writes = 0
    }
    parts.at(-1)?.push(offer)
    writes += own
  }
  return parts
}

async function publish(offers: readonly OfferToSend[], ask: AskManager): Promise<PublishedView> {
  const data = { action: 'publish-catalogue', operationId: randomUUID(), input: { offers } }
  for (let tries = 1; ; tries += 1) {
    const answer = await ask(data)
    if (answer.ok) return answer.data as PublishedView
    const { code, retry, details = {} } = answer.error
    if (!retry || tries === MOST_TRIES) throw new ToolRefusal(wordsFor(code, details))
  }
}

function wordsFor(code: string, details: Readonly<Record<string, string | number>>): string {
  const { item, fault, more, taken, field } = details
  switch (code) {
    case 'catalogue.faulty':
      return `${item}: ${fault}${Number(more) > 0 ? `, and ${more} more faults` : ''}. Nothing of this part was published`
    case 'catalogue.stock-taken':
      return `${item}: members took ${taken} already; its stock cannot be less. Nothing of this part was published`
    case 'catalogue.too-large':
      return 'One offer has more counters than a transaction writes. Give it fewer stockParts'
    case 'role.required':
      return 'The mall does not know this manager. Name one with --as OPENID'
    default:
      return `the mall refused it: ${code}${field === undefined ? '' : ` (${field})`}`
  }
}
