/** Owns what the parser of selectors takes for a tag and is none. */
import type { Tag } from 'postcss-selector-parser'

/** A piece of what `:nth-child()` and its like count by: `2`, `odd`, and both sides of `2n + 1`. */
export const isFormula = ({ parent }: Tag): boolean =>
  parent?.parent?.type === 'pseudo' && parent.parent.value.startsWith(':nth-')
