/** Owns input and textarea: a real field of the browser inside, so keyboards and input methods work. */
import { textOf } from '../messages'
import { ANY, type BuiltIn, type BuiltInDefinition, callMethod } from './built-in'

interface Field extends BuiltIn {
  field?: HTMLInputElement | HTMLTextAreaElement
  hadFocus?: boolean
}

const PROPERTIES = {
  value: ANY,
  type: String,
  password: Boolean,
  placeholder: String,
  placeholderStyle: ANY,
  placeholderClass: String,
  disabled: Boolean,
  maxlength: { type: Number, value: 140 },
  focus: Boolean,
  autoFocus: Boolean,
  confirmType: String,
  confirmHold: Boolean,
  name: String,
  cursor: Number,
  cursorSpacing: Number,
  selectionStart: Number,
  selectionEnd: Number,
  adjustPosition: Boolean,
  holdKeyboard: Boolean,
  alwaysEmbed: Boolean,
  autoHeight: Boolean,
  showConfirmBar: Boolean,
  fixed: Boolean,
  disableDefaultPadding: Boolean,
}

const KEYBOARDS: Record<string, string> = { number: 'numeric', digit: 'decimal', idcard: 'text', tel: 'tel' }

function listen(this: Field): void {
  const field = this.$$.firstElementChild as HTMLInputElement | HTMLTextAreaElement
  this.field = field
  field.addEventListener('input', () => {
    this.data.value = field.value
    this.triggerEvent('input', {
      value: field.value,
      cursor: field.selectionStart ?? field.value.length,
      keyCode: 0,
    })
    callMethod(this, 'sync')
  })
  field.addEventListener('focus', () => {
    // WeChat offers the nickname of the user above the keyboard; touching the field takes it here. Before its user has
    // agreed to the privacy guide the field is a plain one.
    const { privacy, settings } = this.phone
    if (this.data.type === 'nickname' && !field.value && !settings.automated && !privacy.needed) {
      callMethod(this, 'userInput', this.phone.settings.nickname)
      // Selected, so that typing another name takes its place.
      setTimeout(() => field.select(), 0)
    }
    this.triggerEvent('focus', { value: field.value, height: 0 })
  })
  field.addEventListener('blur', () =>
    this.triggerEvent('blur', { value: field.value, cursor: field.value.length }),
  )
  field.addEventListener('keydown', (event) => {
    if ((event as KeyboardEvent).key !== 'Enter' || field.tagName !== 'INPUT') return
    this.triggerEvent('confirm', { value: field.value })
    if (!this.data.confirmHold) field.blur()
  })
}

function write(this: Field): void {
  const { field, data } = this
  if (!field) return
  const value = textOf(data.value ?? '')
  if (field.value !== value) field.value = value
  field.placeholder = (data.placeholder as string) || ''
  field.disabled = data.disabled === true
  const longest = data.maxlength as number
  if (longest >= 0) field.maxLength = longest
  else field.removeAttribute('maxlength')
  field.inputMode = KEYBOARDS[data.type as string] ?? 'text'
  const colour = /(?:^|;)\s*color\s*:\s*([^;]+)/.exec(styleText(data.placeholderStyle))?.[1]
  if (colour) this.$$.style.setProperty('--phone-placeholder', colour)
  if (field.tagName === 'INPUT') (field as HTMLInputElement).type = data.password ? 'password' : 'text'
  else if (data.autoHeight) {
    this.$$.style.height = 'auto'
    field.style.height = 'auto'
    field.style.height = `${field.scrollHeight}px`
  }
  const wantsFocus = data.focus === true || data.autoFocus === true
  if (wantsFocus && !this.hadFocus) field.focus()
  this.hadFocus = wantsFocus
}

function styleText(style: unknown): string {
  if (typeof style === 'string') return style
  return Object.entries((style ?? {}) as Record<string, string>)
    .map(([name, value]) => `${name}:${value}`)
    .join(';')
}

const TEXT_FIELD: BuiltInDefinition = {
  properties: PROPERTIES,
  attached: listen,
  observers: {
    '**'() {
      callMethod(this, 'sync')
    },
  },
  methods: {
    sync: write,
    takeFocus(this: Field) {
      this.field?.focus()
    },
    clear(this: Field) {
      this.data.value = ''
      if (this.field) this.field.value = ''
    },
    /** What a finger does on the keyboard, in one step; the field's own limits hold. */
    userInput(this: Field, value: string) {
      const { field } = this
      if (!field || field.disabled) return
      field.focus()
      field.value = field.maxLength >= 0 ? value.slice(0, field.maxLength) : value
      field.dispatchEvent(new field.ownerDocument.defaultView!.Event('input'))
    },
  },
}

export const TEXT_FIELDS: Record<string, BuiltInDefinition> = { input: TEXT_FIELD, textarea: TEXT_FIELD }
