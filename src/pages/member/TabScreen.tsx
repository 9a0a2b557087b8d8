/** The frame of the four pages that WeChat's tab bar leads to; tells the bar under which of them it stands. */
import Taro, { useDidShow } from '@tarojs/taro'
import { useCallback, useEffect, useRef, type PropsWithChildren, type ReactNode } from 'react'
import Screen from '../../components/Screen'

interface TabScreenProps {
  readonly tab: 'home' | 'mall' | 'wallet' | 'me'
  /** Nobody to whom the other tabs would say anything. */
  readonly alone?: boolean
  readonly busyLabel?: string
}

interface TabBar {
  setData(data: { readonly selected: string; readonly hidden: boolean }): void
}

interface TabPage {
  getTabBar?(): TabBar | null | undefined
}

const thisPage = (): TabPage | null => Taro.getCurrentInstance().page as TabPage | null

export default function TabScreen(props: PropsWithChildren<TabScreenProps>): ReactNode {
  const { tab, alone = false, busyLabel, children } = props
  const page = useRef(thisPage())
  const told = useRef<boolean | null>(null)
  const tell = useCallback(() => {
    const bar = page.current?.getTabBar?.()
    if (!bar || told.current === alone) return
    told.current = alone
    bar.setData({ selected: tab, hidden: alone })
  }, [tab, alone])
  useDidShow(tell)
  useEffect(tell, [tell])
  return (
    <Screen className={alone ? '' : 'screen--tab'} busyLabel={busyLabel}>
      {children}
    </Screen>
  )
}
