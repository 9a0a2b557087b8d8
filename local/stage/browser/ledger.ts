/** The last requests to the cloud, newest first: what was asked, for whom, how long it took and what it cost. */
import type { Person, StageContent } from '../content'
import type { RequestRow } from '../pulse'
import { element, icon } from './element'
import { recall, remember } from './memory'
import { requestLine } from './request-line'
import { inLanguage, say, saying } from './words'

const LINES_KEPT = 40
/** However long a phone asks the same again and again. */
const ROWS_KEPT = 2000
/** Below this it lies over the phone. */
const NARROW = '(max-width: 999px)'

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
    drawLines(list, rows, people)
    drawToggle()
  }
  byKeyboard(list)
  root.addEventListener('keydown', ({ key }) => {
    if (key !== 'Escape' || !matchMedia(NARROW).matches) return
    fold(true)
    toggle.focus()
  })
  foldByRoom((isFolded) => root.classList.toggle('is-folded', isFolded), drawToggle)
  inLanguage(draw)
  return {
    root,
    after: () => lastSettled(rows),
    add: (news) => {
      if (!news.length) return
      const known = new Map([...rows, ...news].map((row) => [row.id, row]))
      rows = lastLines([...known.values()].sort((a, b) => b.id - a.id))
      draw()
    },
    clear: () => {
      rows = []
      draw()
    },
  }
}

/** Drawn anew under the hand of who reads: what was open stays open, and who was on a line by keyboard stays on it. */
function drawLines(
  list: HTMLElement,
  rows: readonly RequestRow[],
  people: ReadonlyMap<string, Person>,
): void {
  const open = new Set([...list.querySelectorAll<HTMLElement>('details[open]')].map((row) => row.dataset.id))
  const held = list.contains(document.activeElement) && idOf(document.activeElement)
  const lines = runsOf(rows).map(({ row, times }) => {
    const person = people.get(row.openid ?? '')
    return requestLine({ row, times, person, isOpen: open.has(String(row.id)) })
  })
  list.replaceChildren(...(lines.length ? lines : [element('li', { class: 'none' }, say('noRequests'))]))
  if (held) list.querySelector<HTMLElement>(`[data-id="${held}"] summary`)?.focus()
}

const idOf = (line: Element | null): string | undefined => line?.closest<HTMLElement>('[data-id]')?.dataset.id

/** As the visitor left it; in a narrow window it would lie over the phone, so it waits to be asked for. */
function foldByRoom(fold: (isFolded: boolean) => void, draw: () => void): void {
  const narrow = matchMedia(NARROW)
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

const isSame = (one: RequestRow, other: RequestRow): boolean =>
  one.state === 'ok' &&
  !one.replayed &&
  (['door', 'action', 'openid', 'state', 'replayed'] as const).every((key) => one[key] === other[key])

/** A phone that asks the same again and again is told in one line. */
function runsOf(rows: readonly RequestRow[]): { row: RequestRow; times: number }[] {
  const runs: { row: RequestRow; times: number }[] = []
  for (const row of rows) {
    const last = runs.at(-1)
    if (last && isSame(last.row, row)) last.times += 1
    else runs.push({ row, times: 1 })
  }
  return runs
}

/** As many as make the lines that are kept: a phone that waits and asks must not push what it waits for out of sight. */
function lastLines(rows: readonly RequestRow[]): RequestRow[] {
  const kept = runsOf(rows)
    .slice(0, LINES_KEPT)
    .reduce((sum, { times }) => sum + times, 0)
  return rows.slice(0, Math.min(kept, ROWS_KEPT))
}

/** Up and down go from line to line; enter and space open one, as they do by themselves. */
function byKeyboard(list: HTMLElement): void {
  list.addEventListener('keydown', (event) => {
    if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return
    const lines = [...list.querySelectorAll('summary')]
    const at = lines.findIndex((line) => line === document.activeElement)
    if (at < 0) return
    event.preventDefault()
    lines[Math.max(0, Math.min(lines.length - 1, at + (event.key === 'ArrowDown' ? 1 : -1)))]?.focus()
  })
}
