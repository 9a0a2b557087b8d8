/**
 * Regular expressions from outside. Invariant: however a pattern is written, one query spends a bounded time on it; a
 * pattern that goes back and forth without end is stopped, and the query is refused.
 */
import vm from 'node:vm'
import { badRequest } from '../errors'

export const PATTERN_BUDGET_MS = 2_000
/** MongoDB's own limit. */
const MAX_PATTERN_BYTES = 32_764
/** On so few characters no pattern takes noticeable time. */
const SHORT_TEXT = 16
/** On so few characters a pattern without nested repetition takes no noticeable time. */
const LONG_TEXT = 1_000

const COMPUTED = new Set(['$regexMatch', '$regexFind', '$regexFindAll'])

export interface Guard {
  /** Does the work on a document, and stops it when all of the query's work took too long. */
  watch<T>(doc: unknown, work: () => T): T
}

/** null when nothing in the query needs to be watched. */
export function patternGuard(query: unknown): Guard | null {
  const patterns = [...patternsIn(query)]
  if (patterns.length === 0) return null
  const harmlessLength = patterns.every(isSimple) ? LONG_TEXT : SHORT_TEXT
  let spentMs = 0
  return {
    watch(doc, work) {
      if (!hasTextLongerThan(harmlessLength, doc)) return work()
      const began = performance.now()
      try {
        return withinTime(work, PATTERN_BUDGET_MS - spentMs)
      } finally {
        spentMs += performance.now() - began
      }
    },
  }
}

const running: { work: () => unknown } = { work: () => undefined }
const context = vm.createContext({ run: () => running.work() })
const stopwatch = new vm.Script('run()')

/** The engine itself is interrupted: nothing else ends a regular expression. The work must be free to stop anywhere. */
function withinTime<T>(work: () => T, ms: number): T {
  const outer = running.work
  running.work = work
  try {
    return stopwatch.runInContext(context, { timeout: Math.max(Math.floor(ms), 1) }) as T
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ERR_SCRIPT_EXECUTION_TIMEOUT')
      throw badRequest('operation exceeded time limit: the regular expression takes too long')
    throw error
  } finally {
    running.work = outer
  }
}

/** A pattern that is computed from documents is given as null. */
function* patternsIn(value: unknown): Generator<string | null> {
  if (typeof value !== 'object' || value === null) return
  if (Object.prototype.toString.call(value) === '[object RegExp]') yield checked((value as RegExp).source)
  for (const [name, child] of Object.entries(value)) {
    if (name === '$regex' && typeof child === 'string') yield checked(child)
    else if (COMPUTED.has(name)) yield null
    yield* patternsIn(child)
  }
}

function checked(pattern: string): string {
  if (Buffer.byteLength(pattern) > MAX_PATTERN_BYTES) throw badRequest('Regular expression is too long')
  return pattern
}

/** At most two repetitions without end, and none of a group: at worst cubic in the length of the text. */
function isSimple(pattern: string | null): boolean {
  if (pattern === null) return false
  const bare = pattern.replace(/\\[^1-9k]/g, '').replace(/\[[^\]]*\]/g, '.')
  if (/\)[*+{?]|\\[1-9k]|\(\?[=!<]/.test(bare)) return false
  return (bare.match(/[*+]|\{\d*,\d*\}/g) ?? []).length <= 2
}

function hasTextLongerThan(length: number, value: unknown): boolean {
  if (typeof value === 'string') return value.length > length
  if (typeof value !== 'object' || value === null) return false
  return Object.values(value).some((child) => hasTextLongerThan(length, child))
}
