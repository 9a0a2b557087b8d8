/** What an assistant types of a client card, and what is sent of it. Pure. */
import type { ClientCardView } from '../../../contract/client-book'
import { SIZE_KINDS, type Size, type SizeKind } from '../../../domain/members/client-card'
import { CARD_TEXT as text } from '../../../text/zh-cn/clients'

export type SizesTyped = Readonly<Partial<Record<SizeKind, string>>>

export const MOST_TAGS = 12
export const LONGEST_TAG = 12

export const typedOf = (sizes: readonly Size[]): SizesTyped =>
  Object.fromEntries(sizes.map(({ kind, value }) => [kind, value]))

/** A field that was left empty is no size. */
export const sizesOf = (typed: SizesTyped): { kind: SizeKind; value: string }[] =>
  SIZE_KINDS.flatMap((kind) => {
    const value = oneLine(typed[kind] ?? '')
    return value === '' ? [] : [{ kind, value }]
  })

/** The tags with what was typed, once, as long as there is room. Several may be typed at once. */
export function withTyped(tags: readonly string[], typed: string): string[] {
  const more = typed
    .split(/[,，、;；]/)
    .map((each) => oneLine(each).slice(0, LONGEST_TAG).trim())
    .filter((each) => each !== '')
  return [...new Set([...tags, ...more])].slice(0, MOST_TAGS)
}

const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim()

export interface TagsTyped {
  readonly tags: readonly string[]
  /** What stands in the field and is not added yet. */
  readonly typed: string
}

export interface CardEntry {
  readonly sizes: SizesTyped
  readonly preferences: TagsTyped
  readonly allergies: TagsTyped
}

export const entryOf = (card: ClientCardView): CardEntry => ({
  sizes: typedOf(card.sizes),
  preferences: { tags: card.preferences, typed: '' },
  allergies: { tags: card.allergies ?? [], typed: '' },
})

/**
 * What was typed on a card that somebody else changed meanwhile, carried over to the card as it is now: what was changed here
 * stays as it was typed, what was not is as it is now.
 */
export function carriedOver(entry: CardEntry, before: ClientCardView, now: ClientCardView): CardEntry {
  const [was, is] = [typedOf(before.sizes), typedOf(now.sizes)]
  const size = (kind: SizeKind): string => {
    const typed = entry.sizes[kind] ?? ''
    return oneLine(typed) === (was[kind] ?? '') ? (is[kind] ?? '') : typed
  }
  return {
    sizes: Object.fromEntries(SIZE_KINDS.map((kind) => [kind, size(kind)])),
    preferences: tagsOver(entry.preferences, before.preferences, now.preferences),
    allergies: tagsOver(entry.allergies, before.allergies ?? [], now.allergies ?? []),
  }
}

function tagsOver({ tags, typed }: TagsTyped, before: readonly string[], now: readonly string[]): TagsTyped {
  const [added, removed] = [without(without(tags, before), now), without(before, tags)]
  return { tags: [...without(now, removed).slice(0, MOST_TAGS - added.length), ...added], typed }
}

/** What somebody else changed, part by part, in words: sizes as they are now, tags that came and went. */
export function changesOf(before: ClientCardView, now: ClientCardView): readonly string[] {
  const [was, is] = [typedOf(before.sizes), typedOf(now.sizes)]
  const sizes = SIZE_KINDS.filter((kind) => was[kind] !== is[kind]).map((kind) =>
    text.sizeNow(text.kinds[kind], is[kind] ?? null),
  )
  // A consent that came or went changed no allergy.
  const sawAllergies = before.allergies !== null && now.allergies !== null
  const words = ({ preferences, allergies }: ClientCardView): readonly string[] =>
    sawAllergies ? [...preferences, ...(allergies ?? [])] : preferences
  const [added, removed] = [without(words(now), words(before)), without(words(before), words(now))]
  return [
    ...sizes,
    ...added.map((each) => text.tagAdded(each)),
    ...removed.map((each) => text.tagRemoved(each)),
  ]
}

const without = (tags: readonly string[], others: readonly string[]): string[] =>
  tags.filter((each) => !others.includes(each))
