/** The last requests to the cloud, newest first: what was asked, for whom, how long it took and what it cost. */
import type { Person, StageContent } from '../content'
import type { RequestRow } from '../pulse'
import { element, icon } from './element'
import { recall, remember } from './memory'
import { inLanguage, say, saying, spoken } from './words'

const KEPT = 40

export interface Ledger {
  readonly root: HTMLElement
  /** The id from which on the server shall tell. */
  after(): number
  add(rows: readonly RequestRow[]): void
  clear(): void
}

export function createLedger(content: StageContent): Ledger {
  const people = new Map(
    content.sides.flatMap(({ people }) => people.map((person) => [person.openid, person])),
  )
  let rows: RequestRow[] = []
  const list = element('ol', { class: 'rows' })
  const root = element('aside', { class: 'ledger' })
  const toggle = element('button', {
    class: 'ledger-tab',
    onClick: () => fold(!root.classList.contains('is-folded')),
  })
  const count = element('span', { class: 'count' })
  const heading = element(
    'div',
    { class: 'ledger-head' },
    saying(element('h2'), 'requests'),
    saying(element('p'), 'requestsNote'),
  )
  root.append(toggle, heading, list)
  const fold = (isFolded: boolean) => {
    root.classList.toggle('is-folded', isFolded)
    toggle.setAttribute('aria-expanded', String(!isFolded))
    if (window.innerWidth >= 1000) remember('ledger', isFolded ? 'folded' : 'open')
    drawToggle()
  }
  const drawToggle = () => {
    const isFolded = root.classList.contains('is-folded')
    toggle.replaceChildren(icon(isFolded ? 'list' : 'close', 18), ...(isFolded ? [count] : []))
    toggle.title = say(isFolded ? 'requests' : 'hide')
    toggle.setAttribute('aria-label', toggle.title)
    count.textContent = rows.length ? String(rows.length) : ''
  }
  const draw = () => {
    const open = new Set(
      [...list.querySelectorAll<HTMLElement>('details[open]')].map((row) => row.dataset.id),
    )
    const drawn = runsOf(rows).map(({ row, times }) =>
      line(row, times, people.get(row.openid ?? ''), open.has(String(row.id))),
    )
    list.replaceChildren(...(drawn.length ? drawn : [saying(element('li', { class: 'none' }), 'noRequests')]))
    drawToggle()
  }
  foldByRoom((isFolded) => root.classList.toggle('is-folded', isFolded), drawToggle)
  inLanguage(draw)
  return {
    root,
    after: () => lastSettled(rows),
    add: (news) => {
      if (!news.length) return
      const known = new Map([...rows, ...news].map((row) => [row.id, row]))
      rows = [...known.values()].sort((a, b) => b.id - a.id).slice(0, KEPT)
      draw()
    },
    clear: () => {
      rows = []
      draw()
    },
  }
}

/** As the visitor left it; in a narrow window it would lie over the phone, so it waits to be asked for. */
function foldByRoom(fold: (isFolded: boolean) => void, draw: () => void): void {
  const narrow = matchMedia('(max-width: 999px)')
  const asLeft = () => {
    const left = recall('ledger')
    fold(narrow.matches || (left ? left === 'folded' : window.innerWidth < 1280))
    draw()
  }
  narrow.addEventListener('change', asLeft)
  asLeft()
}

/** A request that was still running is asked about again. */
const lastSettled = (rows: readonly RequestRow[]): number =>
  Math.min(rows[0]?.id ?? 0, ...rows.filter(({ state }) => state === 'running').map(({ id }) => id - 1))

/** A phone that asks the same again and again is told in one line. */
function runsOf(rows: readonly RequestRow[]): { row: RequestRow; times: number }[] {
  const runs: { row: RequestRow; times: number }[] = []
  for (const row of rows) {
    const last = runs.at(-1)
    const { what, openid, state } = last?.row ?? {}
    if (last && what === row.what && openid === row.openid && state === row.state && state === 'ok')
      last.times += 1
    else runs.push({ row, times: 1 })
  }
  return runs
}

function line(row: RequestRow, times: number, person: Person | undefined, isOpen: boolean): HTMLElement {
  const { state, why, callCount, calls } = row
  const details = element('details', { class: `row is-${state}` })
  details.open = isOpen
  details.dataset.id = String(row.id)
  const figures =
    state === 'running'
      ? say('running')
      : `${Math.round(row.ms)} ms · ${callCount} ${say(callCount === 1 ? 'callsOne' : 'calls')}`
  const cost = element('span', { class: 'row-cost', title: `${callCount} ${say('callsLabel')}` }, figures)
  details.append(
    element(
      'summary',
      {},
      element('i', { class: 'dot', label: state }),
      element('span', { class: 'row-what' }, times > 1 ? `${row.what} ×${times}` : row.what),
      element('span', { class: 'row-who' }, person ? spoken(person.name) : ''),
      cost,
      ...(why ? [element('span', { class: 'row-why' }, why.slice(0, 120))] : []),
    ),
    element(
      'ol',
      { class: 'row-calls' },
      ...calls.map((call) => element('li', {}, element('span', {}, call.what), `${Math.round(call.ms)} ms`)),
    ),
  )
  return element('li', {}, details)
}
