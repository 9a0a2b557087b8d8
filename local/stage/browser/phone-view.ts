/** One phone on the stage: its frame, whose it is, and the switches that a hand would find in its settings. */
import type { Person, Side } from '../content'
import { element, icon, type IconName } from './element'
import { Inbox } from './inbox'
import { createPersonChoice } from './person-choice'
import { createPower, type Power } from './phone-power'
import { FONT_SIZES, PhoneSettings } from './phone-settings'
import { inLanguage, say, type Word } from './words'

export interface PhoneView extends Power {
  readonly side: Side
  readonly root: HTMLElement
  readonly frame: HTMLIFrameElement
  readonly inbox: Pick<Inbox, 'take' | 'clear'>
  holder(): Person
  /** A camera has just seen this screen. */
  glint(): void
}

const GLINT_MS = 900

export function createPhoneView(side: Side): PhoneView {
  const frame = element('iframe', { class: 'screen', title: side.title.zh })
  const cover = element('div', { class: 'screen-cover' })
  const body = element('div', { class: 'phone' }, frame, cover)
  const settings = new PhoneSettings(side)
  const choice = createPersonChoice(side, (person) => {
    settings.choose(person)
    inbox.show(person.openid)
    power.open()
  })
  const onHealth = (trouble: Word | null) => choice.show(settings.person, trouble)
  const power = createPower({ frame, cover, settings, onHealth })
  power.check()
  const inbox = new Inbox(({ page, scene }) => power.handle()?.open(page, scene))
  inbox.show(settings.person.openid)
  return {
    ...power,
    side,
    inbox,
    holder: () => settings.person,
    root: element(
      'section',
      { class: 'place', label: side.title.zh },
      element('header', { class: 'place-head' }, choice.root, switchesOf(settings, power, inbox.root)),
      element('div', { class: 'bezel' }, body),
    ),
    frame,
    glint: () => {
      body.classList.add('glint')
      setTimeout(() => body.classList.remove('glint'), GLINT_MS)
    },
  }
}

function switchesOf(settings: PhoneSettings, phone: Power, inbox: HTMLElement): HTMLElement {
  const network = turn(
    () => [settings.isOffline ? 'wifiOff' : 'wifi', settings.isOffline ? 'offlineOff' : 'offlineOn'],
    () => {
      settings.isOffline = !settings.isOffline
      network.classList.toggle('is-warning', settings.isOffline)
      phone.handle()?.setOffline(settings.isOffline)
      phone.check()
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
    turn(
      () => ['reload', 'reload'],
      () => phone.open(),
    ),
    inbox,
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
