/** What a member and an assistant do with their phones wherever the two meet. */
import type { Person } from './driver'

export async function showsCode(member: Person): Promise<void> {
  await member.open('/pages/member/code/index')
  await member.find('.ticket__qr')
}

/** The assistant at the desk points the camera at a phone; what comes of it is for the test to ask. */
export async function scans(assistant: Person, shown: Person): Promise<void> {
  assistant.phone.setScanner(() => shown.phone.screenshot())
  await assistant.tap('.desk-head__scan .button')
}

/** The code is shown and scanned, and the visit is open. */
export async function meet(assistant: Person, member: Person): Promise<void> {
  await showsCode(member)
  await scans(assistant, member)
  await assistant.isOn('pages/assistant/register/index')
}
