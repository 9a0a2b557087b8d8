/**
 * Owns the parts of the screen that belong to the phone and to WeChat, not to a page: status bar, navigation bar,
 * capsule, native tab bar, pull-down mark. Sizes are those of a 390 × 844 iPhone and agree with wx.getWindowInfo.
 */
import type { JsonConfig } from '../../compile/built-package'
import type { Page } from '../page/page'
import type { Phone } from '../phone'
import { pictureSource } from '../wx/files'
import { SCREEN_CSS, SCREEN_HTML } from './screen-css'
import { SHEETS_CSS } from './sheets-css'

export const STATUS_BAR_HEIGHT = 47
export const SAFE_BOTTOM = 34
export const CAPSULE = { width: 87, height: 32, right: 7, top: 53 }
const NAVIGATION_HEIGHT = STATUS_BAR_HEIGHT + 44
const TAB_BAR_HEIGHT = 49 + SAFE_BOTTOM
const BACK =
  '<svg width="12" height="22" viewBox="0 0 12 22" fill="none" stroke="currentColor" stroke-width="2.200"><path d="M11 1 1 11l10 10"/></svg>'

export class Screen {
  readonly badges = new Map<number, string>()
  isTabBarHidden = false
  brightness = 0.5

  constructor(private readonly phone: Phone) {
    const style = document.head.appendChild(document.createElement('style'))
    style.textContent = SCREEN_CSS + SHEETS_CSS
    const screen = document.body.appendChild(document.createElement('div'))
    screen.id = 'screen'
    screen.innerHTML = SCREEN_HTML
    document.documentElement.dataset.theme = phone.settings.theme
    part('nav').addEventListener('click', (event) => {
      if ((event.target as Element).closest('button')) phone.pages.route('navigateBack', {})
    })
    part('capsule').addEventListener('click', (event) => {
      const { left, width } = part('capsule').getBoundingClientRect()
      if (event.clientX < left + width / 2) void phone.share.openMenu()
    })
    part('tabs').addEventListener('click', (event) => {
      const tab = (event.target as Element).closest<HTMLElement>('[data-path]')
      if (tab) phone.pages.route('switchTab', { url: `/${tab.dataset.path}`, isTabTap: true })
    })
    phone.clock.onChange(() => this.drawTime())
    setInterval(() => this.drawTime(), 1000)
    this.drawTime()
  }

  addFrame(path: string, config: JsonConfig, isTab: boolean): HTMLIFrameElement {
    const frame = document.createElement('iframe')
    frame.dataset.page = path
    const top = config.navigationStyle === 'custom' ? 0 : NAVIGATION_HEIGHT
    const bottom = isTab && this.hasNativeTabBar ? TAB_BAR_HEIGHT : 0
    frame.style.cssText = `top:${top}px;height:calc(100% - ${top + bottom}px)`
    part('screen').prepend(frame)
    return frame
  }

  /** Gives a page's document the theme and the safe areas that are left inside its frame. */
  dressFrame(page: Page): void {
    const root = page.backend.doc.documentElement
    const isCustom = page.config.navigationStyle === 'custom'
    const hasTabBar = this.phone.pages.isTab(page.path) && this.hasNativeTabBar
    root.dataset.theme = this.phone.settings.theme
    root.style.setProperty('--phone-safe-top', isCustom ? `${STATUS_BAR_HEIGHT}px` : '0px')
    root.style.setProperty('--phone-safe-bottom', hasTabBar ? '0px' : `${SAFE_BOTTOM}px`)
    root.style.setProperty('--phone-safe-left', '0px')
    root.style.setProperty('--phone-safe-right', '0px')
    if (page.config.disableScroll) root.style.overflow = 'hidden'
  }

  get hasNativeTabBar(): boolean {
    const tabBar = this.phone.pkg.config.app?.tabBar
    return tabBar !== undefined && !tabBar.custom
  }

  /** The height that the current page has to itself. */
  get windowHeight(): number {
    return this.phone.pages.current?.frame.clientHeight || window.innerHeight
  }

  setTheme(theme: 'light' | 'dark'): void {
    this.phone.settings.theme = theme
    document.documentElement.dataset.theme = theme
    for (const page of this.phone.pages.alive) page.backend.doc.documentElement.dataset.theme = theme
    this.draw()
    this.phone.bus.emit('ThemeChange', { theme })
  }

  draw(): void {
    const page = this.phone.pages.current
    if (!page) return
    this.drawNavigation(page)
    this.drawTabs(page)
    part('wifi').style.visibility = this.phone.network.isOffline ? 'hidden' : 'visible'
  }

  showPullDown(isShown: boolean): void {
    const isCustom = this.phone.pages.current?.config.navigationStyle === 'custom'
    part('pull').style.top = `${NAVIGATION_HEIGHT}px`
    part('pull').hidden = !isShown
    this.phone.pages.current?.frame.style.setProperty(
      'transform',
      isShown && !isCustom ? 'translateY(48px)' : '',
    )
  }

  private drawNavigation(page: Page): void {
    const { config, navigationBar } = page
    const isCustom = config.navigationStyle === 'custom'
    const nav = part('nav')
    const isWhite = navigationBar.frontColor
      ? navigationBar.frontColor.toLowerCase() === '#ffffff'
      : this.themed(config.navigationBarTextStyle ?? 'white') !== 'black'
    nav.hidden = isCustom
    nav.style.background =
      navigationBar.backgroundColor ?? this.themed(config.navigationBarBackgroundColor ?? '#000')
    nav.style.color = isWhite ? '#fff' : '#000'
    nav.textContent = navigationBar.title ?? config.navigationBarTitleText ?? ''
    if (navigationBar.loading) nav.insertAdjacentHTML('afterbegin', '<span class="turn"></span>')
    if (this.phone.pages.stack.length > 1)
      nav.insertAdjacentHTML('afterbegin', `<button aria-label="返回">${BACK}</button>`)
    for (const name of ['status', 'capsule']) part(name).classList.toggle('white', isWhite)
    part('home').classList.toggle('white', isWhite && isCustom)
    part('screen').style.setProperty('--page', this.themed(config.backgroundColor ?? ''))
  }

  private drawTabs(page: Page): void {
    const tabBar = this.phone.pkg.config.app?.tabBar
    const tabs = part('tabs')
    tabs.hidden =
      !tabBar || !this.hasNativeTabBar || this.isTabBarHidden || !this.phone.pages.isTab(page.path)
    if (!tabBar || tabs.hidden) return
    tabs.style.background = this.themed(tabBar.backgroundColor ?? '#fff')
    tabs.replaceChildren(
      ...tabBar.list.map((tab, index) => {
        const isOn = tab.pagePath === page.path
        const button = document.createElement('button')
        button.dataset.path = tab.pagePath
        button.style.color = this.themed((isOn ? tabBar.selectedColor : tabBar.color) ?? '')
        const icon = this.themed((isOn ? tab.selectedIconPath : undefined) ?? tab.iconPath ?? '')
        if (icon) button.appendChild(document.createElement('img')).src = assetUrl(this.phone, `/${icon}`, '')
        button.append(tab.text)
        const badge = this.badges.get(index)
        if (badge !== undefined) button.appendChild(document.createElement('i')).textContent = badge
        return button
      }),
    )
  }

  /** With dark mode on, a colour may be a name (`@bg`) that theme.json resolves per theme. */
  themed(value: string): string {
    if (!value.startsWith('@')) return value
    const { app, ...files } = this.phone.pkg.config
    const file = (app?.themeLocation ?? 'theme.json').replace(/\.json$/, '')
    const colours = files[file]?.[this.phone.settings.theme] as Record<string, string> | undefined
    return colours?.[value.slice(1)] ?? ''
  }

  private drawTime(): void {
    const options = { hour: '2-digit', minute: '2-digit', hour12: false, timeZone: 'Asia/Shanghai' } as const
    part('status').querySelector('b')!.textContent = new Date(this.phone.clock.now()).toLocaleTimeString(
      'en-GB',
      options,
    )
  }
}

export function part(id: string): HTMLElement {
  return document.getElementById(id)!
}

/** Where a file of the package is served, or what a file of the phone holds; addresses of the world stay as they are. */
export function assetUrl(phone: Phone, src: string, from: string): string {
  if (src.startsWith('wxfile:')) return pictureSource(phone, src)
  const { basePath, openid } = phone.settings
  if (src.startsWith('cloud:'))
    return `${basePath}/cloud/client/downloadFile?fileID=${encodeURIComponent(src)}&as=${openid}`
  // The cloud answers no page but its own, so its temporary addresses are asked for through the phone's server.
  const cloudUrl = phone.settings.cloudUrl.replace(/\/$/, '')
  if (src.startsWith(`${cloudUrl}/storage/`)) return `${basePath}/cloud${src.slice(cloudUrl.length)}`
  if (/^(https?:|data:|blob:)/.test(src)) return src
  const path = src.startsWith('/') ? src.slice(1) : new URL(src, `http://package/${from}`).pathname.slice(1)
  return `${basePath}/package/${path}`
}
