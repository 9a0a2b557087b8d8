/**
 * Check-ins: each entry gives what its programme says, once for a place and a day, and the days kept are those of the entries. What
 * an event gives, `audit-events.ts` knows.
 */
import { DAILY, type CheckInRules } from '../../src/domain/checkin/check-in'
import { withSignIn, type SignIns } from '../../src/domain/checkin/days-in-row'
import { eventOfKey } from '../../src/domain/checkin/place-code'
import type { Programme } from '../../src/domain/programme/programme'
import type { BusinessDay } from '../../src/domain/time/business-day'
import { checkInOf, type EntryDocument } from '../../src/server/store/entries'
import type { MemberFile, Report } from './ledger'

/** The place of a check-in; null for an entry of anything else. */
export function placeOfEntry({ cause, memberId, day, rule }: EntryDocument): string | null {
  const [, , place = ''] = cause.split(':')
  const isOne = cause === checkInOf(memberId, place, day)
  return isOne && rule === (place === DAILY ? 'checkin.daily' : 'checkin.place') ? place : null
}

/** The event at which an entry was earned; null for an entry of anything else. */
export const eventOfEntry = (entry: EntryDocument): string | null => eventOfKey(placeOfEntry(entry) ?? '')

export function auditCheckIns(
  { member, entries }: MemberFile,
  programmeOf: (version: number) => Programme,
  report: Report,
): void {
  const all = entries.filter((entry) => placeOfEntry(entry) !== null)
  const plain = all.filter((entry) => eventOfEntry(entry) === null)
  for (const entry of plain) auditPoints(entry, programmeOf(entry.programmeVersion).checkIn, report)
  let found: SignIns | undefined
  for (const { _id, day, checkIn, cause } of all.filter(({ rule }) => rule === 'checkin.daily')) {
    const next = withSignIn(found, day as BusinessDay)
    if (!next) return report('checkin.order', [_id, cause], 'is not after the sign-in before')
    found = next
    if (checkIn?.streak !== found.streak)
      report('checkin.streak', [_id], `says ${checkIn?.streak ?? 'no'} days in a row, it was ${found.streak}`)
  }
  if (member.card?.state === 'closed') return
  const said = member.checkIns?.signIns
  if (textOf(said) !== textOf(found))
    report('checkin.days', [member._id], `keeps ${textOf(said)}, entries come to ${textOf(found)}`)
}

function auditPoints(
  { _id, change, checkIn, rule }: EntryDocument,
  rules: CheckInRules | undefined,
  report: Report,
) {
  if (!rules || !checkIn) return report('checkin.rules', [_id], 'a check-in where nobody checks in')
  const { extra, streak } = checkIn
  const isLong = streak !== null && streak % rules.streakEvery === 0
  const { points: gift = 0 } = rules.streakGifts?.find(({ days }) => days === streak) ?? {}
  const plain = rule === 'checkin.daily' ? rules.dailyPoints : rules.placePoints
  if (
    extra !== (isLong ? rules.streakPoints : 0) + gift ||
    change.points !== plain + extra ||
    change.kind !== 'earned'
  )
    report(
      'checkin.points',
      [_id],
      `gives ${change.points} points, ${extra} of them for ${streak ?? 0} days in a row`,
    )
}

const textOf = (signIns: SignIns | undefined): string =>
  signIns
    ? `${signIns.streak} to ${signIns.lastDay}, ${JSON.stringify(Object.entries(signIns.months).sort())}`
    : 'no day'
