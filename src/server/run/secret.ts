/**
 * The installation's one secret and everything that is derived from it: member-code and place proofs, visit tokens, till keys,
 * phone fingerprints and the code of the first manager. It comes from the environment of the function, never from the code.
 */
import { createHash, createHmac, timingSafeEqual } from 'node:crypto'

const SHORTEST_SECRET = 24

function mac(purpose: string, text: string): string {
  const secret = process.env.SHUKE_SECRET ?? ''
  if (secret.length < SHORTEST_SECRET)
    throw new Error(`SHUKE_SECRET must be set for this function, at least ${SHORTEST_SECRET} characters`)
  return createHmac('sha256', `${purpose}:${secret}`).update(text).digest('hex')
}

export const codeProof = (statement: string): string => mac('member-code', statement)
export const visitSignature = (payload: string): string => mac('visit', payload)
export const tillKey = (tillId: string, keyVersion: number): string => mac('till', `${tillId}:${keyVersion}`)
/** Sixteen digits that only this installation could say of a store and a minute. */
export const placeProof = (statement: string): string => mac('place', statement).slice(0, 16)
/** Finds a phone number without storing it in an index. */
export const phoneFingerprint = (phone: string): string => mac('phone', phone).slice(0, 32)
/** Knows a person again without naming anybody, also after the person left. */
export const personFingerprint = (openid: string): string => mac('person', openid).slice(0, 32)
/** Twelve letters and digits that make their first user the manager. */
export const installationCode = (): string => mac('installation', 'first-manager').slice(0, 12)

/** HMAC of a till request; used by the door and by whoever signs. */
export const requestSignature = (
  key: string,
  parts: { time: string; nonce: string; path: string; body: string },
): string =>
  createHmac('sha256', key)
    .update(`${parts.time}\n${parts.nonce}\n${parts.path}\n${parts.body}`)
    .digest('hex')

export const fingerprint = (text: string): string =>
  createHash('sha256').update(text).digest('hex').slice(0, 32)

/** Compares without telling by time where two texts differ. */
export function sameText(a: string, b: string): boolean {
  const left = createHash('sha256').update(a).digest()
  return timingSafeEqual(left, createHash('sha256').update(b).digest())
}
