/** The shelf: what is wished for, and what is listed of it. */
import { useState } from 'react'
import type { InputOf } from '../../../client/doors'
import type { MallView, RewardView } from '../../../contract/reward-views'
import { useList, type List } from '../use-list'

export type MallWish = InputOf<'member', 'mall'>

/** Cards that keep their place and get other words: each is half a kilobyte on its way to the screen. */
export const FIRST_CARDS = 4
const CARDS = {
  itemsOf: ({ rewards }: MallView) => rewards,
  idOf: ({ rewardId }: RewardView) => rewardId,
  opening: FIRST_CARDS,
  first: FIRST_CARDS,
}
const EVERYTHING: MallWish = {}

export interface Mall extends List<MallView, RewardView, MallWish> {
  readonly wish: MallWish
  readonly setWish: (wish: MallWish) => void
}

export const isWishing = ({ category, affordable, search }: MallWish): boolean =>
  category !== undefined || affordable !== undefined || search !== undefined

export function useMall(): Mall {
  const [wish, setWish] = useState(EVERYTHING)
  return { ...useList('member', 'mall', wish, CARDS), wish, setWish }
}
