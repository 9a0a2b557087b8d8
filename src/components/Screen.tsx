/** The frame of every page: the reader's font scale, the safe areas, one background, and WeChat's question about privacy. */
import { View } from '@tarojs/components'
import type { PropsWithChildren, ReactNode } from 'react'
import { phoneFrame } from './phone-frame'
import PrivacySheet from './PrivacySheet'
import './Screen.scss'

interface ScreenProps {
  /** Extra classes, such as a material behind the whole page. */
  readonly className?: string
  /** Said by a screen reader when the page is still loading. */
  readonly busyLabel?: string
}

export default function Screen({
  className = '',
  busyLabel,
  children,
}: PropsWithChildren<ScreenProps>): ReactNode {
  const { fontScale, largeFont } = phoneFrame()
  return (
    <View
      className={`screen ${largeFont ? 'screen--large' : ''} ${className}`}
      style={{ '--k': String(fontScale) } as React.CSSProperties}
      ariaLabel={busyLabel ?? ''}
    >
      {children}
      <PrivacySheet />
    </View>
  )
}
