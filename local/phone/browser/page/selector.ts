/**
 * Owns WXML selectors → selectors of the page's document: tags carry wx-, isolated classes may carry a prefix. What
 * `:nth-child()` and its like count by is no tag.
 */
export function toDomSelector(selector: string): string {
  return selector
    .replace(
      /("[^"]*"|\[[^\]]*\]|:nth-[\w-]+\([^)]*\))|(^|[\s>+~,(])([a-zA-Z][\w-]*)/g,
      (_all, quoted: string | undefined, before: string, tag: string) =>
        quoted ?? `${before}${tag === 'page' ? 'body' : `wx-${tag}`}`,
    )
    .replace(/>>>/g, ' ')
    .replace(/\.([a-zA-Z_][\w-]*)/g, ':is(.$1,[class$="--$1"],[class*="--$1 "])')
}

export function toDomXpath(xpath: string): string {
  return xpath.replace(
    /(\/\/?|::)([a-z][\w-]*)(?![\w-]*\()/g,
    (_all, axis: string, tag: string) => `${axis}${tag === 'page' ? 'body' : `wx-${tag}`}`,
  )
}
