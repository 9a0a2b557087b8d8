/**
 * Refunds: by lines and quantities of one purchase; points and tier credit go back with the money, exactly.
 * Invariant: all refunds of a purchase together pay back what was paid and take back what it earned, in any order of parts;
 * a refund never fails because of points.
 */
import { bonusesTakenBack, withoutBonuses } from '../campaigns/counters'
import { afterTakingBack, type TargetMove } from '../campaigns/targets'
import { addFen, fen, NO_FEN, shareRoundedDown, subtractFen, type Fen } from '../money/fen'
import { visitUndone, type Account } from '../members/account'
import { applyChange, takingBack, type PurseChange } from '../points/purse'
import type { Programme } from '../programme/programme'
import type { Purchase, PurchaseLine } from '../purchases/purchase'
import { withSpend } from '../tiers/spend-by-day'
import { standingsOn } from '../tiers/grant'
import { afterRefund } from '../tiers/standing'
import { businessDayOf, type BusinessDay } from '../time/business-day'

export interface RefundLine {
  /** Place of the line in the purchase, from 0. */
  readonly line: number
  readonly quantity: number
}

/** Money for a quantity of a line: the difference of cumulative shares, so that the last one takes exactly the rest. */
export function refundFenOfLine(
  line: { readonly paidFen: number; readonly quantity: number; readonly quantityLeft: number },
  quantity: number,
): Fen {
  const returned = line.quantity - line.quantityLeft
  const before = shareRoundedDown(line.paidFen, returned, line.quantity)
  return fen(shareRoundedDown(line.paidFen, returned + quantity, line.quantity) - before)
}

/** floor(points × refunded so far / paid), less what was taken back before: 474 points of ¥316.70 for ¥100.00 → 149. */
export function pointsToTakeBack(input: {
  readonly points: number
  readonly paidFen: number
  readonly refundedFenBefore: number
  readonly refundFen: number
}): number {
  if (input.paidFen === 0) return 0
  const share = (refunded: number): number => shareRoundedDown(input.points, refunded, input.paidFen)
  return share(input.refundedFenBefore + input.refundFen) - share(input.refundedFenBefore)
}

export type RefundRefusal =
  | { readonly refused: 'line-unknown'; readonly line: number }
  | { readonly refused: 'more-than-left'; readonly line: number; readonly left: number }

export interface RefundQuote {
  readonly lines: readonly (RefundLine & { readonly refundFen: Fen })[]
  readonly refundFen: Fen
  readonly qualifyingFen: Fen
  readonly points: number
}

/** What a refund would pay and take back. @throws on a quantity that is negative or broken. */
export function quoteRefund(purchase: Purchase, wanted: readonly RefundLine[]): RefundQuote | RefundRefusal {
  const quoted: (RefundLine & { refundFen: Fen; earns: boolean })[] = []
  for (const { line, quantity } of wanted) {
    const bought = purchase.lines[line]
    if (!bought) return { refused: 'line-unknown', line }
    const earlier = quoted.filter((each) => each.line === line).reduce((sum, each) => sum + each.quantity, 0)
    if (!Number.isSafeInteger(quantity) || quantity < 0) throw new Error(`not a quantity: ${quantity}`)
    const quantityLeft = bought.quantity - bought.refundedQuantity - earlier
    if (quantity > quantityLeft) return { refused: 'more-than-left', line, left: quantityLeft }
    const refundFen = refundFenOfLine({ ...bought, quantityLeft }, quantity)
    quoted.push({ line, quantity, refundFen, earns: bought.kind === 'goods' })
  }
  const qualifyingFen = addFen(...quoted.filter((each) => each.earns).map((each) => each.refundFen))
  return {
    lines: quoted.map(({ line, quantity, refundFen }) => ({ line, quantity, refundFen })),
    refundFen: addFen(...quoted.map((each) => each.refundFen)),
    qualifyingFen,
    points: pointsToTakeBack({
      points: purchase.earning.points,
      paidFen: purchase.qualifyingFen,
      refundedFenBefore: purchase.refundedQualifyingFen,
      refundFen: qualifyingFen,
    }),
  }
}

export interface BookedRefund {
  readonly account: Account
  readonly purchase: Purchase
  readonly quote: RefundQuote
  /** Null when there are no points to take back. */
  readonly change: PurseChange | null
  /** Targets that are not reached any more, each with a change of its own, after that of the refund. */
  readonly moves: readonly TargetMove[]
}

/** @param undo true for a registration made by mistake: the visit is taken back too. */
export function bookRefund(
  account: Account,
  purchase: Purchase,
  wanted: readonly RefundLine[],
  programme: Programme,
  at: number,
  undo = false,
): BookedRefund | RefundRefusal {
  const quote = quoteRefund(purchase, wanted)
  if ('refused' in quote) return quote
  const today = businessDayOf(at)
  const change = quote.points > 0 ? takingBack(account.purse, quote.points, purchase.filled, today) : null
  const spendByDay = withSpend(
    account.spendByDay,
    purchase.day,
    subtractFen(NO_FEN, quote.qualifyingFen),
    today,
    programme,
  )
  // The term's end is judged on what was spent then; a late job must not let this refund change that.
  const { activityByDay } = account
  const { standing, ...given } = standingsOn(programme, account, today)
  const { purse, ...counted } = countersAfter(account, purchase, quote, change, today)
  const moved: Account = {
    purse,
    standing: afterRefund(programme, standing, purchase, spendByDay, today, activityByDay),
    spendByDay,
    visits: account.visits,
    ...(activityByDay && { activityByDay }),
    ...given,
    ...counted.kept,
  }
  return {
    account: undo ? { ...moved, visits: visitUndone(moved, purchase.day) } : moved,
    purchase: {
      ...purchase,
      lines: purchase.lines.map((line, index) => lineAfter(line, index, quote.lines)),
      refundedFen: addFen(purchase.refundedFen, quote.refundFen),
      refundedQualifyingFen: addFen(purchase.refundedQualifyingFen, quote.qualifyingFen),
      pointsTakenBack: purchase.pointsTakenBack + quote.points,
    },
    quote,
    change,
    moves: counted.moves,
  }
}

/** The purse, what campaigns count and targets, after what came back. */
function countersAfter(
  account: Account,
  { day, earning, targets: counted = [], ...purchase }: Purchase,
  quote: RefundQuote,
  change: PurseChange | null,
  today: BusinessDay,
) {
  const before = purchase.refundedQualifyingFen
  const refunded = { before, after: before + quote.qualifyingFen, of: purchase.qualifyingFen }
  const bonuses = withoutBonuses(account.bonuses, day, bonusesTakenBack(earning.bonuses, refunded))
  const taken = change ? applyChange(account.purse, change) : account.purse
  const { purse, targets, moves } = afterTakingBack(
    { purse: taken, targets: account.targets },
    { counted, points: quote.points, today },
  )
  return { purse, moves, kept: { ...(bonuses && { bonuses }), ...(targets && { targets }) } }
}

function lineAfter(line: PurchaseLine, index: number, refunded: readonly RefundLine[]): PurchaseLine {
  const quantity = refunded
    .filter((each) => each.line === index)
    .reduce((sum, each) => sum + each.quantity, 0)
  return { ...line, refundedQuantity: line.refundedQuantity + quantity }
}
