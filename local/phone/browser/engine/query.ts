/**
 * Owns what glass-easel's selector queries lack: `node` and `computedStyle`. Both are answered from the field `context`,
 * in which the page's backend hands over the DOM node; neither it nor a DOM node ever reaches the app.
 */
import { type Data, callerPrototype, type Caller, type PhoneNode } from './glass'

type Answer = Data & { context?: PhoneNode }
type Done = (answer: unknown) => void

interface NodesRef {
  fields(fields: Data, done?: Done): unknown
  node(done?: Done): unknown
  context(done?: Done): unknown
}
interface Query {
  select(selector: string): NodesRef
  selectAll(selector: string): NodesRef
}

/** @param nodeOf what an app gets as the node of an element */
export function extendQueries(nodeOf: (node: PhoneNode) => unknown): void {
  const create = callerPrototype.createSelectorQuery
  callerPrototype.createSelectorQuery = function (this: Caller) {
    const query = create.call(this) as Query
    for (const way of ['select', 'selectAll'] as const) {
      const find = query[way].bind(query)
      query[way] = (selector) => extended(find(selector), nodeOf)
    }
    return query
  }
}

function extended(ref: NodesRef, nodeOf: (node: PhoneNode) => unknown): NodesRef {
  const ask = ref.fields.bind(ref)
  ref.fields = (fields, done) => {
    const { node, context, computedStyle, ...known } = fields
    if (!node && !context && !computedStyle) return ask(fields, done)
    const fill = (answer: Answer) => {
      const dom = answer.context
      delete answer.context
      if (context) answer.context = undefined
      if (node) answer.node = dom ? nodeOf(dom) : null
      if (computedStyle && dom) Object.assign(answer, styles(dom, computedStyle as string[]))
    }
    return ask({ ...known, context: true }, (answer) => {
      // The same objects are handed to exec afterwards, so they are changed in place.
      for (const one of [answer].flat() as (Answer | null)[]) if (one) fill(one)
      done?.(answer)
    })
  }
  ref.node = (done) => ref.fields({ node: true }, done)
  ref.context = (done) => ref.fields({ context: true }, done)
  return ref
}

function styles(dom: PhoneNode, names: string[]): Data {
  const computed = dom.ownerDocument.defaultView!.getComputedStyle(dom)
  const kebab = (name: string) => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)
  return Object.fromEntries(names.map((name) => [name, computed.getPropertyValue(kebab(name))]))
}
