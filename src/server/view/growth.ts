/** Where a member stands between the tiers, and how it came to that. Built from the document, never stored. */
import type { GrowthView, LapsingView, UpgradeGiftView, UpgradeView } from '../../contract/points-and-growth'
import type { TierChangeView } from '../../contract/views'
import { fen, subtractFen, type Fen } from '../../domain/money/fen'
import { countedBeside } from '../../domain/programme/measures'
import { nameIn, type Language } from '../../domain/programme/in-language'
import { rankOf, tierAtRank, tierById, type Programme, type Tier } from '../../domain/programme/programme'
import { gapTo, otherWay, tallyOn, weighedFen, type Tally } from '../../domain/tiers/measure'
import type { Held } from '../../domain/tiers/grant'
import { projectedTier, tallyAtTermEnd } from '../../domain/tiers/standing'
import { reviewedTierLog, type TierChange } from '../../domain/tiers/tier-log'
import { isGiftAgain } from '../../domain/time-work/upgrade-gift'
import { businessDayOf, daysBetween, type BusinessDay } from '../../domain/time/business-day'
import type { MemberDocument } from '../store/members'
import type { OfferDocument } from '../store/offers'
import { progressView, tierViews } from './card'
import { earnedOn, standingOn } from './standing'

export function growthView(
  member: MemberDocument,
  programme: Programme,
  today: BusinessDay,
): Omit<GrowthView, 'serverNow'> {
  const standing = standingOn(member, programme, today)
  const tier = tierById(programme, standing.tierId)
  const tally = tallyToday(member, programme, today)
  const beside = besideView(programme, tally)
  return {
    tierId: tier.id,
    tierName: tier.name,
    material: tier.material,
    since: standing.since,
    termEndsOn: standing.termEndsOn,
    graceEndsOn: standing.graceEndsOn,
    given: givenView(member, programme, standing, today),
    spendFen: tally.spendFen,
    ...(beside && { beside }),
    windowMonths: programme.windowMonths,
    termMonths: programme.termMonths,
    progress: progressView(member, programme, today),
    keep: keepView(member, programme, standing, today),
    projected: projectedView(programme, tier, projectedOf(member, programme, standing, today)),
    ladder: tierViews(programme),
    history: historyView(member, programme, today),
  }
}

const tallyToday = ({ account }: MemberDocument, programme: Programme, today: BusinessDay): Tally =>
  tallyOn(programme, account.spendByDay, today, account.activityByDay)

function besideView(programme: Programme, tally: Tally): GrowthView['beside'] {
  const counted = countedBeside(programme)
  if (counted.length === 0) return undefined
  return {
    ...Object.fromEntries(counted.map((each) => [each, tally[each]])),
    ...(programme.measures?.rule === 'weighted' && {
      worthFen: subtractFen(weighedFen(programme, tally), tally.spendFen),
    }),
  }
}

function givenView(
  member: MemberDocument,
  programme: Programme,
  { by }: Held,
  today: BusinessDay,
): GrowthView['given'] {
  if (!by || today > by.until) return null
  const { kind, until } = by
  return { kind, until, earnedTierName: tierById(programme, earnedOn(member, programme, today).tierId).name }
}

/** A floor leaves nothing: where it ends, the own pace leads from what is earned. */
const projectedOf = (
  member: MemberDocument,
  programme: Programme,
  standing: Held,
  today: BusinessDay,
): Tier =>
  projectedTier(
    programme,
    standing.by?.kind === 'floor' ? earnedOn(member, programme, today) : standing,
    member.account.spendByDay,
    today,
    member.account.activityByDay,
  )

/** What a member in grace has still to spend; null for who is not, or has spent it. */
export function gapInGrace(member: MemberDocument, programme: Programme, today: BusinessDay): Fen | null {
  const standing = standingOn(member, programme, today)
  const gapFen = keepView(member, programme, standing, today)?.gapFen ?? 0
  return standing.graceEndsOn === null || gapFen === 0 ? null : fen(gapFen)
}

/** In grace the term is over: what counts is the window of today. */
function keepView(
  member: MemberDocument,
  programme: Programme,
  standing: Held,
  today: BusinessDay,
): GrowthView['keep'] {
  const { spendByDay, activityByDay } = member.account
  const tier = tierById(programme, standing.tierId)
  const lowest = tierAtRank(programme, 0)
  if (tier === lowest || standing.by?.kind === 'floor') return null
  const tally =
    standing.graceEndsOn === null
      ? tallyAtTermEnd(programme, standing, spendByDay, today, activityByDay)
      : tallyToday(member, programme, today)
  const gapFen = gapTo(programme, tier, tally)
  const or = gapFen > 0 ? otherWay(programme, lowest, tier, tally) : null
  const { thresholdFen } = tier
  return { thresholdFen, countedFen: weighedFen(programme, tally), gapFen, ...(or && { or }) }
}

function projectedView(programme: Programme, held: Tier, reached: Tier): GrowthView['projected'] {
  const ranks = rankOf(programme, reached.id) - rankOf(programme, held.id)
  const than = ranks === 0 ? 'same' : ranks > 0 ? 'higher' : 'lower'
  return { tierName: reached.name, than }
}

/** Days of grace move no tier: the page says them beside the term. */
const logOf = (member: MemberDocument, programme: Programme, today: BusinessDay): readonly TierChange[] =>
  reviewedTierLog(member, programme, today).filter(({ because }) => because !== 'grace')

function historyView(member: MemberDocument, programme: Programme, today: BusinessDay): TierChangeView[] {
  const { name, material } = tierAtRank(programme, 0)
  const day = businessDayOf(member.openedAt)
  return [
    ...logOf(member, programme, today).map((change) => changeView(change, programme)),
    { day, what: 'joined', tierName: name, material, storeName: null },
  ]
}

function changeView(change: TierChange, programme: Programme): TierChangeView {
  const { day, to, storeName, grant } = change
  const tier = programme.ladder.find(({ id }) => id === to)
  return {
    day,
    what: whatOf(change, programme),
    tierName: tier?.name ?? to,
    material: tier?.material ?? 'cotton',
    storeName,
    ...(grant && { grant: { until: grant.until, reason: grant.reason } }),
  }
}

function whatOf({ from, to, because, grant }: TierChange, programme: Programme): TierChangeView['what'] {
  const rank = (wanted: string): number => programme.ladder.findIndex(({ id }) => id === wanted)
  if (because === 'refund') return 'taken-back'
  if (because === 'grant') return grant?.kind === 'floor' ? 'assured' : 'granted'
  if (because === 'grant-taken-back') return because
  if (because === 'grant-end') return 'grant-ended'
  if (rank(to) === rank(from)) return 'renewed'
  return rank(to) > rank(from) ? 'upgraded' : 'lapsed'
}

const LAPSING_DAYS = 60

/** What the card page warns of: a tier in its days of grace, or near the end of a term that falls short so far. */
export function lapsingView(
  member: MemberDocument,
  programme: Programme,
  today: BusinessDay,
): LapsingView | null {
  const standing = standingOn(member, programme, today)
  const keep = keepView(member, programme, standing, today)
  const until = standing.graceEndsOn ?? standing.termEndsOn
  if (!keep || keep.gapFen === 0 || daysBetween(today, until) > LAPSING_DAYS) return null
  return { gapFen: keep.gapFen, until, inGrace: standing.graceEndsOn !== null }
}

const UPGRADE_DAYS = 30

/** The upgrade that is news: the last thing that happened to the tier, not long ago. */
export function upgradeView(
  member: MemberDocument,
  programme: Programme,
  today: BusinessDay,
  offers: readonly OfferDocument[],
  language: Language,
): UpgradeView | null {
  const [last] = logOf(member, programme, today)
  if (
    !last ||
    !['upgraded', 'granted'].includes(whatOf(last, programme)) ||
    daysBetween(last.day, today) > UPGRADE_DAYS
  )
    return null
  const { rate, discountPercent } = tierById(programme, last.to)
  const gift = upgradeGiftView(member, last, programme, offers, language)
  return {
    key: `${last.to}:${last.cause ?? last.day}`,
    day: last.day,
    storeName: last.storeName,
    rate,
    discountPercent,
    ...(gift && { gift }),
  }
}

/** None where a gift for the same tier came within the twelve months before. */
function upgradeGiftView(
  { upgradeGifts = {} }: MemberDocument,
  { to, giftOn: on }: TierChange,
  programme: Programme,
  offers: readonly OfferDocument[],
  language: Language,
): UpgradeGiftView | null {
  const { points, offerId } = tierById(programme, to).upgradeGift ?? {}
  const offer = offers.find(({ _id }) => _id === offerId)
  const came = upgradeGifts[to] === on
  if (on === undefined || (points === undefined && !offer)) return null
  if (!came && isGiftAgain(upgradeGifts[to], on)) return null
  return {
    ...(points !== undefined && { points }),
    ...(offer && { coupon: nameIn(offer, language) }),
    on,
    came,
  }
}
