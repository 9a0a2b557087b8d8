/**
 * The client card while it is changed. Somebody else may be faster: then nothing is saved, what was typed is carried over to
 * the card as it is now, and it is said what the other changed; the next save is of both.
 */
import { useState } from 'react'
import type { Failure } from '../../../client/answer'
import { call } from '../../../client/call'
import { useCommand, type CommandView } from '../../../client/use-command'
import type { ClientCardView } from '../../../contract/client-book'
import { carriedOver, changesOf, entryOf, sizesOf, withTyped, type CardEntry } from './card-entry'

export type CardOutdated =
  | { readonly kind: 'changed'; readonly changes: readonly string[] }
  /** What is there now was not to be had. */
  | { readonly kind: 'unknown'; readonly error: Failure }

export interface CardChange {
  readonly entry: CardEntry
  /** Parts that are typed anew. */
  readonly type: (part: Partial<CardEntry>) => void
  /** False while the member does not let staff see allergies. */
  readonly takesAllergies: boolean
  readonly command: CommandView<unknown>
  readonly busy: boolean
  readonly outdated: CardOutdated | null
  readonly save: () => Promise<void>
}

/** @param shown the card as the client book showed it. */
export function useCardChange(visit: string, shown: ClientCardView, onDone: () => void): CardChange {
  const command = useCommand('assistant', 'write-card')
  const [card, setCard] = useState(shown)
  const [entry, setEntry] = useState(() => entryOf(shown))
  const [outdated, setOutdated] = useState<CardOutdated | null>(null)
  const [looking, setLooking] = useState(false)

  const look = async (): Promise<void> => {
    setLooking(true)
    const answer = await call('assistant', 'client-book', { visit })
    setLooking(false)
    command.reset()
    if (!answer.ok) return setOutdated({ kind: 'unknown', error: answer.error })
    const { card: now } = answer.data
    setEntry((typed) => carriedOver(typed, card, now))
    setOutdated({ kind: 'changed', changes: changesOf(card, now) })
    setCard(now)
  }

  const save = async (): Promise<void> => {
    setOutdated(null)
    const { sizes, preferences, allergies } = entry
    const answer = await command.run({
      visit,
      version: card.version,
      sizes: sizesOf(sizes),
      // A word that was typed and not added was meant all the same.
      preferences: withTyped(preferences.tags, preferences.typed),
      allergies: card.allergies && withTyped(allergies.tags, allergies.typed),
    })
    if (answer.ok) return onDone()
    if (answer.error.kind === 'refused' && answer.error.code === 'book.changed') await look()
  }

  return {
    entry,
    type: (part) => setEntry((before) => ({ ...before, ...part })),
    takesAllergies: card.allergies !== null,
    command,
    busy: looking || command.state === 'running',
    outdated,
    save,
  }
}
