/** The assistant's home: scan a member code, see and correct what the store registered today. */
import { View } from '@tarojs/components'
import Taro, { usePullDownRefresh, useReachBottom } from '@tarojs/taro'
import { useCallback, useState, type ReactNode } from 'react'
import NavBar from '../../../components/NavBar'
import Screen from '../../../components/Screen'
import type { PurchaseView } from '../../../contract/views'
import { fen } from '../../../domain/money/fen'
import { yuanText } from '../../../domain/money/yuan-text'
import { DESK_TEXT as text } from '../../../text/zh-cn/assistant'
import AssistantFailure from '../AssistantFailure'
import Notice from '../Notice'
import { takePurchase } from '../on-hand'
import OpeningNotice from '../OpeningNotice'
import { openRefund, openVisit } from '../routes'
import UndoSheet from '../UndoSheet'
import { useVisitOpening } from '../use-visit-opening'
import DayList from './DayList'
import DeskHead from './DeskHead'
import DeskNews from './DeskNews'
import DeskSheets, { type DeskWay } from './DeskSheets'
import DeskSkeleton from './DeskSkeleton'
import PendingCommands from './PendingCommands'
import { useDay } from './use-day'
import { useUndo } from './use-undo'

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
  const [way, setWay] = useState<DeskWay | null>(null)
  const undo = useUndo()
  const serve = (): void => {
    setWay(null)
    openVisit()
  }
  const { opening, scan, submitCode, dismiss } = useVisitOpening(serve)
  const open = useCallback((purchase: PurchaseView) => {
    setWay(null)
    takePurchase(purchase)
    openRefund()
  }, [])

  if (query.state === 'loading') return <DeskSkeleton />
  if (query.state === 'error' || !soFar)
    return query.error && <AssistantFailure error={query.error} onRetry={() => void query.refresh()} />

  return (
    <>
      <DeskHead
        storeName={query.data.storeName}
        assistantName={query.data.assistantName}
        resolving={opening.kind === 'resolving'}
        onScan={scan}
        onWay={(chosen) => {
          dismiss()
          setWay(chosen)
        }}
      />
      {/* A place of its own: what comes and goes in it does not send the list over the bridge again. */}
      <View>
        {way === 'code' ? null : <OpeningNotice opening={opening} />}
        <PendingCommands />
        {undo.undone ? <Notice tone="done" advice={text.undone(yuanText(fen(undo.undone.paidFen)))} /> : null}
      </View>
      <DeskNews />
      <DayList day={day} soFar={soFar} onOpen={open} onUndo={undo.ask} />
      <View>
        <DeskSheets
          way={way}
          opening={opening}
          onSubmitCode={submitCode}
          onOpened={serve}
          onFound={open}
          onClose={() => setWay(null)}
        />
        {undo.undoing ? (
          <UndoSheet
            purchase={undo.undoing}
            key={undo.undoing.purchaseId}
            open={undo.asking}
            onClose={undo.leave}
            onUndone={undo.finish}
          />
        ) : null}
      </View>
    </>
  )
}
