/** Anniversaries: what was given is of a day on which its member had joined so many years ago, and is what the programme says. */
import type { Gift } from '../../src/domain/gifts/gift'
import { anniversaryIn } from '../../src/domain/occasions/occasion'
import type { Programme } from '../../src/domain/programme/programme'
import { anniversaryOf } from '../../src/domain/time-work/anniversary'
import { addMonths, businessDay, businessDayOf, yearOf } from '../../src/domain/time/business-day'
import type { EntryDocument } from '../../src/server/store/entries'
import type { MemberDocument } from '../../src/server/store/members'
import type { Given } from './audit-given'
import type { MemberFile, Report } from './ledger'

export const isOfAnniversary = ({ rule, memberId, day, cause }: EntryDocument): boolean =>
  rule === 'anniversary.gift' && cause === anniversaryOf(memberId, businessDay(day))

export function auditAnniversaries(
  { member, entries }: MemberFile,
  { coupons, programmes, programmeOf }: Given,
  report: Report,
): void {
  const ofEntries = entries.filter(({ rule }) => rule === 'anniversary.gift')
  const ofCoupons = coupons.filter(({ from }) => from === 'anniversary')
  for (const { _id, cause, day, occasion, change, programmeVersion, coupon } of ofEntries) {
    if (yearsOn(member, day) !== occasion?.years)
      report(
        'anniversary.day',
        [_id, member._id],
        `${day} is not ${occasion?.years ?? 'so many'} years after`,
      )
    const { points } = giftOf(programmeOf(programmeVersion))
    if (change.kind !== 'earned' || change.points !== points)
      report('anniversary.points', [_id], `gives ${change.points} points, the programme ${points ?? 'none'}`)
    if ((coupon !== undefined) !== ofCoupons.some((each) => each._id === cause))
      report('anniversary.coupon', [_id, cause], 'entry and wallet tell differently of a coupon')
  }
  for (const { _id, at, terms } of ofCoupons) {
    const day = businessDayOf(at)
    if (_id !== anniversaryOf(member._id, day) || yearsOn(member, day) === null)
      report('anniversary.day', [_id, member._id], `${day} is no anniversary of this member`)
    if (!programmes.some((programme) => giftOf(programme).offerId === terms.offerId))
      report('anniversary.offer', [_id], `${terms.offerId} is no gift of an anniversary`)
  }
}

const giftOf = ({ occasions }: Programme): Gift => anniversaryIn(occasions)?.gift ?? {}

/** For how many years somebody is a member on an anniversary; null on any other day. */
function yearsOn({ joinedAt }: MemberDocument, day: string): number | null {
  if (joinedAt === null) return null
  const joined = businessDayOf(joinedAt)
  const years = yearOf(businessDay(day)) - yearOf(joined)
  return years > 0 && addMonths(joined, 12 * years) === day ? years : null
}
