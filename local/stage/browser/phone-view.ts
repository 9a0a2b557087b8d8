/**
 * One phone on the stage: its frame, the page inside, and the switches that a hand would find in its settings.
 * Invariant: after the page inside was loaded anew, the switches hold as before.
 */
import type { PhoneHandle } from '../../phone'
import type { Person, Side } from '../content'
import { element, icon, type IconName } from './element'
import { recall, remember } from './memory'
import { createPersonChoice } from './person-choice'
import { inLanguage, say, saying, type Word } from './words'

export interface PhoneView {
  readonly side: Side
  readonly root: HTMLElement
  readonly frame: HTMLIFrameElement
  /** Switches it on; before that the screen is dark. */
  open(): void
  handle(): PhoneHandle | null
  /** A camera has just seen this screen. */
  glint(): void
}

const STARTS_WITHIN_MS = 25_000
const FONT_SIZES = [16, 20, 23] as const
const GLINT_MS = 900

interface PhoneWindow extends Window {
  phone?: PhoneHandle
  phonePackage?: unknown
}

export function createPhoneView(side: Side): PhoneView {
  const frame = element('iframe', { class: 'screen', title: side.title.zh })
  const cover = element('div', { class: 'screen-cover' })
  const body = element('div', { class: 'phone' }, frame, cover)
  const settings = new Settings(side)
  const choice = createPersonChoice(side, (person) => {
    settings.choose(person)
    open()
  })
  let ready = false
  let giveUp: ReturnType<typeof setTimeout> | undefined
  const inside = (): PhoneWindow | null => frame.contentWindow
  const handle = () => (ready ? (inside()?.phone ?? null) : null)

  const open = () => {
    ready = false
    choice.show(settings.person)
    cover.replaceChildren(element('span', { class: 'turn' }), saying(element('p'), 'phoneStarts'))
    cover.hidden = false
    frame.src = settings.address()
    clearTimeout(giveUp)
    giveUp = setTimeout(
      () => void reasonOf(inside()).then((reason) => cover.replaceChildren(...failure(reason, open))),
      STARTS_WITHIN_MS,
    )
  }
  window.addEventListener('message', ({ source, data }: MessageEvent) => {
    if (source !== frame.contentWindow || (data as { type?: unknown } | null)?.type !== 'phone.ready') return
    clearTimeout(giveUp)
    ready = true
    cover.hidden = true
    handle()?.setOffline(settings.isOffline)
  })
  choice.show(settings.person)
  const switches = switchesOf(settings, { handle, open })
  return {
    side,
    root: element(
      'section',
      { class: 'place', label: side.title.zh },
      element('header', { class: 'place-head' }, choice.root, switches),
      element('div', { class: 'bezel' }, body),
    ),
    frame,
    open,
    handle,
    glint: () => {
      body.classList.add('glint')
      setTimeout(() => body.classList.remove('glint'), GLINT_MS)
    },
  }
}

/** What the visitor chose for this phone. Being offline ends with the visit; the rest is remembered. */
class Settings {
  isOffline = false
  person: Person
  theme: 'light' | 'dark'
  fontSize: number

  constructor(private readonly side: Side) {
    const first = side.people[0]
    if (!first) throw new Error(`nobody to stand at the side ${side.id}`)
    this.person = side.people.find(({ openid }) => openid === recall(`person/${side.id}`)) ?? first
    const theme = recall(`theme/${side.id}`)
    const systems = matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light'
    this.theme = theme === 'dark' || theme === 'light' ? theme : systems
    this.fontSize = Number(recall(`fontSize/${side.id}`)) || FONT_SIZES[0]
  }

  choose(person: Person): void {
    this.person = person
    remember(`person/${this.side.id}`, person.openid)
  }

  turnTheme(): void {
    this.theme = this.theme === 'dark' ? 'light' : 'dark'
    remember(`theme/${this.side.id}`, this.theme)
  }

  nextFontSize(): void {
    const at = FONT_SIZES.findIndex((size) => size === this.fontSize)
    this.fontSize = FONT_SIZES[(at + 1) % FONT_SIZES.length] ?? FONT_SIZES[0]
    remember(`fontSize/${this.side.id}`, String(this.fontSize))
  }

  address(): string {
    const { openid, unionid, phoneNumber, nickname } = this.person
    const query = new URLSearchParams({
      id: `${this.side.id}-${openid}`,
      openid,
      entry: this.side.entry,
      theme: this.theme,
      fontSize: String(this.fontSize),
    })
    for (const [name, value] of Object.entries({ unionid, phoneNumber, nickname }))
      if (value) query.set(name, value)
    return `/phone/?${query.toString()}`
  }
}

function switchesOf(settings: Settings, phone: Pick<PhoneView, 'handle' | 'open'>): HTMLElement {
  const network = turn(
    () => [settings.isOffline ? 'wifiOff' : 'wifi', settings.isOffline ? 'offlineOff' : 'offlineOn'],
    () => {
      settings.isOffline = !settings.isOffline
      network.classList.toggle('is-warning', settings.isOffline)
      phone.handle()?.setOffline(settings.isOffline)
    },
  )
  const theme = turn(
    () => (settings.theme === 'dark' ? ['sun', 'light'] : ['moon', 'dark']),
    () => {
      settings.turnTheme()
      phone.handle()?.setTheme(settings.theme)
    },
  )
  const mark = () => fontSize.style.setProperty('--step', String(FONT_SIZES.indexOf(settings.fontSize as 16)))
  const fontSize = turn(
    () => ['letter', 'fontSize'],
    () => {
      settings.nextFontSize()
      mark()
      phone.open()
    },
  )
  fontSize.classList.add('steps')
  mark()
  return element(
    'div',
    { class: 'switches' },
    network,
    theme,
    fontSize,
    turn(() => ['reload', 'reload'], phone.open),
  )
}

/** A button that shows what it will do, and shows it anew once done. */
function turn(face: () => readonly [IconName, Word], act: () => void): HTMLButtonElement {
  const button = element('button', { class: 'switch' })
  const draw = () => {
    const [name, word] = face()
    button.replaceChildren(icon(name))
    button.title = say(word)
    button.setAttribute('aria-label', say(word))
  }
  button.addEventListener('click', () => {
    act()
    draw()
  })
  inLanguage(draw)
  return button
}

async function reasonOf(inside: PhoneWindow | null): Promise<string> {
  const said = inside?.phone?.messages
    .filter(({ type }) => type === 'exception' || type === 'error')
    .at(-1)?.text
  if (said) return said
  if (inside?.phonePackage) return ''
  const answer = await fetch('/phone/package.js').catch(() => null)
  return answer && !answer.ok ? `${answer.status} ${await answer.text()}` : ''
}

function failure(reason: string, again: () => void): HTMLElement[] {
  return [
    saying(element('h3'), 'phoneFailed'),
    saying(element('p'), 'phoneAdvice'),
    ...(reason ? [element('pre', {}, reason.slice(0, 600))] : []),
    saying(element('button', { class: 'main', onClick: again }), 'openAgain'),
  ]
}
