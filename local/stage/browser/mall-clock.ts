/** The mall's clock on the wall: what time it is there, and the buttons that move it. */
import { moveClock } from './ask'
import { dayText, instantOf, monthsLater, timeText, wallText, yearText } from './calendar'
import { element } from './element'
import { currentLanguage, inLanguage, saying, type Word } from './words'

const MINUTE_MS = 60_000
const DAY_MS = 24 * 60 * MINUTE_MS
/** An answer that is this late was waited for, not moved. */
const MOST_LATE_MS = MINUTE_MS / 2

export interface MallClock {
  readonly root: HTMLElement
  /**
   * @param now what the server said; null: nobody knows.
   * @returns how far another hand moved it, ms: in the inspector, or on another page like this one; 0 when none did.
   */
  follow(now: number | null): number
  /** Another mall: its time is no move of this one's. */
  begin(): void
  /** The mall's instant, ms; null when nobody knows it. */
  now(): number | null
}

type Move = { now: number } | { shiftMs: number }

/** @param onMoved told how far the visitor moved the clock, ms. */
export function createMallClock(onMoved: (byMs: number) => void): MallClock {
  let offsetMs: number | null = null
  const elsewhere = new OtherHand()
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
  const follow = (instant: number | null): number => {
    set(instant)
    return offsetMs === null ? 0 : elsewhere.movedBy(offsetMs)
  }
  const move = async (how: (instant: number) => Move) => {
    const before = now()
    if (before === null) return
    const after = await moveClock(how(before))
    if (after === null) return
    set(after)
    elsewhere.settle(offsetMs)
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
  return { root, follow, now, begin: () => elsewhere.settle(offsetMs) }
}

/** Tells a clock that somebody else moved from one that only went on. */
class OtherHand {
  /** What the phones go by; null: by whatever comes next. */
  private knownMs: number | null = null
  private wasFarOff = false

  /** The phones have been told of this. */
  settle(offsetMs: number | null): void {
    this.knownMs = offsetMs
    this.wasFarOff = false
  }

  /** @param offsetMs between the mall's clock and this page's. */
  movedBy(offsetMs: number): number {
    const byMs = this.knownMs === null ? 0 : offsetMs - this.knownMs
    const isFarOff = Math.abs(byMs) > MOST_LATE_MS
    // One answer can be older than the last move of this page; two in a row are not.
    const isSure = isFarOff && this.wasFarOff
    this.wasFarOff = isFarOff && !isSure
    if (!this.wasFarOff) this.knownMs = offsetMs
    return isSure ? byMs : 0
  }
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
