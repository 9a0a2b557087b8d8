/** What day of the year it is for everybody. The lunar calendar is loaded only where the programme keeps days of it. */
import type { OccasionView } from '../../contract/member'
import { isOpenAt } from '../../domain/coupons/claim'
import { keepsLunarDays, occasionOn } from '../../domain/occasions/day-of-year'
import { nameIn, type Language } from '../../domain/programme/in-language'
import type { Programme } from '../../domain/programme/programme'
import { businessDayOf } from '../../domain/time/business-day'
import { lunarCalendar } from '../birthdays/lunar-library'
import { allOffers } from '../store/offers'

/** No call; on a day with an offer the offers, when they are not warm. */
export async function occasionView(
  { occasions = [] }: Programme,
  { at, language }: { readonly at: number; readonly language: Language },
): Promise<OccasionView | undefined> {
  const calendar = keepsLunarDays(occasions) ? await lunarCalendar() : null
  const occasion = occasionOn(occasions, businessDayOf(at), calendar)
  if (!occasion) return undefined
  const { english, offerId } = occasion
  const greeting = language === 'en' && english ? english.greeting : occasion.greeting
  const offer = offerId === undefined ? undefined : (await allOffers(at)).find(({ _id }) => _id === offerId)
  return {
    name: nameIn(occasion, language),
    ...(greeting !== undefined && { greeting }),
    ...(offer && isOpenAt(offer, at) && { offerName: nameIn(offer, language) }),
  }
}
