/**
 * A view that is a list. It asks once a second and is drawn anew only when something is different; the focus stays on the
 * row that had it. Arrows go from row to row.
 */
import { ask, wordsOf } from './cloud'
import type { View } from './documents-view'
import { element, state } from './element'

/** Changes something of the cloud, and shows what came of it. */
export type Act = <Answer>(path: string, request: object, told?: (answer: Answer) => string) => Promise<void>

export interface Listed {
  rows: HTMLElement[]
  /** What is so when there are no rows, and what can be done. */
  empty: readonly [says: string, advice: string]
  /** Beside the title. */
  note?: string
  /** Below the rows, as long as there are any. */
  more?: HTMLElement | null
}

export function listView<Answer>(
  title: string,
  path: string,
  show: (answer: Answer, act: Act) => Listed,
): View {
  const note = element('p', { class: 'figures', role: 'status' })
  const body = element('div', { class: 'sheet' })
  body.tabIndex = -1
  const head = element('header', { class: 'head' }, element('h1', {}, title), note)
  let drawn = ''
  let told = ''
  const follow = async () => {
    const answer = await ask<Answer>(path)
    const text = JSON.stringify(answer)
    if (text === drawn) return
    drawn = text
    const { rows, empty, note: usual = '', more = null } = show(answer, act)
    note.textContent = told || usual
    const filled = [element('ol', { class: 'rows' }, ...rows), more].filter((part) => part !== null)
    keepingFocus(body, () => body.replaceChildren(...(rows.length > 0 ? filled : [state(...empty)])))
  }
  const act: Act = async (to, request, says) => {
    try {
      const answer = await ask(to, request)
      told = says?.(answer as never) ?? ''
    } catch (error) {
      told = wordsOf(error)
    }
    note.textContent = told
    drawn = ''
    await follow()
  }
  return {
    root: element('section', { class: 'list' }, head, body),
    follow,
    onKey: (event) => stepThrough(body, event),
  }
}

/** A row that is found again after its list was drawn anew. */
export function rowOf(key: string, look: string, ...children: (Node | string | null)[]): HTMLElement {
  const made = element('li', { class: look }, ...children)
  made.dataset['key'] = key
  return made
}

const FOCUSABLE = 'a[href], button, summary'
const rowsIn = (root: HTMLElement) => [...root.querySelectorAll<HTMLElement>('[data-key]')]
const focusablesIn = (row: HTMLElement) =>
  row.matches(FOCUSABLE) ? [row] : [...row.querySelectorAll<HTMLElement>(FOCUSABLE)]

export function keepingFocus(root: HTMLElement, draw: () => void): void {
  const held = root.contains(document.activeElement) ? (document.activeElement as HTMLElement) : null
  const row = held?.closest<HTMLElement>('[data-key]')
  const at = held && row ? focusablesIn(row).indexOf(held) : -1
  draw()
  if (!row || at < 0) return
  const again = rowsIn(root).find(({ dataset }) => dataset['key'] === row.dataset['key'])
  const choices = again ? focusablesIn(again) : []
  const next = choices[at] ?? choices.at(-1) ?? root
  next.focus({ preventScroll: next === root })
}

/** Up and down among the rows that can be acted on; Escape leaves them. */
export function stepThrough(root: HTMLElement, event: KeyboardEvent): void {
  const by = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
  if (event.key === 'Escape' && root.contains(document.activeElement)) root.focus()
  if (by === 0) return
  event.preventDefault()
  const rows = rowsIn(root).filter((row) => focusablesIn(row).length > 0)
  const at = rows.findIndex((row) => row.contains(document.activeElement))
  const next = at < 0 ? (by > 0 ? 0 : rows.length - 1) : Math.min(Math.max(at + by, 0), rows.length - 1)
  const row = rows[next]
  if (row) focusablesIn(row)[0]?.focus()
}
