/** A few lines inside a page: what is so now and what can be done, in a colour that its words do not depend on. */
import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import './notice.scss'

interface NoticeProps {
  /** `caution`: look here before going on. `failure`: this did not happen. `done`: it did. */
  readonly tone: 'caution' | 'failure' | 'done'
  readonly title?: string
  readonly advice: string
  readonly reference?: string
  readonly children?: ReactNode
}

export default function Notice({ tone, title, advice, reference, children }: NoticeProps): ReactNode {
  return (
    <View className={`notice notice--${tone} fade-in`} ariaRole="alert" ariaLive="assertive">
      {title ? <View className="notice__title">{title}</View> : null}
      <View className="notice__advice">{advice}</View>
      {reference ? <View className="notice__reference">{reference}</View> : null}
      {children ? <View className="notice__ways">{children}</View> : null}
    </View>
  )
}
