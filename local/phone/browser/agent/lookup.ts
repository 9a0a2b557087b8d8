/**
 * Owns the elements that a test holds in its hands, and finding them. As in WeChat's tools a query does not look
 * inside custom components unless it says `>>>`.
 */
import { type Component, isAppComponent, type PhoneNode } from '../engine/glass'
import { textOf } from '../messages'
import type { Page } from '../page/page'
import { toDomSelector } from '../page/selector'
import type { Phone } from '../phone'

export class Lookup {
  private readonly nodes = new Map<string, PhoneNode>()

  constructor(private readonly phone: Phone) {}

  page(id: unknown): Page {
    const page = this.phone.pages.alive.find((one) => one.id === id)
    if (!page) throw new Error(`page ${String(id)} is not in the page stack`)
    return page
  }

  pageOf(node: PhoneNode): Page {
    return this.phone.pages.alive.find(({ backend }) => backend.doc === node.ownerDocument)!
  }

  node(id: unknown): PhoneNode {
    const node = this.nodes.get(String(id))
    if (!node?.isConnected) throw new Error('the element is no longer in the page')
    return node
  }

  hand(node: PhoneNode): object {
    node.phoneElementId ??= `e${this.nodes.size + 1}`
    this.nodes.set(node.phoneElementId, node)
    const id = node.phoneElementId
    return {
      elementId: id,
      tagName: tagOf(node),
      ...(isAppComponent(node.__wxElement) ? { nodeId: id } : {}),
    }
  }

  inPage(page: Page, selector: string): PhoneNode[] {
    if (selector === 'page') return [page.backend.doc.body]
    return this.query(page.backend.doc, page.root.getComponent(), selector)
  }

  inNode(node: PhoneNode, selector: string): PhoneNode[] {
    const own = node.__wxElement
    return this.query(node, isAppComponent(own) ? own : ownerOf(node), selector)
  }

  private query(within: Document | Element, scope: Component | undefined, selector: string): PhoneNode[] {
    const found = [...within.querySelectorAll<PhoneNode>(toDomSelector(selector))].filter(
      (node) => node.__wxElement,
    )
    return selector.includes('>>>') ? found : found.filter((node) => ownerOf(node) === scope)
  }
}

/** The page or custom component in whose template a node is written. */
function ownerOf(node: PhoneNode): Component | undefined {
  let host = node.__wxElement?.ownerShadowRoot?.getHostNode()
  while (host?.is.startsWith('wx://')) host = host.ownerShadowRoot?.getHostNode()
  return host
}

export function tagOf(node: Element): string {
  return node.tagName === 'BODY' ? 'page' : node.tagName.toLowerCase().replace(/^wx-/, '')
}

export function attributeOf(node: PhoneNode, name: string): unknown {
  const element = node.__wxElement
  if (name === 'class') return node.className
  if (name === 'id') return element?.id ?? node.id
  if (name === 'style') return node.getAttribute('style') ?? ''
  const camel = (text: string) => text.replace(/-(\w)/g, (_dash, letter: string) => letter.toUpperCase())
  if (name.startsWith('data-')) {
    const value = element?.dataset[camel(name.slice(5))]
    return value === undefined ? null : textOf(value)
  }
  const property = element?.data?.[camel(name)]
  return property !== undefined ? property : node.getAttribute(name)
}

export function wxmlOf(node: Node): string {
  if (node.nodeType === Node.TEXT_NODE) return node.nodeValue ?? ''
  if (node.nodeType !== Node.ELEMENT_NODE) return ''
  const element = node as PhoneNode
  const inner = [...element.childNodes].map(wxmlOf).join('')
  if (!element.__wxElement) return inner
  const attributes = ['class', 'id', 'style'].map((name) => {
    const value = attributeOf(element, name)
    return value ? ` ${name}="${textOf(value)}"` : ''
  })
  return `<${tagOf(element)}${attributes.join('')}>${inner}</${tagOf(element)}>`
}

/** Follows `a.b[0].c` into a value. */
export function valueAt(value: unknown, path: unknown): unknown {
  if (typeof path !== 'string' || !path) return value
  const keys = path.replace(/\[(\d+)\]/g, '.$1').split('.')
  return keys.reduce<unknown>((at, key) => (at as Record<string, unknown> | undefined)?.[key], value)
}
