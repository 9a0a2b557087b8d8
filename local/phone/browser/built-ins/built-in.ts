/** The shape of a built-in component's behaviour; `this` in its functions is the glass-easel component. */
import type { Component, Data, PhoneNode } from '../engine/glass'
import type { Phone } from '../phone'

export interface BuiltIn extends Component {
  /** there from the moment of being attached; properties may come before */
  phone: Phone
  /** Writes what a property changed into the DOM. */
  sync?(): void
}

export interface BuiltInDefinition {
  properties: Record<string, unknown>
  /** properties that appear as attributes, so that style sheets can tell the states apart */
  attributes?: string[]
  observers?: Record<string, (this: BuiltIn, value: never) => void>
  methods?: Record<string, (this: BuiltIn, ...args: never[]) => unknown>
  attached?(this: BuiltIn): void
  tap?(this: BuiltIn, touched: Element | undefined): void
}

export const ANY = null
export const HOVER = {
  hoverClass: String,
  hoverStopPropagation: Boolean,
  hoverStartTime: Number,
  hoverStayTime: Number,
  animation: ANY,
  hidden: Boolean,
}

/** The nearest built-in of a kind around this one. */
export function around(component: Component, tag: string): BuiltIn | undefined {
  const found = component.$$.parentElement?.closest<PhoneNode>(`wx-${tag}`)
  return found?.__wxElement as BuiltIn | undefined
}

export function inside(component: Component, tags: string[]): BuiltIn[] {
  const found = component.$$.querySelectorAll<PhoneNode>(tags.map((tag) => `wx-${tag}`).join(','))
  return [...found].flatMap((node) => (node.__wxElement ? [node.__wxElement as BuiltIn] : []))
}

/** Calls a method that only some built-ins have (`toggle`, `formValue` …). */
export function callMethod(component: Component | undefined, name: string, ...args: unknown[]): unknown {
  const method = component && (component as unknown as Data)[name]
  return typeof method === 'function' ? (method.apply(component, args) as unknown) : undefined
}

export function setFlag(node: Element, name: string, value: unknown): void {
  if (typeof value === 'string' && value) node.setAttribute(name, value)
  else if (value) node.setAttribute(name, '')
  else node.removeAttribute(name)
}

export const toKebab = (name: string) => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)
