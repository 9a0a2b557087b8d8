/**
 * What a member's data may be used for, purpose by purpose. The purposes are data; each choice keeps when it was made and
 * under which version of the policy. Invariant: what the service does not need is off until the member turns it on.
 */
export const PURPOSES = ['service', 'offers', 'birthday', 'sensitive', 'analysis'] as const
export type Purpose = (typeof PURPOSES)[number]

/** Grows when what a purpose means changes. */
export const POLICY_VERSION = 2

/** Without these there is no membership: they end with the card. */
const NEEDED: readonly Purpose[] = ['service']

export interface Consent {
  readonly given: boolean
  readonly at: number
  readonly policyVersion: number
}

export type Consents = Readonly<Partial<Record<Purpose, Consent>>>

export const isNeeded = (purpose: Purpose): boolean => NEEDED.includes(purpose)

export const isGiven = (consents: Consents, purpose: Purpose): boolean =>
  isNeeded(purpose) || (consents[purpose]?.given ?? false)
