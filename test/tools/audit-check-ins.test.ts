/** An audit finds nothing in check-ins that the rules made, and everything that is broken in them. */
import { bookCheckIn } from '../../src/domain/checkin/book-check-in'
import { arriveAt, DAILY, signIn } from '../../src/domain/checkin/check-in'
import { placeKey } from '../../src/domain/checkin/place-code'
import { MALL_PROGRAMME } from '../../src/domain/programme/default-programmes'
import { addDays, businessDay, startOfDay } from '../../src/domain/time/business-day'
import { checkInOf, entryIdOf } from '../../src/server/store/entries'
import { auditLedger } from '../../tools/audit/audit'
import { smallLedger, type OpenLedger } from './small-ledger'

const EVENT = {
  ...{ _id: 'tea-day', name: '春茶会', storeId: 's1', storeName: '店', checkIn: 'fixed' },
  ...{ from: '2026-06-07', until: '2026-06-08', placePoints: 30 },
}
const RULES = MALL_PROGRAMME.checkIn
const TEA_DAY = placeKey({ sort: 'event', id: EVENT._id })
const FIRST = businessDay('2026-06-01')

/** Seven days in a row, and a tea house and an event on the last. */
function checkedIn(): OpenLedger {
  const ledger = smallLedger()
  const member = ledger.members[0]
  if (!member || !RULES) throw new Error('nobody to check in')
  const visits = [DAILY, DAILY, DAILY, DAILY, DAILY, DAILY, DAILY, TEA_DAY, 'tea'].map(
    (place, n) => [addDays(FIRST, Math.min(n, 6)), place] as const,
  )
  for (const [day, place] of visits) {
    const before = member.checkIns
    const rules = { ...RULES, placePoints: place === TEA_DAY ? EVENT.placePoints : RULES.placePoints }
    const done =
      place === DAILY ? signIn(before, rules, day, 'a') : arriveAt(before, place, rules, day, place)
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
      ...(place === TEA_DAY && { about: { storeName: '店', eventName: EVENT.name } }),
    } as never)
  }
  return structuredClone({ ...ledger, events: [EVENT] } as never)
}

const rulesOf = (ledger: OpenLedger): string[] => auditLedger(ledger as never).map(({ rule }) => rule)
const last = (ledger: OpenLedger, back = 0) => {
  const entry = ledger.entries.at(-1 - back)
  if (!entry) throw new Error('no entry')
  return entry
}

test('a week of sign-ins, a place and an event have no violation', () => {
  expect(auditLedger(checkedIn() as never)).toEqual([])
})

test.each<[string, string, (ledger: OpenLedger) => void]>([
  ['more for a day than there is', 'checkin.points', (ledger) => void (last(ledger, 3).change.points += 1)],
  [
    'more for a run that is too short',
    'checkin.points',
    (ledger) => void (last(ledger, 3).checkIn = { extra: 50, streak: 6 }),
  ],
  [
    'a run that was not',
    'checkin.streak',
    (ledger) => void (last(ledger, 2).checkIn = { extra: 50, streak: 14 }),
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
  ['more than the event gives', 'event.points', (ledger) => void (last(ledger, 1).change.points += 1)],
  ['an event that there is not', 'event.unknown', (ledger) => void Object.assign(ledger, { events: [] })],
  [
    'an event on a day that is none of its own',
    'event.day',
    (ledger) => void Object.assign(ledger.events?.[0] ?? {}, { from: '2026-06-08' }),
  ],
  ['what nobody knows the rules of', 'checkin.rules', (ledger) => void delete last(ledger).checkIn],
])('%s is found', (_, rule, breakIt) => {
  const ledger = checkedIn()
  breakIt(ledger)
  expect(rulesOf(ledger)).toContain(rule)
})
