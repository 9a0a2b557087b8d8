/** Owns button, form, switch, progress and icon. */
import {
  ANY,
  type BuiltIn,
  type BuiltInDefinition,
  around,
  callMethod,
  HOVER,
  inside,
  setFlag,
} from './built-in'
import { textOf } from '../messages'
import { performOpenType } from './open-type'

const FIELDS = ['input', 'textarea', 'switch', 'picker', 'slider', 'radio-group', 'checkbox-group']

export const CONTROLS: Record<string, BuiltInDefinition> = {
  button: {
    properties: {
      ...HOVER,
      size: String,
      type: String,
      plain: Boolean,
      disabled: Boolean,
      loading: Boolean,
      formType: String,
      openType: String,
      name: String,
    },
    attributes: ['size', 'type', 'plain', 'disabled', 'loading'],
    tap() {
      const { disabled, formType, openType } = this.data as {
        disabled: boolean
        formType: string
        openType: string
      }
      if (disabled) return
      if (formType) callMethod(around(this, 'form'), formType === 'submit' ? 'submit' : 'reset')
      if (openType) performOpenType(this, openType)
    },
  },
  form: {
    properties: { reportSubmit: Boolean },
    methods: {
      submit() {
        const named = inside(this, FIELDS).filter((field) => field.data.name)
        const value = Object.fromEntries(named.map((field) => [field.data.name as string, formValue(field)]))
        this.triggerEvent('submit', { value })
      },
      reset() {
        for (const field of inside(this, FIELDS)) callMethod(field, 'clear')
        this.triggerEvent('reset', {})
      },
    },
  },
  switch: {
    properties: { checked: Boolean, disabled: Boolean, type: String, color: String, name: String },
    attributes: ['checked', 'disabled'],
    observers: {
      color(value: string) {
        if (value) this.$$?.style.setProperty('--phone-tint', value)
      },
    },
    tap() {
      callMethod(this, 'toggle')
    },
    methods: {
      toggle() {
        if (this.data.disabled) return
        this.data.checked = !this.data.checked
        setFlag(this.$$, 'checked', this.data.checked)
        this.triggerEvent('change', { value: this.data.checked })
      },
      formValue() {
        return this.data.checked === true
      },
    },
  },
  progress: {
    properties: {
      percent: Number,
      showInfo: Boolean,
      strokeWidth: ANY,
      activeColor: String,
      backgroundColor: String,
      active: Boolean,
    },
    observers: {
      'percent, showInfo, strokeWidth, activeColor, backgroundColor'() {
        callMethod(this, 'sync')
      },
    },
    methods: {
      sync() {
        const bar = this.$$?.querySelector<HTMLElement>('.phone-bar')
        const fill = bar?.firstElementChild as HTMLElement | undefined
        if (!bar || !fill) return
        const { percent, showInfo, strokeWidth, activeColor, backgroundColor } = this.data as Record<
          string,
          string
        >
        if (strokeWidth) bar.style.height = `${parseFloat(strokeWidth)}px`
        if (backgroundColor) bar.style.background = backgroundColor
        if (activeColor) fill.style.background = activeColor
        fill.style.width = `${percent}%`
        this.$$.querySelector('span')!.textContent = showInfo ? `${percent}%` : ''
      },
    },
  },
  icon: {
    properties: { type: String, size: ANY, color: String },
    observers: {
      'size, color'() {
        callMethod(this, 'sync')
      },
    },
    methods: {
      sync() {
        const mark = this.$$?.querySelector('i')
        if (!mark) return
        const size = parseFloat(textOf(this.data.size ?? '')) || 23
        mark.style.width = mark.style.height = `${size}px`
        mark.style.color = (this.data.color as string) || '#07c160'
      },
    },
  },
}

function formValue(field: BuiltIn): unknown {
  return 'formValue' in field ? callMethod(field, 'formValue') : field.data.value
}
