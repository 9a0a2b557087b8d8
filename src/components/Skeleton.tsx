/** A grey piece as large as what will stand in its place, with light passing over it. */
import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { designPx } from './design-px'
import './Skeleton.scss'

interface SkeletonProps {
  /** Design pixels; without a width it fills the line. */
  readonly width?: number
  readonly height: number
  readonly radius?: number
}

export default function Skeleton({ width, height, radius }: SkeletonProps): ReactNode {
  const style = {
    ...(width !== undefined && { width: designPx(width) }),
    height: designPx(height),
    ...(radius !== undefined && { borderRadius: designPx(radius) }),
  }
  return <View className="skeleton" style={style} />
}
