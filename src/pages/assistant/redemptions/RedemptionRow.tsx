/** One hand-over for a coupon, a benefit or points: when, what, for which plate, by whom. */
import { View } from '@tarojs/components'
import { memo, type ReactNode } from 'react'
import type { RedemptionView } from '../../../contract/counter-coupons'
import { DESK_TEXT } from '../../../text/zh-cn/assistant'
import { REDEMPTIONS_TEXT as text } from '../../../text/zh-cn/redeeming'
import { clockText } from '../figures'

interface RedemptionRowProps {
  readonly redemption: RedemptionView
  readonly locked: boolean
  readonly onUndo: () => void
}

export default memo(function RedemptionRow({ redemption, locked, onUndo }: RedemptionRowProps): ReactNode {
  const { kind, at, name, plate, servedBy, canUndo } = redemption
  const by = servedBy === null ? null : text.by[kind](servedBy)
  return (
    <View className="redemptions__row">
      <View className="redemptions__time">{clockText(at)}</View>
      <View className="redemptions__words">
        {[name, plate, by].filter((each) => each !== null).join('\n')}
      </View>
      {canUndo ? (
        <View
          className="redemptions__undo"
          hoverClass="pressed"
          ariaRole="button"
          ariaLabel={text.undoLabel(name)}
          onClick={locked ? undefined : onUndo}
        >
          {DESK_TEXT.undo}
        </View>
      ) : null}
    </View>
  )
})
