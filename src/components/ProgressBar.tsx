/** How far along a way somebody is. Said aloud by its label. */
import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import type { Material } from '../domain/programme/programme'
import './ProgressBar.scss'

interface ProgressBarProps {
  readonly percent: number
  readonly label: string
  readonly material: Material
}

export default function ProgressBar({ percent, label, material }: ProgressBarProps): ReactNode {
  return (
    <View className="progress" ariaRole="progressbar" ariaLabel={label}>
      <View className={`progress__bar material-bar--${material}`} style={{ width: `${percent}%` }} />
    </View>
  )
}
