/** The assistant's home: scan a member code, see and correct what the store registered today. */
import { View } from '@tarojs/components'
import Taro, { usePullDownRefresh, useReachBottom } from '@tarojs/taro'
import { useCallback, useState, type ReactNode } from 'react'
import NavBar from '../../../components/NavBar'
import Screen from '../../../components/Screen'
import type { PurchaseView } from '../../../contract/views'
import { fen } from '../../../domain/money/fen'
import { yuanText } from '../../../domain/money/yuan-text'
import { DESK_TEXT as text } from '../../../text/zh-cn-assistant'
import Notice from '../Notice'
import { takePurchase } from '../on-hand'
import OpeningNotice from '../OpeningNotice'
import { openRefund, openRegister } from '../routes'
import { useVisitOpening } from '../use-visit-opening'
import CodeSheet from './CodeSheet'
import DayList from './DayList'
import DeskFailure from './DeskFailure'
import DeskHead from './DeskHead'
import DeskSkeleton from './DeskSkeleton'
import PendingRegistration from './PendingRegistration'
import UndoSheet from './UndoSheet'
import { useDay } from './use-day'
import './index.scss'

export default function DeskPage(): ReactNode {
  const day = useDay()
  usePullDownRefresh(() => void day.query.refresh().then(() => Taro.stopPullDownRefresh()))
  useReachBottom(day.showMore)
  return (
    <Screen busyLabel={day.query.state === 'loading' ? text.loading : undefined}>
      <NavBar title={text.title} />
      <Desk day={day} />
    </Screen>
  )
}

function Desk({ day }: { readonly day: ReturnType<typeof useDay> }): ReactNode {
  const { query, soFar } = day
  const [typing, setTyping] = useState(false)
  const [undoing, setUndoing] = useState<PurchaseView | null>(null)
  const [asking, setAsking] = useState(false)
  const [undone, setUndone] = useState<PurchaseView | null>(null)
  const { opening, scan, submitCode, dismiss } = useVisitOpening(() => {
    setTyping(false)
    openRegister()
  })
  const open = useCallback((purchase: PurchaseView) => {
    takePurchase(purchase)
    openRefund()
  }, [])
  const askUndo = useCallback((purchase: PurchaseView) => {
    setUndone(null)
    setUndoing(purchase)
    setAsking(true)
  }, [])

  if (query.state === 'loading') return <DeskSkeleton />
  if (query.state === 'error' || !soFar)
    return query.error && <DeskFailure error={query.error} onRetry={() => void query.refresh()} />

  return (
    <>
      <DeskHead
        storeName={query.data.storeName}
        assistantName={query.data.assistantName}
        resolving={opening.kind === 'resolving'}
        onScan={scan}
        onType={() => {
          dismiss()
          setTyping(true)
        }}
      />
      {/* A place of its own: what comes and goes in it does not send the list over the bridge again. */}
      <View>
        {typing ? null : <OpeningNotice opening={opening} />}
        <PendingRegistration />
        {undone ? <Notice tone="done" advice={text.undone(yuanText(fen(undone.paidFen)))} /> : null}
      </View>
      <DayList day={day} soFar={soFar} onOpen={open} onUndo={askUndo} onScan={scan} />
      <View>
        <CodeSheet open={typing} opening={opening} onSubmit={submitCode} onClose={() => setTyping(false)} />
        {undoing ? (
          <UndoSheet
            purchase={undoing}
            key={undoing.purchaseId}
            open={asking}
            onClose={() => setAsking(false)}
            onUndone={(purchase) => {
              setAsking(false)
              setUndone(purchase)
            }}
          />
        ) : null}
      </View>
    </>
  )
}
