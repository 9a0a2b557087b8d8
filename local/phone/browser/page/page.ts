/** Owns one page of the stack: its frame, its component, its life from load to unload. */
import type { JsonConfig } from '../../compile/built-package'
import { dispatch } from '../engine/events'
import { FrameBackend } from '../engine/frame-backend'
import { Gestures } from '../engine/gestures'
import type { Caller, Root } from '../engine/glass'
import type { Phone } from '../phone'
import { BASE_CSS } from './base-css'

export interface NavigationBar {
  title?: string
  frontColor?: string
  backgroundColor?: string
  loading?: boolean
}

export class Page {
  /** Never the same number again, not even after a reload: a test's driver remembers pages by it. */
  private static lastId = Math.floor(performance.timeOrigin)
  readonly id = ++Page.lastId
  readonly config: JsonConfig
  readonly frame: HTMLIFrameElement
  readonly backend: FrameBackend
  readonly gestures: Gestures
  readonly root: Root
  readonly caller: Caller
  readonly navigationBar: NavigationBar = {}
  private tabBar: Root | null = null
  private isShown = false
  private isReady = false
  private wasAtBottom = false

  constructor(
    private readonly phone: Phone,
    readonly path: string,
    readonly query: Record<string, string>,
  ) {
    const { runtime, settings, pkg, screen } = phone
    runtime.loadComponent(path)
    this.config = { ...pkg.config.app?.window, ...pkg.config[path] }
    this.frame = screen.addFrame(path, this.config, phone.pages.isTab(path))
    this.backend = new FrameBackend(
      this.frame,
      BASE_CSS,
      pkg.styles,
      () => settings.theme,
      settings.fontSheets,
    )
    this.backend.onEvent((target, type, detail, options) => {
      if (type === 'tap') phone.hand.touched()
      return dispatch(target, type, detail, options as object)
    })
    this.gestures = new Gestures(
      this.backend,
      (target) => phone.meter.begin(`tap ${nameOf(target)}`),
      () => this.config.enablePullDownRefresh && this.pullDown(),
    )
    this.gestures.listen()
    screen.dressFrame(this)
    this.root = runtime.env.associateBackend(this.backend).createRoot('page', runtime.codeSpace, path)
    this.caller = this.root.get()
    Object.assign(this.caller, { route: path, __route__: path, options: query, __pageId: this.id })
    this.caller.getTabBar = () => this.tabBar?.get() ?? null
    this.root.attach(this.backend.doc.documentElement, this.backend.doc.body)
    this.addCustomTabBar()
    this.listenToScroll()
    this.hook('onLoad', query)
  }

  hook(name: string, argument?: unknown): unknown {
    const member = this.caller[name]
    if (typeof member !== 'function') return undefined
    return this.phone.runtime.guard(() => member.call(this.caller, argument) as unknown)
  }

  show(): void {
    this.frame.classList.add('current')
    if (!this.isShown) {
      this.isShown = true
      this.hook('onShow')
      this.root.getComponent().triggerPageLifetime('show', [])
    }
    if (this.isReady) return
    this.isReady = true
    // After the first paint, as in WeChat; the frame may already be gone then.
    setTimeout(() => this.frame.isConnected && this.hook('onReady'), 20)
  }

  hide(): void {
    this.frame.classList.remove('current')
    if (!this.isShown) return
    this.isShown = false
    this.hook('onHide')
    this.root.getComponent().triggerPageLifetime('hide', [])
  }

  unload(): void {
    this.isShown = false
    this.gestures.cancel()
    this.hook('onUnload')
    this.phone.runtime.guard(() => this.root.release())
    this.phone.runtime.guard(() => this.tabBar?.release())
    this.frame.remove()
  }

  pullDown(): void {
    this.phone.screen.showPullDown(true)
    this.hook('onPullDownRefresh')
  }

  private addCustomTabBar(): void {
    const { runtime, pkg, pages } = this.phone
    const path = 'custom-tab-bar/index'
    if (!pkg.config.app?.tabBar?.custom || !pages.isTab(this.path)) return
    if (!runtime.codeSpace.getComponentStaticConfig(path)) return
    runtime.loadComponent(path)
    this.tabBar = runtime.env
      .associateBackend(this.backend)
      .createRoot('custom-tab-bar', runtime.codeSpace, path)
    const place = this.backend.doc.body.appendChild(this.backend.doc.createElement('div'))
    this.tabBar.attach(this.backend.doc.body, place)
  }

  private listenToScroll(): void {
    const { win, doc } = this.backend
    win.addEventListener('scroll', () => {
      const { scrollHeight, scrollTop, clientHeight } = doc.documentElement
      this.hook('onPageScroll', { scrollTop })
      const isAtBottom = scrollHeight - scrollTop - clientHeight <= (this.config.onReachBottomDistance ?? 50)
      if (isAtBottom && !this.wasAtBottom) this.hook('onReachBottom')
      this.wasAtBottom = isAtBottom
    })
  }
}

export function nameOf(element: Element): string {
  const named = element.closest('[class]:not([class=""])') ?? element
  return named.getAttribute('class') ?? element.tagName.toLowerCase()
}
