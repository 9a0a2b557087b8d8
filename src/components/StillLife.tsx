/** A picture of the house by its name: things on a table, on a ground of its own. A name that it does not have is a present. */
import { Image, View } from '@tarojs/components'
import type { PropsWithChildren, ReactNode } from 'react'
import './StillLife.scss'

/** Pictures in `src/pictures` and their grounds. */
const GROUNDS: Readonly<Record<string, string>> = {
  'pour-over-coffee': 'sand',
  candle: 'plum',
  'afternoon-tea': 'wheat',
  bouquet: 'blush',
  parking: 'sky',
  pottery: 'sand',
  'tote-bag': 'sage',
  'silk-scarf': 'blush',
  cake: 'wheat',
  voucher: 'sage',
  gift: 'stone',
}

interface StillLifeProps {
  readonly name: string
  readonly className?: string
}

export default function StillLife({
  name,
  className = '',
  children,
}: PropsWithChildren<StillLifeProps>): ReactNode {
  const known = name in GROUNDS ? name : 'gift'
  return (
    <View className={`still-life still-life--${GROUNDS[known]} ${className}`}>
      <Image className="still-life__things" src={`/pictures/${known}.svg`} mode="aspectFill" ariaHidden />
      {children}
    </View>
  )
}
