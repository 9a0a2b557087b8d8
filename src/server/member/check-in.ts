/**
 * Signing in for the day, and being at a place. The entry of its points is its only document and its operation record. Calls:
 * member by openid (none when this instance remembers whose account that is), start, member, member', entry, commit; at a place
 * the stores or the event as well, at once with the first, when they are not warm; with a long run its coupon, and the offers
 * when they are not warm.
 * Invariant: once a day for a member and a place, whatever is sent how often or at once: account and entry move together.
 */
import type { CheckedInView } from '../../contract/check-in'
import { daysFrom } from '../../domain/coupons/claim'
import { bookCheckIn } from '../../domain/checkin/book-check-in'
import {
  arriveAt,
  checkInBy,
  DAILY,
  signIn as signInOn,
  streakGiftOf,
  type CheckedIn,
  type CheckInRefusal,
} from '../../domain/checkin/check-in'
import { giftNameOf } from '../../domain/gifts/gift'
import type { Account } from '../../domain/members/account'
import { spendable } from '../../domain/points/purse'
import { rankOf, tierById, type Programme } from '../../domain/programme/programme'
import { nameIn, programmeIn } from '../../domain/programme/in-language'
import { heldOn } from '../../domain/tiers/grant'
import { tierLogAfter } from '../../domain/tiers/tier-log'
import { businessDayOf, type BusinessDay } from '../../domain/time/business-day'
import { whyCardStops } from '../booking/coupons-in-use'
import { giftCoupon, giftOffers } from '../booking/gift-coupon'
import { command, TryAgain } from '../run/command'
import { refuse, type Outcome, type Refused } from '../run/outcome'
import { fingerprint } from '../run/secret'
import type { Call } from '../run/serve'
import type { Transaction } from '../store/collection'
import { coupons, withCoupons, type CouponDocument } from '../store/coupons'
import { checkInOf, entries, entryIdOf } from '../store/entries'
import { belongsTo, forgetMemberId, memberIdOf } from '../store/member-key'
import { members, type MemberDocument } from '../store/members'
import type { OfferDocument } from '../store/offers'
import { programmeInForce } from '../store/programme'
import { listKey } from '../store/purchases'
import { placeOf, type Place } from './place-of-code'

const REFUSALS = {
  'done-today': 'checkin.done-today',
  'enough-today': 'checkin.enough-today',
} as const satisfies Record<CheckInRefusal, string>

/** Nowhere: signing in is no being at a place. */
const ANYWHERE = null
type Where = Place | typeof ANYWHERE

export const signIn = (call: Call): Promise<Outcome<CheckedInView>> => checkedIn(call, async () => ANYWHERE)

export const checkIn = (call: Call, { code }: { code: string }): Promise<Outcome<CheckedInView>> =>
  checkedIn(call, () => placeOf(call, code))

async function checkedIn(
  call: Call,
  findPlace: () => Promise<Where | Refused>,
): Promise<Outcome<CheckedInView>> {
  const { openid, inputHash } = call
  const by = fingerprint(call.operationId).slice(0, 10)
  const [programme, place] = await Promise.all([programmeInForce(), findPlace(), memberIdOf({ openid })])
  let member: MemberDocument | null = null
  return command<CheckedInView, string | null>(
    { inputHash, find: () => earlier(member, by) },
    async (within, memberId) => {
      if (!memberId) return refuse('member.not-joined')
      member = await members.get(memberId, within)
      if (!belongsTo(member, { openid })) {
        forgetMemberId({ openid })
        throw new TryAgain()
      }
      if (checkInBy(member.checkIns, by)) return refuse(REFUSALS['done-today'])
      const stopped = whyCardStops(member)
      if (stopped) return stopped
      if (place && 'refused' in place) return place
      if (place && member.worksAt === place.storeId)
        return refuse('checkin.own-store', { storeName: place.storeName })
      const decided = decide(member, place, programme, businessDayOf(call.at), by)
      if (!decided) return refuse('checkin.place-closed')
      if (typeof decided === 'string') return refuse(REFUSALS[decided])
      return write(member, place, decided, programme, call, within)
    },
    () => memberIdOf({ openid }),
  )
}

function decide(
  { checkIns }: MemberDocument,
  place: Where,
  { checkIn: rules }: Programme,
  today: BusinessDay,
  by: string,
): CheckedIn | CheckInRefusal | null {
  if (!rules) return null
  if (!place) return signInOn(checkIns, rules, today, by)
  const placePoints = place.event?.placePoints ?? rules.placePoints
  return arriveAt(checkIns, place.key, { ...rules, placePoints }, today, by)
}

/** What this command did before; the member as this command has just read him. */
async function earlier(member: MemberDocument | null, by: string) {
  const done = member && checkInBy(member.checkIns, by)
  const entry = done && (await entries.get(entryIdOf(checkInOf(member._id, done.place, done.day))))
  return entry ? { inputHash: entry.inputHash ?? '', answer: entry.answer } : null
}

async function write(
  member: MemberDocument,
  place: Where,
  checked: CheckedIn,
  programme: Programme,
  call: Call,
  within: Transaction,
): Promise<{ readonly data: CheckedInView }> {
  const today = businessDayOf(call.at)
  const { next, points, extra, streak } = checked
  const { account, change } = bookCheckIn(member.account, points, programme, today)
  const offer = await offerOf(checked, programme, call.at)
  const storeName = place?.storeName ?? null
  const eventName = place?.event && { eventName: place.event.name }
  const cause = checkInOf(member._id, place?.key ?? DAILY, today)
  const tierLog = tierLogAfter(member, account, programme, today, { because: 'activity', cause, storeName })
  const data: CheckedInView = {
    points,
    extra,
    streak,
    storeName,
    ...eventName,
    ...(offer && { coupon: nameIn(offer, call.language) }),
    balance: spendable(account.purse, today),
    upgradedTo: upgradedTo(member.account, account, programmeIn(programme, call.language), today),
  }
  // The member first: it is what two check-ins of one person meet at.
  const coupon = offer && couponOf(member, checked, offer, call)
  const after = { ...member, account, tierLog, checkIns: next }
  await members.replace(withCoupons(after, coupon ? [coupon.validUntil] : [], call.at), within)
  await entries.insert(
    {
      _id: entryIdOf(cause),
      memberId: member._id,
      at: call.at,
      day: today,
      rule: place ? 'checkin.place' : 'checkin.daily',
      programmeVersion: programme.version,
      change,
      cause,
      earning: null,
      corrects: null,
      ...(place && {
        about: { storeName: place.storeName, amountFen: null, receipt: null, reason: null, ...eventName },
      }),
      checkIn: { extra, streak },
      ...(offer && { coupon: giftNameOf(offer) }),
      inputHash: call.inputHash,
      answer: data,
      listKey: listKey(call.at, cause),
    },
    within,
  )
  if (coupon) await coupons.insert(coupon, within)
  return { data }
}

/** Of the coupon that a long run of days brings; null for none, or one that the mall has not published. */
const offerOf = async (
  { coupon }: CheckedIn,
  programme: Programme,
  at: number,
): Promise<OfferDocument | null> =>
  (coupon && (await giftOffers(programme, at)).find(({ _id }) => _id === coupon.offerId)) ?? null

function couponOf(
  { _id: memberId }: MemberDocument,
  { coupon }: CheckedIn,
  offer: OfferDocument,
  { at, inputHash }: Call,
): CouponDocument {
  if (!coupon) throw new Error('a run of days without a coupon')
  const days = daysFrom(offer.validity, businessDayOf(at))
  const given = { _id: streakGiftOf(memberId, coupon), memberId, from: 'streak', at, ...days } as const
  return giftCoupon(offer, { ...given, inputHash })
}

function upgradedTo(
  before: Account,
  after: Account,
  programme: Programme,
  today: BusinessDay,
): string | null {
  const { tierId } = heldOn(programme, after, today)
  const isHigher = rankOf(programme, tierId) > rankOf(programme, heldOn(programme, before, today).tierId)
  return isHigher ? tierById(programme, tierId).name : null
}
