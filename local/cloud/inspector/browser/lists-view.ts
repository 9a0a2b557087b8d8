/** Timers with their next run, and the files of the storage. */
import { type StoredFile, type Timer, wallTime } from './cloud'
import type { View } from './documents-view'
import { button, element } from './element'
import { type Act, listView, rowOf } from './list-view'
import { say } from './words'

interface TimerRun {
  run: { ok: boolean; error?: string }
}

export function timersView(): View {
  return listView<{ on: boolean; timers: Timer[] }>(say('timers'), 'timers', ({ on, timers }, act) => ({
    rows: timers.map((timer) => timerRow(timer, act)),
    empty: [say('noTimers'), say('noTimersAdvice')],
    note: on || timers.length === 0 ? '' : say('timersOff'),
  }))
}

const firstLine = (text: string): string => text.split('\n', 1)[0] ?? ''

function timerRow(timer: Timer, act: Act): HTMLElement {
  const { last, next, problem } = timer
  const isWrong = problem !== undefined || last?.ok === false
  const run = () =>
    void act<TimerRun>('timers/run', { function: timer.function }, ({ run: made }) =>
      made.ok ? `${timer.function} ✓` : `${timer.function}: ${firstLine(made.error ?? say('failed'))}`,
    )
  const when = [
    next === undefined ? '' : `${say('next')} ${wallTime(next)}`,
    last ? `${say('last')} ${wallTime(last.at)}` : '',
  ]
  const wrong = problem ?? (last?.error ? firstLine(last.error) : null)
  return rowOf(
    timer.function,
    `row line ${isWrong ? 'is-error' : 'is-ok'}`,
    element('i', { class: 'dot' }),
    element(
      'div',
      { class: 'said' },
      element('b', {}, timer.function),
      element('span', { class: 'who' }, `${timer.name} · ${timer.config}`),
      wrong ? element('span', { class: 'wrong', title: problem ?? last?.error ?? '' }, wrong) : null,
    ),
    element('span', { class: 'when' }, when.filter(Boolean).join('　')),
    button(say('runNow'), run),
  )
}

export function filesView(): View {
  return listView<{ files: StoredFile[] }>(say('files'), 'storage', ({ files }, act) => ({
    rows: files.map((file) => {
      const link = element('a', { class: 'path', title: file.path }, file.path)
      link.href = `/control/storage/file?path=${encodeURIComponent(file.path)}`
      link.target = '_blank'
      link.rel = 'noopener'
      const remove = button(say('remove'), () => void act('storage/delete', { path: file.path }), 'danger')
      return rowOf(
        file.path,
        'row line',
        link,
        element('span', { class: 'when is-size' }, sizeOf(file.size)),
        element('span', { class: 'when' }, wallTime(file.uploadedAt)),
        remove,
      )
    }),
    empty: [say('noFiles'), say('noFilesAdvice')],
  }))
}

function sizeOf(bytes: number): string {
  if (bytes < 1024) return `${bytes} B`
  return bytes < 1024 ** 2 ? `${(bytes / 1024).toFixed(1)} KB` : `${(bytes / 1024 ** 2).toFixed(1)} MB`
}
