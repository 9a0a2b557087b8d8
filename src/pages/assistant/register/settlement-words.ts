/** What the settlement card says, from a preview of the phone or from the server's figures: the two have one shape. Pure. */
import type { SettlementView } from '../../../contract/views'
import { fen } from '../../../domain/money/fen'
import { countText, shortYuanText, yuanText } from '../../../domain/money/yuan-text'
import { REGISTER_TEXT as text } from '../../../text/zh-cn/assistant'
import { discountText, rateText } from '../figures'

export interface SettlementWords {
  /** Null when the tier takes nothing off. */
  readonly discount: { readonly label: string; readonly amount: string } | null
  readonly due: string
  readonly points: string
  readonly times: string
  readonly ladder: string
}

export function settlementWords(settlement: SettlementView, tierName: string | null): SettlementWords {
  const { discountPercent, discountFen, payFen, points, base, rate } = settlement
  return {
    discount:
      discountPercent === 0
        ? null
        : {
            label: text.discount(tierName ?? text.memberPrice, discountText(discountPercent)),
            amount: lessText(discountFen),
          },
    due: yuanText(fen(payFen)),
    points: countText(points),
    times: text.times(countText(base), rateText(rate)),
    ladder: ladderWords(settlement, tierName),
  }
}

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
