/** Writes what a day of a member brings beside the member's own document, in the transaction of that day. */
import type { Programme } from '../../domain/programme/programme'
import type { Effect } from '../../domain/time-work/effect'
import { businessDayOf } from '../../domain/time/business-day'
import type { Transaction } from '../store/collection'
import { entries, entryIdOf } from '../store/entries'
import type { MemberDocument } from '../store/members'
import { addNotice } from '../store/notices'
import { addTask } from '../store/tasks'
import { listKey } from '../store/purchases'
import { rewardReferrer, takeRewardBack } from './referral-effects'

export interface Writing {
  readonly programme: Programme
  /** The instant of the run. */
  readonly at: number
  readonly within: Transaction
}

type WriterOf<Kind extends Effect['does']> = (
  effect: Extract<Effect, { does: Kind }>,
  member: MemberDocument,
  writing: Writing,
) => Promise<MemberDocument>

const WRITERS: { readonly [Kind in Effect['does']]: WriterOf<Kind> } = {
  async entry({ cause, rule, change, at }, member, { programme, within }) {
    await entries.insert(
      {
        _id: entryIdOf(cause),
        memberId: member._id,
        at,
        day: businessDayOf(at),
        rule,
        programmeVersion: programme.version,
        change,
        cause,
        earning: null,
        corrects: null,
        listKey: listKey(at, cause),
      },
      within,
    )
    return member
  },
  notice: ({ notice }, member, { at, within }) => addNotice(notice, member, at, within),
  async task(effect, member, { within }) {
    await addTask(effect, member, within)
    return member
  },
  'reward-referrer': rewardReferrer,
  'take-reward-back': takeRewardBack,
}

/** @returns the member as it is after it; the caller writes it. */
export const writeEffect = <Kind extends Effect['does']>(
  effect: Extract<Effect, { does: Kind }>,
  member: MemberDocument,
  writing: Writing,
): Promise<MemberDocument> => (WRITERS[effect.does] as WriterOf<Kind>)(effect, member, writing)
