/**
 * A member chooses one of the gifts that the own tier gives for a birthday. Calls: member by openid, start, member, the
 * coupon, member, commit; two for an offer with a stock.
 * Invariant: one gift in a year of age, whatever the birthday is changed to, and whatever two phones ask at once: the member's
 * document remembers it, and the coupon is named by the year of age.
 */
import type { ChosenGiftView } from '../../contract/birthday-views'
import { birthdayInMind, isNear, nearFrom, nearUntil } from '../../domain/birthdays/birthday-days'
import { isGiftOpen, yearOfGift, type BirthdayGift } from '../../domain/birthdays/birthday-gift'
import type { LunarCalendar } from '../../domain/birthdays/lunar-calendar'
import { daysFrom } from '../../domain/coupons/claim'
import { tierById, type Programme } from '../../domain/programme/programme'
import { businessDayOf, type BusinessDay } from '../../domain/time/business-day'
import { lunarCalendar } from '../birthdays/lunar-library'
import { newTicketNumber } from '../run/chance'
import { command, TryAgain } from '../run/command'
import { refuse, type Outcome, type Refused } from '../run/outcome'
import { fingerprint } from '../run/secret'
import type { Call } from '../run/serve'
import { coupons, NEW_COUPON, termsOf, withCoupons, type CouponDocument } from '../store/coupons'
import { members, type MemberDocument } from '../store/members'
import { allOffers, stockOfOffer, type OfferDocument } from '../store/offers'
import { programmeInForce } from '../store/programme'
import { takeOne } from '../store/take-stock'
import { giftsOf } from '../view/birthday'
import { standingOn } from '../view/standing'

export async function chooseBirthdayGift(
  call: Call,
  { offerId }: { offerId: string },
): Promise<Outcome<ChosenGiftView>> {
  const { openid, at, inputHash } = call
  const [programme, offers, calendar] = await Promise.all([
    programmeInForce(),
    allOffers(at),
    lunarCalendar(),
  ])
  const by = fingerprint(call.operationId).slice(0, 10)
  const known = { programme, offers, calendar, today: businessDayOf(at) }
  return command<ChosenGiftView, MemberDocument | null>(
    { inputHash, find: () => earlierGift(openid, by) },
    async (within, found) => {
      const member = found && (await members.get(found._id, within))
      if (!member) return refuse('member.not-joined')
      if (member.openid !== openid) throw new TryAgain()
      const chosen = choice(member, offerId, known)
      if ('refused' in chosen) return chosen
      const { offer, on } = chosen
      const stock = stockOfOffer(offer)
      const stockId = stock && (await takeOne(stock, at, within))
      if (stock && !stockId) return refuse('offer.sold-out')
      const coupon = couponOf(offer, member, { stockId, on }, call)
      await coupons.insert(coupon, within)
      const chose = { ...member, birthdayGift: giftOf(member, on, coupon, by) }
      await members.replace(withCoupons(chose, [coupon.validUntil], at), within)
      return { data: coupon.answer as ChosenGiftView }
    },
    () => members.first({ openid }),
  )
}

interface Known {
  readonly programme: Programme
  readonly offers: readonly OfferDocument[]
  readonly calendar: LunarCalendar
  readonly today: BusinessDay
}

/** The gift and the birthday that it is for, or what is in the way. */
function choice(
  member: MemberDocument,
  offerId: string,
  { programme, offers, calendar, today }: Known,
): { readonly offer: OfferDocument; readonly on: BusinessDay } | Refused {
  const birthday = member.profile?.birthday
  if (!birthday) return refuse('birthday.none')
  const on = birthdayInMind(birthday, today, calendar)
  if (!isGiftOpen(member.birthdayGift, on)) return refuse('birthday.gift-had')
  const gifts = giftsOf(tierById(programme, standingOn(member, programme, today).tierId), offers)
  if (gifts.length === 0) return refuse('birthday.tier-not')
  if (!isNear(on, today)) return refuse('birthday.not-near', { from: nearFrom(on), until: nearUntil(on) })
  const offer = gifts.find(({ _id }) => _id === offerId)
  return offer ? { offer, on } : refuse('birthday.gift-unknown')
}

const giftIdOf = ({ _id, birthdayGift }: MemberDocument, on: BusinessDay): string =>
  `birthday:${_id}:${yearOfGift(birthdayGift, on)}`

/** To be used at once; its days are counted from the birthday on, if that is still to come. */
function couponOf(
  offer: OfferDocument,
  member: MemberDocument,
  { stockId, on }: { readonly stockId: string | null; readonly on: BusinessDay },
  { at, inputHash }: Call,
): CouponDocument {
  const _id = giftIdOf(member, on)
  const today = businessDayOf(at)
  const { validUntil } = daysFrom(offer.validity, on > today ? on : today)
  const answer: ChosenGiftView = { couponId: _id, offerId: offer._id, validFrom: today, validUntil }
  return {
    ...NEW_COUPON,
    _id,
    memberId: member._id,
    number: newTicketNumber(),
    terms: termsOf(offer),
    from: 'birthday',
    source: on,
    at,
    stockId,
    validFrom: today,
    validUntil,
    inputHash,
    answer,
  }
}

const giftOf = (
  { birthdayGift }: MemberDocument,
  on: BusinessDay,
  { _id, terms }: CouponDocument,
  by: string,
): BirthdayGift => ({
  first: birthdayGift?.first ?? on,
  year: yearOfGift(birthdayGift, on),
  on,
  offerId: terms.offerId,
  couponId: _id,
  name: terms.name,
  by,
})

/** The coupon that this command issued before, should it have. */
async function earlierGift(openid: string, by: string): Promise<CouponDocument | null> {
  const member = await members.first({ openid })
  const given = member?.birthdayGift
  return given?.by === by ? coupons.get(given.couponId) : null
}
