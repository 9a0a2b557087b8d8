/** What a member sees of the own birthday: its day by both calendars, the days of more points, the gift of choice. */
import type {
  BirthdayFormView,
  BirthdayGiftsView,
  BirthdayStripView,
  KeptBirthdayView,
} from '../../contract/birthday-views'
import { isGiftOpen } from '../../domain/birthdays/birthday-gift'
import { birthdayInMind, isNear, nearFrom, nearUntil } from '../../domain/birthdays/birthday-days'
import { byOtherCalendar } from '../../domain/birthdays/birthday-in'
import type { LunarCalendar } from '../../domain/birthdays/lunar-calendar'
import { changeableFrom, type Birthday } from '../../domain/members/birthday'
import type { Language } from '../../domain/programme/in-language'
import { tierById, type Programme, type Tier } from '../../domain/programme/programme'
import { addDays, daysBetween, type BusinessDay } from '../../domain/time/business-day'
import type { MemberDocument } from '../store/members'
import type { OfferDocument } from '../store/offers'
import { standingOn } from './standing'

/** The offers that a tier names and the mall has, in the tier's order. */
export const giftsOf = ({ birthdayGifts = [] }: Tier, all: readonly OfferDocument[]): OfferDocument[] =>
  birthdayGifts.flatMap((offerId) => all.find(({ _id }) => _id === offerId) ?? [])

const heldTier = (member: MemberDocument, programme: Programme, today: BusinessDay): Tier =>
  tierById(programme, standingOn(member, programme, today).tierId)

interface Known {
  readonly programme: Programme
  readonly offers: readonly OfferDocument[]
  readonly today: BusinessDay
}

export function keptBirthdayView(
  member: MemberDocument,
  birthday: Birthday,
  calendar: LunarCalendar,
  language: Language,
  known: Known,
): KeptBirthdayView {
  const { programme, today } = known
  const on = birthdayInMind(birthday, today, calendar)
  const other = byOtherCalendar(birthday, calendar)
  const form = (each: Birthday | null): BirthdayFormView | null =>
    each && { birthday: each, on: birthdayInMind(each, today, calendar) }
  const own = form(birthday)
  return {
    calendar: birthday.calendar,
    on,
    inDays: daysBetween(today, on),
    solar: birthday.calendar === 'solar' ? own : form(other),
    lunar: birthday.calendar === 'lunar' ? own : form(other),
    changeableFrom: changeableFrom(member.profile?.birthdaySetOn ?? null, today),
    bonus: bonusView(heldTier(member, programme, today), on, programme),
    gifts: giftsView(member, on, language, known),
  }
}

/** The first campaign that counts for everybody and everywhere around a birthday. */
function bonusView(tier: Tier, on: BusinessDay, { campaigns = [] }: Programme): KeptBirthdayView['bonus'] {
  const first = campaigns.find(({ when, scope }) => when.birthday && !scope && Object.keys(when).length === 1)
  const days = first?.when.birthday
  if (!first || !days) return null
  return {
    rate: tier.rate,
    withBonus: tier.rate + first.rate,
    from: addDays(on, -days.before),
    until: addDays(on, days.after),
  }
}

function giftsView(
  member: MemberDocument,
  on: BusinessDay,
  language: Language,
  { programme, offers, today }: Known,
): BirthdayGiftsView | null {
  const given = member.birthdayGift
  const options = giftsOf(heldTier(member, programme, today), offers)
  const chosen = given?.on === on ? given : null
  if (options.length === 0 && !chosen) return null
  return {
    options: options.map((offer) => ({
      offerId: offer._id,
      ...(language === 'en' && offer.english ? offer.english : { name: offer.name, advice: offer.advice }),
      worth: offer.worth,
    })),
    from: nearFrom(on),
    until: nearUntil(on),
    chosen: chosen && { offerId: chosen.offerId, couponId: chosen.couponId, name: chosen.name },
    hadBefore: !chosen && !isGiftOpen(given, on),
  }
}

/** For the card page, by what stands in the document; undefined while no birthday is near. */
export function birthdayStripView(
  member: MemberDocument,
  { programme, offers, today }: Known,
): BirthdayStripView | undefined {
  const { birthdayOn: on, birthdayGift: given } = member
  if (on === undefined || !isNear(on, today)) return undefined
  const chosen = given?.on === on
  const open = isGiftOpen(given, on)
  return {
    on,
    gifts: open || chosen ? giftsOf(heldTier(member, programme, today), offers).length : 0,
    chosen,
  }
}
