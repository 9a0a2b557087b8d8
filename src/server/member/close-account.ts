/**
 * Ends a membership: points become void, the person goes out of the account, the ledger stays under the account's id, and
 * openid and phone are free to join anew. Calls: as every own change, staff, the client card, the retired number, the entry
 * of what became void; then what other documents say of the person, and the picture,
 * ten at once.
 * Invariant: the answer is given when the names are gone. Until then the phone asks again, and they are erased again.
 */
import type { MemberOutputs } from '../../contract/member'
import { afterStep } from '../../domain/members/card-life'
import { applyChange, spendable, voiding, type PurseChange } from '../../domain/points/purse'
import { isDue, refused, type Invited } from '../../domain/referrals/friend'
import { businessDayOf } from '../../domain/time/business-day'
import { refuse, type Outcome } from '../run/outcome'
import type { Call } from '../run/serve'
import { audit } from '../store/audit'
import { eraseAvatar } from '../store/avatars'
import { clientCards } from '../store/client-cards'
import { erasePlates } from '../store/coupons'
import { closingOf, entries, entryIdOf, type EntryDocument } from '../store/entries'
import { cardStateOf, type MemberDocument } from '../store/members'
import { eraseAddresses } from '../store/exchanges'
import { eraseLooks } from '../store/looks'
import { eraseNotes } from '../store/notes'
import { eraseNotices } from '../store/notices'
import { programmeInForce } from '../store/programme'
import { eraseBuyer } from '../store/purchases'
import { eraseRefunded } from '../store/refunds'
import { retiredCards } from '../store/retired-cards'
import { staff } from '../store/staff'
import { eraseVisitor } from '../store/visits'
import { ownChange, ownChangeId } from './own-change'
import { voidCoupons } from './void-coupons'

export async function closeAccount(
  call: Call,
  input: { cardNumber: string; shownPoints: number },
): Promise<Outcome<MemberOutputs['close-account']>> {
  const { openid, at } = call
  const programme = await programmeInForce()
  const today = businessDayOf(at)
  const outcome = await ownChange(call, 'close-account', async (member, within) => {
    if ((await staff.get(openid, within))?.active) return refuse('account.staff')
    const state = afterStep(cardStateOf(member), 'close')
    if (!state) return refuse('card.step-impossible', { state: cardStateOf(member) })
    const points = spendable(member.account.purse, today)
    if (points !== input.shownPoints || member.cardNumber !== input.cardNumber)
      return refuse('account.changed', { points })
    const change = voiding(member.account.purse)
    if (change) await entries.insert(entryOf(member, change, at, programme.version), within)
    await clientCards.remove(member._id, within)
    await retiredCards.insert({ _id: member.cardNumber, memberId: member._id, at }, within)
    return {
      member: nobody(member, change, at),
      subject: 'closed',
      data: { closedAt: at, voidedPoints: points },
    }
  })
  if ('refused' in outcome) return outcome
  const record = await audit.get(ownChangeId(call))
  if (record) await erase(record.by, at)
  return outcome
}

const erase = (memberId: string, at: number): Promise<unknown> =>
  Promise.all([
    eraseBuyer(memberId),
    eraseRefunded(memberId),
    eraseVisitor(memberId),
    eraseNotes(memberId),
    eraseNotices(memberId),
    eraseAvatar(memberId),
    eraseLooks(memberId),
    erasePlates(memberId),
    eraseAddresses(memberId, at),
    voidCoupons(memberId, at),
  ])

/** The account without its person. Unique fields hold a value of the id, as they must. */
function nobody(member: MemberDocument, change: PurseChange | null, at: number): MemberDocument {
  const { _id, openedAt, joinedAt, account, invited } = member
  const gone = `closed:${_id}`
  return {
    _id,
    openid: gone,
    cardNumber: gone,
    phoneHash: gone,
    phone: null,
    name: null,
    openedAt,
    joinedAt,
    join: null,
    card: { state: 'closed', since: at },
    ...(invited && { invited: afterLeaving(invited, at) }),
    account: change ? { ...account, purse: applyChange(account.purse, change) } : account,
    recent: [],
  }
}

/** What was given, or was due, may have to be taken back; what was not due yet is never given. */
const afterLeaving = (invited: Invited, at: number): Invited =>
  isDue(invited, businessDayOf(at)) ? invited : (refused(invited, 'friend-gone') ?? invited)

const entryOf = (
  { _id }: MemberDocument,
  change: PurseChange,
  at: number,
  programmeVersion: number,
): EntryDocument => ({
  _id: entryIdOf(closingOf(_id)),
  memberId: _id,
  at,
  day: businessDayOf(at),
  rule: 'account.closed',
  programmeVersion,
  change,
  cause: closingOf(_id),
  earning: null,
  corrects: null,
})
