/** The card, and the sleeve that it rises from once a launch. What the sleeve says is given to it. */
import { View } from '@tarojs/components'
import { useEffect, useState, type PropsWithChildren, type ReactNode } from 'react'
import './Sleeve.scss'

interface SleeveProps {
  readonly card: ReactNode
}

let hasRisen = false

export default function Sleeve({ card, children }: PropsWithChildren<SleeveProps>): ReactNode {
  const [rising] = useState(!hasRisen)
  useEffect(() => {
    hasRisen = true
  }, [])
  return (
    <View>
      <View className={rising ? 'sleeve__card--rising' : ''}>{card}</View>
      <View className="sleeve">
        <View className="sleeve__lip" ariaHidden>
          <View className="sleeve__corner sleeve__corner--left" />
          <View className="sleeve__notch" />
          <View className="sleeve__corner sleeve__corner--right" />
        </View>
        <View className="sleeve__body">{children}</View>
      </View>
    </View>
  )
}
