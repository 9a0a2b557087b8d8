/**
 * The table that the phones lie on: side by side and as large as the window allows; in a narrow window one at a time.
 * Invariant: a phone that is not shown is out of sight, not gone; a camera can still be held over it.
 */
import { element } from './element'
import type { PhoneView } from './phone-view'
import { saying } from './words'

export interface Table {
  readonly root: HTMLElement
  isShown(phone: PhoneView): boolean
  show(phone: PhoneView): void
}

/** A phone with its body around the screen, as in table.css. */
const PHONE = { width: 414, height: 868 }
const LARGEST_SCALE = 1.1

export function createTable(phones: readonly PhoneView[], notice: HTMLElement, cover: HTMLElement): Table {
  const places = element('div', { class: 'places' }, ...phones.map(({ root }) => root))
  const tabs = phones.map((phone) =>
    saying(element('button', { class: 'tab', role: 'tab' }), phone.side.title),
  )
  const switcher = element('div', { class: 'tabs', role: 'tablist' }, ...tabs)
  const root = element('main', { class: 'table' }, switcher, notice, places, cover)
  let shown = phones[0]

  const show = (phone: PhoneView) => {
    shown = phone
    phones.forEach((other, index) => {
      other.root.classList.toggle('is-away', other !== phone)
      tabs[index]?.setAttribute('aria-selected', String(other === phone))
    })
  }
  tabs.forEach((tab, index) => tab.addEventListener('click', () => show(phones[index] as PhoneView)))
  if (shown) show(shown)

  const isNarrow = () => getComputedStyle(switcher).display !== 'none'
  const fit = () => {
    const count = isNarrow() ? 1 : phones.length
    const first = phones[0]?.root
    if (!first) return
    const style = getComputedStyle(places)
    const gap = parseFloat(style.columnGap) || 0
    const sides = parseFloat(style.paddingLeft) + parseFloat(style.paddingRight)
    const head = first.querySelector<HTMLElement>('.place-head')?.offsetHeight ?? 0
    const ends = parseFloat(style.paddingTop) + parseFloat(style.paddingBottom)
    const wide = (places.clientWidth - sides - gap * (count - 1)) / count / PHONE.width
    const high = (places.clientHeight - ends - head) / PHONE.height
    places.style.setProperty('--k', String(Math.max(0.4, Math.min(wide, high, LARGEST_SCALE))))
  }
  new ResizeObserver(fit).observe(places)
  return { root, show, isShown: (phone) => !isNarrow() || phone === shown }
}
