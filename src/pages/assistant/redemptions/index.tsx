/** What the store handed over today for coupons, benefits and points, newest first; an own one can be taken back. */
import { View } from '@tarojs/components'
import Taro, { usePullDownRefresh } from '@tarojs/taro'
import { useState, type ReactNode } from 'react'
import Button from '../../../components/Button'
import EmptyState from '../../../components/EmptyState'
import NavBar from '../../../components/NavBar'
import Screen from '../../../components/Screen'
import { call } from '../../../client/call'
import { useCommand } from '../../../client/use-command'
import { useQuery } from '../../../client/use-query'
import type { RedemptionsView, RedemptionView } from '../../../contract/counter-coupons'
import { DESK_TEXT, SHARED_TEXT } from '../../../text/zh-cn/assistant'
import { REDEMPTIONS_TEXT as text } from '../../../text/zh-cn/redeeming'
import AssistantFailure from '../AssistantFailure'
import CommandNotice from '../CommandNotice'
import { backToDesk } from '../routes'
import RedemptionRow from './RedemptionRow'
import './index.scss'

export default function RedemptionsPage(): ReactNode {
  const query = useQuery('assistant', 'redemptions', {})
  usePullDownRefresh(() => void query.refresh().then(() => Taro.stopPullDownRefresh()))
  return (
    <Screen busyLabel={query.state === 'loading' ? DESK_TEXT.loading : undefined}>
      <NavBar title={text.title} />
      {query.data ? (
        <Redemptions first={query.data} />
      ) : query.error ? (
        <AssistantFailure error={query.error} onRetry={() => void query.refresh()} />
      ) : null}
    </Screen>
  )
}

/** Drawn at a time: a row is half a kilobyte on its way to the screen. */
const STEP = 10

function Redemptions({ first }: { readonly first: RedemptionsView }): ReactNode {
  const ofCoupon = useCommand('assistant', 'undo-redeem')
  const ofExchange = useCommand('assistant', 'undo-hand-over')
  const running = ofCoupon.state === 'running' || ofExchange.state === 'running'
  const { rows, isMore, more } = useRows(first)
  const undo = async ({ kind, id, name }: RedemptionView): Promise<void> => {
    const { confirm } = await Taro.showModal({
      title: text.undoTitle[kind],
      content: text.undoAdvice[kind](name),
      confirmText: DESK_TEXT.undo,
      cancelText: text.keep,
    })
    if (!confirm) return
    if (kind === 'coupon') await ofCoupon.run({ couponId: id })
    else await ofExchange.run({ exchangeId: id })
  }
  if (rows.length === 0)
    return (
      <EmptyState title={text.noneTitle} advice={text.noneAdvice}>
        <Button onTap={backToDesk}>{SHARED_TEXT.backToDesk}</Button>
      </EmptyState>
    )
  return (
    <>
      <View>
        <CommandNotice command={ofCoupon} unknownAdvice={text.undoUnknown} />
        <CommandNotice command={ofExchange} unknownAdvice={text.undoUnknown} />
      </View>
      <View className="redemptions">
        {rows.map((each) => (
          <RedemptionRow key={each.id} redemption={each} locked={running} onUndo={() => void undo(each)} />
        ))}
      </View>
      <View>
        {isMore ? (
          <Button wide kind="text" onTap={more}>
            {DESK_TEXT.showMore}
          </Button>
        ) : null}
      </View>
    </>
  )
}

interface Rows {
  readonly rows: readonly RedemptionView[]
  readonly isMore: boolean
  readonly more: () => void
}

/** Further pages count only after the first page that they were asked for. */
function useRows(first: RedemptionsView): Rows {
  const [further, setFurther] = useState<{ of: RedemptionsView; pages: readonly RedemptionsView[] } | null>(
    null,
  )
  const [shown, setShown] = useState(STEP)
  const pages = [first, ...(further?.of === first ? further.pages : [])]
  const known = pages.flatMap(({ redemptions }) => redemptions)
  const next = pages.at(-1)?.next ?? null
  const fetchMore = async (after: string): Promise<void> => {
    const answer = await call('assistant', 'redemptions', { day: first.day, after })
    if (answer.ok) setFurther({ of: first, pages: [...pages.slice(1), answer.data] })
  }
  const more = (): void => {
    if (shown >= known.length && next !== null) void fetchMore(next)
    setShown(shown + STEP)
  }
  return { rows: known.slice(0, shown), isMore: shown < known.length || next !== null, more }
}
