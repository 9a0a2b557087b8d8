/**
 * What the phone looks like around our page: bars, capsule, width and the reader's font size. Read once, since none of it
 * changes while a mini program runs.
 */
import Taro from '@tarojs/taro'

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
  readonly largeFont: boolean
}

const DESIGN_WIDTH = 390
const LARGEST_SCALE = 1.3

/** WeChat's font setting in pixels, 16 or 17 by default, as one of three steps. */
export function fontStep(fontSizeSetting: number | undefined): number {
  if (fontSizeSetting === undefined || fontSizeSetting <= 17) return 1
  return fontSizeSetting <= 20 ? 1.15 : LARGEST_SCALE
}

/** On a phone narrower than the design, type keeps its drawn size while the layout shrinks. */
export const fontScaleOf = (fontSizeSetting: number | undefined, width: number): number =>
  Math.round(Math.min(LARGEST_SCALE, fontStep(fontSizeSetting) * Math.max(1, DESIGN_WIDTH / width)) * 100) /
  100

let read: PhoneFrame | null = null

export function phoneFrame(): PhoneFrame {
  if (read) return read
  const { statusBarHeight = 20, windowWidth, pixelRatio } = Taro.getWindowInfo()
  const capsule = Taro.getMenuButtonBoundingClientRect()
  const gap = Math.max(0, capsule.top - statusBarHeight)
  const { fontSizeSetting } = Taro.getAppBaseInfo() as { readonly fontSizeSetting?: number }
  const fontScale = fontScaleOf(fontSizeSetting, windowWidth)
  read = {
    barTop: statusBarHeight,
    barHeight: capsule.height + gap * 2,
    capsuleRoom: windowWidth - capsule.left + 8,
    width: windowWidth,
    pixelRatio,
    fontScale,
    largeFont: fontScale > 1.1,
  }
  return read
}
