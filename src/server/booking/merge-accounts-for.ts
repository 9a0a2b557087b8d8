/**
 * Writes that one account went over to another: entries of both, the emptied account, the number of its card, which leads
 * to the other from now on. The caller writes the account that it went over to.
 * Calls: the emptied account, the retired number, an entry for each lot (few share one), two at most for what leaves.
 * Invariant: purchases, refunds and entries stay under the id that they have; `ownerOf` finds whose they are now.
 */
import type { PurseChange } from '../../domain/points/purse'
import { mergeAccounts } from '../../domain/members/merge'
import { tierById, type Programme } from '../../domain/programme/programme'
import { heldOn } from '../../domain/tiers/grant'
import { tierLogAfter } from '../../domain/tiers/tier-log'
import { businessDayOf } from '../../domain/time/business-day'
import type { Transaction } from '../store/collection'
import { entries, entryIdOf, mergingOf, type EntryDocument } from '../store/entries'
import { members, mergedActivities, noPhoneHash, type MemberDocument } from '../store/members'
import { listKey } from '../store/purchases'
import { retiredCards } from '../store/retired-cards'
import { standingOn } from '../view/standing'

export interface Merging {
  readonly at: number
  /** Where the card was bound. */
  readonly storeName: string
}

export interface MergedFor {
  /** The account with what went over to it, to be written. */
  readonly member: MemberDocument
  readonly pointsMoved: number
  readonly debtMoved: number
  /** Name of the tier that the spend of both reaches, when it is another than before. */
  readonly tierNow: string | null
}

export async function mergeAccountsFor(
  from: MemberDocument,
  into: MemberDocument,
  { at, storeName }: Merging,
  programme: Programme,
  within: Transaction,
): Promise<MergedFor> {
  const today = businessDayOf(at)
  const merged = mergeAccounts(from.account, into.account, programme, today)
  const tierBefore = standingOn(into, programme, today).tierId
  const { tierId } = heldOn(programme, merged.into, today)
  await members.replace(emptied(from, into, merged.from, at), within)
  await retiredCards.insert({ _id: from.cardNumber, memberId: from._id, at, boundTo: into._id }, within)
  const write = (memberId: string, part: string, change: PurseChange): Promise<void> =>
    entries.insert(entryOf(memberId, mergingOf(from._id, part), change, { at, storeName }, programme), within)
  for (const [n, change] of merged.leaving.entries()) await write(from._id, `out-${n}`, change)
  for (const [n, change] of merged.arriving.entries())
    await write(into._id, `in-${String(n).padStart(2, '0')}`, change)
  return {
    member: {
      ...into,
      openedAt: Math.min(into.openedAt, from.openedAt),
      boundCards: [...(into.boundCards ?? []), from.cardNumber],
      absorbed: [...(into.absorbed ?? []), from._id],
      account: merged.into,
      tierLog: tierLogAfter(into, merged.into, programme, today, {
        because: 'merge',
        cause: mergingOf(from._id, 'tier'),
        storeName,
      }),
      recent: mergedActivities(into.recent, from.recent),
    },
    pointsMoved: moved(merged.leaving, 'reversed'),
    debtMoved: moved(merged.leaving, 'earned'),
    tierNow: tierId === tierBefore ? null : tierById(programme, tierId).name,
  }
}

/** What left as points taken out, or as a debt that was settled. */
const moved = (leaving: readonly PurseChange[], as: PurseChange['kind']): number =>
  leaving.reduce((sum, { kind, points }) => sum + (kind === as ? points : 0), 0)

/** Nothing leads to it any more but its own documents. */
function emptied(
  from: MemberDocument,
  into: MemberDocument,
  account: MemberDocument['account'],
  at: number,
): MemberDocument {
  const { tierLog: _log, ...rest } = from
  return {
    ...rest,
    cardNumber: `merged:${from._id}`,
    phoneHash: noPhoneHash(from._id),
    phone: null,
    account,
    recent: [],
    merged: { into: into._id, at },
  }
}

const entryOf = (
  memberId: string,
  cause: string,
  change: PurseChange,
  { at, storeName }: Merging,
  programme: Programme,
): EntryDocument => ({
  _id: entryIdOf(cause),
  memberId,
  at,
  day: businessDayOf(at),
  rule: 'account.merged',
  programmeVersion: programme.version,
  change,
  cause,
  earning: null,
  corrects: null,
  about: { storeName, amountFen: null, receipt: null, reason: null },
  listKey: listKey(at, cause),
})
