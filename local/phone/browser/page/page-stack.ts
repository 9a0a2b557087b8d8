/**
 * Owns the stack of pages and the five ways to move in it. At most ten pages; tab pages stay alive while another
 * tab shows; hooks come in WeChat's order: the page left hides or unloads before the new one loads and shows.
 */
import { resolvePath } from '../app/runtime'
import type { Phone } from '../phone'
import { createChannel } from './event-channel'
import { Page } from './page'

export type RouteType = 'navigateTo' | 'redirectTo' | 'navigateBack' | 'switchTab' | 'reLaunch'

export interface RouteOptions {
  url?: string
  delta?: number
  events?: Record<string, (...args: unknown[]) => void>
  /** set when a finger touched the native tab bar */
  isTabTap?: boolean
}

interface Target {
  path: string
  query: Record<string, string>
}

const MOST_PAGES = 10

export class PageStack {
  readonly stack: Page[] = []
  private readonly tabs = new Map<string, Page>()
  private readonly known: Set<string>

  constructor(private readonly phone: Phone) {
    const app = phone.pkg.config.app ?? {}
    const subpackages = app.subPackages ?? app.subpackages ?? []
    const inSubpackages = subpackages.flatMap(({ root, pages }) =>
      pages.map((page) => `${root.replace(/^\/|\/$/g, '')}/${page}`),
    )
    this.known = new Set([...(app.pages ?? []), ...inSubpackages])
  }

  get current(): Page | undefined {
    return this.stack[this.stack.length - 1]
  }

  /** Every page alive, also tab pages that are not in the stack now. */
  get alive(): Page[] {
    return [...new Set([...this.stack, ...this.tabs.values()])]
  }

  has(path: string): boolean {
    return this.known.has(path)
  }

  isTab(path: string): boolean {
    return (
      this.phone.pkg.config.app?.tabBar?.list.some((tab) => tab.pagePath.replace(/\.html$/, '') === path) ??
      false
    )
  }

  route(type: RouteType, options: RouteOptions): object | undefined {
    this.phone.meter.begin(`${type} ${options.url ?? ''}`.trim())
    this.phone.screen.showPullDown(false)
    if (type === 'navigateBack') return this.back(options.delta ?? 1)
    const target = this.target(type, options.url ?? '')
    switch (type) {
      case 'navigateTo':
        return this.push(target, options)
      case 'redirectTo':
        return this.replace(target)
      case 'switchTab':
        return this.switchTab(target, options.isTabTap === true)
      case 'reLaunch':
        return this.restart(target)
    }
  }

  private target(type: RouteType, url: string): Target {
    const target = parseUrl(url, this.current?.path ?? '')
    const refuse = (why: string) => {
      throw Object.assign(new Error(why), { errMsg: `${type}:fail ${why}` })
    }
    if (!this.known.has(target.path)) {
      this.phone.bus.emit('PageNotFound', target)
      this.phone.runtime.callApp('onPageNotFound', { ...target, isEntryPage: !this.current })
      refuse(`page "${target.path}" is not found`)
    }
    const isTab = this.isTab(target.path)
    if (isTab && (type === 'navigateTo' || type === 'redirectTo')) refuse(`can not ${type} a tabbar page`)
    if (!isTab && type === 'switchTab') refuse('can not switch to no-tabBar page')
    if (type === 'navigateTo' && this.stack.length >= MOST_PAGES) refuse('webview count limit exceed')
    return target
  }

  private back(delta: number): undefined {
    const steps = Math.min(delta, this.stack.length - 1)
    for (let i = 0; i < steps; i++) this.stack.pop()?.unload()
    this.showCurrent()
  }

  private push(target: Target, options: RouteOptions): object {
    this.current?.hide()
    const channel = createChannel()
    for (const [name, listener] of Object.entries(options.events ?? {})) channel.opener.on(name, listener)
    const page = this.open(target)
    page.caller.getOpenerEventChannel = () => channel.opened
    this.showCurrent()
    return { eventChannel: channel.opener }
  }

  private replace(target: Target): undefined {
    const left = this.stack.pop()
    if (left) this.leave(left)
    this.open(target)
    this.showCurrent()
  }

  private switchTab(target: Target, isTabTap: boolean): undefined {
    const alreadyThere = this.current?.path === target.path
    if (!alreadyThere) for (const page of this.stack.splice(0).reverse()) this.leave(page)
    if (!alreadyThere) {
      const kept = this.tabs.get(target.path)
      if (kept) this.stack.push(kept)
      else this.open({ path: target.path, query: {} })
    }
    this.showCurrent()
    if (!isTabTap) return
    const list = this.phone.pkg.config.app?.tabBar?.list ?? []
    const index = list.findIndex((tab) => tab.pagePath === target.path)
    this.current?.hook('onTabItemTap', { index, pagePath: target.path, text: list[index]?.text })
  }

  private restart(target: Target): undefined {
    for (const page of this.alive.reverse()) page.unload()
    this.stack.length = 0
    this.tabs.clear()
    this.open(target)
    this.showCurrent()
  }

  private leave(page: Page): void {
    if (this.tabs.has(page.path)) page.hide()
    else page.unload()
  }

  private open({ path, query }: Target): Page {
    const page = new Page(this.phone, path, query)
    this.stack.push(page)
    if (this.isTab(path)) this.tabs.set(path, page)
    return page
  }

  private showCurrent(): void {
    for (const page of this.alive) if (page !== this.current) page.frame.classList.remove('current')
    this.current?.show()
    this.phone.screen.draw()
  }
}

export function parseUrl(url: string, from: string): Target {
  const [path = '', search = ''] = url.split('?')
  const query: Record<string, string> = {}
  for (const pair of search.split('&').filter(Boolean)) {
    const cut = pair.indexOf('=')
    // WeChat hands values over as they were written; the reader decodes them.
    query[decodeURIComponent(cut < 0 ? pair : pair.slice(0, cut))] = cut < 0 ? '' : pair.slice(cut + 1)
  }
  return { path: resolvePath(path, from), query }
}
