/**
 * What the phone looks like around our page: bars, capsule, width and the reader's font size. Read once, since none of it
 * changes while a mini program runs.
 */
import Taro from '@tarojs/taro'
import { fontScaleOf, stacksRows } from './font-scale'

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

let read: PhoneFrame | null = null

export function phoneFrame(): PhoneFrame {
  if (read) return read
  const { statusBarHeight = 20, windowWidth, pixelRatio } = Taro.getWindowInfo()
  const capsule = Taro.getMenuButtonBoundingClientRect()
  const gap = Math.max(0, capsule.top - statusBarHeight)
  const { fontSizeSetting } = Taro.getAppBaseInfo() as { readonly fontSizeSetting?: number }
  read = {
    barTop: statusBarHeight,
    barHeight: capsule.height + gap * 2,
    capsuleRoom: windowWidth - capsule.left + 8,
    width: windowWidth,
    pixelRatio,
    fontScale: fontScaleOf(fontSizeSetting, windowWidth),
    largeFont: stacksRows(fontSizeSetting, windowWidth),
  }
  return read
}
