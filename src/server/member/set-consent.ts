/** Gives or withdraws a consent, at once. Which version of the policy was read goes along; an older one is shown anew first. What was noted of allergies goes with its consent. */
import type { MemberOutputs } from '../../contract/member'
import { isNeeded, POLICY_VERSION, type Purpose } from '../../domain/members/consent'
import { refuse, type Outcome } from '../run/outcome'
import type { Call } from '../run/serve'
import { eraseAllergies } from '../store/client-cards'
import { ownChange } from './own-change'

export function setConsent(
  call: Call,
  input: { purpose: Purpose; given: boolean; policyVersion: number },
): Promise<Outcome<MemberOutputs['set-consent']>> {
  const { purpose, given, policyVersion } = input
  const { at } = call
  return ownChange(call, 'set-consent', async (member, within) => {
    if (isNeeded(purpose)) return refuse('consent.needed')
    // Withdrawing waits for no reading.
    if (given && policyVersion !== POLICY_VERSION) return refuse('consent.policy-changed')
    if (purpose === 'sensitive' && !given) await eraseAllergies(member._id, within)
    const consent = { given, at, policyVersion: POLICY_VERSION }
    return {
      member: { ...member, consents: { ...member.consents, [purpose]: consent } },
      subject: `${purpose} ${given ? 'given' : 'withdrawn'} ${POLICY_VERSION}`,
      data: { purpose, given, at },
    }
  })
}
