/** Which coupons are listed: by what became of them, and by kind. */
import { ScrollView, View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { COUPON_KINDS } from '../../../domain/coupons/offer'
import { TERMS_TEXT, WALLET_TEXT as text } from '../../../text/wallet'
import { openOffers } from '../routes'
import { WALLET_TABS, type Wallet } from './use-wallet'

const on = (name: string, isOn: boolean): string => (isOn ? `${name} ${name}--on` : name)

interface WalletTabsProps {
  readonly wallet: Pick<Wallet, 'wish' | 'setWish' | 'usable'>
}

export default function WalletTabs({ wallet: { wish, setWish, usable } }: WalletTabsProps): ReactNode {
  return (
    <View className="wallet__tabs" ariaRole="tablist" ariaLabel={text.tabsLabel}>
      {WALLET_TABS.map((show) => (
        <View
          key={show}
          className={on('wallet__tab', wish.show === show)}
          ariaRole="tab"
          onClick={() => setWish({ show, kind: undefined })}
        >
          {show === 'usable' && usable ? text.counted(text.tabs[show], usable) : text.tabs[show]}
        </View>
      ))}
      <View className="wallet__offers" ariaRole="link" onClick={openOffers}>
        {text.offers}
      </View>
    </View>
  )
}

interface KindChipsProps extends WalletTabsProps {
  /** Kept out of sight: to send them anew is what a touch may not cost. */
  readonly hidden: boolean
}

export function KindChips({ wallet: { wish, setWish }, hidden }: KindChipsProps): ReactNode {
  return (
    <ScrollView className={hidden ? 'gone' : 'wallet__kinds'} scrollX enhanced showScrollbar={false}>
      <View className="wallet__chips">
        {[undefined, ...COUPON_KINDS].map((kind) => (
          <View
            key={kind ?? 'all'}
            className={on('wallet__chip', wish.kind === kind)}
            ariaRole="radio"
            onClick={() => setWish({ kind })}
          >
            {kind ? TERMS_TEXT.kinds[kind] : text.all}
          </View>
        ))}
      </View>
    </ScrollView>
  )
}
