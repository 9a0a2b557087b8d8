/** A drawn still life on its ground, by the name that a reward gives it; an unknown name shows a gift. */
import { View } from '@tarojs/components'
import type { PropsWithChildren, ReactNode } from 'react'
import './StillLife.scss'

/** Each is drawn in StillLife.scss. */
const DRAWN: ReadonlySet<string> = new Set([
  'pour-over-coffee',
  'candle',
  'afternoon-tea',
  'bouquet',
  'parking',
  'pottery',
  'tote-bag',
  'silk-scarf',
  'cake',
  'voucher',
  'letter',
  'gift',
])

interface StillLifeProps {
  readonly name: string
  readonly className?: string
}

export default function StillLife({
  name,
  className = '',
  children,
}: PropsWithChildren<StillLifeProps>): ReactNode {
  const drawn = DRAWN.has(name) ? name : 'gift'
  return <View className={`still-life of-${drawn} ${className}`.trimEnd()}>{children}</View>
}
