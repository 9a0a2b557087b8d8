/** Owns Element.*: what a test reads from an element and does to it. A tap goes the way of a finger. */
import { callMethod } from '../built-ins/built-in'
import { isAppComponent, type PhoneNode } from '../engine/glass'
import { textOf } from '../messages'
import { nameOf } from '../page/page'
import type { Phone } from '../phone'
import { type Methods, type Params, plain } from './agent'
import { attributeOf, type Lookup, tagOf, valueAt, wxmlOf } from './lookup'

const BUBBLING = new Set([
  'tap',
  'longpress',
  'longtap',
  'touchstart',
  'touchmove',
  'touchend',
  'touchcancel',
])

export function elementMethods(phone: Phone, lookup: Lookup): Methods {
  const node = ({ elementId }: Params) => lookup.node(elementId)
  const caller = (params: Params) => {
    const element = node(params).__wxElement
    if (!isAppComponent(element)) throw new Error('the element is no custom component')
    return element.getMethodCaller()
  }
  return {
    ...reading(lookup, node),
    'Element.tap': (params) => tap(phone, lookup, node(params)),
    'Element.touchstart': (params) => touch(lookup, node(params), 'start', params),
    'Element.touchmove': (params) => touch(lookup, node(params), 'move', params),
    'Element.touchend': (params) => touch(lookup, node(params), 'end', params),
    'Element.triggerEvent': (params) => {
      const target = node(params)
      const type = String(params.type)
      const bubbles = BUBBLING.has(type)
      phone.meter.begin(`${type} ${nameOf(target)}`)
      target.__wxElement?.triggerEvent(type, params.detail ?? {}, {
        bubbles,
        composed: bubbles,
        capturePhase: bubbles,
      })
    },
    'Element.dispatchEvent': (params) => {
      const target = node(params)
      const { CustomEvent } = target.ownerDocument.defaultView!
      target.dispatchEvent(
        new CustomEvent(String(params.eventName ?? params.type), { bubbles: true, detail: params.detail }),
      )
    },
    'Element.callFunction': (params) => {
      const target = node(params)
      const name = String(params.functionName)
      phone.meter.begin(`${name} ${nameOf(target)}`)
      if (name === 'switch.tap') return { result: tap(phone, lookup, target) }
      return { result: callBuiltIn(target, name, (params.args as unknown[] | undefined) ?? []) }
    },
    'Element.getData': (params) => ({ data: plain(valueAt(caller(params).data, params.path)) }),
    'Element.setData': (params) => caller(params).setData(params.data as Params),
    'Element.callMethod': async (params) => {
      const self = caller(params)
      const method = self[String(params.method)]
      if (typeof method !== 'function') throw new Error(`component.${String(params.method)} not exists`)
      return { result: plain(await method.apply(self, (params.args as unknown[] | undefined) ?? [])) }
    },
  }
}

function reading(lookup: Lookup, node: (params: Params) => PhoneNode): Methods {
  const names = (params: Params) => params.names as string[]
  return {
    'Element.getElement': (params) => {
      const found = lookup.inNode(node(params), String(params.selector))[0]
      if (!found) throw new Error(`no element matches ${String(params.selector)}`)
      return lookup.hand(found)
    },
    'Element.getElements': (params) => ({
      elements: lookup.inNode(node(params), String(params.selector)).map((found) => lookup.hand(found)),
    }),
    'Element.getDOMProperties': (params) => ({
      properties: names(params).map((name) => plain(valueAt(node(params), name))),
    }),
    'Element.getAttributes': (params) => ({
      attributes: names(params).map((name) => attributeOf(node(params), name)),
    }),
    'Element.getProperties': (params) => ({
      properties: names(params).map((name) => {
        const data = node(params).__wxElement?.data ?? {}
        if (name === '__propPublic') return Object.fromEntries(Object.keys(data).map((key) => [key, true]))
        return plain(data[name])
      }),
    }),
    'Element.getStyles': (params) => {
      const style = node(params).ownerDocument.defaultView!.getComputedStyle(node(params))
      return { styles: names(params).map((name) => style.getPropertyValue(name)) }
    },
    'Element.getOffset': (params) => {
      const target = node(params)
      const { left, top } = target.getBoundingClientRect()
      const { scrollX, scrollY } = target.ownerDocument.defaultView!
      return { left: left + scrollX, top: top + scrollY }
    },
    'Element.getWXML': (params) => {
      const target = node(params)
      return { wxml: params.type === 'outer' ? wxmlOf(target) : [...target.childNodes].map(wxmlOf).join('') }
    },
  }
}

function centre(target: Element): [x: number, y: number] {
  const view = target.ownerDocument.defaultView!
  const before = target.getBoundingClientRect()
  const isOutside = before.top < 0 || before.bottom > view.innerHeight
  if (isOutside) target.scrollIntoView({ block: 'center', behavior: 'instant' })
  const { left, top, width, height } = isOutside ? target.getBoundingClientRect() : before
  return [left + width / 2, top + height / 2]
}

function tap(phone: Phone, lookup: Lookup, target: PhoneNode): void {
  const { gestures } = lookup.pageOf(target)
  const [x, y] = centre(target)
  const hit = target.ownerDocument.elementFromPoint(x, y)
  if (hit && !target.contains(hit) && !hit.contains(target)) {
    phone.messages.warn(
      `tap on <${tagOf(target)}> .${nameOf(target)}: it is covered by <${tagOf(hit)}> .${nameOf(hit)}`,
    )
  }
  const point = gestures.point(x, y)
  gestures.start(target, point)
  gestures.end(point)
}

function touch(lookup: Lookup, target: PhoneNode, phase: 'start' | 'move' | 'end', params: Params): void {
  const { gestures } = lookup.pageOf(target)
  const given = (
    (params.changedTouches ?? params.touches) as
      { clientX?: number; clientY?: number; pageX?: number; pageY?: number }[] | undefined
  )?.[0]
  const [x, y] = given
    ? [given.clientX ?? given.pageX ?? 0, given.clientY ?? given.pageY ?? 0]
    : centre(target)
  const point = gestures.point(x, y)
  if (phase === 'start') gestures.start(target, point)
  else gestures[phase](point)
}

function callBuiltIn(target: PhoneNode, name: string, args: unknown[]): unknown {
  const element = target.__wxElement
  switch (name) {
    case 'input.input':
    case 'textarea.input':
      return callMethod(element, 'userInput', textOf(args[0] ?? ''))
    case 'scroll-view.scrollTo':
      return target.scrollTo(Number(args[0]), Number(args[1]))
    case 'scroll-view.scrollTop':
    case 'scroll-view.scrollLeft':
    case 'scroll-view.scrollWidth':
    case 'scroll-view.scrollHeight':
      return target[name.slice('scroll-view.'.length) as 'scrollTop']
    case 'slider.slideTo':
      return callMethod(element, 'slideTo', Number(args[0]))
    case 'swiper.swipeTo':
      return callMethod(element, 'go', Number(args[0]), 'touch')
    default:
      throw new Error(`${name} is not supported by local phone`)
  }
}
