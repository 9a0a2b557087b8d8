/** The navigation row, level with WeChat's capsule and never under it. Stays on top while the page scrolls. */
import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import type { ReactNode } from 'react'
import type { Material } from '../domain/programme/programme'
import { words } from '../text/member'
import Icon from './Icon'
import { phoneFrame } from './phone-frame'
import './NavBar.scss'

interface NavBarProps {
  readonly title?: string
  /** In place of the way back: what a first page without a brand is called. */
  readonly heading?: string
  /** Beside the heading, before the capsule. */
  readonly end?: ReactNode
  /** In place of the way back: the mark and name of a first page. */
  readonly brand?: ReactNode
  /** Over a page of this metal: the bar is of it too, and what scrolls goes under it. */
  readonly material?: Material | undefined
}

const HOME = '/pages/member/home/index'

function goBack(): void {
  if (Taro.getCurrentPages().length > 1) void Taro.navigateBack()
  else void Taro.reLaunch({ url: HOME })
}

export default function NavBar({ title, heading, end, brand, material }: NavBarProps): ReactNode {
  const { barTop, barHeight, capsuleRoom } = phoneFrame()
  return (
    <View className="nav-bar" style={{ paddingTop: `${barTop}px` }}>
      {material && (
        <View className={`nav-bar__metal material-tall--${material}`} ariaHidden>
          <View className={`metal-texture texture--${material}`} />
        </View>
      )}
      <View className="nav-bar__row" style={{ height: `${barHeight}px`, paddingRight: `${capsuleRoom}px` }}>
        {heading && <View className="nav-bar__heading">{heading}</View>}
        {end && <View className="nav-bar__end">{end}</View>}
        {brand}
        {!heading && !brand && (
          <View
            className="nav-bar__back pressable"
            hoverClass="pressed"
            ariaRole="button"
            ariaLabel={words.shared.back}
            onClick={goBack}
          >
            <Icon name="chevron-left" />
          </View>
        )}
        {title && (
          <View className="nav-bar__title" style={{ left: `${capsuleRoom}px`, right: `${capsuleRoom}px` }}>
            {title}
          </View>
        )}
      </View>
    </View>
  )
}
