/** What the settlement card says, from a preview of the phone or from the server's figures: the two have one shape. Pure. */
import type { UsableCouponView } from '../../../contract/counter-coupons'
import type { SettlementView } from '../../../contract/views'
import { fen } from '../../../domain/money/fen'
import { countText, shortYuanText, yuanText } from '../../../domain/money/yuan-text'
import { REGISTER_TEXT as text } from '../../../text/zh-cn/assistant'
import { discountText, rateText } from '../figures'
import { reductionLabel } from './coupon-words'

export interface SettlementWords {
  /** What is taken off, a line each: what it is called, and how much. Null when nothing is. */
  readonly less: { readonly labels: string; readonly amounts: string } | null
  readonly due: string
  readonly points: string
  readonly times: string
  readonly ladder: string
}

const BESIDE = ' · '

export function settlementWords(
  settlement: SettlementView,
  tierName: string | null,
  coupons: readonly UsableCouponView[],
): SettlementWords {
  const { payFen, points, base, rate, bonuses } = settlement
  const less = reductions(settlement, tierName, coupons)
  return {
    less: less.length === 0 ? null : { labels: column(less, 'label'), amounts: column(less, 'amount') },
    due: yuanText(fen(payFen)),
    points: countText(points),
    times: [
      text.times(countText(base), rateText(rate)),
      ...bonuses.map((bonus) => text.bonus(bonus.name, countText(bonus.points))),
    ].join(BESIDE),
    ladder: ladderWords(settlement, tierName),
  }
}

export interface Reduction {
  readonly label: string
  readonly amount: string
}

const column = (less: readonly Reduction[], part: keyof Reduction): string =>
  less.map((each) => each[part]).join('\n')

function reductions(
  settlement: SettlementView,
  tierName: string | null,
  coupons: readonly UsableCouponView[],
): readonly Reduction[] {
  const { discountPercent, discountFen } = settlement
  const label = text.discount(tierName ?? text.memberPrice, discountText(discountPercent))
  const ofTier = discountPercent === 0 ? [] : [{ label, amount: lessText(discountFen) }]
  return [...ofTier, ...couponReductions(settlement, coupons)]
}

/** What each coupon took off, in their turn. */
export const couponReductions = (
  settlement: Pick<SettlementView, 'coupons'>,
  coupons: readonly UsableCouponView[],
): readonly Reduction[] =>
  settlement.coupons.flatMap(({ couponId, offFen }) => {
    const coupon = coupons.find((each) => each.couponId === couponId)
    return coupon ? [{ label: reductionLabel(coupon.worth), amount: lessText(offFen) }] : []
  })

const lessText = (amountFen: number): string =>
  amountFen === 0 ? yuanText(fen(0)) : yuanText(fen(-amountFen))

export function ladderWords(settlement: SettlementView, tierName: string | null): string {
  if (settlement.upgradesTo) return text.upgrade(settlement.upgradesTo)
  return settlement.next
    ? text.gap(settlement.next.tierName, shortYuanText(fen(settlement.next.gapFen)))
    : tierName === null
      ? ''
      : text.highest(tierName)
}
