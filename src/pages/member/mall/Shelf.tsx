/** The rewards: the special price first, then two in a row, the end of the list, and what stands there when there are none. */
import { View } from '@tarojs/components'
import { useRef, type ReactNode } from 'react'
import { errorReference, errorText } from '../../../client/error-text'
import Button from '../../../components/Button'
import EmptyState from '../../../components/EmptyState'
import ErrorState from '../../../components/ErrorState'
import type { RewardView } from '../../../contract/reward-views'
import { MALL_TEXT as text } from '../../../text/mall'
import RewardCard from './RewardCard'
import Special from './Special'
import { FIRST_CARDS, isWishing, type Mall } from './use-mall'

/** Cards that one touch of the button brings. */
const TOUCHED = 4

interface ShelfProps {
  readonly mall: Mall
  readonly now: number
}

export default function Shelf({ mall, now }: ShelfProps): ReactNode {
  const { query } = mall.pages
  const failed = query.state === 'error'
  const first = isWishing(mall.wish) ? undefined : mall.rewards.find(isSpecialNow)
  const rest = mall.rewards.filter((reward) => reward !== first)
  const drawn = failed ? [] : rest.slice(0, mall.shown)
  // Each part keeps its place: what comes and goes in one does not send the others to the screen again.
  return (
    <>
      <View>{first && !failed && <Special reward={first} />}</View>
      <View>
        {failed && (
          <ErrorState
            compact
            {...errorText(query.error)}
            reference={errorReference(query.error)}
            onRetry={() => void query.refresh()}
          />
        )}
        {query.state === 'ready' && mall.rewards.length === 0 && <Nothing mall={mall} />}
      </View>
      <View className={query.state === 'loading' ? 'grid grid--asking' : 'grid'}>
        <FirstCards rewards={drawn.slice(0, FIRST_CARDS)} now={now} />
        {drawn.slice(FIRST_CARDS).map((reward) => (
          <RewardCard key={reward.rewardId} reward={reward} now={now} />
        ))}
      </View>
      <View className="grid__end">{drawn.length > 0 && <End mall={mall} all={rest.length} />}</View>
    </>
  )
}

/** Worth the first place: cheaper than before, and not gone. */
const isSpecialNow = ({ special, state }: RewardView): boolean =>
  special && state !== 'sold-out' && state !== 'soon'

/** Cards that another shelf fills with other words: a new card costs the bridge many times as much as a changed one. */
function FirstCards({
  rewards,
  now,
}: {
  readonly rewards: readonly RewardView[]
  readonly now: number
}): ReactNode {
  const kept = useRef<readonly RewardView[]>([])
  kept.current = [...rewards, ...kept.current.slice(rewards.length)]
  return kept.current.map((reward, place) => (
    <RewardCard key={place} reward={reward} now={now} gone={place >= rewards.length} />
  ))
}

function Nothing({ mall: { wish, setWish } }: { readonly mall: Mall }): ReactNode {
  if (!isWishing(wish)) return <EmptyState compact title={text.emptyTitle} advice={text.emptyAdvice} />
  const [title, advice] = wish.affordable
    ? [text.noneAffordableTitle, text.noneAffordableAdvice]
    : [text.noneTitle, text.noneAdvice]
  return (
    <EmptyState compact title={title} advice={advice}>
      <Button kind="text" onTap={() => setWish({})}>
        {text.showAll}
      </Button>
    </EmptyState>
  )
}

function End({ mall, all }: { readonly mall: Mall; readonly all: number }): ReactNode {
  const { pages, shown, showMore } = mall
  if (shown >= all && !pages.more) return text.end
  if (pages.fetching === 'running') return text.more
  return (
    <Button wide kind="text" onTap={() => showMore(TOUCHED)}>
      {pages.fetching === 'failed' ? text.moreFailed : text.showMore}
    </Button>
  )
}
