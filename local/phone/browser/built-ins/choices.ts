/** Owns checkboxes and radios and the groups that speak for them. */
import { type BuiltIn, type BuiltInDefinition, around, callMethod, inside, setFlag } from './built-in'

const CHOICE = { value: String, checked: Boolean, disabled: Boolean, color: String }

function check(choice: BuiltIn, isChecked: boolean): void {
  choice.data.checked = isChecked
  setFlag(choice.$$, 'checked', isChecked)
}

function tellGroup(group: BuiltIn | undefined): void {
  group?.triggerEvent('change', { value: callMethod(group, 'formValue') })
}

const tint = function (this: BuiltIn, value: string) {
  if (value) this.$$?.style.setProperty('--phone-tint', value)
}

export const CHOICES: Record<string, BuiltInDefinition> = {
  checkbox: {
    properties: CHOICE,
    attributes: ['checked', 'disabled'],
    observers: { color: tint },
    tap() {
      callMethod(this, 'toggle')
    },
    methods: {
      toggle() {
        if (this.data.disabled) return
        check(this, !this.data.checked)
        tellGroup(around(this, 'checkbox-group'))
      },
    },
  },
  radio: {
    properties: CHOICE,
    attributes: ['checked', 'disabled'],
    observers: { color: tint },
    tap() {
      callMethod(this, 'toggle')
    },
    methods: {
      toggle() {
        if (this.data.disabled || this.data.checked) return
        const group = around(this, 'radio-group')
        for (const other of group ? inside(group, ['radio']) : []) check(other, false)
        check(this, true)
        tellGroup(group)
      },
    },
  },
  'checkbox-group': {
    properties: { name: String },
    methods: {
      formValue() {
        return inside(this, ['checkbox'])
          .filter((choice) => choice.data.checked)
          .map((choice) => choice.data.value)
      },
      clear() {
        for (const choice of inside(this, ['checkbox'])) check(choice, false)
      },
    },
  },
  'radio-group': {
    properties: { name: String },
    methods: {
      formValue() {
        return inside(this, ['radio']).find((choice) => choice.data.checked)?.data.value ?? ''
      },
      clear() {
        for (const choice of inside(this, ['radio'])) check(choice, false)
      },
    },
  },
}
