/**
 * What the programme gave without being asked: with a tier that was reached, for a run of days, for a target. Each gift has
 * what it was given for, is what the programme of its version says, and comes once.
 */
import { isCouponHeld } from '../../src/domain/campaigns/targets'
import { DAILY, streakGiftOf } from '../../src/domain/checkin/check-in'
import type { Gift } from '../../src/domain/gifts/gift'
import type { Programme } from '../../src/domain/programme/programme'
import { TIER_CHANGES_KEPT } from '../../src/domain/tiers/tier-log'
import { isGiftAgain, upgradeGiftOf } from '../../src/domain/time-work/upgrade-gift'
import { addDays, businessDayOf, type BusinessDay } from '../../src/domain/time/business-day'
import type { CouponDocument } from '../../src/server/store/coupons'
import { checkInOf, entryIdOf, type EntryDocument } from '../../src/server/store/entries'
import { groupedBy, type Ledger, type MemberFile, type Report } from './ledger'

export interface Given {
  readonly coupons: readonly CouponDocument[]
  /** All that were ever in force. */
  readonly programmes: readonly Programme[]
  readonly programmeOf: (version: number) => Programme
}

export function auditGiven(file: MemberFile, given: Given, report: Report): void {
  auditUpgrades(file, given, report)
  auditStreaks(file, given, report)
  auditTargets(file, given, report)
}

const GIVEN: readonly CouponDocument['from'][] = ['upgrade', 'streak', 'target', 'anniversary']

/** The coupons of one member that a programme gave, by the id in each. */
export const givenCoupons = ({ coupons }: Pick<Ledger, 'coupons'>): Map<string, CouponDocument[]> =>
  groupedBy(
    coupons.filter(({ from }) => GIVEN.includes(from)),
    ({ memberId }) => memberId,
  )

const tierGift = (programme: Programme, tierId: string): Gift =>
  programme.ladder.find(({ id }) => id === tierId)?.upgradeGift ?? {}

/** The tier and the day in the name of a gift; null when it is none of this member's. */
function upgradeOf(memberId: string, cause: string): { to: string; day: BusinessDay } | null {
  const [, , to = '', day = ''] = cause.split(':')
  const line = { to, day: day as BusinessDay }
  return cause === upgradeGiftOf(memberId, line) ? line : null
}

function auditUpgrades({ member, entries }: MemberFile, given: Given, report: Report): void {
  const { _id, tierLog = [], upgradeGifts = {}, card, merged } = member
  const ofUpgrade = entries.filter(({ rule }) => rule === 'upgrade.gift')
  const coupons = given.coupons.filter(({ from }) => from === 'upgrade')
  for (const entry of ofUpgrade) auditUpgradeEntry(_id, entry, given, report)
  for (const coupon of coupons) auditUpgradeCoupon(_id, coupon, given, report)
  const days = new Map<string, BusinessDay>()
  for (const entry of ofUpgrade) days.set(entry.cause, entry.day as BusinessDay)
  for (const coupon of coupons) days.set(coupon._id, businessDayOf(coupon.at))
  const last: Record<string, BusinessDay> = {}
  for (const [cause, day] of [...days].sort(([, a], [, b]) => (a < b ? -1 : 1))) {
    const line = upgradeOf(_id, cause)
    if (!line) continue
    if (isGiftAgain(last[line.to], day))
      report('given.again', [_id, cause], `${line.to} was given something on ${last[line.to] ?? ''}`)
    last[line.to] = day
    const isLogged = tierLog.some(
      (each) => each.to === line.to && each.day === line.day && each.giftOn === day,
    )
    if (!isLogged && tierLog.length < TIER_CHANGES_KEPT && card?.state !== 'closed' && !merged)
      report('given.upgrade', [_id, cause], 'no upgrade of the log leads to it')
  }
  if (card?.state === 'closed') return
  for (const tierId of new Set([...Object.keys(last), ...Object.keys(upgradeGifts)]))
    if (last[tierId] !== upgradeGifts[tierId])
      report(
        'given.remembered',
        [_id],
        `${tierId}: remembers ${upgradeGifts[tierId] ?? 'none'}, the last is of ${last[tierId] ?? 'never'}`,
      )
}

function auditUpgradeEntry(
  memberId: string,
  { _id, cause, change, programmeVersion, coupon }: EntryDocument,
  { coupons, programmeOf }: Given,
  report: Report,
): void {
  const line = upgradeOf(memberId, cause)
  if (!line) return report('given.upgrade', [_id], 'is of no upgrade of this member')
  const { points } = tierGift(programmeOf(programmeVersion), line.to)
  if (change.kind !== 'earned' || change.points !== points)
    report('given.points', [_id], `gives ${change.points} points, the programme ${points ?? 'none'}`)
  if ((coupon !== undefined) !== coupons.some((each) => each._id === cause))
    report('given.coupon', [_id, cause], 'entry and wallet tell differently of a coupon')
}

function auditUpgradeCoupon(
  memberId: string,
  { _id, terms }: CouponDocument,
  { programmes }: Given,
  report: Report,
): void {
  const line = upgradeOf(memberId, _id)
  if (!line) return report('given.upgrade', [_id], 'is of no upgrade of this member')
  if (!programmes.some((programme) => tierGift(programme, line.to).offerId === terms.offerId))
    report('given.offer', [_id], `${terms.offerId} is no gift of ${line.to}`)
}

function auditStreaks(
  { member, entries }: MemberFile,
  { coupons, programmeOf }: Given,
  report: Report,
): void {
  const { _id: memberId } = member
  const byId = new Map(entries.map((entry) => [entry._id, entry]))
  const ofStreak = coupons.filter(({ from }) => from === 'streak')
  for (const { _id, at, terms } of ofStreak) {
    const day = businessDayOf(at)
    const entry = byId.get(entryIdOf(checkInOf(memberId, DAILY, day)))
    const days = entry?.checkIn?.streak ?? 0
    if (!entry?.coupon || _id !== streakGiftOf(memberId, { runFrom: addDays(day, 1 - days), days })) {
      report('given.streak', [_id], 'no run of days leads to it')
      continue
    }
    const { streakGifts = [] } = programmeOf(entry.programmeVersion).checkIn ?? {}
    if (!streakGifts.some((gift) => gift.days === days && gift.offerId === terms.offerId))
      report('given.offer', [_id], `${terms.offerId} is no gift for ${days} days`)
  }
  const told = entries.filter(({ rule, coupon }) => rule === 'checkin.daily' && coupon !== undefined)
  if (told.length !== ofStreak.length)
    report('given.coupon', [memberId], `${told.length} runs brought a coupon, ${ofStreak.length} are there`)
}

function auditTargets(
  { member, entries, purchases }: MemberFile,
  { coupons, programmes, programmeOf }: Given,
  report: Report,
): void {
  for (const { _id, cause, change, programmeVersion } of entries.filter(
    ({ rule }) => rule === 'target.reached',
  )) {
    const [, targetId] = cause.split(':')
    const target = programmeOf(programmeVersion).targets?.find(({ id }) => id === targetId)
    if (change.points !== target?.gift.points)
      report(
        'given.points',
        [_id],
        `gives ${change.points} points, the programme ${target?.gift.points ?? 'none'}`,
      )
  }
  for (const { _id, terms, state, log, source } of coupons.filter(({ from }) => from === 'target')) {
    const [, targetId = ''] = _id.split(':')
    const bought = purchases.find((each) => each._id === source)
    if (!bought?.targets?.includes(targetId)) report('given.target', [_id], 'no purchase leads to it')
    const isGift = ({ targets = [] }: Programme): boolean =>
      targets.some(({ id, gift }) => id === targetId && gift.offerId === terms.offerId)
    if (!programmes.some(isGift)) report('given.offer', [_id], `${terms.offerId} is no gift of ${targetId}`)
    // What a till held while the goods came back stays.
    const wasHeld = log.some(({ step }) => step === 'lock')
    if (state === 'issued' && !wasHeld && !isCouponHeld(member.account.targets, _id))
      report('given.target', [_id], 'can be used, and its target is not reached any more')
  }
}
