/**
 * Owns picker-view and its columns: wheels that turn inside the page. An item is as high as the indicator; a column comes
 * to rest on an item, and then the page is told the places of all columns.
 */
import { ANY, around, type BuiltIn, type BuiltInDefinition, callMethod, inside } from './built-in'
import { followFinger } from './finger'

interface Column extends BuiltIn {
  held?: boolean
  rest?: number
}

const REST_MS = 120
const columnsOf = (view: BuiltIn) => inside(view, ['picker-view-column']) as Column[]
const wheelOf = (column: BuiltIn) => column.$$.querySelector<HTMLElement>('.phone-column')!

/** Wrappers that leave no box of their own do not count as items. */
function itemsOf(parent: Element): Element[] {
  return [...parent.children].flatMap((child) =>
    getComputedStyle(child).display === 'contents' ? itemsOf(child) : [child],
  )
}

function itemHeight(column: BuiltIn): number {
  return column.$$.querySelector<HTMLElement>('.phone-indicator')!.offsetHeight || 34
}

function placeOf(column: BuiltIn): number {
  const last = itemsOf(wheelOf(column)).length - 1
  return Math.max(0, Math.min(last, Math.round(wheelOf(column).scrollTop / itemHeight(column))))
}

export const PICKER_VIEW: Record<string, BuiltInDefinition> = {
  'picker-view': {
    properties: {
      value: ANY,
      indicatorStyle: String,
      indicatorClass: String,
      maskStyle: String,
      maskClass: String,
      immediateChange: Boolean,
      name: String,
    },
    observers: {
      'value, indicatorStyle, indicatorClass, maskStyle, maskClass'() {
        callMethod(this, 'sync')
      },
    },
    attached() {
      const { MutationObserver } = this.$$.ownerDocument.defaultView!
      // Items come and go after the columns; where a column stands is looked at again then.
      new MutationObserver(() => callMethod(this, 'sync')).observe(this.$$, {
        childList: true,
        subtree: true,
      })
    },
    methods: {
      sync() {
        if (!this.$$) return
        const { indicatorStyle, indicatorClass, maskStyle, maskClass } = this.data as Record<string, string>
        const places = (this.data.value ?? []) as number[]
        columnsOf(this).forEach((column, index) => {
          dress(column, '.phone-indicator', indicatorClass, indicatorStyle)
          dress(column, '.phone-mask', maskClass, maskStyle)
          const height = itemHeight(column)
          column.$$.style.setProperty('--phone-item', `${height}px`)
          if (!column.held && placeOf(column) !== (places[index] ?? 0))
            wheelOf(column).scrollTop = (places[index] ?? 0) * height
        })
      },
      /** A column came to rest. */
      settled() {
        const before = (this.data.value ?? []) as number[]
        const value = columnsOf(this).map(placeOf)
        if (value.every((place, index) => place === (before[index] ?? 0))) return
        this.data.value = value
        this.triggerEvent('change', { value })
      },
      formValue() {
        return columnsOf(this).map(placeOf)
      },
    },
  },
  'picker-view-column': { properties: {}, attached: turn },
}

function dress(column: BuiltIn, selector: string, className: string | undefined, style: string | undefined) {
  const part = column.$$.querySelector(selector)!
  const name = `${selector.slice(1)} ${className ?? ''}`.trim()
  if (part.className !== name) part.className = name
  if (style && part.getAttribute('data-own') !== style) {
    part.setAttribute('style', style)
    part.setAttribute('data-own', style)
  }
}

function turn(this: Column): void {
  const wheel = wheelOf(this)
  const view = () => around(this, 'picker-view')
  let isTurning = false
  const rest = () => {
    if (this.held || !this.$$.isConnected) return
    const target = placeOf(this) * itemHeight(this)
    if (Math.abs(wheel.scrollTop - target) > 1) return wheel.scrollTo({ top: target, behavior: 'smooth' })
    callMethod(view(), 'settled')
    if (isTurning) view()?.triggerEvent('pickend', {})
    isTurning = false
  }
  const restLater = () => {
    clearTimeout(this.rest)
    this.rest = window.setTimeout(rest, REST_MS)
  }
  wheel.addEventListener('scroll', () => {
    if (this.held && view()?.data.immediateChange) callMethod(view(), 'settled')
    restLater()
  })
  followFinger(this, {
    begin: () => {
      this.held = true
      isTurning = true
      view()?.triggerEvent('pickstart', {})
    },
    move: () => {},
    end: () => {
      this.held = false
      restLater()
    },
  })
}
