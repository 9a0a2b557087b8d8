/** What stands on the sleeve: the way to the next tier, and the button that the page is for. */
import { Text, View } from '@tarojs/components'
import type { ReactNode } from 'react'
import Button from '../../../components/Button'
import ProgressBar from '../../../components/ProgressBar'
import { orText, progressLabel, progressPercent } from '../../../components/ways-to-tier'
import type { CardView, ProgressView } from '../../../contract/views'
import { fen, wholeYuanRoundedDown } from '../../../domain/money/fen'
import { countText, shortYuanText } from '../../../domain/money/yuan-text'
import { words } from '../../../text/member'
import { WAYS_TEXT } from '../../../text/ways'

interface SleeveWordsProps {
  readonly card: CardView
  readonly progress: ProgressView | null
  readonly onShowCode: () => void
  readonly onGrowth: () => void
}

/**
 * Whoever keeps a tier without the spend that it takes has more to go than the band is wide; where something beside spend
 * counts, two amounts are not the whole way.
 */
const isInsideBand = ({ gapFen, bandFen, or }: ProgressView): boolean => gapFen <= bandFen && !or

const wholeYuan = (amountFen: number): string => countText(wholeYuanRoundedDown(fen(amountFen)))

function Progress({
  card,
  progress,
}: {
  readonly card: CardView
  readonly progress: ProgressView
}): ReactNode {
  const gap = shortYuanText(fen(progress.gapFen))
  const { or, nextTierName } = progress
  const { before, after } = words.home.toNext
  return (
    <>
      <View className="way">
        <View className="way__words">
          {before} <Text className="way__gap num">{gap}</Text>{' '}
          {or ? (
            <Text className="num">{words.home.toNextOr(orText(or), nextTierName)}</Text>
          ) : (
            <Text className="way__tier">{after(nextTierName)}</Text>
          )}
        </View>
        {isInsideBand(progress) && (
          <View className="way__band num">
            {words.home.band(wholeYuan(progress.insideBandFen), wholeYuan(progress.bandFen))}
          </View>
        )}
      </View>
      <ProgressBar
        percent={progressPercent(progress)}
        material={card.material}
        label={progressLabel(progress, gap)}
      />
    </>
  )
}

export default function SleeveWords({ card, progress, onShowCode, onGrowth }: SleeveWordsProps): ReactNode {
  return (
    <>
      <View
        className="way-row pressable"
        hoverClass="pressed"
        ariaRole="button"
        ariaLabel={WAYS_TEXT.growth}
        onClick={onGrowth}
      >
        {progress ? (
          <Progress card={card} progress={progress} />
        ) : (
          <View className="way">
            <View className="way__words">{words.home.highest(card.tierName)}</View>
          </View>
        )}
      </View>
      <View className="way__button">
        <Button wide icon="qr-code" onTap={onShowCode}>
          {words.home.showCode}
        </Button>
      </View>
    </>
  )
}
