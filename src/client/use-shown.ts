/** Whether the page is on the screen, and a beat every second while it is. */
import { useDidHide, useDidShow } from '@tarojs/taro'
import { useEffect, useState } from 'react'
import { serverClockNow } from './phone-clock'

export function useShown(): boolean {
  const [shown, setShown] = useState(true)
  useDidShow(() => setShown(true))
  useDidHide(() => setShown(false))
  return shown
}

/** The server's now, to the second, while shown. */
export function useServerSecond(shown: boolean): number {
  const [now, setNow] = useState(serverClockNow)
  useEffect(() => {
    if (!shown) return undefined
    const beat = (): void => setNow(serverClockNow())
    beat()
    const timer = setInterval(beat, 1000)
    return () => clearInterval(timer)
  }, [shown])
  return now
}
