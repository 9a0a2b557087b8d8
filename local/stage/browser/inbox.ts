/** The envelope above a phone: what arrived for the person who holds it. A tap opens the page that it names. */
import { timeText } from './calendar'
import { closesElsewhere, element, icon } from './element'
import type { Mail } from './mail'
import { inLanguage, say } from './words'

const MOST_KEPT = 40

export class Inbox {
  readonly root: HTMLElement
  private readonly button = element('button', { class: 'switch' })
  private readonly list = element('div', { class: 'mail drop', role: 'dialog' })
  private kept: readonly Mail[] = []
  private unread = new Set<Mail>()
  private holder = ''

  constructor(private readonly onOpen: (opens: NonNullable<Mail['opens']>) => void) {
    this.list.hidden = true
    this.root = element('div', { class: 'inbox' }, this.button, this.list)
    this.button.addEventListener('click', () => (this.list.hidden ? this.open() : this.close()))
    this.root.addEventListener('keydown', ({ key }) => {
      if (key !== 'Escape' || this.list.hidden) return
      this.close()
      this.button.focus()
    })
    closesElsewhere(this.root, () => this.close())
    inLanguage(() => this.draw())
  }

  /** @param arrived oldest first. */
  take(arrived: readonly Mail[]): void {
    if (arrived.length === 0) return
    this.kept = [...arrived].reverse().concat(this.kept).slice(0, MOST_KEPT)
    for (const mail of arrived) this.unread.add(mail)
    this.draw()
  }

  /** Somebody else holds the phone. */
  show(openid: string): void {
    this.holder = openid
    this.draw()
  }

  /** The mall began anew. */
  clear(): void {
    this.kept = []
    this.unread = new Set()
    this.close()
    this.draw()
  }

  /** What is opened is read; the list still marks what was new. */
  private open(): void {
    this.list.hidden = false
    this.drawList()
    for (const mail of this.own()) this.unread.delete(mail)
    this.drawButton()
    this.list.querySelector('button')?.focus()
  }

  private close(): void {
    if (this.list.hidden) return
    this.list.hidden = true
    this.drawButton()
  }

  private own(): Mail[] {
    return this.kept.filter(({ openid }) => openid === this.holder)
  }

  private draw(): void {
    this.drawButton()
    if (!this.list.hidden) this.drawList()
  }

  private drawButton(): void {
    const count = this.own().filter((mail) => this.unread.has(mail)).length
    drawSwitch(this.button, count, !this.list.hidden)
  }

  private drawList(): void {
    this.list.setAttribute('aria-label', say('inbox'))
    const rows = this.own().map((mail) => this.row(mail))
    const none = element('p', { class: 'mail-none' }, say('inboxEmpty'))
    this.list.replaceChildren(...(rows.length > 0 ? rows : [none]))
  }

  private row(mail: Mail): HTMLElement {
    const row = rowOf(mail)
    row.classList.toggle('is-new', this.unread.has(mail))
    row.addEventListener('click', () => {
      this.close()
      if (mail.opens) this.onOpen(mail.opens)
    })
    return row
  }
}

function drawSwitch(button: HTMLElement, count: number, isOpen: boolean): void {
  const label = count > 0 ? `${say('inbox')} · ${count}` : say('inbox')
  const badge = count > 0 ? [element('span', { class: 'mail-count' }, String(count))] : []
  button.replaceChildren(icon('mail'), ...badge)
  button.title = label
  button.setAttribute('aria-label', label)
  button.setAttribute('aria-expanded', String(isOpen))
}

function rowOf({ from, title, lines, at, picture, opens }: Mail): HTMLButtonElement {
  const image = picture === null ? null : element('img')
  if (image && picture !== null) image.src = picture
  const row = element(
    'button',
    { class: 'mail-row' },
    element('small', {}, from(), element('time', {}, at === null ? '' : timeText(at))),
    element('b', {}, title()),
    ...lines.map((line) => element('span', { class: 'mail-line' }, line)),
    image,
  )
  row.disabled = opens === null
  return row
}
