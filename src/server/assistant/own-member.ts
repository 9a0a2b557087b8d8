/**
 * The book of an own member who is not there, to read. Calls: member; then the look, card, notes and purchases at once.
 * Invariants: only the owner opens it; nothing of another store is shown but the card; nothing is shown before the look is
 * written. One look stands for half an hour, as a visit does.
 */
import type { OwnMemberBookView } from '../../contract/client-book'
import { businessDayOf } from '../../domain/time/business-day'
import { refuse, type Outcome } from '../run/outcome'
import { fingerprint } from '../run/secret'
import type { Call } from '../run/serve'
import { clientCards } from '../store/client-cards'
import { isDuplicate } from '../store/collection'
import { looks } from '../store/looks'
import { members, type MemberDocument } from '../store/members'
import { notes } from '../store/notes'
import { programmeInForce } from '../store/programme'
import { purchases } from '../store/purchases'
import type { StaffDocument } from '../store/staff'
import { headView } from '../view/card'
import { clientCardView, completenessView } from '../view/client-card'
import { bookPurchase, noteView } from './client-book'
import { isOwn } from './ownership'
import { VISIT_LIFE_MS } from './visit-token'

const MOST_LISTED = 10

type StaffCall = Call & { who: StaffDocument }

export async function ownMember(
  call: StaffCall,
  { memberId }: { memberId: string },
): Promise<Outcome<OwnMemberBookView>> {
  const { who, at } = call
  const { storeId, storeName } = who
  const [programme, member] = await Promise.all([programmeInForce(), members.get(memberId)])
  if (!isOwn(member, who)) return refuse('member.not-own')
  const [card, written, bought] = await Promise.all([
    clientCards.get(memberId),
    notes.page({ memberId, storeId }, 'at', MOST_LISTED),
    purchases.page({ memberId, storeId }, 'listKey', MOST_LISTED),
    keepLook(member, call),
  ])
  return {
    data: {
      member: headView(member, programme, businessDayOf(at)),
      storeName,
      card: clientCardView(card, member),
      completeness: completenessView(member, storeId),
      notes: written.map(noteView),
      purchases: bought.map(bookPurchase),
      serverNow: at,
    },
  }
}

async function keepLook({ _id: memberId, openid }: MemberDocument, { who, at }: StaffCall): Promise<void> {
  const halfHour = Math.floor(at / VISIT_LIFE_MS)
  const look = {
    _id: `look:${fingerprint(who._id).slice(0, 12)}:${memberId}:${halfHour}`,
    memberId,
    openid,
    assistantOpenid: who._id,
    storeId: who.storeId,
    storeName: who.storeName,
    at,
    purpose: 'own-book' as const,
    reason: null,
    words: null,
    inputHash: '',
    answer: null,
  }
  await looks.insert(look).catch((error: unknown) => {
    if (!isDuplicate(error)) throw error
  })
}
