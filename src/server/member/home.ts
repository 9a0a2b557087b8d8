/** The card page in one answer. Calls: member and staff, together; the programme is warm, and so are the offers of its gifts. */
import type { HomeView } from '../../contract/member'
import { isNear } from '../../domain/birthdays/birthday-days'
import { programmeIn } from '../../domain/programme/in-language'
import { tierById, type Programme } from '../../domain/programme/programme'
import { purseOn } from '../../domain/points/purse'
import { addDays, businessDayOf, type BusinessDay } from '../../domain/time/business-day'
import { giftOffers } from '../booking/gift-coupon'
import type { Outcome } from '../run/outcome'
import type { Call } from '../run/serve'
import { cardStateOf, members, type MemberDocument } from '../store/members'
import { allOffers } from '../store/offers'
import { programmeInForce } from '../store/programme'
import { staffMember } from '../store/staff'
import { birthdayStripView } from '../view/birthday'
import { activityView, cardView, progressView, tierViews } from '../view/card'
import { lapsingView, upgradeView } from '../view/growth'
import { occasionView } from '../view/occasion'
import { templatesView } from '../view/templates'
import { todayView } from '../view/today'
import { standingOn } from '../view/standing'

const SOON_DAYS = 30

export async function home(call: Call): Promise<Outcome<HomeView>> {
  const [inForce, member, worksHere] = await Promise.all([
    programmeInForce(),
    members.first({ openid: call.openid }),
    staffMember(call.openid, call.at),
  ])
  const programme = programmeIn(inForce, call.language)
  const { mallName } = programme
  const staff = worksHere !== null
  if (!member) return { data: { joined: false, mallName, staff, tiers: tierViews(programme) } }
  const today = businessDayOf(call.at)
  const { visits } = member.account
  // One after the other: all read the same offers, which the first of them leaves warm.
  const birthday = await birthdayNear(member, programme, today, call.at)
  const offers = await giftOffers(inForce, call.at)
  const occasion = await occasionView(programme, call)
  const purse = purseOn(member.account.purse, today)
  const soon = purse.lots.find((lot) => lot.expiresOn >= today && lot.expiresOn <= addDays(today, SOON_DAYS))
  return {
    data: {
      joined: true,
      staff,
      mallName,
      card: cardView(member, programme, today),
      avatar: member.avatar ?? null,
      frozen: cardStateOf(member) === 'frozen',
      progress: progressView(member, programme, today),
      visitCount: visits.count,
      debt: purse.debt,
      lapsing: lapsingView(member, programme, today),
      expiringSoon: soon ? { points: soon.left, expiresOn: soon.expiresOn } : null,
      recent: member.recent.map((each) => activityView(each, inForce, call.language)),
      benefits: tierById(programme, standingOn(member, programme, today).tierId).benefits,
      upgrade: upgradeView(member, programme, today, offers, call.language),
      ...(birthday && { birthday }),
      ...(occasion && { occasion }),
      templates: templatesView(member),
      today: todayView(member, programme, today, offers, call.language),
      serverNow: call.at,
    },
  }
}

/** The offers are asked for only where a gift of them is to be chosen: mostly no call. */
async function birthdayNear(member: MemberDocument, programme: Programme, today: BusinessDay, at: number) {
  if (member.birthdayOn === undefined || !isNear(member.birthdayOn, today)) return undefined
  return birthdayStripView(member, { programme, offers: await allOffers(at), today })
}
