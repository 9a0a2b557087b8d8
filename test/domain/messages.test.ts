/** The gate of messages: what leaves, when, and why the rest stays. */
import {
  afterSending,
  allowed,
  gate,
  NO_MESSAGES,
  readTo,
  toldOnce,
  withoutPermission,
  type MessagePurse,
} from '../../src/domain/messages/gate'
import { TEMPLATE_OF } from '../../src/domain/messages/kinds'
import { startOfDay } from '../../src/domain/time/business-day'
import { day } from './mall'

const at = (on: string, clock: string): number => {
  const [hours = 0, minutes = 0] = clock.split(':').map(Number)
  return startOfDay(day(on)) + (hours * 60 + minutes) * 60_000
}
const shown = (verdict: ReturnType<typeof gate>): string =>
  'kept' in verdict ? verdict.kept : new Date(verdict.sendAt + 8 * 3_600_000).toISOString().slice(0, 16)
const purse = (more: Partial<MessagePurse> = {}): MessagePurse => ({
  ...NO_MESSAGES,
  quota: { points: 1, tier: 1, gift: 1, pickup: 1 },
  ...more,
})
const until = day('2026-06-10')
const service = { kind: 'points-expire', until } as const

test.each<[string, string, Partial<MessagePurse>, string]>([
  ['by day it leaves at once', '2026-06-09 14:30', {}, '2026-06-09T14:30'],
  ['at nine sharp it leaves', '2026-06-09 09:00', {}, '2026-06-09T09:00'],
  ['a minute before nine it waits', '2026-06-09 08:59', {}, '2026-06-09T09:00'],
  ['after midnight it waits for the morning', '2026-06-09 00:00', {}, '2026-06-09T09:00'],
  ['a minute before nine in the evening it leaves', '2026-06-09 20:59', {}, '2026-06-09T20:59'],
  ['from nine in the evening it waits for tomorrow', '2026-06-09 21:00', {}, '2026-06-10T09:00'],
  ['tomorrow would be too late', '2026-06-10 21:00', {}, 'over'],
  ['its last day is past', '2026-06-11 12:00', {}, 'over'],
  ['no permission is left', '2026-06-09 12:00', { quota: { points: 0, tier: 3 } }, 'no-permission'],
  ['its class was stopped', '2026-06-09 12:00', { stopped: ['service'] }, 'stopped'],
  ['another class was stopped', '2026-06-09 12:00', { stopped: ['commercial'] }, '2026-06-09T12:00'],
])('%s', (_, instant, more, wanted) => {
  const [on = '', clock = ''] = instant.split(' ')
  expect(shown(gate(service, purse(more), false, at(on, clock)))).toBe(wanted)
})

describe('what the mall wishes', () => {
  const wish = { kind: 'coupons-end', until } as const
  const noon = at('2026-06-09', '12:00')

  test.each<[string, string[], boolean, string]>([
    ['leaves twice a week', ['2026-06-03'], true, '2026-06-09T12:00'],
    ['and not a third time', ['2026-06-03', '2026-06-08'], true, 'week-full'],
    ['a week later again', ['2026-06-01', '2026-06-02'], true, '2026-06-09T12:00'],
    ['only with consent to offers', [], false, 'stopped'],
  ])('%s', (_, days, wantsOffers, wanted) => {
    const commercialOn = days.map(day)
    expect(shown(gate(wish, purse({ commercialOn }), wantsOffers, noon))).toBe(wanted)
  })

  test('is remembered for a week, and care is not counted', () => {
    const days = ['2026-06-01', '2026-06-03'].map(day)
    const after = afterSending(purse({ commercialOn: days }), wish.kind, day('2026-06-09'))
    expect(after.commercialOn).toEqual(['2026-06-03', '2026-06-09'])
    expect(after.quota[TEMPLATE_OF[wish.kind]]).toBe(0)
    expect(afterSending(purse(), 'points-expire', day('2026-06-09')).commercialOn).toEqual([])
  })
})

test('one permission is one message; they add up to twenty, and one answer of WeChat takes them all', () => {
  const one = allowed(NO_MESSAGES, ['points', 'tier', 'points'])
  expect(one.quota).toEqual({ points: 1, tier: 1 })
  const many = Array.from({ length: 30 }).reduce<MessagePurse>((held) => allowed(held, ['points']), one)
  expect(many.quota).toEqual({ points: 20, tier: 1 })
  expect(withoutPermission(many, 'points-expire').quota).toEqual({ points: 0, tier: 1 })
  expect(afterSending(withoutPermission(many, 'points-expire'), 'points-expire', until).quota.points).toBe(0)
})

test('what is unread is counted to 99, and reading goes forward only', () => {
  const told = Array.from({ length: 120 }).reduce<MessagePurse>((held) => toldOnce(held, 'c'), NO_MESSAGES)
  expect(told.unread).toBe(99)
  const read = readTo(told, 'b')
  expect([read.unread, read.readTo]).toEqual([99, 'b'])
  expect(readTo(read, 'a').readTo).toBe('b')
  expect(readTo(read, 'c')).toMatchObject({ unread: 0, readTo: 'c' })
})
