/** Accounts that went over to another: nothing is left behind, and what left is what arrived. */
import type { EntryDocument } from '../../src/server/store/entries'
import { mergingOf } from '../../src/server/store/entries'
import { sum, type MemberFile, type Report } from './ledger'

export function auditMerged(
  { member, absorbed, entries, purchases }: MemberFile,
  entriesOf: ReadonlyMap<string, readonly EntryDocument[]>,
  report: Report,
): void {
  const said = [...(member.absorbed ?? [])].sort().join()
  if (
    member.card?.state !== 'closed' &&
    said !==
      absorbed
        .map(({ _id }) => _id)
        .sort()
        .join()
  )
    report('merged.absorbed', [member._id], `names ${said || 'nobody'} as gone over to it`)
  for (const from of absorbed) {
    if (member.merged)
      report('merged.chain', [from._id, member._id], 'went over to an account that went over')
    const { purse, spendByDay, activityByDay, visits } = from.account
    const holds = purse.lots.length + (purse.pending ?? []).length + purse.debt
    const isEmpty = holds === 0 && Object.keys({ ...spendByDay, ...activityByDay }).length === 0
    if (!isEmpty || visits.count !== 0 || from.phone !== null || from.recent.length > 0)
      report('merged.left-behind', [from._id], 'something is left in an account that went over')
    const ofMerge = ({ cause }: EntryDocument): boolean => cause.startsWith(mergingOf(from._id, ''))
    const arrived = gained(entries.filter(ofMerge))
    const left = -gained((entriesOf.get(from._id) ?? []).filter((each) => ofMerge(each) && !isExpiry(each)))
    if (arrived !== left)
      report('merged.points', [from._id, member._id], `${left} points left, ${arrived} arrived`)
    const since = from.merged?.at ?? 0
    if (purchases.some(({ memberId, at }) => memberId === from._id && at > since))
      report('merged.purchase', [from._id], 'a purchase after the account went over')
  }
}

const isExpiry = ({ change }: EntryDocument): boolean => change.kind === 'expired'

/** What entries did to points less debt. */
const gained = (entries: readonly EntryDocument[]): number =>
  sum(entries.map(({ change }) => (change.kind === 'earned' ? change.points : -change.points)))
