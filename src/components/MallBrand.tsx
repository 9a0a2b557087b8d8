/** The seal and the mall's name at the left of a first page's bar. */
import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import Seal from './Seal'
import './MallBrand.scss'

export default function MallBrand({ name }: { readonly name: string }): ReactNode {
  return (
    <View className="mall-brand">
      <Seal />
      <View className="mall-brand__name">{name}</View>
    </View>
  )
}
