/** Timers with their next run, the messages that were sent, and the files of the storage. */
import { ask, type Message, type StoredFile, type Timer, wallTime, wordsOf } from './cloud'
import type { View } from './documents-view'
import { button, element, state } from './element'
import { say } from './words'

export function timersView(): View {
  const body = element('div', { class: 'sheet' })
  const note = element('p', { class: 'figures', role: 'status' })
  const draw = async () => {
    const { on, timers } = await ask<{ on: boolean; timers: Timer[] }>('timers')
    if (!note.textContent && !on) note.textContent = say('timersOff')
    body.replaceChildren(
      timers.length > 0
        ? element('ol', { class: 'rows' }, ...timers.map((timer) => line(timer, run)))
        : state(say('noTimers'), say('noTimersAdvice')),
    )
  }
  const run = async (timer: Timer) => {
    try {
      const { run: made } = await ask<{ run: { ok: boolean; error?: string } }>('timers/run', {
        function: timer.function,
      })
      note.textContent = made.ok ? `${timer.function} ✓` : `${timer.function}: ${made.error ?? say('failed')}`
    } catch (error) {
      note.textContent = wordsOf(error)
    }
    await draw()
  }
  return { root: section(say('timers'), note, body), follow: draw }
}

function line(timer: Timer, run: (timer: Timer) => Promise<void>): HTMLElement {
  const { last, next, problem } = timer
  const look = problem || last?.ok === false ? 'is-error' : 'is-ok'
  return element(
    'li',
    { class: `row line ${look}` },
    element('i', { class: 'dot' }),
    element('b', {}, timer.function),
    element('span', { class: 'who' }, `${timer.name} · ${timer.config}`),
    element(
      'span',
      { class: 'when' },
      problem ?? (next === undefined ? '' : `${say('next')} ${wallTime(next)}`),
    ),
    element(
      'span',
      { class: 'when' },
      last ? `${say('last')} ${wallTime(last.at)}${last.error ? ` · ${last.error}` : ''}` : '',
    ),
    button(say('runNow'), () => void run(timer)),
  )
}

export function filesView(): View {
  const body = element('div', { class: 'sheet' })
  const draw = async () => {
    const { files } = await ask<{ files: StoredFile[] }>('storage')
    const rows = files.map((file) => {
      const link = element('a', { class: 'path' }, file.path)
      link.href = `/control/storage/file?path=${encodeURIComponent(file.path)}`
      link.target = '_blank'
      link.rel = 'noopener'
      const remove = button(
        say('remove'),
        () => void ask('storage/delete', { path: file.path }).then(draw),
        'danger',
      )
      const figures = `${(file.size / 1024).toFixed(1)} KB · ${wallTime(file.uploadedAt)}`
      return element('li', { class: 'row line' }, link, element('span', { class: 'when' }, figures), remove)
    })
    body.replaceChildren(
      rows.length > 0
        ? element('ol', { class: 'rows' }, ...rows)
        : state(say('noFiles'), say('noFilesAdvice')),
    )
  }
  return { root: section(say('files'), element('p'), body), follow: draw }
}

export function messagesView(): View {
  const body = element('div', { class: 'sheet' })
  const draw = async () => {
    const { messages } = await ask<{ messages: Message[] }>('messages')
    const rows = messages.reverse().map(({ openid, templateId, page, data, sentAt }) => {
      const said = Object.entries(data).map(([name, { value }]) => `${name}: ${value}`)
      return element(
        'li',
        { class: 'row line' },
        element('b', {}, openid),
        element('span', { class: 'who', title: templateId }, [...said, page ?? ''].join('　')),
        element('span', { class: 'when' }, wallTime(sentAt)),
      )
    })
    body.replaceChildren(
      rows.length > 0
        ? element('ol', { class: 'rows' }, ...rows)
        : state(say('noMessages'), say('noMessagesAdvice')),
    )
  }
  return { root: section(say('messages'), element('p'), body), follow: draw }
}

const section = (title: string, note: HTMLElement, body: HTMLElement): HTMLElement =>
  element(
    'section',
    { class: 'list' },
    element('header', { class: 'head' }, element('h1', {}, title), note),
    body,
  )
