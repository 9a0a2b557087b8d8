/** The page of tiers: the held one, what is missing, what keeps it, where the pace leads, every tier, and the own history. */
import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import ProgressBar from '../../../../components/ProgressBar'
import { progressLabel, progressPercent } from '../../../../components/ways-to-tier'
import type { GrowthView } from '../../../../contract/points-and-growth'
import type { ProgressView, TierChangeView } from '../../../../contract/views'
import { fen } from '../../../../domain/money/fen'
import { shortYuanText } from '../../../../domain/money/yuan-text'
import { GROWTH_TEXT as text } from '../../../../text/points'
import {
  besideWords,
  changeWords,
  keepWords,
  projectedWords,
  termWords,
  toNextWords,
  type Sentence,
} from './growth-words'
import Ladder from './Ladder'

interface GrowthProps {
  readonly growth: GrowthView
  /** The last attempt to refresh failed. */
  readonly stale: boolean
}

function Said({ sentence: { title, advice, urgent } }: { readonly sentence: Sentence }): ReactNode {
  return (
    <View className="stand__said">
      <View className={urgent ? 'stand__title stand__title--urgent num' : 'stand__title num'}>{title}</View>
      <View className="stand__advice num">{advice}</View>
    </View>
  )
}

function Way({
  growth,
  progress,
}: {
  readonly growth: GrowthView
  readonly progress: ProgressView
}): ReactNode {
  const gap = shortYuanText(fen(progress.gapFen))
  return (
    <View className="stand__way">
      <Said sentence={toNextWords(progress)} />
      <ProgressBar
        percent={progressPercent(progress)}
        material={growth.material}
        label={progressLabel(progress, gap)}
      />
    </View>
  )
}

function Change({ change, now }: { readonly change: TierChangeView; readonly now: number }): ReactNode {
  const { what, when, label } = changeWords(change, now)
  return (
    <View className="change" ariaRole="text" ariaLabel={label}>
      <View className={`change__dot material--${change.material}`} ariaHidden />
      <View className="change__words">
        <View className="change__what">{what}</View>
        <View className="change__when num">{when}</View>
      </View>
    </View>
  )
}

export default function Growth({ growth, stale }: GrowthProps): ReactNode {
  const { tierName, material, progress, history, serverNow } = growth
  return (
    <View className="growth fade-in">
      <View className={`growth__held material--${material}`}>
        <View className={`growth__texture texture--${material}`} ariaHidden />
        <View className="growth__tier">{tierName}</View>
        <View className="growth__term num">{stale ? text.stale : termWords(growth)}</View>
      </View>
      <View className="stand">
        <View className="stand__spend">
          <View className="stand__label num">{text.spend(growth.windowMonths)}</View>
          <View className="stand__figure num">{shortYuanText(fen(growth.spendFen))}</View>
        </View>
        {growth.beside && (
          <View className="stand__spend">
            <View className="stand__label">{text.beside}</View>
            <View className="stand__label num">{besideWords(growth.beside)}</View>
          </View>
        )}
        {progress ? (
          <Way growth={growth} progress={progress} />
        ) : (
          <View className="stand__title">{text.highest(tierName)}</View>
        )}
        <Said sentence={keepWords(growth)} />
        <View className="stand__projected num">{projectedWords(growth)}</View>
      </View>
      <View className="growth__title">{text.ladder}</View>
      <Ladder tiers={growth.ladder} heldId={growth.tierId} />
      <View className="growth__title">{text.history}</View>
      <View className="growth__history">
        {history.map((change) => (
          <Change key={`${change.day} ${change.what} ${change.tierName}`} change={change} now={serverNow} />
        ))}
      </View>
    </View>
  )
}
