/** What arrived on a phone: WeChat's service messages to the person who holds it. A tap opens the page that a message names. */
import type { Spoken } from '../content'
import type { ServiceMessage } from '../pulse'
import { timeText } from './calendar'
import { element, icon } from './element'
import { inLanguage, say, spoken } from './words'

interface InboxOptions {
  /** What the templates of messages are called, by their ids. */
  readonly titles: Readonly<Record<string, Spoken>>
  readonly openPage: (page: string) => void
}

const MOST_KEPT = 40

export class Inbox {
  readonly root: HTMLElement
  private readonly button = element('button', { class: 'switch' })
  private readonly list = element('div', { class: 'mail', role: 'dialog' })
  private kept: readonly ServiceMessage[] = []
  private unread = new Set<number>()
  private holder = ''

  constructor(private readonly options: InboxOptions) {
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

  take(messages: readonly ServiceMessage[]): void {
    if (messages.length === 0) return
    this.kept = [...messages].reverse().concat(this.kept).slice(0, MOST_KEPT)
    for (const { id } of messages) this.unread.add(id)
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
    for (const { id } of this.own()) this.unread.delete(id)
    this.drawButton()
    this.list.querySelector('button')?.focus()
  }

  private close(): void {
    if (this.list.hidden) return
    this.list.hidden = true
    this.drawButton()
  }

  private own(): ServiceMessage[] {
    return this.kept.filter(({ openid }) => openid === this.holder)
  }

  private draw(): void {
    this.drawButton()
    if (!this.list.hidden) this.drawList()
  }

  private drawButton(): void {
    const count = this.own().filter(({ id }) => this.unread.has(id)).length
    drawSwitch(this.button, count, !this.list.hidden)
  }

  private drawList(): void {
    this.list.setAttribute('aria-label', say('inbox'))
    const rows = this.own().map((message) => this.row(message))
    const none = element('p', { class: 'mail-none' }, say('inboxEmpty'))
    this.list.replaceChildren(...(rows.length > 0 ? rows : [none]))
  }

  private row(message: ServiceMessage): HTMLElement {
    const title = this.options.titles[message.templateId]
    const row = rowOf(message, title ? spoken(title) : message.templateId)
    row.classList.toggle('is-new', this.unread.has(message.id))
    row.addEventListener('click', () => {
      this.close()
      if (message.page !== null) this.options.openPage(message.page)
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

function rowOf({ lines, sentAt, page }: ServiceMessage, title: string): HTMLButtonElement {
  const row = element(
    'button',
    { class: 'mail-row' },
    element('small', {}, say('serviceMessage'), element('time', {}, timeText(sentAt))),
    element('b', {}, title),
    ...lines.map((line) => element('span', { class: 'mail-line' }, line)),
  )
  row.disabled = page === null
  return row
}

/** A press anywhere else closes it; one into a phone is in another document, and only takes the focus away. */
function closesElsewhere(root: HTMLElement, close: () => void): void {
  document.addEventListener('pointerdown', (event) => !root.contains(event.target as Node) && close())
  window.addEventListener('blur', close)
}
