/**
 * The page inside a phone's frame: switched on, off and anew, and whether it is well.
 * Invariant: after the page was loaded anew, the switches hold as before.
 */
import type { PhoneHandle } from '../../phone'
import { element } from './element'
import type { PhoneSettings } from './phone-settings'
import { saying, type Word } from './words'

export interface Power {
  /** Switches it on, or anew. */
  open(): void
  /** Switches it on unless it is. */
  wake(): void
  /** Switches it off: it costs nothing until it is wanted. */
  rest(): void
  handle(): PhoneHandle | null
  /** Looks whether it is well. */
  check(): void
}

export interface PowerOptions {
  readonly frame: HTMLIFrameElement
  /** Lies over the frame until there is something to see. */
  readonly cover: HTMLElement
  readonly settings: PhoneSettings
  /** @param trouble what is to be said of the phone; null when it is well. */
  readonly onHealth: (trouble: Word | null) => void
}

const STARTS_WITHIN_MS = 25_000

interface PhoneWindow extends Window {
  phone?: PhoneHandle
  phonePackage?: unknown
}

type Health = 'well' | 'starting' | 'failed' | 'offline' | 'threw'

const HEALTH_WORDS = {
  well: null,
  starting: 'healthStarting',
  failed: 'healthFailed',
  offline: 'offline',
  threw: 'healthThrew',
} as const satisfies Record<Health, Word | null>

function healthOf({ isOffline }: PhoneSettings, inside: PhoneWindow | null): Health {
  if (isOffline) return 'offline'
  return inside?.phone?.messages.some(({ type }) => type === 'exception') ? 'threw' : 'well'
}

export function createPower({ frame, cover, settings, onHealth }: PowerOptions): Power {
  let state: 'off' | 'starting' | 'ready' | 'failed' = 'off'
  let giveUp: ReturnType<typeof setTimeout> | undefined
  const inside = (): PhoneWindow | null => frame.contentWindow
  const handle = () => (state === 'ready' ? (inside()?.phone ?? null) : null)
  const check = () =>
    onHealth(
      HEALTH_WORDS[state === 'ready' ? healthOf(settings, inside()) : state === 'off' ? 'well' : state],
    )
  const become = (next: typeof state) => {
    clearTimeout(giveUp)
    state = next
    check()
  }
  const open = () => {
    become('starting')
    cover.replaceChildren(element('span', { class: 'turn' }), saying(element('p'), 'phoneStarts'))
    cover.hidden = false
    frame.src = settings.address()
    giveUp = setTimeout(
      () =>
        void reasonOf(inside()).then((reason) => {
          become('failed')
          cover.replaceChildren(...failure(reason, open))
        }),
      STARTS_WITHIN_MS,
    )
  }
  window.addEventListener('message', ({ source, data }: MessageEvent) => {
    if (source !== frame.contentWindow || (data as { type?: unknown } | null)?.type !== 'phone.ready') return
    become('ready')
    cover.hidden = true
    handle()?.setOffline(settings.isOffline)
  })
  return {
    open,
    wake: () => void (state === 'off' && open()),
    rest: () => {
      if (state === 'off') return
      become('off')
      frame.src = 'about:blank'
    },
    handle,
    check,
  }
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
