/** Brightens the screen while the code is shown, and gives back the brightness that it found. */
import Taro, { useDidHide, useDidShow, useUnload } from '@tarojs/taro'
import { useRef, useState } from 'react'

/** True once the screen is bright; some phones refuse, and then nothing is promised. */
export function useBrightScreen(): boolean {
  const before = useRef<number | null>(null)
  const [bright, setBright] = useState(false)

  const brighten = async (): Promise<void> => {
    const { value } = await Taro.getScreenBrightness()
    before.current ??= value
    await Taro.setScreenBrightness({ value: 1 })
    setBright(true)
  }
  const restore = (): void => {
    const value = before.current
    before.current = null
    if (value === null) return
    void Taro.setScreenBrightness({ value }).catch(() => undefined)
  }

  useDidShow(() => void brighten().catch(() => setBright(false)))
  useDidHide(restore)
  useUnload(restore)
  return bright
}
