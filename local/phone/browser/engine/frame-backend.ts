/**
 * Owns one page's document: glass-easel draws into a same-origin iframe of its own, so viewport units, fixed
 * positions, scrolling and style sheets stay inside the page, as in WeChat's one web view per page.
 */
import { withPixels, withSafeAreas } from '../../compile/rpx'
import type { Component, PhoneNode } from './glass'

type Listener = (target: Component, type: string, detail: unknown, options: unknown) => boolean
const DOM_LIKE = 3

export class FrameBackend {
  readonly mode = DOM_LIKE
  readonly doc: Document
  readonly win: Window & typeof globalThis
  readonly document
  listener: Listener | null = null
  private readonly sheets: HTMLStyleElement[] = []

  constructor(
    frame: HTMLIFrameElement,
    baseCss: string,
    private readonly styles: Record<string, string>,
    private readonly theme: () => string,
    fontSheets: string[],
  ) {
    this.doc = frame.contentDocument!
    this.doc.open()
    this.doc.write(
      '<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"></head><body></body></html>',
    )
    this.doc.close()
    this.win = frame.contentWindow as Window & typeof globalThis
    for (const href of fontSheets)
      this.doc.head.append(Object.assign(this.doc.createElement('link'), { rel: 'stylesheet', href }))
    this.addSheet(baseCss)
    this.convertInlineStyles()
    const doc = this.doc
    this.document = {
      createElement: (tag: string) =>
        doc.createElement(tag.startsWith('h-') ? tag.slice(2) : tag === 'page' ? 'body' : `wx-${tag}`),
      createTextNode: (text: string) => doc.createTextNode(text),
      createDocumentFragment: () => doc.createDocumentFragment(),
    }
  }

  private addSheet(css: string): number {
    const sheet = this.doc.createElement('style')
    sheet.textContent = withPixels(css, this.win.innerWidth)
    this.doc.head.appendChild(sheet)
    return this.sheets.push(sheet) - 1
  }

  /** glass-easel writes `style` as an attribute; the units of WeChat in it are converted on the way. */
  private convertInlineStyles(): void {
    const { prototype } = this.win.Element
    // eslint-disable-next-line @typescript-eslint/unbound-method -- it is called with the element below
    const setAttribute = prototype.setAttribute
    const width = this.win.innerWidth
    prototype.setAttribute = function (name: string, value: string) {
      setAttribute.call(
        this,
        name,
        name === 'style' && typeof value === 'string' ? withPixels(withSafeAreas(value), width) : value,
      )
    }
  }

  destroy(): void {}
  getWindowWidth = () => this.doc.documentElement.clientWidth
  getWindowHeight = () => this.win.innerHeight
  getDevicePixelRatio = () => this.win.devicePixelRatio
  getTheme = () => this.theme()
  registerStyleSheetContent(): void {}
  appendStyleSheetPath = (path: string) => this.addSheet(this.styles[path] ?? '')
  disableStyleSheet = (index: number) => this.sheets[index]?.remove()
  render(done: (error: Error | null) => void): void {
    this.win.requestAnimationFrame(() => done(null))
  }
  getRootNode = () => this.doc.body
  associateValue(node: PhoneNode, element: Component): void {
    node.__wxElement = element
  }
  onEvent(listener: Listener): void {
    this.listener = listener
  }
  setListenerStats(): void {}
  setModelBindingStat(): void {}

  createIntersectionObserver(
    target: Element,
    root: Element | null,
    rootMargin: string,
    threshold: number[],
    report: (entry: object) => void,
  ) {
    const observer = new this.win.IntersectionObserver(
      (entries) => entries.forEach((entry) => report(intersection(entry))),
      { root, rootMargin, threshold },
    )
    observer.observe(target)
    return { disconnect: () => observer.disconnect() }
  }
  createMediaQueryObserver = () => ({ disconnect() {} })
  getContext(node: Element, done: (context: unknown) => void): void {
    done(node)
  }
  getScrollOffset(node: Element, done: (offset: object) => void): void {
    const { scrollLeft, scrollTop, scrollWidth, scrollHeight } = node
    done({ scrollLeft, scrollTop, scrollWidth, scrollHeight })
  }
  setScrollPosition = (node: Element, left: number, top: number) => node.scrollTo(left, top)

  /** Sends an event to the nearest element that glass-easel knows; answers whether to prevent the default. */
  emit(
    from: Node | null,
    type: string,
    detail: unknown,
    touches?: object[],
    changed?: object[],
    original?: Event,
  ) {
    let node = from as PhoneNode | null
    while (node && !node.__wxElement) node = node.parentNode as PhoneNode | null
    if (!node?.__wxElement || !this.listener) return
    if ((type === 'tap' || type === 'longpress') && node.closest?.('wx-button[disabled]')) return
    const extraFields = touches ? { touches, changedTouches: changed ?? touches } : undefined
    const options = {
      originalEvent: original,
      bubbles: true,
      composed: true,
      capturePhase: true,
      extraFields,
    }
    if (this.listener(node.__wxElement, type, detail, options) && original?.cancelable)
      original.preventDefault()
  }
}

function intersection(entry: IntersectionObserverEntry): object {
  return {
    intersectionRatio: entry.intersectionRatio,
    isIntersecting: entry.isIntersecting,
    boundingClientRect: entry.boundingClientRect.toJSON() as object,
    intersectionRect: entry.intersectionRect.toJSON() as object,
    relativeRect: entry.rootBounds?.toJSON() as object,
    time: entry.time,
  }
}
