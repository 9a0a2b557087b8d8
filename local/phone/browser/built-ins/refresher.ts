/**
 * Owns the refresher of a scroll-view: pulled down from its top it shows a mark, and past the threshold the page is asked
 * to refresh; it goes away when the page takes `refresher-triggered` back.
 */
import type { BuiltIn } from './built-in'
import { followFinger } from './finger'

/** A pull is harder than a scroll. */
const GIVE = 0.5
const CLOSE_MS = 200

export interface Refreshing extends BuiltIn {
  pulled?: number
  isRefreshing?: boolean
}

function bar(view: Refreshing): HTMLElement {
  const known = view.$$.querySelector<HTMLElement>(':scope>.phone-refresher')
  if (known) return known
  const made = view.$$.ownerDocument.createElement('div')
  made.className = 'phone-refresher'
  made.innerHTML = '<i></i><i></i><i></i>'
  view.$$.prepend(made)
  return made
}

function show(view: Refreshing, height: number, isAnimated: boolean): void {
  const { style } = bar(view)
  style.transitionDuration = isAnimated ? `${CLOSE_MS}ms` : '0s'
  style.height = `${height}px`
  style.background = (view.data.refresherBackground as string) || ''
  view.pulled = height
}

function close(view: Refreshing, after: 'refresherrestore' | 'refresherabort', dy: number): void {
  view.isRefreshing = false
  show(view, 0, true)
  setTimeout(() => view.triggerEvent(after, { dy }), CLOSE_MS)
}

function refresh(view: Refreshing, dy: number): void {
  view.isRefreshing = true
  show(view, threshold(view), true)
  view.triggerEvent('refresherrefresh', { dy })
}

const threshold = (view: BuiltIn) => Number(view.data.refresherThreshold) || 45

export function listenToPull(view: Refreshing): void {
  followFinger(view, {
    begin: () => {
      view.pulled = 0
    },
    move: ({ x, y }) => {
      const canPull = view.data.refresherEnabled === true && !view.isRefreshing && view.data.scrollY === true
      if (!canPull || view.$$.scrollTop > 0 || y <= 0 || (!view.pulled && Math.abs(x) > y)) return false
      show(view, y * GIVE, false)
      view.triggerEvent('refresherpulling', { dy: y * GIVE })
      return true
    },
    end: (by) => {
      const dy = view.pulled ?? 0
      if (!dy || view.isRefreshing) return
      if (by && dy >= threshold(view)) refresh(view, dy)
      else close(view, 'refresherabort', dy)
    },
  })
}

/** The page says whether it refreshes. */
export function triggerRefresher(view: Refreshing, isTriggered: boolean): void {
  if (!view.$$ || view.data.refresherEnabled !== true) return
  if (isTriggered && !view.isRefreshing) refresh(view, 0)
  else if (!isTriggered && view.isRefreshing) close(view, 'refresherrestore', 0)
}
