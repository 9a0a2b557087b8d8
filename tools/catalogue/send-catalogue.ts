/**
 * Sends a catalogue through the manager's door, as much at a time as one transaction takes; offers first, since a reward may
 * be a coupon of one.
 * Invariant: a part that was refused has changed nothing; what was sent before it stays.
 */
import { randomUUID } from 'node:crypto'
import type { Answer } from '../../src/contract/envelope'
import type { PublishedView } from '../../src/contract/catalogue'
import { MOST_PUBLISHED } from '../../src/contract/manager'
import { ToolRefusal } from '../import/refusal'
import type { CatalogueToSend, OfferToSend, RewardToSend } from './read-catalogue'

/** Calls the manager's door; gives back the envelope. */
export type AskManager = (data: Record<string, unknown>) => Promise<Answer<unknown>>

/** Writes of one transaction, with room for counters that one had before. */
const MOST_WRITES = 30
const MOST_TRIES = 5

interface Part {
  readonly offers: OfferToSend[]
  readonly rewards: RewardToSend[]
}

export async function sendCatalogue(
  catalogue: CatalogueToSend,
  ask: AskManager,
  onSent: (count: number) => void = () => undefined,
): Promise<void> {
  for (const part of inParts(catalogue)) {
    await publish(part, ask)
    onSent(part.offers.length + part.rewards.length)
  }
}

function inParts({ offers, rewards }: CatalogueToSend): Part[] {
  const parts: Part[] = []
  let writes = 0
  const partFor = ({ stock, stockParts }: OfferToSend | RewardToSend): Part => {
    const own = 1 + (stock === null ? 0 : stockParts)
    const open = parts.at(-1)
    writes += own
    if (open && writes <= MOST_WRITES && open.offers.length + open.rewards.length < MOST_PUBLISHED)
      return open
    writes = own
    const next: Part = { offers: [], rewards: [] }
    parts.push(next)
    return next
  }
  for (const offer of offers) partFor(offer).offers.push(offer)
  for (const reward of rewards) partFor(reward).rewards.push(reward)
  return parts
}

async function publish(part: Part, ask: AskManager): Promise<PublishedView> {
  const data = { action: 'publish-catalogue', operationId: randomUUID(), input: part }
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
      return 'One of it has more counters than a transaction writes. Give it fewer stockParts'
    case 'role.required':
      return 'The mall does not know this manager. Name one with --as OPENID'
    default:
      return `the mall refused it: ${code}${field === undefined ? '' : ` (${field})`}`
  }
}
