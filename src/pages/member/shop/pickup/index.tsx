/** The code by which a reward is fetched: fresh each minute, on paper as the member code is. */
import { useRouter } from '@tarojs/taro'
import { View } from '@tarojs/components'
import { useEffect, type ReactNode } from 'react'
import { errorReference, errorText } from '../../../../client/error-text'
import { useQuery } from '../../../../client/use-query'
import Button from '../../../../components/Button'
import { dayText } from '../../../../components/day-words'
import ErrorState from '../../../../components/ErrorState'
import NavBar from '../../../../components/NavBar'
import Screen from '../../../../components/Screen'
import Skeleton from '../../../../components/Skeleton'
import Standstill from '../../../../components/Standstill'
import type { ExchangeView } from '../../../../contract/reward-views'
import { businessDay, businessDayOf } from '../../../../domain/time/business-day'
import { words } from '../../../../text/member'
import { SHOP_TEXT } from '../../../../text/shop'
import CodePanel from '../../code/CodePanel'
import Countdown from '../../code/Countdown'
import { useBrightScreen } from '../../../../client/use-bright-screen'
import { useRenewed } from '../../../../client/use-renewed'
import { openExchanges } from '../../routes'
import './index.scss'

const text = SHOP_TEXT.pickup

export default function PickupPage(): ReactNode {
  const { params } = useRouter()
  const query = useQuery('member', 'exchange-code', { exchangeId: decodeURIComponent(params.id ?? '') })
  const { data: code, error: failure } = query
  const { life, renewing, renew } = useRenewed(query)
  useBrightScreen()
  const refusal = failure?.kind === 'refused' ? failure.code : null
  const waits = refusal === 'exchange.not-paid'
  // The cashier tells the server a moment after it told the phone.
  useEffect(() => {
    if (!waits) return undefined
    const timer = setTimeout(renew, 2000)
    return () => clearTimeout(timer)
  }, [waits, failure, renew])
  const gone = refusal === 'exchange.step-impossible'
  const shows = code !== null && life !== null && life.phase !== 'over' && !gone
  return (
    <Screen className="pickup" busyLabel={code || failure ? undefined : words.shared.loading}>
      <NavBar title={text.title} />
      {shows ? (
        <>
          <Head exchange={code.exchange} done={params.done === '1'} now={code.serverNow} />
          <View className="ticket pickup__ticket" ariaLabel={text.panelLabel}>
            <CodePanel code={code.code} labels={text} />
            <Countdown
              life={life}
              periodSeconds={code.periodSeconds}
              renewing={renewing}
              failed={failure !== null}
              onRenew={renew}
            />
          </View>
        </>
      ) : waits ? (
        <Standstill picture="sleeve" title={text.waitingTitle} advice={text.waitingAdvice} />
      ) : gone ? (
        <Standstill picture="sleeve" title={text.gone} advice={text.goneAdvice}>
          <Button onTap={openExchanges}>{SHOP_TEXT.taken.toExchanges}</Button>
        </Standstill>
      ) : failure ? (
        <ErrorState
          {...errorText(failure)}
          reference={errorReference(failure)}
          onRetry={renew}
          retrying={renewing}
        />
      ) : (
        <View className="pickup__skeleton" ariaHidden>
          <Skeleton width={160} height={28} />
          <Skeleton height={478} radius={20} />
        </View>
      )}
    </Screen>
  )
}

interface HeadProps {
  readonly exchange: ExchangeView
  /** It has just been taken. */
  readonly done: boolean
  readonly now: number
}

function Head({ exchange, done, now }: HeadProps): ReactNode {
  const { rewardName, storeName, holdUntil } = exchange
  const day = holdUntil === null ? null : dayText(businessDay(holdUntil), businessDayOf(now))
  return (
    <View className="pickup__head" ariaLive="polite">
      {done && <View className="pickup__done">{text.done}</View>}
      <View className="pickup__name">{rewardName}</View>
      <View className="pickup__store num">{day === null ? storeName : text.store(storeName, day)}</View>
      <View className="pickup__advice">{text.advice}</View>
    </View>
  )
}
