/**
 * From a price to what is paid: the tier's discount, then thresholds that take an amount off. Preview and charge both use it.
 * Invariant: 0 ≤ paid ≤ price; a reduction is capped by what is left to pay, never refused.
 */
import { NO_FEN, percentOfRoundedDown, smallerFen, subtractFen, type Fen } from '../money/fen'

/** "¥50 off from ¥300", measured after the tier's discount. */
export interface ThresholdOff {
  readonly thresholdFen: Fen
  readonly offFen: Fen
}

export interface Settlement {
  readonly priceFen: Fen
  readonly discountFen: Fen
  readonly offFen: Fen
  readonly payFen: Fen
}

export function settle(priceFen: Fen, discountPercent: number, off?: ThresholdOff): Settlement {
  const discountFen = percentOfRoundedDown(priceFen, discountPercent)
  const discounted = subtractFen(priceFen, discountFen)
  const offFen = off && discounted >= off.thresholdFen ? smallerFen(off.offFen, discounted) : NO_FEN
  return { priceFen, discountFen, offFen, payFen: subtractFen(discounted, offFen) }
}
