/** Owns slider: a value between two ends, by steps. */
import { ANY, type BuiltIn, type BuiltInDefinition, callMethod } from './built-in'
import { followFinger } from './finger'

interface SliderData {
  min: number
  max: number
  step: number
  value: number
  disabled: boolean
  showValue: boolean
  blockSize: number
  blockColor: string
  color: string
  activeColor: string
  selectedColor: string
  backgroundColor: string
}

const LOOKS = 'activeColor, selectedColor, color, backgroundColor, blockSize, blockColor, showValue'
const dataOf = (slider: BuiltIn) => slider.data as unknown as SliderData

/** The nearest step inside the ends, counted from the lower one. */
function fitted({ min, max, step }: SliderData, wanted: number): number {
  const by = step > 0 ? step : 1
  const value = min + Math.round((wanted - min) / by) * by
  // Steps of tenths would otherwise add up to 0.30000000000000004.
  return Number(Math.min(max, Math.max(min, value)).toFixed(6))
}

export const SLIDER: BuiltInDefinition = {
  properties: {
    min: Number,
    max: { type: Number, value: 100 },
    step: { type: Number, value: 1 },
    value: Number,
    disabled: Boolean,
    showValue: Boolean,
    blockSize: { type: Number, value: 28 },
    blockColor: { type: String, value: '#ffffff' },
    color: String,
    activeColor: { type: String, value: '#1aad19' },
    selectedColor: String,
    backgroundColor: { type: String, value: '#e9e9e9' },
    name: String,
    activeKey: ANY,
  },
  attributes: ['disabled'],
  observers: {
    [`value, min, max, step, ${LOOKS}`]() {
      callMethod(this, 'sync')
    },
  },
  attached() {
    let before = 0
    const follow = (clientX: number) => {
      const { left, width } = this.$$.querySelector('.phone-rail')!.getBoundingClientRect()
      const data = dataOf(this)
      const value = fitted(data, data.min + ((clientX - left) / width) * (data.max - data.min))
      if (value === data.value) return
      data.value = value
      callMethod(this, 'sync')
      this.triggerEvent('changing', { value })
    }
    followFinger(this, {
      begin: ({ clientX }) => {
        before = dataOf(this).value
        if (!dataOf(this).disabled) follow(clientX)
      },
      move: (_by, { clientX }) => {
        if (dataOf(this).disabled) return false
        follow(clientX)
        return true
      },
      end: () => {
        const { value } = dataOf(this)
        if (value !== before) this.triggerEvent('change', { value })
      },
    })
  },
  methods: {
    sync() {
      const rail = this.$$?.querySelector<HTMLElement>('.phone-rail')
      const [fill, block] = (rail?.children ?? []) as unknown as HTMLElement[]
      if (!rail || !fill || !block) return
      const data = dataOf(this)
      const size = Math.min(28, Math.max(12, data.blockSize))
      const share = (fitted(data, data.value) - data.min) / (data.max - data.min || 1)
      rail.style.background = data.color || data.backgroundColor
      fill.style.background = data.selectedColor || data.activeColor
      fill.style.width = block.style.left = `${share * 100}%`
      block.style.width = block.style.height = `${size}px`
      block.style.margin = `${-size / 2}px 0 0 ${-size / 2}px`
      block.style.background = data.blockColor
      this.$$.querySelector('span')!.textContent = data.showValue ? String(data.value) : ''
    },
    /** What a finger does, in one go. */
    slideTo(wanted: number) {
      const data = dataOf(this)
      data.value = fitted(data, wanted)
      callMethod(this, 'sync')
      this.triggerEvent('change', { value: data.value })
    },
    formValue() {
      return dataOf(this).value
    },
    clear() {
      dataOf(this).value = dataOf(this).min
      callMethod(this, 'sync')
    },
  },
}
