/**
 * Whether a document meets a query. mingo decides; operators that it does not know are refused by name.
 */
import { Query } from 'mingo'
import { CloudError, badRequest, notImplemented } from '../errors'
import type { Fields } from './document'
import { patternGuard } from './pattern-guard'

export function matcher(query: Fields): (doc: Fields) => boolean {
  if (Object.keys(query).length === 0) return () => true
  try {
    const guard = patternGuard(query)
    const compiled = new Query(query, { scriptEnabled: false })
    const test = (doc: Fields) => compiled.test(doc)
    return (doc) => guarded(() => (guard ? guard.watch(doc, () => test(doc)) : test(doc)))
  } catch (error) {
    throw asRefusal(error)
  }
}

export function guarded<T>(work: () => T): T {
  try {
    return work()
  } catch (error) {
    throw asRefusal(error)
  }
}

function asRefusal(error: unknown): CloudError {
  if (error instanceof CloudError) return error
  const text = error instanceof Error ? error.message : String(error)
  const operator = /(\$\w+)/.exec(text)?.[1]
  if (operator && /unknown|not registered|unregistered|invalid operator|not found/i.test(text))
    return notImplemented(`the operator ${operator}`)
  return badRequest(text)
}
