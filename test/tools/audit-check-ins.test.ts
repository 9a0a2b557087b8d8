/** An audit finds nothing in check-ins that the rules made, and everything that is broken in them. */
import { bookCheckIn } from '../../src/domain/checkin/book-check-in'
import { arriveAt, DAILY, signIn } from '../../src/domain/checkin/check-in'
import { MALL_PROGRAMME } from '../../src/domain/programme/default-programmes'
import { addDays, businessDay, startOfDay } from '../../src/domain/time/business-day'
import { checkInOf, entryIdOf } from '../../src/server/store/entries'
import { auditLedger } from '../../tools/audit/audit'
import { smallLedger, type OpenLedger } from './small-ledger'

const RULES = MALL_PROGRAMME.checkIn
const FIRST = businessDay('2026-06-01')

/** Seven days in a row, and a tea house on the last. */
function checkedIn(): OpenLedger {
  const ledger = smallLedger()
  const member = ledger.members[0]
  if (!member || !RULES) throw new Error('nobody to check in')
  const visits = [0, 1, 2, 3, 4, 5, 6, 6].map(
    (n, place) => [addDays(FIRST, n), place > 6 ? 'tea' : DAILY] as const,
  )
  for (const [day, place] of visits) {
    const before = member.checkIns
    const done = place === DAILY ? signIn(before, RULES, day, 'a') : arriveAt(before, place, RULES, day, 'b')
    if (typeof done === 'string') throw new Error(done)
    const { account, change } = bookCheckIn(member.account, done.points, MALL_PROGRAMME, day)
    Object.assign(member, { account, checkIns: done.next })
    const cause = checkInOf('m1', place, day)
    ledger.entries.push({
      ...{ _id: entryIdOf(cause), memberId: 'm1', at: startOfDay(day), day, programmeVersion: 1 },
      ...{
        rule: place === DAILY ? 'checkin.daily' : 'checkin.place',
        change,
        cause,
        earning: null,
        corrects: null,
      },
      checkIn: { extra: done.extra, streak: done.streak },
    } as never)
  }
  return structuredClone(ledger)
}

const rulesOf = (ledger: OpenLedger): string[] => auditLedger(ledger as never).map(({ rule }) => rule)
const last = (ledger: OpenLedger, back = 0) => {
  const entry = ledger.entries.at(-1 - back)
  if (!entry) throw new Error('no entry')
  return entry
}

test('a week of sign-ins and a place have no violation', () => {
  expect(auditLedger(checkedIn() as never)).toEqual([])
})

test.each<[string, string, (ledger: OpenLedger) => void]>([
  ['more for a day than there is', 'checkin.points', (ledger) => void (last(ledger, 2).change.points += 1)],
  [
    'more for a run that is too short',
    'checkin.points',
    (ledger) => void (last(ledger, 2).checkIn = { extra: 50, streak: 6 }),
  ],
  [
    'a run that was not',
    'checkin.streak',
    (ledger) => void (last(ledger, 1).checkIn = { extra: 50, streak: 14 }),
  ],
  [
    'a day that no entry bears out',
    'checkin.days',
    (ledger) => Object.assign(ledger.members[0]?.checkIns?.signIns ?? {}, { months: { '2026-06': 255 } }),
  ],
  [
    'a run that no entry bears out',
    'checkin.days',
    (ledger) => Object.assign(ledger.members[0]?.checkIns?.signIns ?? {}, { streak: 8 }),
  ],
  [
    'an entry of another member',
    'orphan.entry',
    (ledger) => void (last(ledger).cause = checkInOf('m2', 'tea', '2026-06-07')),
  ],
  [
    'a place that calls itself the daily one',
    'orphan.entry',
    (ledger) => void (last(ledger).rule = 'checkin.daily'),
  ],
  ['what nobody knows the rules of', 'checkin.rules', (ledger) => void delete last(ledger).checkIn],
])('%s is found', (_, rule, breakIt) => {
  const ledger = checkedIn()
  breakIt(ledger)
  expect(rulesOf(ledger)).toContain(rule)
})
