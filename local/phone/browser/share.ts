/**
 * Owns sharing: the card that a page makes, and handing it to the page around this phone, which may open it on another
 * phone. On a visitor's phone the user sees the card first and may keep it to themselves.
 */
import type { Page } from './page/page'
import type { Phone } from './phone'
import { showCard } from './screen/card'
import { assetUrl } from './screen/screen'

export interface Card {
  /** to a person or group, or for everybody who follows */
  to: 'chat' | 'timeline'
  title: string
  /** with a slash in front and its query */
  path: string
  /** an address that any page can load; empty when WeChat would take a picture of the page */
  imageUrl: string
}

export interface ShareRequest {
  from: 'button' | 'menu'
  target?: object
}

interface Made {
  title?: unknown
  path?: unknown
  query?: unknown
  imageUrl?: unknown
  promise?: Promise<Made>
}

const PROMISE_MS = 3000
export const MENU = { chat: '转发给朋友', timeline: '分享到朋友圈' } as const

export class Share {
  readonly cards: Card[] = []
  /** what the page's hook answered last */
  last: unknown = null
  private readonly hidden = new WeakSet<Page>()

  constructor(private readonly phone: Phone) {}

  /** The menu of the current page is on or off. */
  setMenu(isShown: boolean): void {
    const page = this.phone.pages.current
    if (page) this.hidden[isShown ? 'delete' : 'add'](page)
  }

  /** Behind the three dots of the capsule. */
  async openMenu(): Promise<void> {
    const { pages, dialogs } = this.phone
    const page = pages.current
    if (!page) return
    const offers = (['chat', 'timeline'] as const).filter((to) => this.isOffered(page, to))
    if (offers.length === 0) return dialogs.showToast({ title: '当前页面不可转发', icon: 'none' })
    const chosen = await dialogs.actionSheet(offers.map((to) => MENU[to]))
    const to = chosen === null ? undefined : offers[chosen]
    if (to) await this.share({ from: 'menu' }, to)
  }

  /** As in WeChat a page without onShareAppMessage cannot be shared by the menu, and only then for everybody too. */
  private isOffered(page: Page, to: Card['to']): boolean {
    const has = (hook: string) => typeof page.caller[hook] === 'function'
    return !this.hidden.has(page) && has('onShareAppMessage') && (to === 'chat' || has('onShareTimeline'))
  }

  async share(request: ShareRequest, to: Card['to'] = 'chat'): Promise<void> {
    const page = this.phone.pages.current
    if (!page) return
    this.last = page.hook(to === 'chat' ? 'onShareAppMessage' : 'onShareTimeline', request) ?? null
    const card = this.cardOf(page, to, await settled(this.last ?? {}))
    const { settings, dialogs } = this.phone
    if (!settings.automated && !(await showCard(dialogs, card))) return
    this.cards.push(card)
    if (window.parent !== window)
      window.parent.postMessage({ type: 'phone.share', id: settings.id, card }, '*')
    if (!settings.automated) dialogs.showToast({ title: '已发送' })
  }

  private cardOf(page: Page, to: Card['to'], { title, path, query, imageUrl }: Made): Card {
    const own = Object.entries(page.query).map(([name, value]) => `${encodeURIComponent(name)}=${value}`)
    const search = to === 'timeline' && typeof query === 'string' ? query : own.join('&')
    const here = `${page.path}${search ? `?${search}` : ''}`
    const target = to === 'chat' && typeof path === 'string' && path ? path : here
    return {
      to,
      title: typeof title === 'string' && title ? title : this.phone.dialogs.appName,
      path: `/${target.replace(/^\//, '')}`,
      imageUrl: typeof imageUrl === 'string' && imageUrl ? this.address(imageUrl) : '',
    }
  }

  private address(imageUrl: string): string {
    return new URL(assetUrl(this.phone, imageUrl, ''), location.href).href
  }
}

/** A page may promise its card; WeChat waits three seconds for it and then takes what was given at once. */
async function settled({ promise, ...made }: Made): Promise<Made> {
  if (!promise) return made
  const late = new Promise<Made>((resolve) => setTimeout(() => resolve(made), PROMISE_MS))
  return Promise.race([promise.catch(() => made), late])
}
