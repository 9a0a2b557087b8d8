/**
 * Being at a place. Whoever comes by a mini-program code on the wall touches once; whoever scanned here has touched already.
 * What came of it is said with the way on.
 */
import { View } from '@tarojs/components'
import Taro, { useDidShow, useRouter } from '@tarojs/taro'
import { useCallback, useEffect, useState, type ReactNode } from 'react'
import { useCommand } from '../../../../client/use-command'
import Button from '../../../../components/Button'
import Icon from '../../../../components/Icon'
import NavBar from '../../../../components/NavBar'
import Screen from '../../../../components/Screen'
import type { CheckedInView } from '../../../../contract/check-in'
import { countText } from '../../../../domain/money/yuan-text'
import { CHECK_IN_TEXT } from '../../../../text/check-in'
import { openHome } from '../../routes'
import { scanPlace } from '../place-scan'
import { sceneText } from '../scanned-code'
import Refused from './Refused'
import './index.scss'

const text = CHECK_IN_TEXT.arrival

export default function ArrivalPage(): ReactNode {
  const { params } = useRouter()
  const { code: scanned, scene = '' } = params
  const [code, setCode] = useState(() => sceneText(scanned ?? scene))
  const command = useCommand('member', 'check-in')
  const { run, reset, state, error } = command
  const checkIn = useCallback((at: string) => void run({ code: at || '-' }), [run])
  useEffect(() => {
    if (scanned !== undefined) checkIn(sceneText(scanned))
  }, [scanned, checkIn])
  // Back with a card: what was refused for want of one may be touched again.
  useDidShow(() => {
    if (state === 'failed' && error.kind === 'refused' && error.code === 'member.not-joined') reset()
  })
  const scanAgain = async (): Promise<void> => {
    const found = await scanPlace()
    if (typeof found !== 'object') return
    setCode(found.code)
    reset()
    checkIn(found.code)
  }
  return (
    <Screen busyLabel={state === 'running' ? text.busy : undefined}>
      <NavBar title={text.title} />
      {state === 'done' ? (
        <Done done={command.data} />
      ) : state === 'failed' || state === 'unknown' ? (
        <Refused
          error={error}
          unknown={state === 'unknown'}
          onRetry={() => checkIn(code)}
          onScan={() => void scanAgain()}
        />
      ) : (
        <View className="arrival">
          <View className="arrival__seal">
            <Icon name="store" />
          </View>
          <View className="arrival__title">{text.lead}</View>
          <View className="arrival__small">{text.advice}</View>
          <View className="arrival__ways">
            <Button wide loading={state === 'running'} onTap={() => checkIn(code)}>
              {state === 'running' ? text.busy : text.act}
            </Button>
          </View>
        </View>
      )}
    </Screen>
  )
}

const openCalendarHere = (): void => void Taro.redirectTo({ url: '/pages/member/today/calendar/index' })

function Done({ done }: { readonly done: CheckedInView }): ReactNode {
  const { points, storeName, eventName, balance, upgradedTo } = done
  const place = eventName ?? storeName ?? ''
  return (
    <View className="arrival fade-in" ariaLive="polite">
      <View className="arrival__seal arrival__seal--done">
        <Icon name="check" />
      </View>
      <View className="arrival__title">{text.done}</View>
      <View className="arrival__small">
        {eventName === undefined ? text.at(place) : text.atEvent(eventName, storeName ?? '')}
      </View>
      <View className="arrival__points num" ariaLabel={text.label(points, place)}>
        +{points}
      </View>
      <View className="arrival__small num">{text.balance(countText(balance))}</View>
      {upgradedTo !== null && <View className="arrival__small">{text.upgraded(upgradedTo)}</View>}
      <View className="arrival__ways">
        <Button wide onTap={openHome}>
          {text.finish}
        </Button>
        <Button kind="text" wide onTap={openCalendarHere}>
          {text.toCalendar}
        </Button>
      </View>
    </View>
  )
}
