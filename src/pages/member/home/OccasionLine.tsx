/** What day it is for everybody, said quietly; a tap leads to the offer that goes with it. */
import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import Icon from '../../../components/Icon'
import type { OccasionView } from '../../../contract/member'
import { openOffers } from '../routes'

export default function OccasionLine({ name, greeting, offerName }: OccasionView): ReactNode {
  const said = (
    <View className="occasion__words">
      <View className="occasion__name">{name}</View>
      {greeting !== undefined && <View className="occasion__greeting">{greeting}</View>}
    </View>
  )
  if (offerName === undefined) return <View className="occasion">{said}</View>
  return (
    <View className="occasion pressable" hoverClass="pressed" ariaRole="button" onClick={openOffers}>
      {said}
      <View className="occasion__offer">{offerName}</View>
      <Icon name="chevron-right" size={16} />
    </View>
  )
}
