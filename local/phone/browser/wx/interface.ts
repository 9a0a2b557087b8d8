/** Owns the calls that move between pages or change what is on the screen. */
import type { RouteType } from '../page/page-stack'
import { toDomSelector } from '../page/selector'
import type { Phone } from '../phone'
import type { ToastOptions } from '../screen/dialogs'
import { type Options, refuse } from './settle'
import type { ApiGroup } from './wx'

const ROUTES: RouteType[] = ['navigateTo', 'redirectTo', 'navigateBack', 'switchTab', 'reLaunch']
const SILENT = [
  'setBackgroundColor',
  'setBackgroundTextStyle',
  'hideHomeButton',
  'updateShareMenu',
  'preloadSubpackage',
  'enableAlertBeforeUnload',
  'disableAlertBeforeUnload',
  'setTabBarStyle',
  'setTabBarItem',
]

export function interfaceApis(phone: Phone): ApiGroup {
  const routes = ROUTES.map((type) => [type, (options: Options) => phone.pages.route(type, options)])
  return {
    later: {
      ...(Object.fromEntries(routes) as ApiGroup['later']),
      ...Object.fromEntries(SILENT.map((name) => [name, () => {}] as const)),
      ...navigationBarApis(phone),
      ...tabBarApis(phone),
      ...dialogApis(phone),
      showShareMenu: () => phone.share.setMenu(true),
      hideShareMenu: () => phone.share.setMenu(false),
      pageScrollTo: (options) => scrollPage(phone, options),
      startPullDownRefresh: () => phone.pages.current?.pullDown(),
      stopPullDownRefresh: () => phone.screen.showPullDown(false),
      loadFontFace: (options) => loadFont(phone, options),
    },
  }
}

function navigationBarApis(phone: Phone): ApiGroup['later'] {
  const change = (change: object) => {
    if (phone.pages.current) Object.assign(phone.pages.current.navigationBar, change)
    phone.screen.draw()
  }
  return {
    setNavigationBarTitle: ({ title }) => change({ title }),
    setNavigationBarColor: ({ frontColor, backgroundColor }) => change({ frontColor, backgroundColor }),
    showNavigationBarLoading: () => change({ loading: true }),
    hideNavigationBarLoading: () => change({ loading: false }),
  }
}

function tabBarApis(phone: Phone): ApiGroup['later'] {
  const { badges } = phone.screen
  const badge = (index: unknown, text?: string) => {
    if (text === undefined) badges.delete(index as number)
    else badges.set(index as number, text)
    phone.screen.draw()
  }
  const hide = (isHidden: boolean) => () => {
    phone.screen.isTabBarHidden = isHidden
    phone.screen.draw()
  }
  return {
    showTabBar: hide(false),
    hideTabBar: hide(true),
    setTabBarBadge: ({ index, text }) => badge(index, text as string),
    removeTabBarBadge: ({ index }) => badge(index),
    showTabBarRedDot: ({ index }) => badge(index, ''),
    hideTabBarRedDot: ({ index }) => badge(index),
  }
}

function dialogApis(phone: Phone): ApiGroup['later'] {
  const { dialogs } = phone
  return {
    showToast: (options) => dialogs.showToast(options),
    showLoading: (options) =>
      dialogs.showToast({ ...(options as ToastOptions), icon: 'loading', duration: Infinity }),
    hideToast: () => dialogs.hideToast(),
    hideLoading: () => dialogs.hideToast(),
    showModal: (options) => dialogs.modal(options),
    showActionSheet: async ({ itemList, itemColor }) => {
      const tapIndex = await dialogs.actionSheet(itemList as string[], itemColor as string | undefined)
      return tapIndex === null ? refuse('showActionSheet:fail cancel') : { tapIndex }
    },
  }
}

function scrollPage(phone: Phone, { scrollTop, selector, offsetTop, duration }: Options): void {
  const win = phone.pages.current?.backend.win
  if (!win) return
  const behavior = duration === 0 ? 'auto' : 'smooth'
  if (typeof selector !== 'string') return win.scrollTo({ top: Number(scrollTop) || 0, behavior })
  const found = win.document.querySelector(toDomSelector(selector))
  if (!found) return
  const top = win.scrollY + found.getBoundingClientRect().top + (Number(offsetTop) || 0)
  win.scrollTo({ top, behavior })
}

async function loadFont(phone: Phone, { family, source, desc, global }: Options): Promise<object> {
  const style = desc as { style?: string; weight?: string } | undefined
  const pages = global ? phone.pages.alive : [phone.pages.current!]
  try {
    for (const { backend } of pages) {
      const font = new backend.win.FontFace(String(family), String(source), style)
      backend.doc.fonts.add(await font.load())
    }
  } catch {
    refuse('loadFontFace:fail network error')
  }
  return { status: 'loaded' }
}
