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

/** Whole percent of a way, never full before its end is reached. */
export const percentOf = (part: number, whole: number): number =>
  whole <= 0 ? 0 : Math.max(0, Math.min(part < whole ? 99 : 100, Math.floor((part * 100) / whole)))

export default function ProgressBar({ percent, label, material }: ProgressBarProps): ReactNode {
  return (
    <View className="progress" ariaRole="progressbar" ariaLabel={label}>
      <View className={`progress__bar material-bar--${material}`} style={{ width: `${percent}%` }} />
    </View>
  )
}
