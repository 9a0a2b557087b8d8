/** All that an audit looks at. Entries are in the order in which they were committed; nothing here is changed. */
import type { Programme } from '../../src/domain/programme/programme'
import type { CouponDocument } from '../../src/server/store/coupons'
import type { EntryDocument } from '../../src/server/store/entries'
import type { EventDocument } from '../../src/server/store/events'
import type { ExchangeDocument } from '../../src/server/store/exchanges'
import type { GrantDocument } from '../../src/server/store/grants'
import type { MemberDocument } from '../../src/server/store/members'
import type { NoticeDocument } from '../../src/server/store/notices'
import type { PurchaseDocument } from '../../src/server/store/purchases'
import type { RefundDocument } from '../../src/server/store/refunds'
import type { StockDocument } from '../../src/server/store/stocks'
import type { TaskDocument } from '../../src/server/store/tasks'

export interface Ledger {
  readonly programmes: readonly Programme[]
  readonly members: readonly MemberDocument[]
  readonly purchases: readonly PurchaseDocument[]
  readonly refunds: readonly RefundDocument[]
  readonly entries: readonly EntryDocument[]
  readonly grants: readonly GrantDocument[]
  readonly coupons: readonly CouponDocument[]
  /** Absent in a mall that gives nothing for points. */
  readonly exchanges?: readonly ExchangeDocument[]
  readonly stocks?: readonly StockDocument[]
  readonly events?: readonly EventDocument[]
  readonly notices?: readonly NoticeDocument[]
  readonly tasks?: readonly TaskDocument[]
}

/** What one member has, found by the member's id in each document, or by that of an account that went over to it. */
export interface MemberFile {
  readonly member: MemberDocument
  readonly purchases: readonly PurchaseDocument[]
  readonly refunds: readonly RefundDocument[]
  /** Of this account alone: they replay to its purse. */
  readonly entries: readonly EntryDocument[]
  /** Also of the accounts that went over to it. */
  readonly allEntries: readonly EntryDocument[]
  /** The accounts that went over to it. */
  readonly absorbed: readonly MemberDocument[]
  readonly grants: readonly GrantDocument[]
}

/** From the id in a document to the account that answers for it now. */
export function ownersOf({ members }: Ledger): (memberId: string) => string {
  const owners = new Map(members.map(({ _id, merged }) => [_id, merged?.into ?? _id]))
  return (memberId) => owners.get(memberId) ?? memberId
}

export interface Violation {
  /** Which rule is broken, e.g. `purse.replay`. */
  readonly rule: string
  /** The documents that it is about. */
  readonly ids: readonly string[]
  readonly text: string
}

/** Gathers violations of one document or member. */
export type Report = (rule: string, ids: readonly string[], text: string) => void

export const sum = (numbers: readonly number[]): number => numbers.reduce((total, each) => total + each, 0)

export function groupedBy<Item>(items: readonly Item[], keyOf: (item: Item) => string): Map<string, Item[]> {
  const groups = new Map<string, Item[]>()
  for (const item of items) {
    const group = groups.get(keyOf(item))
    if (group) group.push(item)
    else groups.set(keyOf(item), [item])
  }
  return groups
}
