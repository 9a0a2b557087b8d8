/** Invocations as they happen, newest first; each opens to its database calls and its logs. */
import { ask, type Invocation, wallTime } from './cloud'
import type { View } from './documents-view'
import { element, state } from './element'
import { keepingFocus, rowOf, stepThrough } from './list-view'
import { say } from './words'

const KEPT = 200

export function invocationsView(): View {
  let known: Invocation[] = []
  const list = element('ol', { class: 'rows' })
  const body = element('div', { class: 'sheet' }, state(say('noInvocations'), say('noInvocationsAdvice')))
  body.tabIndex = -1
  const draw = () => {
    const open = new Set(
      [...list.querySelectorAll<HTMLElement>('details[open]')].map(({ dataset }) => dataset['id']),
    )
    keepingFocus(body, () => {
      list.replaceChildren(...known.map((each) => line(each, open.has(String(each.id)))))
      body.replaceChildren(list)
    })
  }
  return {
    root: element(
      'section',
      { class: 'list' },
      element('header', { class: 'head' }, element('h1', {}, say('invocations'))),
      body,
    ),
    onKey: (event) => stepThrough(body, event),
    follow: async () => {
      const unsettled = known.filter(({ state: at }) => at === 'running').map(({ id }) => id - 1)
      const after = Math.min(known[0]?.id ?? 0, ...unsettled)
      const { invocations } = await ask<{ invocations: Invocation[] }>(`invocations?after=${after}`)
      if (invocations.length === 0) return
      const all = new Map([...known, ...invocations].map((each) => [each.id, each]))
      known = [...all.values()].sort((a, b) => b.id - a.id).slice(0, KEPT)
      draw()
    },
  }
}

function line(each: Invocation, isOpen: boolean): HTMLElement {
  const details = element('details', { class: `row is-${each.state}` })
  details.dataset['id'] = String(each.id)
  details.open = isOpen
  const figures =
    each.state === 'running'
      ? say('running')
      : `${each.ms.toFixed(1)} ms · ${each.callCount} ${say(each.callCount === 1 ? 'call' : 'calls')}`
  const summary = element(
    'summary',
    {},
    element('i', { class: 'dot', role: 'img', label: each.state }),
    element('b', {}, each.action ? `${each.function}.${each.action}` : each.function),
    element('span', { class: 'who' }, each.openid ?? each.source),
    element('span', { class: 'when' }, wallTime(each.startedAt)),
    element('span', { class: 'cost' }, figures),
  )
  const calls = each.calls.map((call) =>
    element(
      'tr',
      { class: call.error ? 'is-wrong' : '' },
      element('td', {}, call.action),
      element('td', {}, call.collection ?? ''),
      element('td', {}, call.error ?? ''),
      element(
        'td',
        { class: 'is-number' },
        call.documentsRead > 0 ? `${say('read')} ${call.documentsRead}` : '',
      ),
      element('td', { class: 'is-number' }, `${call.ms.toFixed(2)} ms`),
    ),
  )
  details.append(
    summary,
    each.error ? element('pre', { class: 'is-wrong' }, each.error) : '',
    element('table', { class: 'calls' }, element('tbody', {}, ...calls)),
    element('pre', { class: 'logs', label: say('logs') }, each.logs.join('\n') || say('noLogs')),
  )
  return rowOf(String(each.id), '', details)
}
