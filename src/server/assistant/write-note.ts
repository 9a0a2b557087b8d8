/** Keeps a few words about the visiting member with assistant, store and time. Calls: start, member, note, member, commit. */
import type { AssistantOutputs } from '../../contract/assistant'
import { businessDayOf } from '../../domain/time/business-day'
import { command } from '../run/command'
import { refuse, type Outcome } from '../run/outcome'
import { fingerprint } from '../run/secret'
import type { Call } from '../run/serve'
import { cardStateOf, members, withNote } from '../store/members'
import { notes } from '../store/notes'
import type { StaffDocument } from '../store/staff'
import { readVisit } from './visit-token'

export async function writeNote(
  call: Call & { who: StaffDocument },
  input: { visit: string; text: string },
): Promise<Outcome<AssistantOutputs['write-note']>> {
  const { who, at, inputHash } = call
  const _id = `note:${fingerprint(call.openid).slice(0, 12)}:${call.operationId}`
  return command({ inputHash, find: () => notes.get(_id) }, async (within) => {
    const visit = readVisit(input.visit, who, at)
    if ('refused' in visit) return visit
    const member = await members.get(visit.memberId, within)
    // A membership may have ended since the scan; nothing is written about somebody who asked to be forgotten.
    if (!member) return refuse('member.unknown')
    if (cardStateOf(member) === 'closed') return refuse('card.closed')
    const data = { noteId: _id }
    await notes.insert(
      {
        _id,
        memberId: visit.memberId,
        storeId: who.storeId,
        visitId: visit.id,
        staffOpenid: who._id,
        by: who.name,
        at,
        text: input.text,
        inputHash,
        answer: data,
      },
      within,
    )
    await members.replace(withNote(member, who.storeId, businessDayOf(at)), within)
    return { data }
  })
}
