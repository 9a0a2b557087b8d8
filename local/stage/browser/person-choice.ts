/** Whose phone it is: the name above a phone and the list of people behind it, by mouse and by keyboard. */
import type { Person, Side } from '../content'
import { closesElsewhere, element, icon } from './element'
import { inLanguage, say, saying, spoken, type Word } from './words'

export interface PersonChoice {
  readonly root: HTMLElement
  /** @param trouble what is to be said of the phone beside its name. */
  show(person: Person, trouble: Word | null): void
}

export function createPersonChoice(side: Side, onChosen: (person: Person) => void): PersonChoice {
  let current: Person | undefined
  let trouble: Word | null = null
  const list = element('div', { class: 'people drop', role: 'listbox' })
  list.hidden = true
  const face = element('span', { class: 'person' })
  const button = element('button', { class: 'whose' }, face, icon('chevron', 16))
  button.setAttribute('aria-haspopup', 'listbox')
  const root = element('div', { class: 'choice' }, button, list)

  const rows = side.people.map((person) => {
    const row = element('button', { class: 'people-row', role: 'option' })
    inLanguage(() =>
      row.replaceChildren(avatarOf(person), wordsOf(person, [spoken(person.note)]), icon('check', 16)),
    )
    row.addEventListener('click', () => {
      close()
      button.focus()
      if (person !== current) onChosen(person)
    })
    return { person, row }
  })
  const { peopleNote } = side
  if (peopleNote) list.append(saying(element('p', { class: 'people-note' }), peopleNote))
  list.append(...rows.map(({ row }) => row))

  const isOpen = () => !list.hidden
  const close = () => {
    list.hidden = true
    button.setAttribute('aria-expanded', 'false')
  }
  const open = () => {
    list.hidden = false
    button.setAttribute('aria-expanded', 'true')
    rows.find(({ person }) => person === current)?.row.focus()
  }
  button.addEventListener('click', () => (isOpen() ? close() : open()))
  closesElsewhere(root, close)
  byKeyboard(root, button, { isOpen, open, close, rows: rows.map(({ row }) => row) })

  const drawFace = () => {
    if (!current) return
    const title = spoken(side.title)
    // Where there is no room for both, the trouble is what has to be read.
    const below = trouble ? [element('span', { class: 'beside' }, `${title} · `), say(trouble)] : [title]
    face.replaceChildren(avatarOf(current), wordsOf(current, below))
    face.classList.toggle('is-unwell', trouble !== null && trouble !== 'healthStarting')
    button.setAttribute('aria-label', `${spoken(side.title)} · ${spoken(current.name)} · ${say('choose')}`)
  }
  inLanguage(drawFace)
  return {
    root,
    show: (person, saidOfPhone) => {
      if (person === current && saidOfPhone === trouble) return
      current = person
      trouble = saidOfPhone
      for (const { person: other, row } of rows) row.setAttribute('aria-selected', String(other === person))
      drawFace()
    },
  }
}

function byKeyboard(
  root: HTMLElement,
  button: HTMLElement,
  list: { isOpen(): boolean; open(): void; close(): void; rows: readonly HTMLElement[] },
): void {
  root.addEventListener('keydown', (event) => {
    if (event.key === 'Escape' && list.isOpen()) {
      list.close()
      button.focus()
    }
    if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return
    event.preventDefault()
    if (!list.isOpen()) return list.open()
    const at = list.rows.findIndex((row) => row === document.activeElement)
    list.rows[(at + (event.key === 'ArrowDown' ? 1 : list.rows.length - 1)) % list.rows.length]?.focus()
  })
}

function avatarOf({ name, avatar }: Person): HTMLElement {
  const made = element('span', { class: 'avatar' }, name.zh.slice(0, 1))
  if (avatar) {
    made.style.background = avatar.ground
    made.style.color = avatar.ink
  }
  return made
}

function wordsOf(person: Person, below: (Node | string)[]): HTMLElement {
  return element(
    'span',
    { class: 'person-words' },
    element('b', {}, spoken(person.name)),
    element('small', {}, ...below),
  )
}
