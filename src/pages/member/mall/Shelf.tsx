/** The rewards: the special price first, then two in a row, the end of the list, and what stands there when there are none. */
import { View } from '@tarojs/components'
import { useRef, type ReactNode } from 'react'
import { errorReference, errorText } from '../../../client/error-text'
import Button from '../../../components/Button'
import EmptyState from '../../../components/EmptyState'
import ErrorState from '../../../components/ErrorState'
import ListEnd from '../../../components/ListEnd'
import type { RewardView } from '../../../contract/reward-views'
import { MALL_TEXT as text } from '../../../text/mall'
import { useKeptRows } from '../use-kept-rows'
import RewardCard from './RewardCard'
import Special from './Special'
import { FIRST_CARDS, isWishing, type Mall, type MallWish } from './use-mall'

/** Cards that one touch of the button brings: a row. */
const TOUCHED = 2

interface ShelfProps {
  readonly mall: Mall
  readonly listed: NonNullable<Mall['listed']>
  readonly now: number
}

export default function Shelf({ mall, listed, now }: ShelfProps): ReactNode {
  const { query, shown, showMore } = mall
  const failed = query.state === 'error'
  const special = listed.items.find(isSpecialNow)
  const rest = listed.items.filter((reward) => reward !== special)
  const drawn = failed ? [] : rest.slice(0, shown)
  // Each part keeps its place: what comes and goes in one does not send the others to the screen again.
  return (
    <>
      <KeptSpecial reward={failed ? undefined : special} />
      <View>
        {failed && (
          <ErrorState
            compact
            {...errorText(query.error)}
            reference={errorReference(query.error)}
            onRetry={() => void query.refresh()}
          />
        )}
        {query.state === 'ready' && listed.items.length === 0 && (
          <Nothing wish={listed.wish} onAll={() => mall.setWish({})} />
        )}
      </View>
      <FirstCards rewards={drawn.slice(0, FIRST_CARDS)} now={now} asking={query.state === 'loading'} />
      <View className="grid">
        {drawn.slice(FIRST_CARDS).map((reward) => (
          <RewardCard key={reward.rewardId} reward={reward} now={now} />
        ))}
      </View>
      <View>
        {drawn.length > 0 && (
          <ListEnd atEnd={mall.atEnd} fetching={mall.fetching} text={text} onMore={() => showMore(TOUCHED)} />
        )}
      </View>
    </>
  )
}

/** Worth the first place: cheaper than before, and not gone. */
const isSpecialNow = ({ special, state }: RewardView): boolean =>
  special && state !== 'sold-out' && state !== 'soon'

/** Out of sight while something else is listed, and there again after it. */
function KeptSpecial({ reward }: { readonly reward: RewardView | undefined }): ReactNode {
  const kept = useRef(reward)
  kept.current = reward ?? kept.current
  return <View className={reward ? '' : 'gone'}>{kept.current && <Special reward={kept.current} />}</View>
}

interface FirstCardsProps {
  readonly rewards: readonly RewardView[]
  readonly now: number
  /** Another shelf is on its way. */
  readonly asking: boolean
}

/** The grid says how many of its cards are to be seen: that is less to send than to tell each of them. */
function FirstCards({ rewards, now, asking }: FirstCardsProps): ReactNode {
  const seen = rewards.length < FIRST_CARDS ? ` grid--only-${rewards.length}` : ''
  return (
    <View className={`grid${seen}${asking ? ' grid--asking' : ''}`}>
      {useKeptRows(rewards).map((reward, place) => (
        <RewardCard key={place} reward={reward} now={now} place={place} />
      ))}
    </View>
  )
}

interface NothingProps {
  readonly wish: MallWish
  readonly onAll: () => void
}

function Nothing({ wish, onAll }: NothingProps): ReactNode {
  if (!isWishing(wish)) return <EmptyState compact title={text.emptyTitle} advice={text.emptyAdvice} />
  const [title, advice] = wish.affordable
    ? [text.noneAffordableTitle, text.noneAffordableAdvice]
    : [text.noneTitle, text.noneAdvice]
  return (
    <EmptyState compact title={title} advice={advice}>
      <Button kind="text" onTap={onAll}>
        {text.showAll}
      </Button>
    </EmptyState>
  )
}
