/** What the store has to send, oldest first: to whom, and what carries it. What was sent leaves the list and others follow. */
import { View } from '@tarojs/components'
import Taro, { usePullDownRefresh } from '@tarojs/taro'
import { useRef, useState, type ReactNode } from 'react'
import Button from '../../../components/Button'
import EmptyState from '../../../components/EmptyState'
import NavBar from '../../../components/NavBar'
import Screen from '../../../components/Screen'
import { useQuery } from '../../../client/use-query'
import type { AssistantRewardOutputs } from '../../../contract/reward-actions'
import type { ToSendView } from '../../../contract/reward-views'
import { DESK_TEXT, SHARED_TEXT } from '../../../text/zh-cn/assistant'
import { TO_SEND_TEXT as text } from '../../../text/zh-cn/redeeming'
import AssistantFailure from '../AssistantFailure'
import { momentText } from '../figures'
import Notice from '../Notice'
import { backToDesk } from '../routes'
import SendSheet from './SendSheet'
import './index.scss'

export default function ToSendPage(): ReactNode {
  const query = useQuery('assistant', 'to-send', {})
  usePullDownRefresh(() => void query.refresh().then(() => Taro.stopPullDownRefresh()))
  return (
    <Screen busyLabel={query.state === 'loading' ? DESK_TEXT.loading : undefined}>
      <NavBar title={text.title} />
      {query.data ? (
        <ToSend list={query.data} />
      ) : query.error ? (
        <AssistantFailure error={query.error} onRetry={() => void query.refresh()} />
      ) : null}
    </Screen>
  )
}

/** Drawn at a time; the rest follows as these are sent. */
const SHOWN = 8

function ToSend({ list }: { readonly list: AssistantRewardOutputs['to-send'] }): ReactNode {
  const { things, next, serverNow } = list
  const [sending, setSending] = useState<ToSendView | null>(null)
  const [open, setOpen] = useState(false)
  const [sent, setSent] = useState<ToSendView | null>(null)
  const start = (thing: ToSendView): void => {
    setSending(thing)
    setOpen(true)
  }
  return (
    <>
      <View>
        {sent ? <Notice tone="done" advice={text.sent(sent.rewardName, sent.address.name)} /> : null}
      </View>
      <View>
        {things.length === 0 && (
          <EmptyState title={text.noneTitle} advice={text.noneAdvice}>
            <Button onTap={backToDesk}>{SHARED_TEXT.backToDesk}</Button>
          </EmptyState>
        )}
      </View>
      <View className={things.length > 0 ? 'to-send' : 'gone'}>
        {useKept(things.slice(0, SHOWN)).map(({ thing, isHere }) => (
          <View key={thing.exchangeId} className={isHere ? 'to-send__thing' : 'gone'}>
            <View className="to-send__name">{thing.rewardName}</View>
            <View className="to-send__facts">{factsOf(thing, serverNow)}</View>
            <Button kind="outline" onTap={() => start(thing)}>
              {text.send}
            </Button>
          </View>
        ))}
      </View>
      <View>
        {things.length > SHOWN || next !== null ? <View className="to-send__more">{text.more}</View> : null}
      </View>
      <View>
        {sending ? (
          <SendSheet
            key={sending.exchangeId}
            open={open}
            thing={sending}
            onClose={() => setOpen(false)}
            onSent={() => {
              setOpen(false)
              setSent(sending)
            }}
          />
        ) : null}
      </View>
    </>
  )
}

interface Kept {
  readonly thing: ToSendView
  readonly isHere: boolean
}

/** What was sent keeps its place out of sight: taking it out would send all that is left to the screen again. */
function useKept(things: readonly ToSendView[]): readonly Kept[] {
  const kept = useRef<readonly ToSendView[]>([])
  const now = new Map(things.map((thing) => [thing.exchangeId, thing]))
  const known = new Set(kept.current.map(({ exchangeId }) => exchangeId))
  kept.current = [
    ...kept.current.map((thing) => now.get(thing.exchangeId) ?? thing),
    ...things.filter(({ exchangeId }) => !known.has(exchangeId)),
  ]
  return kept.current.map((thing) => ({ thing, isHere: now.has(thing.exchangeId) }))
}

const factsOf = ({ address, at, number }: ToSendView, now: number): string =>
  [
    `${address.name} ${address.phone}`,
    address.text,
    text.exchanged(momentText(at, now)),
    text.number(number),
  ].join('\n')
