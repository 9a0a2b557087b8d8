/** What staff see of a purchase: what was paid for, what is left to give back, whether it can be undone. */
import type { PurchaseLineView, PurchaseView } from '../../contract/views'
import { tierById, type Programme } from '../../domain/programme/programme'
import type { PurchaseLine } from '../../domain/purchases/purchase'
import { refundFenOfLine } from '../../domain/refunds/refund'
import { businessDayOf } from '../../domain/time/business-day'
import type { PurchaseDocument } from '../store/purchases'

export function purchaseView(
  purchase: PurchaseDocument,
  programme: Programme,
  staffOpenid: string,
  at: number,
): PurchaseView {
  const tier = tierById(programme, purchase.tierId)
  return {
    purchaseId: purchase._id,
    at: purchase.at,
    source: purchase.source,
    receipt: purchase.receipt,
    memberName: purchase.memberName ?? '会员',
    tierName: tier.name,
    material: tier.material,
    servedBy: purchase.servedBy,
    paidFen: purchase.paidFen,
    points: purchase.earning.points,
    refundedFen: purchase.refundedFen,
    pointsTakenBack: purchase.pointsTakenBack,
    lines: purchase.lines.map(lineView),
    ...(purchase.coupons && { coupons: purchase.coupons.length }),
    canUndo: canUndo(purchase, staffOpenid, at),
  }
}

function lineView(line: PurchaseLine, index: number): PurchaseLineView {
  const quantityLeft = line.quantity - line.refundedQuantity
  return {
    line: index,
    sku: line.sku,
    quantity: line.quantity,
    quantityLeft,
    paidFen: line.paidFen,
    refundableFen: quantityLeft > 0 ? refundFenOfLine({ ...line, quantityLeft }, quantityLeft) : 0,
  }
}

/** A registration can be undone on its own day, by who made it, while nothing of it came back. */
export const canUndo = (purchase: PurchaseDocument, staffOpenid: string, at: number): boolean =>
  purchase.source === 'assistant' &&
  purchase.staffOpenid === staffOpenid &&
  purchase.day === businessDayOf(at) &&
  purchase.lines.every((line) => line.refundedQuantity === 0)
