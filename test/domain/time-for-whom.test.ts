/** For whom time works: not for an account that went over to another or was closed, but for what others gained by it. */
import type { Invited } from '../../src/domain/referrals/friend'
import type { TimedMember } from '../../src/domain/time-work/time-kind'
import { memberDueAt } from '../../src/domain/time-work/time-work'
import { startOfDay } from '../../src/domain/time/business-day'
import { buys, day, goods, newcomer, noonOf } from './mall'

const OPENED = noonOf('2026-01-01')
const { account } = buys(newcomer(), [goods('60000.00')], '2026-01-05')
const gold: TimedMember = { _id: 'm', openedAt: OPENED, joinedAt: OPENED, account }
const closed = { card: { state: 'closed', since: OPENED } } as const
const invited: Invited = {
  by: 'referrer',
  at: OPENED,
  listKey: 'k',
  state: 'bought',
  purchaseId: 'p',
  dueOn: day('2026-02-10'),
}

test('points are named thirty days before they end', () => {
  expect(memberDueAt(gold)).toBe(startOfDay(day('2026-12-06')))
})

test('nothing is due of an account that went over to another one, or was closed', () => {
  expect(memberDueAt({ ...gold, merged: { into: 'other', at: OPENED } })).toBeNull()
  expect(memberDueAt({ ...gold, ...closed })).toBeNull()
})

test('the points of who invited somebody are due although the friend has left since', () => {
  const due = startOfDay(day('2026-02-10'))
  expect(memberDueAt({ ...gold, invited })).toBe(due)
  expect(memberDueAt({ ...gold, ...closed, invited })).toBe(due)
  expect(memberDueAt({ ...gold, invited, merged: { into: 'other', at: OPENED } })).toBeNull()
})
