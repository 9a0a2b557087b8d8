/**
 * The full phone number of the visiting member or of an own one, for a reason. The look is the operation record and keeps
 * who, why, when and where; the number is in no record. Calls: start, member, count read and written, look, commit.
 * Invariant: whoever gets the number has left a look that the member sees.
 */
import type { AssistantOutputs } from '../../contract/assistant'
import type { PhoneReason } from '../../contract/client-book'
import { businessDayOf } from '../../domain/time/business-day'
import { command } from '../run/command'
import { refuse, type Outcome, type Refused } from '../run/outcome'
import { fingerprint } from '../run/secret'
import type { Call } from '../run/serve'
import { looks, type LookDocument } from '../store/looks'
import { cardStateOf, isClaimed, members, type MemberDocument } from '../store/members'
import { countPhone } from '../store/phone-counts'
import { programmeInForce } from '../store/programme'
import type { StaffDocument } from '../store/staff'
import { isOwn } from './ownership'
import { readVisit } from './visit-token'

type StaffCall = Call & { who: StaffDocument }
type Shown = AssistantOutputs['show-phone']

export interface ShowPhoneInput {
  readonly of: { readonly visit: string } | { readonly memberId: string }
  readonly why: { readonly reason: PhoneReason; readonly words?: string }
}

/** How long the same question may be repeated when its answer was lost. */
const ANSWER_LIFE_MS = 2 * 60_000

export async function showPhone(call: StaffCall, input: ShowPhoneInput): Promise<Outcome<Shown>> {
  const { who, at, inputHash } = call
  const programme = await programmeInForce()
  const _id = `look:${fingerprint(call.openid).slice(0, 12)}:${call.operationId}`
  let phone: string | null = null
  const told = await command({ inputHash, find: () => looks.get(_id) }, async (within) => {
    const memberId = meant(input, call)
    if (typeof memberId !== 'string') return memberId
    const member = await members.get(memberId, within)
    if ('memberId' in input.of && !isOwn(member, who)) return refuse('member.not-own')
    if (!member) return refuse('member.unknown')
    phone = member.phone
    const refused = notToBeShown(member)
    if (refused) return refused
    if ((await countPhone(who._id, businessDayOf(at), within)) > programme.phonesPerDay)
      return refuse('phone.too-many-today', { most: programme.phonesPerDay })
    await looks.insert(lookOf(_id, member, call, input), within)
    return { data: null }
  })
  if ('refused' in told) return told
  if (told.replayed) return shownBefore(_id, at)
  return phone === null ? refuse('member.unclaimed') : { data: { phone } }
}

const meant = ({ of }: ShowPhoneInput, { who, at }: StaffCall): string | Refused => {
  if ('memberId' in of) return of.memberId
  const visit = readVisit(of.visit, who, at)
  return 'refused' in visit ? visit : visit.memberId
}

function notToBeShown(member: MemberDocument): Refused | null {
  const state = cardStateOf(member)
  if (state !== 'active') return refuse(state === 'frozen' ? 'card.frozen' : 'card.closed')
  return isClaimed(member) && member.phone !== null ? null : refuse('member.unclaimed')
}

/** The number is shown once; a lost answer is given again for a moment. */
async function shownBefore(lookId: string, at: number): Promise<Outcome<Shown>> {
  const look = await looks.get(lookId)
  const member = look && at - look.at <= ANSWER_LIFE_MS ? await members.get(look.memberId) : null
  if (!member) return refuse('phone.shown-before')
  const refused = notToBeShown(member)
  return refused ?? { data: { phone: member.phone ?? '' }, replayed: true }
}

const lookOf = (
  _id: string,
  member: MemberDocument,
  { who, at, inputHash }: StaffCall,
  { why }: ShowPhoneInput,
): LookDocument => ({
  _id,
  memberId: member._id,
  openid: member.openid,
  assistantOpenid: who._id,
  storeId: who.storeId,
  storeName: who.storeName,
  at,
  purpose: 'phone',
  reason: why.reason,
  words: why.words ?? null,
  inputHash,
  answer: null,
})
