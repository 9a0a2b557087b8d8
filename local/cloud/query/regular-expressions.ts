/**
 * MongoDB's regular expressions (PCRE) as JavaScript's. Invariant: what JavaScript would read differently or not at
 * all is refused, never matched in another way.
 */
import { badRequest, notImplemented } from '../errors'

const INLINE_OPTIONS = /^\(\?([imsx]+)\)/
/** Possessive quantifiers, atomic groups, recursion, conditions, \A, \Z, \K and POSIX classes. */
const PCRE_ONLY = /\(\?(>|R|\(|[&+-]?\d)|\\[AZzKGQERhHX]|[*+?}]\+|\[\[:/

export function regularExpression(pattern: string, options: string): RegExp {
  const inline = INLINE_OPTIONS.exec(pattern)
  const source = inline ? pattern.slice(inline[0].length) : pattern
  const flags = new Set([...options, ...(inline?.[1] ?? '')])
  const unescaped = source.replace(/\\\\/g, '')
  if (PCRE_ONLY.test(unescaped)) throw notImplemented(`the regular expression ${pattern}`)
  const plain = flags.has('x') ? withoutComments(source) : source
  flags.delete('x')
  const text = [...flags].join('')
  try {
    return new RegExp(plain, `${text}u`)
  } catch {
    return withoutUnicode(plain, text, pattern)
  }
}

/** PCRE allows escapes that JavaScript allows only without its Unicode mode. */
function withoutUnicode(source: string, flags: string, shown: string): RegExp {
  try {
    return new RegExp(source, flags)
  } catch {
    throw badRequest(`Regular expression is invalid: ${shown}`)
  }
}

/** The option x: white space and comments outside of classes count for nothing. */
function withoutComments(source: string): string {
  return source.replace(
    /(\\.|\[(?:\\.|[^\]])*\])|\s+|#[^\n]*/gs,
    (_all, kept: string | undefined) => kept ?? '',
  )
}
