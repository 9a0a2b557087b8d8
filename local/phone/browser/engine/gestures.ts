/**
 * Owns fingers: real touches, the mouse of a visitor's computer and the automator all become the same gesture, and
 * a gesture becomes touchstart, touchmove, touchend, tap and longpress. A mouse that drags scrolls, as a finger would.
 */
import type { FrameBackend } from './frame-backend'

export interface Point {
  identifier: number
  pageX: number
  pageY: number
  clientX: number
  clientY: number
  force: number
}

const MOVED_PX = 10
const PULL_PX = 80
const LONG_PRESS_MS = 350
const PASSED_ON = ['transitionend', 'animationstart', 'animationiteration', 'animationend'] as const

interface Running {
  target: Element
  point: Point
  moved: boolean
  long: boolean
  timer: number
}

export class Gestures {
  private running: Running | null = null

  constructor(
    private readonly backend: FrameBackend,
    private readonly onBegin: (target: Element) => void,
    private readonly onPullDown: () => void,
  ) {}

  point(clientX: number, clientY: number, identifier = 0): Point {
    const { scrollX, scrollY } = this.backend.win
    return { identifier, pageX: clientX + scrollX, pageY: clientY + scrollY, clientX, clientY, force: 1 }
  }

  start(target: Element, point: Point, event?: Event): void {
    const timer = window.setTimeout(() => this.pressLong(), LONG_PRESS_MS)
    this.cancel()
    this.running = { target, point, moved: false, long: false, timer }
    this.onBegin(target)
    this.backend.emit(target, 'touchstart', at(point), [point], [point], event)
  }

  move(point: Point, event?: Event): void {
    const run = this.running
    if (!run) return
    if (Math.hypot(point.clientX - run.point.clientX, point.clientY - run.point.clientY) > MOVED_PX)
      run.moved = true
    this.backend.emit(run.target, 'touchmove', at(point), [point], [point], event)
  }

  end(point: Point, event?: Event): void {
    const run = this.running
    if (!run) return
    this.cancel()
    this.backend.emit(run.target, 'touchend', at(point), [], [point], event)
    if (run.moved && point.clientY - run.point.clientY > PULL_PX && this.isAtTop(run.target))
      this.onPullDown()
    if (run.moved || run.long) return
    this.backend.emit(run.target, 'tap', at(run.point), [run.point], [run.point], event)
  }

  /** The finger was taken away, as when the browser begins to scroll. */
  private lose(point: Point, event: Event): void {
    if (this.running) this.backend.emit(this.running.target, 'touchcancel', at(point), [], [point], event)
    this.cancel()
  }

  cancel(): void {
    if (this.running) clearTimeout(this.running.timer)
    this.running = null
  }

  private isAtTop(target: Element): boolean {
    if (this.backend.win.scrollY > 0) return false
    for (let node: Element | null = target; node; node = node.parentElement)
      if (node.scrollTop > 0) return false
    return true
  }

  private pressLong(): void {
    const run = this.running
    if (!run || run.moved) return
    run.long = true
    for (const type of ['longpress', 'longtap']) {
      this.backend.emit(run.target, type, at(run.point), [run.point], [run.point])
    }
  }

  listen(): void {
    const { doc } = this.backend
    const options = { capture: true, passive: false }
    let hasTouch = false
    const touch = (event: TouchEvent) => {
      const first = event.changedTouches[0]!
      return this.point(first.clientX, first.clientY, first.identifier)
    }
    doc.addEventListener(
      'touchstart',
      (event) => {
        hasTouch = true
        this.start(event.target as Element, touch(event), event)
      },
      options,
    )
    doc.addEventListener('touchmove', (event) => this.move(touch(event), event), options)
    doc.addEventListener(
      'touchend',
      (event) => {
        const wasTap = this.running !== null && !this.running.moved
        this.end(touch(event), event)
        // The browser would click the same spot once more, where a dialog may have opened meanwhile.
        if (!wasTap || isTextField(event.target as Element) || !event.cancelable) return
        event.preventDefault()
        const focused = doc.activeElement
        if (focused && isTextField(focused)) (focused as HTMLElement).blur()
      },
      options,
    )
    doc.addEventListener('touchcancel', (event) => this.lose(touch(event), event), options)
    this.listenToMouse(() => !hasTouch)
    doc.addEventListener('dragstart', (event) => event.preventDefault())
    doc.addEventListener('contextmenu', (event) => event.preventDefault())
    for (const type of PASSED_ON) {
      doc.addEventListener(
        type,
        (event) => this.backend.emit(event.target as Node, type, animation(event)),
        true,
      )
    }
  }

  private listenToMouse(isMouse: () => boolean): void {
    const { doc } = this.backend
    let last: MouseEvent | null = null
    doc.addEventListener(
      'mousedown',
      (event) => {
        if (!isMouse() || event.button !== 0) return
        last = event
        this.start(event.target as Element, this.point(event.clientX, event.clientY), event)
      },
      true,
    )
    doc.addEventListener(
      'mousemove',
      (event) => {
        if (!isMouse() || !last) return
        this.move(this.point(event.clientX, event.clientY), event)
        if (this.running?.moved && !isTextField(this.running.target)) {
          drag(this.running.target, last.clientX - event.clientX, last.clientY - event.clientY)
        }
        last = event
      },
      true,
    )
    doc.addEventListener(
      'mouseup',
      (event) => {
        if (!last) return
        last = null
        this.end(this.point(event.clientX, event.clientY), event)
      },
      true,
    )
    doc.addEventListener('mouseleave', () => {
      last = null
      this.cancel()
    })
  }
}

const at = (point: Point) => ({ x: point.pageX, y: point.pageY })
const isTextField = (element: Element) => /^(INPUT|TEXTAREA)$/.test(element.tagName)

function animation(event: TransitionEvent | AnimationEvent) {
  const { elapsedTime } = event
  return 'animationName' in event
    ? { animationName: event.animationName, elapsedTime }
    : { propertyName: event.propertyName, elapsedTime }
}

function drag(from: Element, x: number, y: number): void {
  for (let node: Element | null = from; node; node = node.parentElement) {
    const { scrollLeft, scrollTop } = node
    const style = getComputedStyle(node)
    const isPage = node === node.ownerDocument.documentElement
    if (isPage || /auto|scroll/.test(style.overflowX)) node.scrollLeft += x
    if (isPage || /auto|scroll/.test(style.overflowY)) node.scrollTop += y
    if (node.scrollLeft !== scrollLeft || node.scrollTop !== scrollTop) return
  }
}
