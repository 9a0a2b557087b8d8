/**
 * Owns the ways into the mini program beside its first start: a code that was scanned, a card, a link. Each comes with the
 * scene number by which WeChat says how its user came, in the options of the app and of the page.
 */
import { parseUrl } from './page/page-stack'
import type { LaunchOptions, Phone } from './phone'

/** WeChat's numbers for what this phone knows. */
export const SCENES = {
  start: 1001,
  card: 1007,
  code: 1047,
  scheme: 1065,
  timeline: 1155,
  link: 1194,
} as const

interface MadeLink {
  url: string
  path: string
  query: string
}

export class Entrance {
  /** of the latest entry; the launch's own at first */
  options: LaunchOptions

  constructor(private readonly phone: Phone) {
    const { settings } = phone
    const { path, query } = parseUrl(settings.entry || this.firstPage, '')
    this.options = {
      path: path || this.firstPage,
      query,
      scene: settings.scene,
      referrerInfo: {},
      apiCategory: 'default',
    }
  }

  private get firstPage(): string {
    const app = this.phone.pkg.config.app
    return app?.entryPagePath ?? app?.pages?.[0] ?? ''
  }

  /** Comes back to an app that runs, at a page. @throws when there is no such page. */
  enter(entry: string, scene: number): void {
    const { pages, runtime, bus } = this.phone
    const { path, query } = parseUrl(entry.replace(/^\//, ''), '')
    const target = path || this.firstPage
    if (!pages.has(target)) throw new Error(`the mini program has no page ${target}`)
    pages.current?.hide()
    bus.emit('AppHide', {})
    runtime.callApp('onHide', {})
    this.options = { ...this.options, path: target, query, scene }
    bus.emit('AppShow', this.options)
    runtime.callApp('onShow', this.options)
    const search = Object.entries(query).map(([name, value]) => `${encodeURIComponent(name)}=${value}`)
    pages.route('reLaunch', { url: `/${target}${search.length ? `?${search.join('&')}` : ''}` })
  }

  /**
   * Opens what WeChat's own scanner found: a mini program code or a link that the local cloud made.
   * @returns false when the text leads nowhere in this mini program.
   */
  async enterByCode(text: string): Promise<boolean> {
    if (/^(https:\/\/wxaurl\.cn|weixin:\/\/dl\/business)\//.test(text)) return this.enterByLink(text)
    if (!this.isCode(text)) return false
    this.enter(text, SCENES.code)
    return true
  }

  /** A mini program code is a plain QR code here: of `<page>?scene=…`, the page may be missing, or of a path. */
  isCode(text: string): boolean {
    const [path = '', search = ''] = text.split('?')
    return this.phone.pages.has(path.replace(/^\//, '')) || (path === '' && search.startsWith('scene='))
  }

  private async enterByLink(url: string): Promise<boolean> {
    const { links } = await this.phone.network.cloud<{ links: MadeLink[] }>('control/links')
    const found = links.find((link) => link.url === url)
    if (!found) return false
    const { path, query } = found
    this.enter(`${path}${query ? `?${query}` : ''}`, url.startsWith('weixin') ? SCENES.scheme : SCENES.link)
    return true
  }
}
