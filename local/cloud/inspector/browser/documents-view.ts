/** The documents of one collection: a query, a table of a page at a time, the document that was chosen. */
import { ask, type Index, type Page, wallTime, wordsOf } from './cloud'
import { DocumentPane } from './document-pane'
import { button, element, state } from './element'
import { say } from './words'

const PAGE_SIZE = 50
const MOST_COLUMNS = 8

export interface View {
  readonly root: HTMLElement
  /** Called about once a second while it is shown. */
  follow?(): Promise<void>
  onKey?(event: KeyboardEvent): void
}

export class DocumentsView implements View {
  readonly root: HTMLElement
  private readonly where = input(say('where'), say('whereHint'), 'where')
  private readonly order = input(say('order'), '{"at": -1}', 'order')
  private readonly figures = element('p', { class: 'figures', role: 'status' })
  private readonly body = element('div', { class: 'sheet' })
  private readonly more = button(say('more'), () => void this.load(this.next))
  private readonly pane: DocumentPane
  private documents: string[] = []
  private next: string | null = null
  private chosen = -1

  constructor(
    private readonly collection: string,
    onChanged: () => void,
  ) {
    const afterChange = () => {
      onChanged()
      void this.load(null)
    }
    this.pane = new DocumentPane(afterChange, () => this.rowAt(this.chosen)?.focus())
    const indexes = element('p', { class: 'indexes' })
    const head = element('header', { class: 'head' }, element('h1', {}, collection), this.figures, indexes)
    const list = element('section', { class: 'list' }, head, this.form(), this.body)
    this.root = element('div', { class: 'split' }, list, this.pane.root)
    void this.load(null)
    void showIndexes(collection, indexes)
  }

  onKey(event: KeyboardEvent): void {
    if (event.key === '/') this.where.focus()
    else if (event.key === 'ArrowDown') this.move(1)
    else if (event.key === 'ArrowUp') this.move(-1)
    else if (event.key === 'Enter' && this.chosen >= 0 && !isControl(event.target)) this.choose(this.chosen)
    else if (event.key === 'Escape' && this.pane.isOpen) this.pane.close()
    else return
    event.preventDefault()
  }

  private form(): HTMLElement {
    const find = element('button', { class: 'main' }, say('find'))
    find.type = 'submit'
    const add = button(say('add'), () => this.pane.open(this.collection, null))
    const form = element('form', { class: 'query', role: 'search' }, this.where, this.order, find, add)
    form.addEventListener('submit', (event) => {
      event.preventDefault()
      this.chosen = -1
      void this.load(null)
    })
    return form
  }

  private async load(after: string | null): Promise<void> {
    try {
      const page = await ask<Page>('documents', {
        collection: this.collection,
        where: conditionOf(this.where.value),
        order: this.order.value.trim(),
        limit: PAGE_SIZE,
        ...(after === null ? {} : { after }),
      })
      this.documents = after === null ? page.documents : [...this.documents, ...page.documents]
      this.next = page.next
      const figures = [`${say('shown')} ${this.documents.length}`, `${say('read')} ${page.documentsRead}`]
      this.figures.textContent = [...figures, `${page.ms} ms`].join(' · ')
      this.draw()
    } catch (error) {
      this.figures.textContent = ''
      this.body.replaceChildren(state(say('failed'), wordsOf(error), 'is-wrong'))
    }
  }

  private draw(): void {
    this.more.hidden = this.next === null
    if (this.documents.length > 0) {
      this.body.replaceChildren(
        table(
          this.documents,
          (row) => this.choose(row),
          (row) => this.reach(row),
        ),
        this.more,
      )
      this.mark()
    } else if (this.where.value.trim()) this.body.replaceChildren(state(say('nothing'), say('nothingAdvice')))
    else this.body.replaceChildren(state(say('emptyCollection'), say('emptyAdvice')))
  }

  private rowAt(row: number): HTMLElement | undefined {
    return this.body.querySelectorAll<HTMLElement>('tbody tr')[row]
  }

  private mark(): void {
    this.body.querySelectorAll<HTMLElement>('tbody tr').forEach((row, at) => {
      row.setAttribute('aria-selected', String(at === this.chosen))
      // One stop for Tab: where the arrows go on from.
      row.tabIndex = at === Math.max(this.chosen, 0) ? 0 : -1
    })
  }

  private move(by: number): void {
    this.chosen = Math.min(Math.max(this.chosen + by, 0), this.documents.length - 1)
    this.mark()
    this.rowAt(this.chosen)?.focus()
    if (this.chosen === this.documents.length - 1 && this.next !== null) void this.load(this.next)
  }

  private reach(row: number): void {
    this.chosen = row
    this.mark()
  }

  private choose(row: number): void {
    this.chosen = row
    this.mark()
    this.pane.open(this.collection, this.documents[row] ?? null)
  }
}

/** Enter is theirs. */
const isControl = (target: EventTarget | null): boolean =>
  target instanceof HTMLButtonElement || target instanceof HTMLAnchorElement

function input(label: string, hint: string, name: string): HTMLInputElement {
  const made = element('input', { class: `field ${name}`, label })
  made.placeholder = `${label}　${hint}`
  made.spellcheck = false
  made.autocomplete = 'off'
  made.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') made.blur()
    event.stopPropagation()
  })
  return made
}

/** What is no object is taken for an `_id`. */
function conditionOf(text: string): string {
  const trimmed = text.trim()
  return trimmed === '' || trimmed.startsWith('{') ? trimmed : JSON.stringify({ _id: trimmed })
}

async function showIndexes(collection: string, into: HTMLElement): Promise<void> {
  const { indexes } = await ask<{ indexes: Index[] }>(`indexes?collection=${encodeURIComponent(collection)}`)
  const named = indexes.map(({ name, unique, fields }) => {
    const keys = fields.map(([field, direction]) => `${field} ${direction === 1 ? '↑' : '↓'}`).join(', ')
    return element('span', { class: 'index', title: name }, unique ? `${keys} · ${say('unique')}` : keys)
  })
  if (named.length > 0) into.replaceChildren(`${say('indexes')} `, ...named)
}

function table(
  documents: string[],
  onChosen: (row: number) => void,
  onReached: (row: number) => void,
): HTMLElement {
  const parsed = documents.map((text) => JSON.parse(text) as Record<string, unknown>)
  const columns = columnsOf(parsed)
  const head = element(
    'tr',
    {},
    ...columns.map((name) =>
      element('th', { class: typeof parsed[0]?.[name] === 'number' ? 'is-number' : '' }, name),
    ),
  )
  const rows = parsed.map((doc, row) => {
    const made = element('tr', { onClick: () => onChosen(row) }, ...columns.map((name) => cell(doc[name])))
    made.tabIndex = -1
    made.addEventListener('focus', () => onReached(row))
    return made
  })
  return element('table', {}, element('thead', {}, head), element('tbody', {}, ...rows))
}

/** `_id`, then what most documents of the page have. */
function columnsOf(documents: Record<string, unknown>[]): string[] {
  const counts = new Map<string, number>()
  for (const doc of documents)
    for (const name of Object.keys(doc)) counts.set(name, (counts.get(name) ?? 0) + 1)
  counts.delete('_id')
  const usual = [...counts].sort(([, a], [, b]) => b - a).map(([name]) => name)
  return ['_id', ...usual.slice(0, MOST_COLUMNS)]
}

function cell(value: unknown): HTMLElement {
  if (value === undefined) return element('td', { class: 'is-missing' }, '')
  if (value === null) return element('td', { class: 'is-missing' }, 'null')
  if (typeof value === 'number') return element('td', { class: 'is-number' }, String(value))
  if (typeof value !== 'object') return element('td', {}, String(value as string | boolean).slice(0, 80))
  const { $date: date } = value as { $date?: string }
  if (date !== undefined) return element('td', { title: date }, wallTime(Date.parse(date)).slice(0, 16))
  return element('td', { class: 'is-inner' }, JSON.stringify(value).slice(0, 60))
}
