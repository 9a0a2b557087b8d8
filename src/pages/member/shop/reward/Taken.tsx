/** It is taken, and there is nothing to show at a desk: where it is now, and the ways on. */
import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import Button from '../../../../components/Button'
import StillLife from '../../../../components/StillLife'
import type { ExchangeView } from '../../../../contract/reward-views'
import { SHOP_TEXT } from '../../../../text/shop'
import { openExchanges, openMall, openWallet } from '../../routes'

const text = SHOP_TEXT.taken

export default function Taken({ exchange }: { readonly exchange: ExchangeView }): ReactNode {
  const isCoupon = exchange.way === null
  return (
    <View className="taken fade-in" ariaLive="polite">
      <StillLife name={exchange.picture} className="taken__picture" />
      <View className="taken__title">{isCoupon ? text.coupon : text.delivery}</View>
      <View className="taken__name">{exchange.rewardName}</View>
      <View className="taken__advice">{isCoupon ? text.couponAdvice : text.deliveryAdvice}</View>
      <View className="taken__ways">
        <Button wide onTap={isCoupon ? openWallet : openExchanges}>
          {isCoupon ? text.toWallet : text.toExchanges}
        </Button>
        <Button wide kind="text" onTap={openMall}>
          {text.toMall}
        </Button>
      </View>
    </View>
  )
}
