/** A ledger of one member made by the rules themselves: three purchases with an upgrade, two refunds. Audits clean. */
import { newAccount } from '../../src/domain/members/account'
import { fen } from '../../src/domain/money/fen'
import { MALL_PROGRAMME } from '../../src/domain/programme/default-programmes'
import { bookPurchase, type Purchase } from '../../src/domain/purchases/purchase'
import { bookRefund, type RefundLine } from '../../src/domain/refunds/refund'
import { businessDayOf } from '../../src/domain/time/business-day'
import { entryIdOf, targetMoveOf, type EntryDocument } from '../../src/server/store/entries'
import type { MemberDocument } from '../../src/server/store/members'
import type { PurchaseDocument } from '../../src/server/store/purchases'
import type { RefundDocument } from '../../src/server/store/refunds'
import type { Ledger } from '../../tools/audit/ledger'

/** Every part can be changed, since tests break it. */
export type Open<Value> = Value extends string | number | boolean | null
  ? Value
  : { -readonly [Key in keyof Value]: Open<Value[Key]> }
export type OpenLedger = Open<Ledger>

const DAY_MS = 86_400_000
const START = Date.parse('2026-01-05T10:00:00+08:00')

export function smallLedger(): OpenLedger {
  let account = newAccount(MALL_PROGRAMME, businessDayOf(START))
  const purchases: PurchaseDocument[] = []
  const refunds: RefundDocument[] = []
  const entries: EntryDocument[] = []
  const buy = (receipt: string, at: number, amounts: [number, number][]): void => {
    const lines = amounts.map(([quantity, paid], n) => ({
      ...{ sku: `sku-${n}`, kind: 'goods' as const, quantity, paidFen: fen(paid) },
    }))
    const priceFen = fen(amounts.reduce((sum, [, paid]) => sum + paid, 0))
    const booked = bookPurchase(account, { lines, priceFen, discountFen: fen(0) }, MALL_PROGRAMME, at)
    account = booked.account
    const _id = `purchase:till:${receipt}`
    purchases.push(purchaseDocument(_id, receipt, booked.purchase))
    if (booked.change)
      entries.push(entry(_id, at, 'purchase.points', booked.change, booked.purchase.earning, null))
    for (const { targetId, change } of booked.moves)
      if (change) entries.push(entry(targetMoveOf(targetId, _id), at, 'target.reached', change, null, null))
  }
  const giveBack = (receipt: string, at: number, place: number, lines: RefundLine[]): void => {
    const purchase = purchases[place] as PurchaseDocument
    const booked = bookRefund(account, purchase, lines, MALL_PROGRAMME, at)
    if ('refused' in booked) throw new Error(booked.refused)
    account = booked.account
    purchases[place] = { ...purchase, ...booked.purchase }
    const _id = `refund:till:${receipt}`
    refunds.push({
      ...{ _id, purchaseId: purchase._id, memberId: 'm1', storeId: 's1', at, day: businessDayOf(at) },
      ...{ quote: booked.quote, debtAdded: booked.change?.debt ?? 0, reason: 'returned' },
      ...{ tierBefore: 'basic', tierAfter: 'basic', staffOpenid: null, tillId: 'till' },
      ...{ programmeVersion: 1, inputHash: '', answer: null },
    })
    if (booked.change)
      entries.push(entry(_id, at, 'refund.take-back', booked.change, null, entryIdOf(purchase._id)))
  }
  buy('1', START, [
    [4, 10_001],
    [1, 31_670],
  ])
  buy('2', START + 3 * DAY_MS, [[1, 1_200_000]])
  buy('3', START + 40 * DAY_MS, [[10, 99_999]])
  giveBack('R1', START + 41 * DAY_MS, 2, [{ line: 0, quantity: 3 }])
  giveBack('R2', START + 42 * DAY_MS, 0, [{ line: 1, quantity: 1 }])
  const ledger: Ledger = {
    ...{ programmes: [], members: [memberDocument(account)], purchases, refunds, entries },
    grants: [],
    coupons: [],
  }
  return structuredClone(ledger) as OpenLedger
}

const memberDocument = (account: MemberDocument['account']): MemberDocument => ({
  ...{ _id: 'm1', openid: 'o-m1', cardNumber: '80000001', phoneHash: 'h1', phone: null, name: '小满' },
  ...{ openedAt: START, joinedAt: START, join: null, account, recent: [] },
})

const purchaseDocument = (_id: string, receipt: string, purchase: Purchase): PurchaseDocument => ({
  ...{ _id, ...purchase, source: 'till', memberId: 'm1', memberName: null, storeId: 's1', storeName: '店' },
  ...{ staffOpenid: null, servedBy: null, tillId: 'till', receipt, listKey: '', inputHash: '', answer: null },
})

const entry = (
  cause: string,
  at: number,
  rule: EntryDocument['rule'],
  change: EntryDocument['change'],
  earning: EntryDocument['earning'],
  corrects: string | null,
): EntryDocument => ({
  ...{ _id: entryIdOf(cause), memberId: 'm1', at, day: businessDayOf(at), rule },
  ...{ programmeVersion: 1, change, cause, earning, corrects },
})
