/** Owns how a built-in follows one finger, be it a real one, a mouse or a test's. */
import type { Point } from '../engine/gestures'
import type { BuiltIn } from './built-in'

export interface Travel {
  x: number
  y: number
}

export interface FingerWork {
  begin?(at: Point): void
  /** Answers true when the finger is the built-in's: then it does not scroll. */
  move(by: Travel, at: Point): boolean | void
  /** @param by null when the finger was taken away, as by a page that began to scroll */
  end(by: Travel | null): void
}

interface TouchEvent {
  changedTouches?: Point[]
  preventDefault?(): void
}

export function followFinger(component: BuiltIn, work: FingerWork): void {
  let start: Point | null = null
  let last: Travel = { x: 0, y: 0 }
  const listen = (type: string, run: (at: Point, event: TouchEvent) => void) =>
    component.addListener(type, (event) => {
      const { changedTouches } = event as TouchEvent
      if (changedTouches?.[0]) run(changedTouches[0], event as TouchEvent)
    })
  const travelled = (at: Point) => ({ x: at.clientX - start!.clientX, y: at.clientY - start!.clientY })
  listen('touchstart', (at) => {
    start = at
    last = { x: 0, y: 0 }
    work.begin?.(at)
  })
  listen('touchmove', (at, event) => {
    if (!start) return
    last = travelled(at)
    if (work.move(last, at)) event.preventDefault?.()
  })
  listen('touchend', (at) => {
    if (!start) return
    last = travelled(at)
    start = null
    work.end(last)
  })
  listen('touchcancel', () => {
    if (!start) return
    start = null
    work.end(null)
  })
}
