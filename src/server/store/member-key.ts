/**
 * From a phone, a card or a caller to the account it belongs to. A warm instance remembers the answer, since it hardly ever changes;
 * whoever uses it checks the document within the transaction (`belongsTo`) and forgets what no longer holds.
 */
import { members, type MemberDocument } from './members'
import { retiredCards } from './retired-cards'

export type MemberKey =
  { readonly phoneHash: string } | { readonly cardNumber: string } | { readonly openid: string }

const MOST_REMEMBERED = 5000

const remembered = new Map<string, string>()

const nameOf = (key: MemberKey): string =>
  'openid' in key
    ? `openid:${key.openid}`
    : 'phoneHash' in key
      ? `phone:${key.phoneHash}`
      : `card:${key.cardNumber}`

/** The id of the account, or null when there is none yet. One call, or none when it is remembered; three for a bound card. */
export async function memberIdOf(key: MemberKey): Promise<string | null> {
  const known = remembered.get(nameOf(key))
  if (known) return known
  const found = (await members.first(key)) ?? ('cardNumber' in key ? await boundMember(key) : null)
  if (!found) return null
  rememberMemberId(key, found._id)
  return found._id
}

/** For whoever has just read the document. */
export function rememberMemberId(key: MemberKey, id: string): void {
  if (remembered.size >= MOST_REMEMBERED) remembered.clear()
  remembered.set(nameOf(key), id)
}

/** Nobody, when the account that the card was bound to has ended since. */
async function boundMember(key: { readonly cardNumber: string }): Promise<MemberDocument | null> {
  const boundTo = (await retiredCards.get(key.cardNumber))?.boundTo
  const member = boundTo === undefined ? null : await members.get(boundTo)
  return belongsTo(member, key) ? member : null
}

export const forgetMemberId = (key: MemberKey): void => void remembered.delete(nameOf(key))

export const belongsTo = (member: MemberDocument | null, key: MemberKey): member is MemberDocument =>
  member !== null &&
  ('openid' in key
    ? member.openid === key.openid
    : 'phoneHash' in key
      ? member.phoneHash === key.phoneHash
      : member.cardNumber === key.cardNumber || (member.boundCards ?? []).includes(key.cardNumber))
