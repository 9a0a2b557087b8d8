/** The shelf: what is wished for, what is listed of it, and how much of that is drawn. */
import { useCallback, useRef, useState } from 'react'
import { usePages, type Pages } from '../../../client/use-pages'
import type { MallView, RewardView } from '../../../contract/reward-views'

export interface MallWish {
  readonly category?: string
  readonly affordable?: true
  readonly search?: string
}

/** Drawn at first and in place: a card is half a kilobyte on its way to the screen. */
export const FIRST_CARDS = 4
const EVERYTHING: MallWish = {}

export interface Mall {
  readonly pages: Pages<MallView>
  readonly wish: MallWish
  readonly setWish: (wish: MallWish) => void
  /** What was known last stays while another wish is asked for. */
  readonly shelf: MallView | null
  readonly rewards: readonly RewardView[]
  /** How many cards to draw. */
  readonly shown: number
  /** Draws more cards, fetching them when needed. */
  readonly showMore: (cards: number) => void
}

export const isWishing = ({ category, affordable, search }: MallWish): boolean =>
  category !== undefined || affordable !== undefined || search !== undefined

export function useMall(): Mall {
  const [wish, setWhole] = useState(EVERYTHING)
  const [shown, setShown] = useState(FIRST_CARDS)
  const pages = usePages('member', 'mall', wish)
  const last = useRef<readonly MallView[]>([])
  if (pages.pages.length > 0) last.current = pages.pages
  const rewards = last.current.flatMap((page) => page.rewards)

  const { more, fetchMore } = pages
  const count = rewards.length
  const showMore = useCallback(
    (cards: number) => {
      if (shown >= count) fetchMore()
      if (shown < count || more) setShown(Math.min(shown, count) + cards)
    },
    [shown, count, more, fetchMore],
  )
  const setWish = useCallback((next: MallWish) => {
    setWhole(next)
    setShown(FIRST_CARDS)
  }, [])
  return { pages, wish, setWish, shelf: last.current[0] ?? null, rewards, shown, showMore }
}
