/**
 * Owns the registration of all built-ins. A page uses them by their bare tags; what only stands in for the real
 * thing is recorded when it is used.
 */
import type { Component, ComponentSpace } from '../engine/glass'
import type { Phone } from '../phone'
import { type BuiltIn, type BuiltInDefinition, callMethod, setFlag, toKebab } from './built-in'
import { CANVAS } from './canvas'
import { CHOICES } from './choices'
import { CONTAINERS } from './containers'
import { CONTROLS } from './controls'
import { PICTURES } from './pictures'
import { PICKER } from './picker'
import { PICKER_VIEW } from './picker-view'
import { SCROLLING } from './scrolling'
import { SLIDER } from './slider'
import { SWIPER } from './swiper'
import { STAND_IN_TAGS } from './templates'
import { TEXT_FIELDS } from './text-fields'

const DEFINITIONS: Record<string, BuiltInDefinition> = {
  ...CONTAINERS,
  ...CONTROLS,
  ...CHOICES,
  ...TEXT_FIELDS,
  ...PICTURES,
  ...SCROLLING,
  picker: PICKER,
  ...PICKER_VIEW,
  ...SWIPER,
  slider: SLIDER,
  canvas: CANVAS,
}

export function defineBuiltIns(phone: Phone, space: ComponentSpace): Record<string, unknown> {
  const standIns = STAND_IN_TAGS.map((tag) => [tag, standIn(phone, tag)] as const)
  const all = Object.entries({ ...DEFINITIONS, ...Object.fromEntries(standIns) })
  return Object.fromEntries(all.map(([tag, definition]) => [tag, define(phone, space, tag, definition)]))
}

function standIn(phone: Phone, tag: string): BuiltInDefinition {
  return {
    properties: {},
    attached() {
      if (phone.missing.has(tag)) return
      phone.missing.add(tag)
      phone.messages.warn(`<${tag}> is not built into the local phone: an empty box is drawn in its place`)
    },
  }
}

function define(phone: Phone, space: ComponentSpace, tag: string, own: BuiltInDefinition): unknown {
  const attributes = own.attributes ?? []
  const writeAttributes = function (this: Component) {
    const dom = this.$$ as Element | undefined
    if (dom) for (const name of attributes) setFlag(dom, toKebab(name), this.data[name])
  }
  const observers: Record<string, unknown> = { ...own.observers }
  if (attributes.length) observers[attributes.join(', ')] = writeAttributes
  const properties = Object.fromEntries(
    Object.entries(own.properties).map(([name, type]) => [name, isPropertyOption(type) ? type : { type }]),
  )
  const { templates } = phone.pkg
  return space
    .define(`wx://${tag}`)
    .options({ virtualHost: false, dataDeepCopy: 'simple' })
    .template({ content: templates[`wx://${tag}`], groupList: templates })
    .definition({
      properties,
      observers,
      methods: own.methods ?? {},
      lifetimes: {
        attached(this: BuiltIn) {
          this.phone = phone
          writeAttributes.call(this)
          own.attached?.call(this)
          callMethod(this, 'sync')
          if (!own.tap) return
          this.addListener('tap', (event) => own.tap?.call(this, event.getOriginalEvent?.()?.target))
        },
      },
    })
    .registerComponent()
}

function isPropertyOption(type: unknown): boolean {
  return typeof type === 'object' && type !== null && 'type' in type
}
