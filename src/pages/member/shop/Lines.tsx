/** What and its value, line by line, on a panel. */
import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import './lines.scss'

interface LinesProps {
  readonly lines: readonly { readonly label: string; readonly value: string }[]
}

export default function Lines({ lines }: LinesProps): ReactNode {
  return (
    <View className="lines">
      {lines.map(({ label, value }) => (
        <View key={label} className="lines__line">
          {label}
          <View>{value}</View>
        </View>
      ))}
    </View>
  )
}
