/** What a price settles to, by the server's own figures: asked when the total on the phone turned out to be another. */
import type { SettlementView } from '../../contract/views'
import { fen } from '../../domain/money/fen'
import type { Programme } from '../../domain/programme/programme'
import { pricedLines } from '../../domain/purchases/keyed-lines'
import { previewPurchase, type Preview, type StandingForPreview } from '../../domain/purchases/preview'
import type { PricedLine } from '../../domain/purchases/settle'
import { tallyOn } from '../../domain/tiers/measure'
import { businessDayOf, type BusinessDay } from '../../domain/time/business-day'
import { chosenOf, couponsWithIds, whyNotTogether } from '../booking/coupons-in-use'
import { openFor, placeOf, type Place } from '../booking/place'
import { refuse, type Outcome } from '../run/outcome'
import type { Call } from '../run/serve'
import type { CouponDocument } from '../store/coupons'
import { members, type MemberDocument } from '../store/members'
import { programmeInForce } from '../store/programme'
import type { StaffDocument } from '../store/staff'
import { standingOn } from '../view/standing'
import { readVisit } from './visit-token'

export async function preview(
  call: Call & { who: StaffDocument },
  input: { visit: string; lines: readonly KeyedInput[]; coupons?: readonly string[] | undefined },
): Promise<Outcome<SettlementView>> {
  const visit = readVisit(input.visit, call.who, call.at)
  if ('refused' in visit) return visit
  const programme = await programmeInForce()
  const [member, chosen] = await Promise.all([
    members.get(visit.memberId),
    couponsWithIds(input.coupons ?? []),
  ])
  if (!member) return refuse('member.unknown')
  if ('refused' in chosen) return chosen
  const unfit = await whyNotTogether(chosen, member, call.who.storeId, programme, call.at)
  if (unfit) return unfit
  const place = await placeOf(call.who.storeId, programme, call.at)
  const settlement = settlementFor(member, keyedLines(input.lines), programme, call.at, chosen, place)
  if (settlement.priceFen > programme.largestPurchaseFen)
    return refuse('purchase.amount-out-of-range', { largestFen: programme.largestPurchaseFen })
  return { data: settlement }
}

/** As the keypad sends them. */
export interface KeyedInput {
  readonly name: string | null
  readonly quantity: number
  readonly unitFen: number
}

export const keyedLines = (lines: readonly KeyedInput[]): PricedLine[] =>
  pricedLines(lines.map((line) => ({ ...line, unitFen: fen(line.unitFen) })))

/** The same figures that booking these lines now would give. */
export const settlementFor = (
  member: MemberDocument,
  lines: readonly PricedLine[],
  programme: Programme,
  at: number,
  chosen: readonly CouponDocument[],
  place: Place,
): Preview =>
  previewPurchase(
    lines,
    standingForPreview(member, programme, businessDayOf(at), place),
    programme.ladder,
    chosen.map(chosenOf),
  )

/** The member's figures from which a preview is computed, here and on the assistant's phone. */
export function standingForPreview(
  member: MemberDocument,
  programme: Programme,
  today: BusinessDay,
  place: Place,
): StandingForPreview {
  const { spendByDay, activityByDay } = member.account
  const { measures } = programme
  const { spendFen, visits, activity } = tallyOn(programme, spendByDay, today, activityByDay)
  const { tierId } = standingOn(member, programme, today)
  const open = openFor(member, place, tierId, programme, today)
  return {
    tierId,
    windowFen: spendFen,
    ...(open.bonuses.length > 0 && { open }),
    ...(measures && { beside: { measures, visits, activity, visitedToday: today in spendByDay } }),
  }
}
