/**
 * Gives a joined member a role in a store, or takes it away. The person is named by the proved phone number, never by an
 * openid of the request. A leaver is out within a minute, when warm instances have forgotten the role. Nobody changes the
 * own role: the installation is claimed once, so its last manager could never come back. The person's own document says
 * where he works too, so that what a member does needs no look at staff.
 */
import type { ManagerOutputs } from '../../contract/manager'
import { TryAgain } from '../run/command'
import { refuse, type Outcome } from '../run/outcome'
import { phoneFingerprint } from '../run/secret'
import type { Call } from '../run/serve'
import { isClaimed, members, type MemberDocument } from '../store/members'
import { forgetStaff, staff } from '../store/staff'
import { stores } from '../store/stores'
import { audited } from '../run/audited'

export interface NameStaffInput {
  readonly phone: string
  readonly name: string
  readonly storeId: string
  readonly role: 'assistant' | 'manager' | null
}

export async function nameStaff(
  call: Call,
  input: NameStaffInput,
): Promise<Outcome<ManagerOutputs['name-staff']>> {
  const { name, storeId, role } = input
  return audited<ManagerOutputs['name-staff'], MemberDocument | null>(
    call,
    { action: 'name-staff', subject: (person) => `${person?.openid ?? ''}:${storeId}:${role ?? 'none'}` },
    async (within, found) => {
      const person = found && (await members.get(found._id, within))
      if (!person || !isClaimed(person)) return refuse('staff.not-joined')
      if (person.openid !== found.openid) throw new TryAgain()
      if (person.openid === call.openid) return refuse('staff.own-phone')
      const store = await stores.get(storeId, within)
      if (!store) return refuse('store.unknown', { storeId })
      const before = await staff.get(person.openid, within)
      await staff.replace(
        {
          _id: person.openid,
          name,
          role: role ?? before?.role ?? 'assistant',
          storeId,
          storeName: store.name,
          active: role !== null,
          slowedUntil: 0,
          hiredAt: before?.active ? (before.hiredAt ?? 0) : call.at,
        },
        within,
      )
      const { worksAt: _before, ...member } = person
      await members.replace({ ...member, ...(role !== null && { worksAt: storeId }) }, within)
      forgetStaff(person.openid)
      return { data: { name, storeId, role } }
    },
    () => members.first({ phoneHash: phoneFingerprint(input.phone) }),
  )
}
