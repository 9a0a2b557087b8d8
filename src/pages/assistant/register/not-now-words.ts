/** Why a coupon that the member has cannot be used here now, and what would help. Pure. */
import type { AgainstUse, NotNowView } from '../../../contract/counter-coupons'
import { businessDayOf } from '../../../domain/time/business-day'
import { STAGE_TEXT } from '../../../text/zh-cn/counter'
import { NOT_NOW_TEXT as text } from '../../../text/zh-cn/redeeming'
import { clockText, dayText } from '../figures'

/** All that stands against it, since one mended reason leaves the others. */
export const whyNotNow = ({ against }: NotNowView, nowMs: number): string =>
  against.map((each) => againstWords(each, nowMs)).join(text.clause)

function againstWords(against: AgainstUse, nowMs: number): string {
  switch (against.kind) {
    case 'locked':
      return against.by === 'gift' ? text.gift : text.till(clockText(against.until))
    case 'not-today':
      return against.next === null ? text.noDay : text.day(dayText(against.next, businessDayOf(nowMs)))
    case 'not-here':
      return placesWords(against)
    case 'not-for-member':
      return [
        ...(against.tiers.length > 0 ? [text.tiers(against.tiers.join(text.list))] : []),
        ...(against.stages.length > 0
          ? [text.stages(against.stages.map((stage) => STAGE_TEXT[stage]).join(text.list))]
          : []),
      ].join(text.clause)
  }
}

function placesWords({ places, count }: Extract<AgainstUse, { kind: 'not-here' }>): string {
  const named = places.join(text.list)
  return count > places.length ? text.somePlaces(named, count) : text.places(named)
}
