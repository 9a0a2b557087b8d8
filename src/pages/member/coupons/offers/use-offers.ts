/** The offers as they stand now, further pages fetched at the end of the list. */
import { useCallback, useMemo, useState } from 'react'
import { call } from '../../../../client/call'
import { useQuery, type Query } from '../../../../client/use-query'
import type { OffersView, OfferView } from '../../../../contract/coupon-views'
import { eachOnce } from '../../cursor-pages'
import { useFurtherPages } from '../../use-further-pages'

/** Drawn at first. */
const FIRST_OFFERS = 6

interface Offers {
  readonly query: Query<OffersView>
  /** Null before the first answer. */
  readonly offers: readonly OfferView[] | null
  /** How many to draw. */
  readonly shown: number
  readonly showMore: (offers: number) => void
}

const fetch = (after: string) => call('member', 'offers', { after })

export function useOffers(): Offers {
  const query = useQuery('member', 'offers', {})
  const [shown, setShown] = useState(FIRST_OFFERS)
  const { pages, hasMore, fetchMore } = useFurtherPages(query.data, '', fetch)
  const offers = useMemo(
    () =>
      pages &&
      eachOnce(
        pages.flatMap((page) => page.offers),
        ({ offerId }) => offerId,
      ),
    [pages],
  )
  const count = offers?.length ?? 0
  const showMore = useCallback(
    (more: number) => {
      if (shown >= count) fetchMore()
      if (shown < count || hasMore) setShown(Math.min(shown, count) + more)
    },
    [shown, count, hasMore, fetchMore],
  )
  return { query, offers, shown, showMore }
}
