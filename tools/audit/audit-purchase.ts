/**
 * A purchase: its lines sum to what was paid, its points are its entry's, and what came back of it is what its refunds say.
 */
import { shareRoundedDown } from '../../src/domain/money/fen'
import { rankOf, tierById, type Programme } from '../../src/domain/programme/programme'
import { entryIdOf, type EntryDocument } from '../../src/server/store/entries'
import type { PurchaseDocument } from '../../src/server/store/purchases'
import type { RefundDocument } from '../../src/server/store/refunds'
import { sum, type Report } from './ledger'

export interface PurchaseFile {
  readonly purchase: PurchaseDocument
  readonly refunds: readonly RefundDocument[]
  readonly entry: EntryDocument | undefined
  readonly programme: Programme
}

export function auditPurchase(file: PurchaseFile, report: Report): void {
  auditAmounts(file, report)
  auditPoints(file, report)
  auditWhatCameBack(file, report)
}

function auditAmounts({ purchase }: PurchaseFile, report: Report): void {
  const { _id, lines, paidFen, qualifyingFen, priceFen, discountFen } = purchase
  const { offFen = 0, coupons = [] } = purchase
  const paid = sum(lines.map((line) => line.paidFen))
  if (paid !== paidFen) report('purchase.paid', [_id], `paid ${paidFen}, its lines sum to ${paid}`)
  const goods = sum(lines.filter((line) => line.kind === 'goods').map((line) => line.paidFen))
  if (goods !== qualifyingFen)
    report('purchase.qualifying', [_id], `${qualifyingFen} qualify, its goods sum to ${goods}`)
  if (priceFen - discountFen - offFen !== paidFen)
    report('purchase.price', [_id], `${priceFen} − ${discountFen} − ${offFen} is not the ${paidFen} paid`)
  const offs = sum(coupons.map((each) => each.offFen))
  if (offs !== offFen || coupons.some((each) => each.offFen < 1))
    report('purchase.off', [_id], `${offFen} off, its coupons took ${offs}`)
}

function auditPoints({ purchase, entry, programme }: PurchaseFile, report: Report): void {
  const { _id, earning, qualifyingFen, tierId } = purchase
  const { points, base, rate, bonuses, bonusPoints } = earning
  rankOf(programme, tierId)
  const plain = Math.floor((base * rate) / 100)
  if (base !== Math.floor(qualifyingFen / 100) || points !== plain + bonusPoints)
    report(
      'purchase.points',
      [_id],
      `${points} points from a base of ${base} at ${rate} and ${bonusPoints} more`,
    )
  const given = sum(bonuses.map((bonus) => bonus.points))
  if (given !== bonusPoints)
    report('purchase.points', [_id], `${bonusPoints} bonus points, its bonuses gave ${given}`)
  if (rate !== tierById(programme, tierId).rate)
    report(
      'purchase.rate',
      [_id],
      `earned at ${rate}, ${tierId} earns at ${tierById(programme, tierId).rate}`,
    )
  if (!entry) {
    if (points > 0) report('purchase.entry', [_id], `${points} points and no entry ${entryIdOf(_id)}`)
    return
  }
  const { kind, points: entered, lots, pending = [] } = entry.change
  if (entry.about && entry.about.amountFen !== purchase.paidFen)
    report('entry.about', [entry._id], `tells of ${entry.about.amountFen} fen, paid were ${purchase.paidFen}`)
  if (kind !== 'earned' || entered !== points || entry.earning?.points !== points)
    report('purchase.entry', [_id, entry._id], `${points} points, the entry says ${entered} ${kind}`)
  if (JSON.stringify(ordered([...lots, ...pending])) !== JSON.stringify(ordered(purchase.filled)))
    report('purchase.filled', [_id, entry._id], 'the lots that it filled are not those of its entry')
  if (entry.memberId !== purchase.memberId)
    report('purchase.entry', [_id, entry._id], 'the entry belongs to another member')
}

const ordered = (filled: PurchaseDocument['filled']) =>
  filled.map((each) => [
    each.kind,
    each.expiresOn,
    each.points,
    'activatesOn' in each ? each.activatesOn : null,
  ])

function auditWhatCameBack({ purchase, refunds }: PurchaseFile, report: Report): void {
  const { _id, earning, qualifyingFen } = purchase
  const quoted = (amount: (refund: RefundDocument) => number): number => sum(refunds.map(amount))
  const compare = (rule: string, said: number, found: number): void => {
    if (said !== found) report(rule, [_id], `says ${said}, its refunds come to ${found}`)
  }
  compare(
    'purchase.refunded',
    purchase.refundedFen,
    quoted(({ quote }) => quote.refundFen),
  )
  compare(
    'purchase.refunded-qualifying',
    purchase.refundedQualifyingFen,
    quoted(({ quote }) => quote.qualifyingFen),
  )
  compare(
    'purchase.taken-back',
    purchase.pointsTakenBack,
    quoted(({ quote }) => quote.points),
  )
  const share =
    qualifyingFen === 0 ? 0 : shareRoundedDown(earning.points, purchase.refundedQualifyingFen, qualifyingFen)
  if (purchase.pointsTakenBack !== share)
    report(
      'purchase.take-back-share',
      [_id],
      `took back ${purchase.pointsTakenBack} points, its share is ${share}`,
    )
  purchase.lines.forEach((line, index) => {
    const returned = refunds.flatMap(({ quote }) => quote.lines.filter((each) => each.line === index))
    const quantity = sum(returned.map((each) => each.quantity))
    if (quantity !== line.refundedQuantity)
      report(
        'line.refunded',
        [_id],
        `line ${index}: ${line.refundedQuantity} came back, its refunds say ${quantity}`,
      )
    if (line.refundedQuantity > line.quantity)
      report(
        'line.more-than-bought',
        [_id],
        `line ${index}: ${line.refundedQuantity} of ${line.quantity} came back`,
      )
    const money = sum(returned.map((each) => each.refundFen))
    if (money !== shareRoundedDown(line.paidFen, Math.min(quantity, line.quantity), line.quantity))
      report('line.refund-money', [_id], `line ${index}: ${money} fen for ${quantity} of ${line.quantity}`)
  })
  for (const refund of refunds) auditRefund(refund, purchase, report)
}

function auditRefund(refund: RefundDocument, purchase: PurchaseDocument, report: Report): void {
  const { _id, quote, storeId } = refund
  // That both are of one member is what they were grouped by.
  if (storeId !== purchase.storeId) report('refund.whose', [_id, purchase._id], 'store is not the purchase’s')
  if (quote.refundFen !== sum(quote.lines.map((line) => line.refundFen)))
    report('refund.sum', [_id], `${quote.refundFen} fen, its lines sum otherwise`)
}
