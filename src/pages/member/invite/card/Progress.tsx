/** How many friends came how far, the honour of the season and the one that comes next, and certificates of seasons past. */
import { View } from '@tarojs/components'
import { useState, type ReactNode } from 'react'
import Icon from '../../../../components/Icon'
import type { InviteView } from '../../../../contract/referral-views'
import { quarterOf, type Season } from '../../../../domain/referrals/season'
import { INVITE_TEXT as text } from '../../../../text/invite'
import Rules from './Rules'

const STEPS = ['joined', 'bought', 'rewarded'] as const

function Honour({ honour }: Pick<InviteView, 'honour'>): ReactNode {
  const { held, next, friends } = honour
  const needs = next?.needs ?? friends
  return (
    <View className="honour">
      <View className={held ? `honour__seal honour__seal--${held}` : 'honour__seal'} ariaHidden>
        {text.seal}
      </View>
      <View className="honour__words">
        <View className="honour__line">
          <View className="honour__name">{held ? text.honours[held] : text.noHonour}</View>
          <View className="honour__of num">{text.of(friends, needs)}</View>
        </View>
        <View className="honour__track" ariaHidden>
          <View
            className="honour__done"
            style={{ width: `${needs === 0 ? 0 : Math.min(100, Math.floor((friends * 100) / needs))}%` }}
          />
        </View>
        <View className="honour__next num">
          {next ? text.missing(next.missing, text.honours[next.honour]) : text.highest}
        </View>
      </View>
    </View>
  )
}

export default function Progress({ invite }: { readonly invite: InviteView }): ReactNode {
  const { figures, honour, certificates } = invite
  const [reading, setReading] = useState(false)
  return (
    <>
      <View className="invite__head">
        <View className="invite__title invite__title--side">{text.progress}</View>
        <View
          className="invite__aside invite__aside--way pressable"
          hoverClass="pressed"
          ariaRole="button"
          onClick={() => setReading(true)}
        >
          {text.rulesTitle}
          <Icon name="chevron-right" size={16} />
        </View>
      </View>
      <View className="invite__panel">
        <View className="reached">
          {STEPS.map((step) => (
            <View className="reached__step" key={step}>
              <View className="reached__count num">{figures[step]}</View>
              <View className="reached__label">{text.steps[step]}</View>
            </View>
          ))}
        </View>
        {figures.accepted > figures.joined && (
          <View className="reached__waits num">{text.waiting(figures.accepted - figures.joined)}</View>
        )}
        <Honour honour={honour} />
        {certificates.map(({ season, honour: name, friends }) => (
          <View className="invite__certificate num" key={season}>
            {text.certificate(
              text.season(season.slice(0, 4), quarterOf(season as Season)),
              text.honours[name],
              friends,
            )}
          </View>
        ))}
      </View>
      <Rules invite={invite} open={reading} onClose={() => setReading(false)} />
    </>
  )
}
