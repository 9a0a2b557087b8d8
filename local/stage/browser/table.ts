/**
 * The table that the phones lie on: side by side and as large as the window allows. Which of them lie there is the
 * visitor's choice; until then all where the window has room, else those that do not wait; in a narrow window one.
 * Invariant: a phone that is not shown is out of sight, not gone; once it was shown a camera can still be held over it.
 */
import { element } from './element'
import { recall, remember } from './memory'
import type { PhoneView } from './phone-view'
import { saying } from './words'

export interface Table {
  readonly root: HTMLElement
  /** The buttons that put a phone on the table or take it away. */
  readonly choice: HTMLElement
  isShown(phone: PhoneView): boolean
  show(phone: PhoneView): void
}

interface TableOptions {
  readonly phones: readonly PhoneView[]
  readonly notice: HTMLElement
  readonly cover: HTMLElement
  readonly onShown: (phone: PhoneView) => void
}

/** A phone with its body around the screen, as in table.css. */
const PHONE = { width: 414, height: 868 }
const LARGEST_SCALE = 1.1
/** Smaller than this nobody reads it: the table scrolls instead. */
const LEAST_SCALE = 0.6
const NARROW = '(max-width: 999px)'
/** At this width three phones are as large as two are in a window of 1280. */
const ROOMY = '(min-width: 1600px)'

export function createTable({ phones, notice, cover, onShown }: TableOptions): Table {
  const places = element('div', { class: 'places' }, ...phones.map(({ root }) => root))
  const buttons = (role: string, look: string) =>
    phones.map((phone) => saying(element('button', { class: look, role }), phone.side.title))
  const tabs = buttons('tab', 'tab')
  const switcher = element('div', { class: 'tabs', role: 'tablist' }, ...tabs)
  const toggles = buttons('switch', 'toggle')
  const root = element('main', { class: 'table' }, switcher, notice, places, cover)
  const narrow = matchMedia(NARROW)
  const roomy = matchMedia(ROOMY)
  let single = phones[0]
  let chosen = recalled()

  const isShown = (phone: PhoneView): boolean => {
    if (narrow.matches) return phone === single
    return chosen ? chosen.includes(phone.side.id) : roomy.matches || !phone.side.waits
  }
  const draw = () => {
    phones.forEach((phone, index) => {
      const shown = isShown(phone)
      phone.root.classList.toggle('is-away', !shown)
      phone.root.inert = !shown
      tabs[index]?.setAttribute('aria-selected', String(phone === single))
      toggles[index]?.setAttribute('aria-checked', String(shown))
      if (shown) onShown(phone)
    })
    fit(places, phones.filter(isShown))
  }
  const show = (phone: PhoneView) => {
    single = phone
    if (!isShown(phone)) toggle(phone)
    draw()
  }
  const toggle = (phone: PhoneView) => {
    const next = phones.filter((other) => isShown(other) !== (other === phone)).map(({ side }) => side.id)
    if (next.length === 0) return // an empty table is nothing to look at
    chosen = next
    remember('phones', chosen.join())
    draw()
  }
  tabs.forEach((tab, index) => tab.addEventListener('click', () => show(phones[index] as PhoneView)))
  toggles.forEach((each, index) => each.addEventListener('click', () => toggle(phones[index] as PhoneView)))
  for (const width of [narrow, roomy]) width.addEventListener('change', draw)
  new ResizeObserver(() => fit(places, phones.filter(isShown))).observe(places)
  draw()
  return { root, choice: element('div', { class: 'toggles' }, ...toggles), show, isShown }
}

const recalled = (): readonly string[] | null => recall('phones')?.split(',') ?? null

function fit(places: HTMLElement, shown: readonly PhoneView[]): void {
  const first = shown[0]?.root
  if (!first) return
  const style = getComputedStyle(places)
  const gap = parseFloat(style.columnGap) || 0
  const sides = parseFloat(style.paddingLeft) + parseFloat(style.paddingRight)
  const head = first.querySelector<HTMLElement>('.place-head')?.offsetHeight ?? 0
  const ends = parseFloat(style.paddingTop) + parseFloat(style.paddingBottom)
  const wide = (places.clientWidth - sides - gap * (shown.length - 1)) / shown.length / PHONE.width
  const high = (places.clientHeight - ends - head) / PHONE.height
  const scale = Math.max(LEAST_SCALE, Math.min(wide, high, LARGEST_SCALE))
  places.style.setProperty('--k', String(scale))
  places.classList.toggle('is-tight', wide < LEAST_SCALE)
}
