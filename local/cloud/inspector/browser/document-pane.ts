/** One document beside the table: looked at, changed, deleted, and the last change taken back. */
import { ask, wordsOf } from './cloud'
import { button, element } from './element'
import { say } from './words'

interface Change {
  collection: string
  before: string | null
  after: string | null
}

const pretty = (text: string): string => JSON.stringify(JSON.parse(text), null, 2)

export class DocumentPane {
  readonly root: HTMLElement
  private readonly field = element('textarea', { class: 'json', label: say('document') })
  private readonly note = element('p', { class: 'note', role: 'status' })
  private readonly title = element('h2', {}, say('document'))
  private readonly save = button(say('save'), () => void this.make(this.field.value, say('saved')), 'main')
  private readonly remove = button(say('remove'), () => void this.make(null, say('removed')), 'danger')
  private readonly undo = button(say('undo'), () => void this.takeBack(), 'undo')
  private shown: { collection: string; text: string | null } | null = null
  private last: Change | null = null

  /** @param onChanged told after the store has changed. */
  constructor(
    private readonly onChanged: () => void,
    private readonly onClosed: () => void,
  ) {
    const shut = element('button', { class: 'shut', label: say('close'), onClick: () => this.close() }, '×')
    const head = element('header', {}, this.title, shut)
    const foot = element('footer', {}, this.save, this.remove)
    this.root = element(
      'aside',
      { class: 'pane', label: say('document') },
      ...[head, this.field, this.note, foot],
    )
    this.root.hidden = true
    this.undo.hidden = true
    this.field.spellcheck = false
    this.field.addEventListener('keydown', (event) => this.onKey(event))
    document.body.append(this.undo)
  }

  get isOpen(): boolean {
    return !this.root.hidden
  }

  /** `text` null: a new one. */
  open(collection: string, text: string | null): void {
    this.tell('')
    this.show(collection, text)
    this.field.focus()
    this.field.setSelectionRange(0, 0)
    this.field.scrollTop = 0
  }

  close(): void {
    this.root.hidden = true
    this.shown = null
    this.onClosed()
  }

  private show(collection: string, text: string | null): void {
    this.shown = { collection, text }
    this.title.textContent = collection
    this.field.value = text ? pretty(text) : '{\n  "_id": ""\n}'
    this.remove.hidden = text === null
    this.root.hidden = false
  }

  private tell(text: string, isWrong = false): void {
    this.note.textContent = text
    this.note.classList.toggle('is-wrong', isWrong)
  }

  private async make(doc: string | null, done: string): Promise<void> {
    if (!this.shown) return
    const { collection, text: before } = this.shown
    const after = await this.change({ collection, before, after: doc }, done)
    if (after !== undefined) this.remember({ collection, before, after })
  }

  private async takeBack(): Promise<void> {
    if (!this.last) return
    const { collection, before, after } = this.last
    const restored = await this.change({ collection, before: after, after: before }, say('undone'))
    if (restored !== undefined) this.remember(null)
  }

  /** @returns what is stored now; undefined when nothing was changed. */
  private async change(
    { collection, before, after }: Change,
    done: string,
  ): Promise<string | null | undefined> {
    try {
      const { doc } = await ask<{ doc: string | null }>('documents/change', {
        ...{ collection, was: before, doc: after },
      })
      if (doc) this.show(collection, doc)
      else this.close()
      this.tell(done)
      this.onChanged()
      return doc
    } catch (error) {
      this.tell(`${say('failed')}: ${wordsOf(error)}`, true)
      return undefined
    }
  }

  private remember(made: Change | null): void {
    this.last = made
    this.undo.hidden = made === null
  }

  private onKey(event: KeyboardEvent): void {
    if (event.key === 'Escape') this.close()
    if (event.key === 's' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault()
      this.save.click()
    }
    event.stopPropagation()
  }
}
