/** The product's seal on pine. Decoration. */
import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { SEAL } from '../text/brand'
import './Seal.scss'

export default function Seal({ size = 26 }: { readonly size?: 26 | 36 }): ReactNode {
  return (
    <View className={`seal seal-${size}`} ariaHidden>
      {SEAL}
    </View>
  )
}
