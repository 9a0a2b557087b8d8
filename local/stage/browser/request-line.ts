/**
 * One request of the ledger as a line of its own: who asked for what at which door, how it ended and what it cost; opened,
 * it tells every call in its order.
 */
import type { Person } from '../content'
import type { CallKind, RequestCall, RequestRow } from '../pulse'
import { element } from './element'
import { say, spoken, type Word } from './words'

const KIND_WORDS: Readonly<Record<CallKind, Word>> = {
  get: 'callGet',
  query: 'callQuery',
  set: 'callSet',
  remove: 'callRemove',
  begin: 'callBegin',
  commit: 'callCommit',
  rollback: 'callRollback',
  other: 'callOther',
}
const LONGEST_WHY = 120

interface Line {
  readonly row: RequestRow
  /** How often the same was asked in a row. */
  readonly times: number
  readonly person: Person | undefined
  readonly isOpen: boolean
}

export function requestLine({ row, times, person, isOpen }: Line): HTMLElement {
  const { id, door, action, state, why, calls } = row
  const details = element('details', { class: `row is-${state}` })
  details.open = isOpen
  details.dataset.id = String(id)
  details.append(
    element(
      'summary',
      {},
      element('i', { class: 'dot', label: say(STATE_WORDS[state]), role: 'img' }),
      element(
        'span',
        { class: 'row-what', title: `${door}.${action}` },
        ...(action ? [element('small', {}, `${door} `), action] : [door]),
        ...(times > 1 ? [element('small', {}, ` ×${times}`)] : []),
      ),
      element('span', { class: 'row-who' }, person ? spoken(person.name) : ''),
      element('span', { class: 'row-cost' }, costText(row)),
      ...(row.replayed ? [mark('is-replayed', say('replayed'), say('replayedNote'))] : []),
      ...(why ? [mark('is-why', `${say(STATE_WORDS[state])} ${why.slice(0, LONGEST_WHY)}`, why)] : []),
    ),
    calls.length > 0
      ? element('ol', { class: 'row-calls' }, ...calls.map(callLine))
      : element('p', { class: 'row-calls' }, say(state === 'running' ? 'running' : 'noCalls')),
  )
  return element('li', {}, details)
}

const STATE_WORDS = {
  running: 'running',
  ok: 'answered',
  refused: 'refused',
  failed: 'failed',
} as const satisfies Record<RequestRow['state'], Word>

const mark = (look: string, text: string, title: string): HTMLElement =>
  element('span', { class: `row-mark ${look}`, title }, text)

/** `34 ms · 6 次：读 3，写 2，提交 1`. */
function costText({ state, ms, callCount, calls }: RequestRow): string {
  if (state === 'running') return say('running')
  const count = `${callCount} ${say(callCount === 1 ? 'callsOne' : 'calls')}`
  const kinds = callCount === 0 ? '' : `${say('colon')}${kindsOf(calls)}`
  return `${Math.round(ms)} ms · ${count}${kinds}`
}

/** How many of each kind, in the order in which each came first. */
function kindsOf(calls: readonly RequestCall[]): string {
  const counts = new Map<CallKind, number>()
  for (const { kind } of calls) counts.set(kind, (counts.get(kind) ?? 0) + 1)
  return [...counts].map(([kind, count]) => `${say(KIND_WORDS[kind])} ${count}`).join(say('comma'))
}

function callLine({ kind, on, ms, failed }: RequestCall): HTMLElement {
  return element(
    'li',
    { class: failed ? 'is-lost' : '', ...(failed ? { title: failed } : {}) },
    element('b', {}, say(KIND_WORDS[kind])),
    element('span', {}, failed ? `${on} ${say('callFailed')}`.trim() : on),
    element('small', {}, `${ms < 10 ? ms.toFixed(1) : Math.round(ms)} ms`),
  )
}
