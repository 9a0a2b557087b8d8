/** The wallet: which coupons are wished for, and what only the first page of the usable ones says. */
import { useCallback, useEffect, useState } from 'react'
import type { InputOf } from '../../../client/doors'
import type { BenefitView, CouponView, WalletView } from '../../../contract/coupon-views'
import { useList, type List } from '../use-list'

export const WALLET_TABS = ['usable', 'used', 'expired'] as const

type WalletWish = InputOf<'member', 'wallet'>

/** Tickets that keep their place and get other words, and as many as one touch brings: each is half a kilobyte. */
export const TOUCHED_TICKETS = 3
const TICKETS = {
  itemsOf: ({ coupons }: WalletView) => coupons,
  idOf: ({ couponId }: CouponView) => couponId,
  opening: 8,
  first: TOUCHED_TICKETS,
}

export interface Wallet extends List<WalletView, CouponView, WalletWish> {
  readonly wish: WalletWish
  readonly setWish: (change: Partial<WalletWish>) => void
  /** Of the usable ones; null until it is known. */
  readonly usable: number | null
  readonly benefits: readonly BenefitView[]
}

/** What only the first page of the usable ones says stays while others are listed. */
function useFirstPage(first: WalletView | null): Pick<Wallet, 'usable' | 'benefits'> {
  const [told, setTold] = useState<Pick<Wallet, 'usable' | 'benefits'>>({ usable: null, benefits: [] })
  useEffect(() => {
    if (first?.counts) setTold({ usable: first.counts.usable, benefits: first.benefits })
  }, [first])
  return told
}

export function useWallet(): Wallet {
  const [wish, setWhole] = useState<WalletWish>({ show: 'usable' })
  const list = useList('member', 'wallet', wish, TICKETS)
  const setWish = useCallback(
    (change: Partial<WalletWish>) => setWhole((before) => ({ ...before, ...change })),
    [],
  )
  return { ...list, wish, setWish, ...useFirstPage(list.query.data) }
}
