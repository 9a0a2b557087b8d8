/**
 * What assistants noted about a member so that the next one need not ask: sizes, preferences, allergies. One card for the
 * whole mall. Invariant: allergies are on it only while the member agrees; its version grows with every change.
 */
export const SIZE_KINDS = ['top', 'bottom', 'waist', 'shoe', 'ring'] as const
export type SizeKind = (typeof SIZE_KINDS)[number]

export interface Size {
  readonly kind: SizeKind
  /** As the label says it: `M`, `37`, `26 寸`. */
  readonly value: string
}

export interface CardContent {
  /** One of a kind, in the order of the kinds. */
  readonly sizes: readonly Size[]
  readonly preferences: readonly string[]
  readonly allergies: readonly string[]
}

/** One line of a card, as its member takes it away. */
export type CardLine =
  | { readonly part: 'sizes'; readonly kind: SizeKind }
  | { readonly part: 'preferences' | 'allergies'; readonly words: string }

export const NOTHING_NOTED: CardContent = { sizes: [], preferences: [], allergies: [] }

export const inOrder = (sizes: readonly Size[]): Size[] =>
  SIZE_KINDS.flatMap((kind) => sizes.filter((size) => size.kind === kind).slice(0, 1))

export function withoutLine({ sizes, preferences, allergies }: CardContent, line: CardLine): CardContent {
  const others = (words: readonly string[]): string[] =>
    words.filter((each) => !('words' in line) || each !== line.words)
  switch (line.part) {
    case 'sizes':
      return { sizes: sizes.filter(({ kind }) => kind !== line.kind), preferences, allergies }
    case 'preferences':
      return { sizes, preferences: others(preferences), allergies }
    case 'allergies':
      return { sizes, preferences, allergies: others(allergies) }
  }
}

/** The parts in which two cards differ. */
export const changedParts = (before: CardContent, after: CardContent): (keyof CardContent)[] =>
  (['sizes', 'preferences', 'allergies'] as const).filter(
    (part) => JSON.stringify(before[part]) !== JSON.stringify(after[part]),
  )
