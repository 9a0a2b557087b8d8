/** Coupons that the member has and cannot use here now: folded behind the tickets, opened as a list with what would help. */
import { Text, View } from '@tarojs/components'
import { memo, useState, type ReactNode } from 'react'
import Sheet from '../../../components/Sheet'
import type { NotNowView, NotNowViews } from '../../../contract/counter-coupons'
import { businessDayOf } from '../../../domain/time/business-day'
import { NOT_NOW_TEXT as text } from '../../../text/zh-cn/redeeming'
import { dayText } from '../figures'
import { whyNotNow } from './not-now-words'
import './not-now.scss'

interface NotNowSheetProps {
  readonly notNow: NotNowViews
  readonly open: boolean
  readonly nowMs: number
  readonly onClose: () => void
}

/** Drawn with the sheet, and added by a touch, so that each sends little. */
const FIRST = 3
const MORE = 4

export default memo(function NotNowSheet({ notNow, open, nowMs, onClose }: NotNowSheetProps): ReactNode {
  const [shown, setShown] = useState(FIRST)
  const { coupons, count } = notNow
  const isAll = shown >= coupons.length
  const unnamed = count - coupons.length
  return (
    <Sheet open={open} title={text.title} onClose={onClose}>
      {coupons.slice(0, shown).map((coupon) => (
        <NotNowRow key={coupon.couponId} coupon={coupon} nowMs={nowMs} />
      ))}
      {/* A place of its own: more rows do not send those before them again. */}
      <View>
        {isAll ? null : (
          <View
            className="not-now__more"
            hoverClass="pressed"
            ariaRole="button"
            onClick={() => setShown(shown + MORE)}
          >
            {text.further(count - shown)}
          </View>
        )}
        {isAll && unnamed > 0 ? <View className="not-now__rest">{text.more(unnamed)}</View> : null}
      </View>
    </Sheet>
  )
})

interface NotNowRowProps {
  readonly coupon: NotNowView
  readonly nowMs: number
}

const NotNowRow = memo(function NotNowRow({ coupon, nowMs }: NotNowRowProps): ReactNode {
  const { name, validUntil } = coupon
  return (
    <View className="not-now">
      <Text className="not-now__name">{name}</Text>
      <Text className="not-now__until">{text.until(dayText(validUntil, businessDayOf(nowMs)))}</Text>
      <Text className="not-now__why">{whyNotNow(coupon, nowMs)}</Text>
    </View>
  )
})
