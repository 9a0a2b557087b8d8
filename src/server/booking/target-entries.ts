/** Entries of targets: what reaching one brought, and what falling below it takes back. One call each. */
import type { TargetMove } from '../../domain/campaigns/targets'
import type { Programme } from '../../domain/programme/programme'
import { businessDayOf } from '../../domain/time/business-day'
import { entries, entryIdOf, targetMoveOf } from '../store/entries'
import { listKey } from '../store/purchases'
import type { Transaction } from '../store/collection'

interface MovedBy {
  readonly memberId: string
  /** The purchase or the refund; what moved stands after it. */
  readonly id: string
  readonly at: number
  readonly storeName: string
}

export async function writeTargetMoves(
  moves: readonly TargetMove[],
  { memberId, id, at, storeName }: MovedBy,
  programme: Programme,
  within: Transaction,
): Promise<void> {
  for (const { targetId, change, reachedBy } of moves) {
    const target = programme.targets?.find((each) => each.id === targetId)
    const cause = targetMoveOf(targetId, id)
    await entries.insert(
      {
        _id: entryIdOf(cause),
        memberId,
        at,
        day: businessDayOf(at),
        rule: change.kind === 'earned' ? 'target.reached' : 'target.taken-back',
        programmeVersion: programme.version,
        change,
        cause,
        earning: null,
        corrects: reachedBy === undefined ? null : entryIdOf(targetMoveOf(targetId, reachedBy)),
        about: {
          storeName,
          amountFen: null,
          receipt: null,
          reason: null,
          target: { name: target?.name ?? targetId, ...(target?.english && { english: target.english }) },
        },
        listKey: listKey(at, cause),
      },
      within,
    )
  }
}
