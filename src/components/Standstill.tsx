/** What an empty or a failed page is built of: a still life, what is so, what can be done now. */
import { View } from '@tarojs/components'
import type { PropsWithChildren, ReactNode } from 'react'
import './Standstill.scss'

interface StandstillProps {
  readonly picture: 'sleeve' | 'lamp'
  readonly title: string
  readonly advice: string
  /** Small print for the person who is called for help. */
  readonly reference?: string
  /** Inside a page's content instead of filling a page. */
  readonly compact?: boolean
}

export default function Standstill(props: PropsWithChildren<StandstillProps>): ReactNode {
  return (
    <View className={props.compact ? 'standstill standstill--compact' : 'standstill'}>
      <View className="standstill__picture" ariaHidden>
        <View className={`standstill__still standstill__still--${props.picture}`} />
      </View>
      <View className="standstill__title">{props.title}</View>
      <View className="standstill__advice">{props.advice}</View>
      {props.children && <View className="standstill__ways">{props.children}</View>}
      {props.reference && <View className="standstill__reference num">{props.reference}</View>}
    </View>
  )
}
