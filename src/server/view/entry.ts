/** What a member sees of the own points: the balance, the history, and how an entry came about. */
import type { PointsView, WhyView } from '../../contract/points-and-growth'
import type { EntryView, LotView, PendingDayView } from '../../contract/views'
import { pendingOn, purseOn, spendable, type LotChange, type PendingPart } from '../../domain/points/purse'
import { nameIn, type Language } from '../../domain/programme/in-language'
import type { Programme } from '../../domain/programme/programme'
import { businessDayOf, type BusinessDay } from '../../domain/time/business-day'
import type { EntryDocument } from '../store/entries'
import type { MemberDocument } from '../store/members'
import type { PurchaseDocument } from '../store/purchases'

export function entryView(
  { _id, at, change, about, rule, occasion }: EntryDocument,
  language: Language,
): EntryView {
  const [waiting] = change.pending ?? []
  return {
    id: _id,
    at,
    kind: change.kind,
    points: change.points,
    ...(change.kind === 'earned' && waiting && { activatesOn: waiting.activatesOn }),
    storeName: about?.storeName ?? null,
    amountFen: about?.amountFen ?? null,
    reason: about?.reason ?? null,
    ...(about?.eventName !== undefined && { eventName: about.eventName }),
    ...(about?.rewardName !== undefined && { rewardName: about.rewardName }),
    ...(about?.target && { targetName: nameIn(about.target, language) }),
    ...(occasion && { occasion: { name: nameIn(occasion, language), years: occasion.years } }),
    ...(rule === 'account.merged' && { merged: true as const }),
    ...((rule === 'referral.reward' || rule === 'referral.back') && { referral: true as const }),
    ...(rule === 'upgrade.gift' && { upgrade: true as const }),
    ...(rule === 'checkin.daily' && { checkIn: 'daily' as const }),
    ...(rule === 'checkin.place' && { checkIn: 'place' as const }),
  }
}

const LOT_DAYS = 12

export function balanceView(member: MemberDocument, today: BusinessDay): NonNullable<PointsView['balance']> {
  const purse = purseOn(member.account.purse, today)
  const live = purse.lots.filter((lot) => lot.expiresOn >= today)
  const days = byDay(live.map(({ expiresOn, left }) => ({ expiresOn, points: left })))
  return {
    points: spendable(purse, today),
    debt: purse.debt,
    lots: days.slice(0, LOT_DAYS),
    laterPoints: days.slice(LOT_DAYS).reduce((sum, { points }) => sum + points, 0),
    pending: waitingDays(pendingOn(purse, today)),
    firstMonth: businessDayOf(member.openedAt).slice(0, 7),
  }
}

/** Parts of one day are one line, whatever kind they are of. */
function waitingDays(parts: readonly PendingPart[]): PendingDayView[] {
  const days = byDay(parts.map(({ activatesOn, left }) => ({ expiresOn: activatesOn, points: left })))
  return days.map(({ expiresOn: activatesOn, points }) => ({ activatesOn, points }))
}

export const lotChangeViews = (lots: readonly LotChange[]): LotView[] =>
  byDay(lots.map(({ expiresOn, points }) => ({ expiresOn, points })))

/** Lots of one day are one line, whatever kind they are of; their order is kept. */
function byDay(lots: readonly LotView[]): LotView[] {
  const days = new Map<string, number>()
  for (const { expiresOn, points } of lots) days.set(expiresOn, (days.get(expiresOn) ?? 0) + points)
  return [...days].map(([expiresOn, points]) => ({ expiresOn, points }))
}

export function earningView(
  purchase: PurchaseDocument,
  programme: Programme,
  language: Language,
): NonNullable<WhyView['earning']> {
  const { base, rate, bonuses, bonusPoints } = purchase.earning
  // The ladder may have changed since: what is gone from it keeps its id as its name.
  const tier = programme.ladder.find(({ id }) => id === purchase.tierId)
  return {
    qualifyingFen: purchase.qualifyingFen,
    base,
    rate,
    tierName: tier?.name ?? purchase.tierId,
    bonuses: bonuses.map((bonus) => ({
      name: nameIn(bonus, language),
      rate: bonus.rate,
      points: bonus.points,
      cuts: bonus.cuts ?? [],
    })),
    bonusPoints,
    takenBack: purchase.pointsTakenBack,
  }
}
