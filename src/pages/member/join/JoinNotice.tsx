/** What came of an attempt to join, under the button that was pressed. */
import { View } from '@tarojs/components'
import type { PropsWithChildren, ReactNode } from 'react'

interface JoinNoticeProps {
  readonly title: string
  readonly advice: string
  readonly reference?: string
}

export default function JoinNotice(props: PropsWithChildren<JoinNoticeProps>): ReactNode {
  return (
    <View className="join__notice" ariaLive="polite">
      <View className="join__notice-title">{props.title}</View>
      <View className="join__notice-advice">{props.advice}</View>
      {props.reference && <View className="join__notice-reference num">{props.reference}</View>}
      {props.children}
    </View>
  )
}
