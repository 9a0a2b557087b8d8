/** A line icon in the colour of the text around it. Decoration: the control that holds it carries the name. */
import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import './Icon.scss'

export type IconName =
  | 'qr-code'
  | 'chevron-left'
  | 'chevron-right'
  | 'refresh-cw'
  | 'sun'
  | 'hourglass'
  | 'scan-line'
  | 'store'
  | 'check'
  | 'x'
  | 'plus'
  | 'minus'
  | 'undo-2'
  | 'receipt-text'
  | 'shopping-bag'
  | 'delete'
  | 'circle-alert'
  | 'clock'
  | 'arrow-up'
  | 'search'
  | 'leaf'
  | 'ticket'
  | 'image-down'
  | 'message-circle'

interface IconProps {
  readonly name: IconName
  readonly size?: 16 | 18 | 20 | 22 | 24
}

export default function Icon({ name, size = 24 }: IconProps): ReactNode {
  return <View className={`icon icon--${name} icon-${size}`} ariaHidden />
}
