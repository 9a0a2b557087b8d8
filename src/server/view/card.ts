/** What a member sees of the own card, and what staff see of a member. Built from the document, never stored. */
import type {
  ActivityView,
  CardView,
  MemberHeadView,
  PendingView,
  ProgressView,
  TierView,
} from '../../contract/views'
import { lifecycleStage } from '../../domain/members/lifecycle'
import { pendingOn, pendingPoints, purseOn, spendable } from '../../domain/points/purse'
import { tierNameIn, type Language } from '../../domain/programme/in-language'
import { tierById, type Programme } from '../../domain/programme/programme'
import { heldOn } from '../../domain/tiers/grant'
import { nextTier } from '../../domain/tiers/ladder'
import { otherWay, tallyOn, weighedFen } from '../../domain/tiers/measure'
import { businessDayOf, yearOf, type BusinessDay } from '../../domain/time/business-day'
import type { MemberDocument } from '../store/members'
import { standingOn } from './standing'

const NAMELESS = '会员'

export function cardView(member: MemberDocument, programme: Programme, today: BusinessDay): CardView {
  const tier = tierById(programme, standingOn(member, programme, today).tierId)
  return {
    name: member.name ?? NAMELESS,
    tierId: tier.id,
    tierName: tier.name,
    material: tier.material,
    cardNumber: member.cardNumber,
    points: spendable(member.account.purse, today),
    pending: pendingView(member, today),
    memberSinceYear: yearOf(businessDayOf(member.openedAt)),
  }
}

function pendingView({ account }: MemberDocument, today: BusinessDay): PendingView | null {
  const [next] = pendingOn(account.purse, today)
  return next ? { points: pendingPoints(account.purse, today), nextOn: next.activatesOn } : null
}

export function headView(member: MemberDocument, programme: Programme, today: BusinessDay): MemberHeadView {
  const { name, tierId, tierName, material, points } = cardView(member, programme, today)
  const { purse, visits } = member.account
  return {
    name,
    tierId,
    tierName,
    material,
    points,
    debt: purseOn(purse, today).debt,
    visitCount: visits.count,
    lastVisitDay: visits.lastDay,
    stage: lifecycleStage(visits, programme, today),
    phoneTail: phoneTail(member),
  }
}

export const phoneTail = (member: MemberDocument): string | null => member.phone?.slice(-4) ?? null

export function progressView(
  { account }: MemberDocument,
  programme: Programme,
  today: BusinessDay,
): ProgressView | null {
  const tally = tallyOn(programme, account.spendByDay, today, account.activityByDay)
  const held = tierById(programme, heldOn(programme, account, today).tierId)
  const next = nextTier(programme.ladder, held.id, weighedFen(programme, tally))
  if (!next) return null
  const or = otherWay(programme, held, next.tier, tally)
  return {
    nextTierName: next.tier.name,
    gapFen: next.gapFen,
    insideBandFen: next.insideBandFen,
    bandFen: next.bandFen,
    ...(or && { or }),
  }
}

export const tierViews = (programme: Programme): TierView[] =>
  programme.ladder.map(({ english: _, birthdayGifts: _gifts, ...tier }) => tier)

/** An activity keeps the name of a tier as it was written; here it is as the caller reads it. */
export const activityView = (
  activity: ActivityView,
  programme: Programme,
  language: Language,
): ActivityView =>
  activity.kind === 'purchase' && activity.upgradedTo !== null
    ? { ...activity, upgradedTo: tierNameIn(programme, activity.upgradedTo, language) }
    : activity
