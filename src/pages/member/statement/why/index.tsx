/** Why an entry is what it is: how it was worked out, to which day it lives, what it corrects, by which rules. */
import { View } from '@tarojs/components'
import Taro, { usePullDownRefresh, useRouter } from '@tarojs/taro'
import type { ReactNode } from 'react'
import { errorReference, errorText } from '../../../../client/error-text'
import { useQuery } from '../../../../client/use-query'
import ErrorState from '../../../../components/ErrorState'
import Icon from '../../../../components/Icon'
import NavBar from '../../../../components/NavBar'
import Screen from '../../../../components/Screen'
import Skeleton from '../../../../components/Skeleton'
import type { WhyView } from '../../../../contract/points-and-growth'
import { words } from '../../../../text/member'
import { WHY_TEXT as text } from '../../../../text/points'
import { signedPoints } from '../points/entry-words'
import { openWhy } from '../../routes'
import { correctsWords, howPart, recordPart, wherePart, whyTitle, type WhyPart } from './why-words'
import './index.scss'

function Part({ part }: { readonly part: WhyPart }): ReactNode {
  return (
    <View className="why__part">
      <View className="why__title">{part.title}</View>
      {part.lines.map(({ label, value }) => (
        <View key={label} className="why__line" ariaRole="text" ariaLabel={`${label} ${value}`}>
          <View className="why__label num">{label}</View>
          <View className="why__value num">{value}</View>
        </View>
      ))}
      {part.advice && <View className="why__advice">{part.advice}</View>}
    </View>
  )
}

function Corrected({ why }: { readonly why: WhyView }): ReactNode {
  const said = correctsWords(why)
  const { corrects } = why
  if (!said || !corrects) return null
  return (
    <View
      className="why__part why__corrected pressable"
      hoverClass="pressed"
      ariaRole="button"
      ariaLabel={said.label}
      onClick={() => openWhy(corrects.id)}
    >
      <View className="why__corrected-words">
        <View className="why__title">{text.corrects}</View>
        <View className="why__label num">{said.detail}</View>
      </View>
      <View className="why__value num">{signedPoints(corrects)}</View>
      <Icon name="chevron-right" size={20} />
    </View>
  )
}

function Why({ why }: { readonly why: WhyView }): ReactNode {
  const where = wherePart(why)
  return (
    <View className="why fade-in">
      <View className="why__store">{whyTitle(why)}</View>
      <View
        className={why.entry.kind === 'earned' ? 'why__points why__points--earned num' : 'why__points num'}
      >
        {signedPoints(why.entry)}
      </View>
      <Part part={howPart(why)} />
      {where && <Part part={where} />}
      <Corrected why={why} />
      <Part part={recordPart(why)} />
    </View>
  )
}

function WhySkeleton(): ReactNode {
  return (
    <View className="why" ariaHidden>
      <View className="why__store">
        <Skeleton width={140} height={20} />
      </View>
      <View className="why__points">
        <Skeleton width={120} height={40} />
      </View>
      {[190, 92, 110].map((height) => (
        <View key={height} className="why__gap">
          <Skeleton height={height} radius={16} />
        </View>
      ))}
    </View>
  )
}

export default function WhyPage(): ReactNode {
  const { params } = useRouter()
  const { state, data, error, refresh } = useQuery('member', 'entry', {
    id: decodeURIComponent(params.id ?? ''),
  })
  usePullDownRefresh(() => void refresh().then(() => Taro.stopPullDownRefresh()))
  return (
    <Screen busyLabel={state === 'loading' ? words.shared.loading : undefined}>
      <NavBar title={text.title} />
      {data ? (
        <Why why={data} />
      ) : state === 'error' ? (
        <ErrorState {...errorText(error)} reference={errorReference(error)} onRetry={() => void refresh()} />
      ) : (
        <WhySkeleton />
      )}
    </Screen>
  )
}
