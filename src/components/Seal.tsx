/** The product's seal: 熟 on pine. Decoration. */
import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import './Seal.scss'

export default function Seal({ size = 26 }: { readonly size?: 26 | 36 }): ReactNode {
  return (
    <View className={`seal seal-${size}`} ariaHidden>
      熟
    </View>
  )
}
