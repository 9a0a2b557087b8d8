/** Owns canvas: the one of type 2d, which an app finds by a selector query. */
import { CanvasNode } from '../drawing/canvas-node'
import type { PhoneNode } from '../engine/glass'
import { type BuiltIn, type BuiltInDefinition, callMethod } from './built-in'

interface Canvas extends BuiltIn {
  canvas?: CanvasNode
}

export const CANVAS: BuiltInDefinition = {
  properties: { type: String, canvasId: String, disableScroll: Boolean },
  observers: {
    type() {
      callMethod(this, 'sync')
    },
  },
  methods: {
    sync(this: Canvas) {
      const drawn = this.$$?.querySelector('canvas')
      if (this.data.type === '2d' && drawn && this.phone) this.canvas ??= new CanvasNode(this.phone, drawn)
    },
  },
  attached() {
    const { phone } = this
    if (this.data.type === '2d') return
    phone.missing.add('canvas')
    phone.messages.warn('<canvas> without type="2d" cannot be drawn on in the local phone')
  },
}

/** What a selector query gives an app as the node of an element. */
export function nodeForApp(node: PhoneNode): unknown {
  const element = node.__wxElement as Canvas | undefined
  return element?.canvas ?? null
}
