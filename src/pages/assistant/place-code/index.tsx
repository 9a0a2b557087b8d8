/**
 * What the store shows so that members check in, at itself or at an event of today: a code that turns every minute by itself and
 * stays bright, or a picture to be printed. Invariant: a code that is over is not shown.
 */
import { View } from '@tarojs/components'
import Taro, { useUnload } from '@tarojs/taro'
import { useEffect, useState, type ReactNode } from 'react'
import type { Failure } from '../../../client/answer'
import { useBrightScreen } from '../../../client/use-bright-screen'
import { useQuery } from '../../../client/use-query'
import { useRenewed } from '../../../client/use-renewed'
import Button from '../../../components/Button'
import EmptyState from '../../../components/EmptyState'
import NavBar from '../../../components/NavBar'
import Screen from '../../../components/Screen'
import Skeleton from '../../../components/Skeleton'
import type { PlaceCodeView } from '../../../contract/check-in'
import { DESK_TEXT, SHARED_TEXT } from '../../../text/zh-cn/assistant'
import { PLACE_CODE_TEXT as text } from '../../../text/zh-cn/place-code'
import AssistantFailure from '../AssistantFailure'
import { backToDesk } from '../routes'
import FixedCode from './FixedCode'
import { PlaceChoice, PlaceHead } from './PlaceHead'
import Square from './Square'
import './index.scss'

type Turning = Extract<PlaceCodeView, { kind: 'rotating' }>

const keepOn = (keepScreenOn: boolean): void =>
  void Taro.setKeepScreenOn({ keepScreenOn }).catch(() => undefined)

export default function PlaceCodePage(): ReactNode {
  const [eventId, setEventId] = useState<string | null>(null)
  const { data, error, refresh } = useQuery('assistant', 'place-code', eventId === null ? {} : { eventId })
  const choices = useKept(data?.choices)
  const turning = data?.kind === 'rotating' ? data : null
  const { life, renewing, renew } = useRenewed({ data: turning, refresh })
  useBrightScreen()
  useEffect(() => keepOn(true), [])
  useUnload(() => keepOn(false))
  const isOver = life?.phase === 'over' && !renewing
  const refused = error?.kind === 'refused' ? error : null
  return (
    <Screen busyLabel={data || error ? undefined : DESK_TEXT.loading}>
      <NavBar title={text.title} />
      {choices && (
        <PlaceChoice
          choices={choices}
          chosen={data ? (data.event?.id ?? null) : eventId}
          onChoose={setEventId}
        />
      )}
      {refused?.code === 'checkin.event-not-now' ? (
        <EmptyState title={text.overTitle} advice={text.overAdvice}>
          <Button onTap={() => setEventId(null)}>{text.toStore}</Button>
        </EmptyState>
      ) : refused?.code === 'checkin.place-closed' ? (
        <EmptyState title={text.offTitle} advice={text.offAdvice}>
          <Button onTap={backToDesk}>{SHARED_TEXT.backToDesk}</Button>
        </EmptyState>
      ) : error && (!data || isOver || refused) ? (
        <AssistantFailure error={error} onRetry={renew} />
      ) : data?.kind === 'fixed' ? (
        <FixedCode shown={data} picture={data.picture} />
      ) : turning && life ? (
        <TurningCode shown={turning} line={lineOf(life, renewing, error)} />
      ) : (
        <View className="place-code" ariaHidden>
          <Skeleton width={160} height={30} />
          <View className="place-code__card">
            <Skeleton width={264} height={264} />
          </View>
        </View>
      )}
    </Screen>
  )
}

/** The last that was there: a choice stays in its place while what was chosen is awaited. */
function useKept<Value>(value: Value | undefined): Value | undefined {
  const [kept, setKept] = useState(value)
  useEffect(() => {
    if (value !== undefined) setKept(value)
  }, [value])
  return value ?? kept
}

function lineOf(
  { phase, seconds }: NonNullable<ReturnType<typeof useRenewed>['life']>,
  renewing: boolean,
  error: Failure | null,
): string {
  if (phase === 'fresh' || phase === 'last-seconds') return text.renews(seconds)
  return error && !renewing ? text.old(seconds) : text.renewing
}

function TurningCode({ shown, line }: { readonly shown: Turning; readonly line: string }): ReactNode {
  return (
    <View className="place-code fade-in">
      <PlaceHead storeName={shown.storeName} event={shown.event} />
      <Square code={shown.code} />
      <View className="place-code__how">{text.turning}</View>
      <View className="place-code__renews num" ariaRole="timer">
        {line}
      </View>
    </View>
  )
}
