/** Who may use the assistant's door: active staff of a store. One call when the instance does not know the person yet. */
import { refuse, type Refused } from '../run/outcome'
import type { Call } from '../run/serve'
import { staffMember, type StaffDocument } from '../store/staff'

export async function onlyStaff(call: Call): Promise<{ who: StaffDocument } | Refused> {
  const who = await staffMember(call.openid, call.at)
  return who ? { who } : refuse('role.required', { role: 'assistant' })
}
