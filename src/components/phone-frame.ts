/**
 * What the phone looks like around our page: bars, capsule, width and the reader's font size. Read once, and again when
 * another font size is chosen: nothing else of it changes while a mini program runs.
 */
import Taro from '@tarojs/taro'
import { chosenStep, FONT_CHOICES, fontScaleOf, stacksRows, type FontChoice } from './font-scale'

export interface PhoneFrame {
  /** Where the navigation row begins and how high it is, in real pixels. */
  readonly barTop: number
  readonly barHeight: number
  /** What the capsule takes from the right edge, with its margin. */
  readonly capsuleRoom: number
  readonly width: number
  readonly pixelRatio: number
  /** `--k`: how much larger type is than drawn. */
  readonly fontScale: number
  /** Rows that do not fit side by side any more are stacked. */
  readonly largeFont: boolean
}

const FONT_KEY = 'font-size'
let read: PhoneFrame | null = null

/** What is kept on this phone; until something is chosen, WeChat's own setting counts. */
export function chosenFont(): FontChoice {
  const kept: unknown = Taro.getStorageSync(FONT_KEY)
  return FONT_CHOICES.find((choice) => choice === kept) ?? 'wechat'
}

/** Pages that are open keep their size until they are opened anew. */
export function chooseFont(choice: FontChoice): void {
  Taro.setStorageSync(FONT_KEY, choice)
  read = null
}

/** What the page would look like at another choice. */
export function frameAt(choice: FontChoice): Pick<PhoneFrame, 'fontScale' | 'largeFont'> {
  const { fontSizeSetting } = Taro.getAppBaseInfo() as { readonly fontSizeSetting?: number }
  const { windowWidth } = Taro.getWindowInfo()
  const step = chosenStep(choice, fontSizeSetting)
  return { fontScale: fontScaleOf(step, windowWidth), largeFont: stacksRows(step, windowWidth) }
}

export function phoneFrame(): PhoneFrame {
  if (read) return read
  const { statusBarHeight = 20, windowWidth, pixelRatio } = Taro.getWindowInfo()
  const capsule = Taro.getMenuButtonBoundingClientRect()
  const gap = Math.max(0, capsule.top - statusBarHeight)
  read = {
    barTop: statusBarHeight,
    barHeight: capsule.height + gap * 2,
    capsuleRoom: windowWidth - capsule.left + 8,
    width: windowWidth,
    pixelRatio,
    ...frameAt(chosenFont()),
  }
  return read
}
