/** Phones that joined by an invitation, as fingerprints: a phone is bound once, also after its account was closed. */
import { collection } from './collection'

export interface InvitedPhone {
  /** The phone's fingerprint. */
  readonly _id: string
  readonly at: number
}

export const invitedPhones = collection<InvitedPhone>('invited-phones')
