/** A visit as the assistant's phone carries it: who serves whom, where, until when; signed, so that it needs no reading. */
import { refuse, type Refused } from '../run/outcome'
import { sameText, visitSignature } from '../run/secret'
import type { StaffDocument } from '../store/staff'

export const VISIT_LIFE_MS = 30 * 60_000

export interface Visit {
  readonly id: string
  readonly memberId: string
  readonly assistantOpenid: string
  readonly storeId: string
  readonly until: number
}

export function signVisit(visit: Visit): string {
  const payload = Buffer.from(
    JSON.stringify([visit.id, visit.memberId, visit.assistantOpenid, visit.storeId, visit.until]),
  ).toString('base64url')
  return `${payload}.${visitSignature(payload)}`
}

/** The visit behind a token, if it is this assistant's, in this store, and still open. */
export function readVisit(token: string, who: StaffDocument, at: number): Visit | Refused {
  const [payload = '', signature = ''] = token.split('.')
  if (!sameText(visitSignature(payload), signature)) return refuse('visit.invalid')
  const [id, memberId, assistantOpenid, storeId, until] = JSON.parse(
    Buffer.from(payload, 'base64url').toString('utf8'),
  ) as [string, string, string, string, number]
  if (assistantOpenid !== who._id || storeId !== who.storeId) return refuse('visit.invalid')
  if (at > until) return refuse('visit.expired')
  return { id, memberId, assistantOpenid, storeId, until }
}
