/**
 * A change that members make to the own account: one transaction that writes the account and what was changed. The audit
 * record is the operation record; it names the account and never the person, so that it may outlive the membership.
 * Calls: member by openid, start, member read and written, audit, commit.
 */
import { command, TryAgain } from '../run/command'
import { refuse, type Outcome, type Refused } from '../run/outcome'
import { fingerprint } from '../run/secret'
import type { Call } from '../run/serve'
import { audit } from '../store/audit'
import type { Transaction } from '../store/collection'
import { members, type MemberDocument } from '../store/members'

export interface Changed<Data> {
  readonly member: MemberDocument
  /** What was changed, in a word or two without personal data. */
  readonly subject: string
  /** Kept as the answer of this operation: without personal data as well. */
  readonly data: Data
}

/** Two operations of one person have nothing in common that a reader could join them by. */
export const ownChangeId = (call: Call): string =>
  `audit:${fingerprint(`${call.openid}:${call.operationId}`).slice(0, 24)}`

export function ownChange<Data>(
  call: Call,
  action: string,
  change: (member: MemberDocument, within: Transaction) => Promise<Changed<Data> | Refused>,
): Promise<Outcome<Data>> {
  const { openid, at, inputHash } = call
  const _id = ownChangeId(call)
  return command<Data, MemberDocument | null>(
    { inputHash, find: () => audit.get(_id) },
    async (within, found) => {
      const member = found && (await members.get(found._id, within))
      if (!member) return refuse('member.not-joined')
      if (member.openid !== openid) throw new TryAgain()
      const changed = await change(member, within)
      if ('refused' in changed) return changed
      const { subject, data } = changed
      await members.replace(changed.member, within)
      await audit.insert({ _id, at, by: member._id, action, subject, inputHash, answer: data }, within)
      return { data }
    },
    () => members.first({ openid }),
  )
}
