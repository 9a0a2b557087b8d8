/**
 * Owns the list of everything that `wx` has, read from WeChat's own typings. Frameworks copy the keys of `wx` once
 * at start, so a name that is missing then is missing for ever.
 */
import fs from 'node:fs'

export function apiNames(): string[] {
  const source = fs.readFileSync(require.resolve('miniprogram-api-typings/types/wx/lib.wx.api.d.ts'), 'utf8')
  const members = source.slice(source.search(/interface Wx \{/))
  return [...new Set([...members.matchAll(/^ {8}([a-z]\w+)[<(]/gm)].map((match) => match[1]!))]
}
