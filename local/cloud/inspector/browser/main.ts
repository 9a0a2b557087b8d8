/** The inspector: the parts of a cloud at the left, the chosen one beside it. It follows the cloud once a second. */
import { ask, type ClockState, type Collection, wallTime } from './cloud'
import { DocumentsView, type View } from './documents-view'
import { button, element } from './element'
import { invocationsView } from './invocations-view'
import { keepingFocus } from './list-view'
import { filesView, timersView } from './lists-view'
import { messagesView } from './messages-view'
import { paymentsView } from './payments-view'
import './style.css'
import './lists.css'
import './parts.css'
import { say, switchLanguage, type Word } from './words'

const FOLLOW_MS = 1000

const collections = element('nav', { label: say('collections') })
const activity = element('nav', { label: say('activity') })
const time = element('b', { class: 'time' })
const pace = button(say('freeze'), () => void moveClock({ frozen: !isFrozen }))
const lost = element('p', { class: 'lost', role: 'alert' }, say('silent'))
lost.hidden = true
const main = element('main')
let view: View | null = null
let isFrozen = false
let drawnCollections = ''

const VIEWS: Partial<Record<Word, () => View>> = {
  invocations: invocationsView,
  messages: messagesView,
  payments: paymentsView,
  timers: timersView,
  files: filesView,
}

async function moveClock(body: object): Promise<void> {
  showClock(await ask<ClockState>('clock', body))
}

function showClock({ now, frozen }: ClockState): void {
  isFrozen = frozen
  time.textContent = wallTime(now)
  pace.textContent = say(frozen ? 'run' : 'freeze')
}

function drawCollections(list: Collection[]): void {
  const shown = JSON.stringify([list, location.hash])
  if (shown === drawnCollections) return
  drawnCollections = shown
  const links = list.map(({ name, count }) => link(`#c/${name}`, name, count.toLocaleString('en')))
  const parts = links.length > 0 ? links : [element('p', {}, say('noCollections'))]
  keepingFocus(collections, () => collections.replaceChildren(...parts))
}

function link(href: string, name: string, figure: string): HTMLElement {
  const made = element('a', {}, element('span', {}, name), element('small', {}, figure))
  made.href = href
  made.title = name
  made.dataset['key'] = href
  if (href === (location.hash || '#invocations')) made.setAttribute('aria-current', 'page')
  return made
}

function drawActivity(): void {
  const links = (Object.keys(VIEWS) as Word[]).map((name) => link(`#${name}`, say(name), ''))
  keepingFocus(activity, () => activity.replaceChildren(...links))
}

function open(): void {
  const place = decodeURIComponent(location.hash.slice(1))
  const create = VIEWS[place as Word] ?? (place.startsWith('c/') ? null : invocationsView)
  // What was changed in one collection is taken back there.
  document.querySelectorAll('.undo').forEach((stale) => stale.remove())
  view = create ? create() : new DocumentsView(place.slice(2), () => void follow())
  main.replaceChildren(view.root)
  drawActivity()
  void follow()
}

let timer: ReturnType<typeof setTimeout> | undefined
async function follow(): Promise<void> {
  clearTimeout(timer)
  try {
    if (!document.hidden) {
      const [list, clock] = await Promise.all([
        ask<{ collections: Collection[] }>('collections'),
        ask<ClockState>('clock'),
        view?.follow?.(),
      ])
      drawCollections(list.collections)
      showClock(clock)
    }
    lost.hidden = true
  } catch (error) {
    lost.hidden = !(error instanceof TypeError)
  }
  clearTimeout(timer)
  timer = setTimeout(() => void follow(), FOLLOW_MS)
}

document.body.append(
  element(
    'aside',
    { class: 'rail' },
    element(
      'div',
      { class: 'brand' },
      element('span', { class: 'seal' }, '云'),
      element('b', {}, say('title')),
      button(say('other'), switchLanguage, 'link'),
    ),
    element(
      'section',
      { class: 'clock', label: say('clock') },
      element('h2', {}, say('clock')),
      time,
      element(
        'div',
        { class: 'moves' },
        button(say('hour'), () => void moveClock({ shiftMs: 3_600_000 })),
        button(say('day'), () => void moveClock({ shiftMs: 86_400_000 })),
        pace,
        button(say('now'), () => void moveClock({ now: Date.now() })),
      ),
    ),
    element('h2', {}, say('activity')),
    activity,
    element('h2', {}, say('collections')),
    collections,
    element('footer', {}, element('small', {}, say('keys'))),
  ),
  main,
  lost,
)
document.addEventListener('keydown', (event) => {
  const isTyping = event.target instanceof HTMLInputElement || event.target instanceof HTMLTextAreaElement
  if (!isTyping && !event.ctrlKey && !event.metaKey && !event.altKey) view?.onKey?.(event)
})
document.addEventListener('visibilitychange', () => void follow())
addEventListener('hashchange', open)
open()
