/** The wallet: which coupons are wished for, their first page kept fresh, further pages fetched at the end of the list. */
import { useCallback, useEffect, useRef, useState } from 'react'
import { call } from '../../../client/call'
import { useQuery, type Query } from '../../../client/use-query'
import type { BenefitView, CouponView, WalletView } from '../../../contract/coupon-views'
import type { CouponKind } from '../../../domain/coupons/offer'
import { eachOnce } from '../cursor-pages'
import { useFurtherPages } from '../use-further-pages'

export const WALLET_TABS = ['usable', 'used', 'expired'] as const

export interface WalletWish {
  readonly show: (typeof WALLET_TABS)[number]
  readonly kind?: CouponKind | undefined
}

/** Drawn at first, and after a touch: a ticket is nearly half a kilobyte on its way to the screen. */
const FIRST_TICKETS = 8
export const TOUCHED_TICKETS = 3

export interface Listed {
  readonly coupons: readonly CouponView[]
  readonly isEnd: boolean
  /** What they were asked for with. */
  readonly wish: WalletWish
}

export interface Wallet {
  readonly query: Query<WalletView>
  readonly wish: WalletWish
  readonly setWish: (change: Partial<WalletWish>) => void
  /** What was listed last stays while something else is asked for; null before the first answer. */
  readonly listed: Listed | null
  /** Of the usable ones; null until it is known. */
  readonly usable: number | null
  readonly benefits: readonly BenefitView[]
  readonly fetching: 'idle' | 'running' | 'failed'
  /** How many tickets to draw. */
  readonly shown: number
  readonly showMore: (tickets: number) => void
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
  const [shown, setShown] = useState(FIRST_TICKETS)
  const query = useQuery('member', 'wallet', wish)
  const fetch = useCallback((after: string) => call('member', 'wallet', { ...wish, after }), [wish])
  const { pages, hasMore, fetching, fetchMore } = useFurtherPages(query.data, JSON.stringify(wish), fetch)
  const last = useRef<Listed | null>(null)
  if (pages) {
    const coupons = eachOnce(
      pages.flatMap((page) => page.coupons),
      ({ couponId }) => couponId,
    )
    last.current = { coupons, isEnd: !hasMore, wish }
  }
  const count = last.current?.coupons.length ?? 0
  const showMore = useCallback(
    (tickets: number) => {
      if (shown >= count) fetchMore()
      if (shown < count || hasMore) setShown(Math.min(shown, count) + tickets)
    },
    [shown, count, hasMore, fetchMore],
  )
  const setWish = useCallback((change: Partial<WalletWish>) => {
    setWhole((before) => ({ ...before, ...change }))
    setShown(TOUCHED_TICKETS)
  }, [])
  return {
    query,
    wish,
    setWish,
    listed: last.current,
    ...useFirstPage(query.data),
    fetching,
    shown,
    showMore,
  }
}
