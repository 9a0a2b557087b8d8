/** Owns questions about what is drawn: selector queries and intersection observers of the current page. */
import type { Caller } from '../engine/glass'
import type { Phone } from '../phone'
import type { ApiGroup } from './wx'

export function queryApis(phone: Phone): ApiGroup {
  const current = () => {
    const page = phone.pages.current
    if (!page) throw new Error('no page is open yet')
    return page.caller
  }
  return {
    now: {
      createSelectorQuery: () => current().createSelectorQuery(),
      createIntersectionObserver: (component?: Caller, options?: unknown) =>
        (component ?? current()).createIntersectionObserver(options),
      createAnimation: () => silentAnimation(),
    },
  }
}

/** Accepts every step and exports none: animations by script are not drawn. */
function silentAnimation(): object {
  const animation: object = new Proxy(
    {},
    { get: (_target, key) => (key === 'export' ? () => ({ actions: [] }) : () => animation) },
  )
  return animation
}
