/** What stands on the sleeve: the way to the next tier, and the button that the page is for. */
import { Text, View } from '@tarojs/components'
import type { ReactNode } from 'react'
import Button from '../../../components/Button'
import { percentOf } from '../../../components/percent'
import ProgressBar from '../../../components/ProgressBar'
import type { CardView, ProgressView } from '../../../contract/views'
import { fen, wholeYuanRoundedDown } from '../../../domain/money/fen'
import { countText, shortYuanText } from '../../../domain/money/yuan-text'
import { words } from '../../../text/member'
import { WAYS_TEXT } from '../../../text/points'

interface SleeveWordsProps {
  readonly card: CardView
  readonly progress: ProgressView | null
  readonly onShowCode: () => void
  readonly onGrowth: () => void
}

/** Whoever keeps a tier without the spend that it takes has more to go than the band is wide. */
const isInsideBand = ({ gapFen, bandFen }: ProgressView): boolean => gapFen <= bandFen

const wholeYuan = (amountFen: number): string => countText(wholeYuanRoundedDown(fen(amountFen)))

function Progress({
  card,
  progress,
}: {
  readonly card: CardView
  readonly progress: ProgressView
}): ReactNode {
  const gap = shortYuanText(fen(progress.gapFen))
  const percent = percentOf(progress.insideBandFen, progress.bandFen)
  const { before, after } = words.home.toNext
  return (
    <>
      <View className="way">
        <View className="way__words">
          {before} <Text className="way__gap num">{gap}</Text>{' '}
          <Text className="way__tier">{after(progress.nextTierName)}</Text>
        </View>
        {isInsideBand(progress) && (
          <View className="way__band num">
            {words.home.band(wholeYuan(progress.insideBandFen), wholeYuan(progress.bandFen))}
          </View>
        )}
      </View>
      <ProgressBar
        percent={percent}
        material={card.material}
        label={words.home.progressLabel(percent, gap, progress.nextTierName)}
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
