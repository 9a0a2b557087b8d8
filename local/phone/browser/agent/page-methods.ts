/** Owns Page.*: queries, data and methods of one page. */
import { toDomXpath } from '../page/selector'
import type { PhoneNode } from '../engine/glass'
import type { Phone } from '../phone'
import { type Methods, type Params, plain } from './agent'
import { type Lookup, valueAt } from './lookup'

export function pageMethods(phone: Phone, lookup: Lookup): Methods {
  const page = ({ pageId }: Params) => lookup.page(pageId)
  const first = (nodes: PhoneNode[], selector: unknown) => {
    if (!nodes[0]) throw new Error(`no element matches ${String(selector)}`)
    return lookup.hand(nodes[0])
  }
  const byXpath = (params: Params) => {
    const { doc } = page(params).backend
    const result = doc.evaluate(
      toDomXpath(String(params.selector)),
      doc,
      null,
      XPathResult.ORDERED_NODE_SNAPSHOT_TYPE,
    )
    return Array.from(
      { length: result.snapshotLength },
      (_, index) => result.snapshotItem(index) as PhoneNode,
    )
  }
  return {
    'Page.getElement': (params) =>
      first(lookup.inPage(page(params), String(params.selector)), params.selector),
    'Page.getElements': (params) => ({
      elements: lookup.inPage(page(params), String(params.selector)).map((node) => lookup.hand(node)),
    }),
    'Page.getElementByXpath': (params) => first(byXpath(params), params.selector),
    'Page.getElementsByXpath': (params) => ({ elements: byXpath(params).map((node) => lookup.hand(node)) }),
    'Page.getData': (params) => ({ data: plain(valueAt(page(params).caller.data, params.path)) }),
    'Page.setData': (params) => page(params).caller.setData(params.data as Params),
    'Page.callMethod': async (params) => {
      const { caller } = page(params)
      const name = String(params.method)
      const method = caller[name]
      if (typeof method !== 'function') throw new Error(`page.${name} not exists`)
      phone.meter.begin(`page.${name}`)
      return { result: plain(await method.apply(caller, (params.args as unknown[] | undefined) ?? [])) }
    },
    'Page.getWindowProperties': (params) => ({
      properties: (params.names as string[]).map((name) => plain(valueAt(page(params).backend.win, name))),
    }),
  }
}
