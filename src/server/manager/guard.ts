/** Who may use the manager's door: an active manager; and anybody while the installation has none, to claim it. */
import { refuse, type Refused } from '../run/outcome'
import type { Call } from '../run/serve'
import { staffMember, type StaffDocument } from '../store/staff'

export async function onlyManagers(
  call: Call,
  action: string,
): Promise<{ who: StaffDocument | null } | Refused> {
  if (action === 'claim-installation') return { who: null }
  const who = await staffMember(call.openid, call.at)
  return who?.role === 'manager' ? { who } : refuse('role.required', { role: 'manager' })
}
