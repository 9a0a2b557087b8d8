/** The own client card as lines that can be taken away, part by part. */
import type { OwnCardView } from '../../../../contract/client-book'
import type { CardLine } from '../../../../domain/members/client-card'
import { SETTINGS_TEXT } from '../../../../text/settings'

const text = SETTINGS_TEXT.noted

export interface NotedLine {
  readonly words: string
  readonly line: CardLine
}

export interface NotedPart {
  readonly part: CardLine['part']
  readonly title: string
  readonly lines: readonly NotedLine[]
  readonly advice: string | null
}

export const isEmptyCard = ({ sizes, preferences, allergies }: OwnCardView): boolean =>
  sizes.length + preferences.length + allergies.length === 0

/** An empty card shows no parts but what there is to say about allergies. */
export function partsOf(card: OwnCardView): NotedPart[] {
  const tags = (part: 'preferences' | 'allergies'): NotedLine[] =>
    card[part].map((words) => ({ words, line: { part, words } }))
  const allergies: NotedPart = {
    part: 'allergies',
    title: text.allergies,
    lines: tags('allergies'),
    advice: card.sensitiveGiven ? text.allergiesOn : text.allergiesOff,
  }
  if (isEmptyCard(card)) return [allergies]
  return [
    {
      part: 'sizes',
      title: text.sizes,
      lines: card.sizes.map(({ kind, value }) => ({
        words: `${text.kinds[kind]} ${value}`,
        line: { part: 'sizes', kind },
      })),
      advice: null,
    },
    { part: 'preferences', title: text.preferences, lines: tags('preferences'), advice: null },
    allergies,
  ]
}
