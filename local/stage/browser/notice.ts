/** The one line over the phones: a hint for the hand, on the phone it is about; or that somebody is not answering any more. */
import type { Spoken } from '../content'
import { element, icon } from './element'
import { say, spoken } from './words'

export interface Notice {
  readonly root: HTMLElement
  hint(text: Spoken, on: HTMLElement, go: (() => void) | null): void
  clearHint(): void
  /** The hint is no longer urgent; it stays long enough to be read. */
  letHintGo(): void
  lost(who: 'silent' | 'cloudSilent' | null): void
}

const READ_WITHIN_MS = 4000

/** Below the camera's frame, where the picture is dark. */
const HEIGHT_ON_PHONE = 0.7
const MARGIN_PX = 16

export function createNotice(): Notice {
  const root = element('div', { class: 'notice', role: 'status' })
  let hint: { text: Spoken; go: (() => void) | null } | null = null
  let missing: 'silent' | 'cloudSilent' | null = null
  let shown = ''
  const draw = () => {
    const text = missing ? say(missing) : hint ? spoken(hint.text) : ''
    root.hidden = text === ''
    root.classList.toggle('is-lost', missing !== null)
    if (text === shown) return
    shown = text
    const go = missing ? null : hint?.go
    root.replaceChildren(
      icon('alert', 18),
      element('span', {}, text),
      ...(go ? [element('button', { class: 'link', onClick: go }, say('showIt'))] : []),
    )
  }
  const clearHint = () => {
    hint = null
    draw()
  }
  draw()
  root.hidden = true
  return {
    root,
    hint: (text, on, go) => {
      hint = { text, go }
      place(root, on)
      draw()
    },
    clearHint,
    letHintGo: () => setTimeout(clearHint, READ_WITHIN_MS),
    lost: (who) => {
      missing = who
      draw()
    },
  }
}

function place(root: HTMLElement, on: HTMLElement): void {
  const table = root.parentElement?.getBoundingClientRect()
  const { left, top, width, height } = on.getBoundingClientRect()
  if (!table) return
  root.style.setProperty('--x', `${left - table.left + width / 2}px`)
  root.style.setProperty('--y', `${top - table.top + height * HEIGHT_ON_PHONE}px`)
  root.style.setProperty('--w', `${width - 2 * MARGIN_PX}px`)
}
