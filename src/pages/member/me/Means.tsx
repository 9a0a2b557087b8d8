/** What a step means, one thing a line. */
import { View } from '@tarojs/components'
import type { ReactNode } from 'react'

export default function Means({ lines }: { readonly lines: readonly string[] }): ReactNode {
  return (
    <View className="means">
      {lines.map((line) => (
        <View key={line} className="means__line num">
          {line}
        </View>
      ))}
    </View>
  )
}
