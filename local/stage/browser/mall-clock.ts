/** The mall's clock on the wall: what time it is there, and the buttons that move it. */
import { moveClock } from './ask'
import { dayText, instantOf, monthsLater, timeText, wallText, yearText } from './calendar'
import { element } from './element'
import { currentLanguage, inLanguage, saying, type Word } from './words'

const MINUTE_MS = 60_000
const DAY_MS = 24 * 60 * MINUTE_MS

export interface MallClock {
  readonly root: HTMLElement
  /** What the server said; null: nobody knows. */
  set(now: number | null): void
  /** The mall's instant, ms; null when nobody knows it. */
  now(): number | null
}

type Move = { now: number } | { shiftMs: number }

/** @param onMoved told how far the clock went, ms. */
export function createMallClock(onMoved: (byMs: number) => void): MallClock {
  let offsetMs: number | null = null
  const now = () => (offsetMs === null ? null : performance.now() + offsetMs)
  const time = element('div', { class: 'clock-time' })
  const day = element('span', { class: 'clock-day' })
  const year = element('span', { class: 'clock-year' })

  const draw = () => {
    const instant = now()
    time.textContent = instant === null ? '––:––' : timeText(instant)
    day.textContent = instant === null ? '' : dayText(instant, currentLanguage())
    year.textContent = instant === null ? '' : yearText(instant)
  }
  const set = (instant: number | null) => {
    offsetMs = instant === null ? null : instant - performance.now()
    draw()
  }
  const move = async (how: (instant: number) => Move) => {
    const before = now()
    if (before === null) return
    const after = await moveClock(how(before))
    if (after === null) return
    set(after)
    onMoved(after - before)
  }
  inLanguage(draw)
  setInterval(draw, 1000)

  const chooser = createChooser(now, (instant) => void move(() => ({ now: instant })))
  const moveButton = (word: Word, how: (instant: number) => Move) =>
    saying(element('button', { class: 'move', onClick: () => void move(how) }), word)
  const root = element(
    'section',
    { class: 'clock' },
    saying(element('h2', {}), 'clock'),
    time,
    element('p', { class: 'clock-date' }, day, year),
    element(
      'div',
      { class: 'moves' },
      moveButton('minute', () => ({ shiftMs: MINUTE_MS })),
      moveButton('day', () => ({ shiftMs: DAY_MS })),
      moveButton('week', () => ({ shiftMs: 7 * DAY_MS })),
      moveButton('month', (instant) => ({ now: monthsLater(instant, 1) })),
      moveButton('year', (instant) => ({ now: monthsLater(instant, 12) })),
      chooser.button,
    ),
    chooser.form,
    saying(
      element('button', { class: 'link', onClick: () => void move(() => ({ now: Date.now() })) }),
      'toNow',
    ),
  )
  return { root, set, now }
}

function createChooser(now: () => number | null, onChosen: (instant: number) => void) {
  const field = element('input', { class: 'field' })
  field.type = 'datetime-local'
  const form = element('form', { class: 'set-clock' }, field)
  const go = saying(element('button', { class: 'move strong' }), 'go')
  go.type = 'submit'
  const cancel = saying(element('button', { class: 'move', onClick: () => fold() }), 'cancel')
  form.append(element('div', { class: 'pair' }, cancel, go))
  form.addEventListener('submit', (event) => {
    event.preventDefault()
    const instant = instantOf(field.value)
    if (Number.isNaN(instant)) return field.focus()
    fold()
    onChosen(instant)
  })
  form.addEventListener('keydown', ({ key }) => key === 'Escape' && fold())
  const unfold = () => {
    const instant = now()
    if (instant !== null) field.value = wallText(instant)
    show(true)
    field.focus()
  }
  const button = saying(
    element('button', { class: 'move', onClick: () => (form.hidden ? unfold() : fold()) }),
    'setClock',
  )
  const show = (isOpen: boolean) => {
    form.hidden = !isOpen
    button.setAttribute('aria-expanded', String(isOpen))
  }
  /** Who works by keyboard goes on from the button. */
  const fold = () => {
    show(false)
    button.focus()
  }
  show(false)
  return { button, form }
}
