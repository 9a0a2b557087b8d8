/** The greeting over the cake. It stands as high while the birthday is not known yet. */
import { View } from '@tarojs/components'
import type { PropsWithChildren, ReactNode } from 'react'
import StillLife from '../../../../components/StillLife'

interface HeadProps {
  readonly lines: readonly [string, string]
}

const LONG_NAME = 8

export default function Head({ lines, children }: PropsWithChildren<HeadProps>): ReactNode {
  const long = lines[0].length > LONG_NAME
  return (
    <View className={long ? 'birthday-head birthday-head--long' : 'birthday-head'}>
      <StillLife name="cake" className="birthday-head__cake" />
      <View className="birthday-head__title">
        <View>{lines[0]}</View>
        <View>{lines[1]}</View>
      </View>
      <View className="birthday-head__words num">{children}</View>
    </View>
  )
}
