/** To whom a member belongs. Who serves a sale is another field, in the purchase. A leaver keeps nobody. */
import { employmentOf, staffMember, type StaffDocument } from '../store/staff'
import type { MemberDocument, Owner } from '../store/members'

export const isOwn = (member: MemberDocument | null, who: StaffDocument): member is MemberDocument =>
  member?.owner?.employment === employmentOf(who)

/**
 * The owner after a purchase that `who` registers. No call, unless somebody else owns the member: then whether that person
 * still works here, which a warm instance remembers for a minute.
 */
export async function ownerAfter(
  { owner }: MemberDocument,
  who: StaffDocument,
  purchaseId: string,
  at: number,
): Promise<Owner> {
  const employment = employmentOf(who)
  if (owner?.employment === employment) return owner
  const other = owner && (await staffMember(owner.staffOpenid, at))
  if (owner && other && employmentOf(other) === owner.employment) return owner
  const { _id: staffOpenid, name, storeId } = who
  return { employment, staffOpenid, name, storeId, since: at, because: purchaseId }
}

/** An undone registration made nobody an owner. */
export function withoutOwnerBy(member: MemberDocument, purchaseId: string): MemberDocument {
  if (member.owner?.because !== purchaseId) return member
  const { owner: _owner, ...unowned } = member
  return unowned
}
