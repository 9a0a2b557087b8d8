/**
 * From a phone or a card to the account it belongs to. A warm instance remembers the answer, since it hardly ever changes;
 * whoever uses it checks the document within the transaction (`belongsTo`) and forgets what no longer holds.
 */
import { members, type MemberDocument } from './members'

export type MemberKey = { readonly phoneHash: string } | { readonly cardNumber: string }

const MOST_REMEMBERED = 5000

const remembered = new Map<string, string>()

const nameOf = (key: MemberKey): string =>
  'phoneHash' in key ? `phone:${key.phoneHash}` : `card:${key.cardNumber}`

/** The id of the account, or null when there is none yet. One call, or none when it is remembered. */
export async function memberIdOf(key: MemberKey): Promise<string | null> {
  const known = remembered.get(nameOf(key))
  if (known) return known
  const found = await members.first(key)
  if (!found) return null
  if (remembered.size >= MOST_REMEMBERED) remembered.clear()
  remembered.set(nameOf(key), found._id)
  return found._id
}

export const forgetMemberId = (key: MemberKey): void => void remembered.delete(nameOf(key))

export const belongsTo = (member: MemberDocument | null, key: MemberKey): member is MemberDocument =>
  member !== null &&
  ('phoneHash' in key ? member.phoneHash === key.phoneHash : member.cardNumber === key.cardNumber)
