/** What an assistant types of a client card, and what is sent of it. Pure. */
import { SIZE_KINDS, type Size, type SizeKind } from '../../../domain/members/client-card'

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
