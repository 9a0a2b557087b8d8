/** Owns the built-ins that hold others and do little themselves. */
import { type RouteType } from '../page/page-stack'
import { ANY, type BuiltInDefinition, callMethod, HOVER, inside } from './built-in'

const LABELLED = ['switch', 'checkbox', 'radio', 'input', 'textarea', 'button', 'picker']
const ROUTES: Record<string, RouteType> = {
  navigate: 'navigateTo',
  redirect: 'redirectTo',
  switchTab: 'switchTab',
  reLaunch: 'reLaunch',
  navigateBack: 'navigateBack',
}

export const CONTAINERS: Record<string, BuiltInDefinition> = {
  view: { properties: HOVER, attributes: ['hidden'] },
  text: {
    properties: {
      selectable: Boolean,
      userSelect: Boolean,
      space: String,
      decode: Boolean,
      overflow: String,
      maxLines: Number,
    },
    attributes: ['space', 'userSelect', 'selectable'],
  },
  'cover-view': { properties: HOVER },
  'root-portal': { properties: { enable: Boolean } },
  'page-meta': { properties: { pageStyle: String, rootFontSize: String, backgroundColor: String } },
  'navigation-bar': { properties: { title: String } },
  'match-media': { properties: { minWidth: Number, maxWidth: Number, orientation: String } },
  'keyboard-accessory': { properties: {} },
  'page-container': {
    properties: { show: Boolean, position: String, round: Boolean, overlay: Boolean, duration: Number },
    attributes: ['show'],
    observers: {
      show(value: boolean) {
        this.triggerEvent(value ? 'enter' : 'leave', {})
        this.triggerEvent(value ? 'afterenter' : 'afterleave', {})
      },
    },
  },
  label: {
    properties: { for: String },
    tap(touched) {
      if (touched?.closest?.(LABELLED.map((tag) => `wx-${tag}`).join(','))) return
      const id = this.data.for as string
      const candidates = inside(this, LABELLED)
      const named = id ? this.$$.ownerDocument.getElementById(id) : null
      const target = named ? (named as typeof this.$$).__wxElement : candidates[0]
      callMethod(target, 'toggle')
      callMethod(target, 'takeFocus')
    },
  },
  navigator: {
    properties: { ...HOVER, url: String, openType: String, delta: Number, target: String },
    tap() {
      const { url, openType, delta } = this.data as { url: string; openType: string; delta: number }
      const type = ROUTES[openType || 'navigate']
      if (type) this.phone.wx.call(type, [{ url, delta: delta || 1, fail: () => {} }])
    },
  },
  'rich-text': {
    properties: { nodes: ANY, space: String },
    observers: {
      nodes() {
        callMethod(this, 'sync')
      },
    },
    methods: {
      sync() {
        const inner = this.$$?.firstElementChild
        if (inner) inner.replaceChildren(...richNodes(this.data.nodes, this.$$.ownerDocument))
      },
    },
  },
}

interface RichNode {
  type?: 'node' | 'text'
  name?: string
  text?: string
  attrs?: Record<string, unknown>
  children?: RichNode[]
}

const REFUSED_TAGS = /^(script|style|iframe|object|embed|link|meta)$/i

function richNodes(nodes: unknown, doc: Document): Node[] {
  if (typeof nodes === 'string') {
    const parsed = new DOMParser().parseFromString(nodes, 'text/html')
    for (const element of parsed.body.querySelectorAll('*')) {
      if (REFUSED_TAGS.test(element.tagName)) element.remove()
      for (const { name } of [...element.attributes]) if (name.startsWith('on')) element.removeAttribute(name)
    }
    return [...parsed.body.childNodes].map((node) => doc.importNode(node, true))
  }
  if (!Array.isArray(nodes)) return []
  return (nodes as RichNode[]).flatMap((node): Node[] => {
    if (node.type === 'text') return [doc.createTextNode(String(node.text ?? ''))]
    if (!node.name || REFUSED_TAGS.test(node.name)) return []
    const element = doc.createElement(node.name)
    for (const [name, value] of Object.entries(node.attrs ?? {})) {
      if (!name.startsWith('on')) element.setAttribute(name, String(value))
    }
    element.append(...richNodes(node.children ?? [], doc))
    return [element]
  })
}
