/** Points whose day is over: an entry for each day, whenever the clock runs and whatever is booked in between. */
import type { EntryDocument } from '../../src/server/store/entries'
import { addDays, addMonths, startOfDay, type BusinessDay } from '../../src/domain/time/business-day'
import { dayCalls, nightOf, tick } from './nights'
import { DAY, mallOfFile, MEMBER, type Mall } from './mall'

const expiries = (mall: Mall) =>
  mall
    .all<EntryDocument>('entries')
    .filter(({ rule }) => rule === 'points.expired')
    .map(({ cause, day, at, change: { points, lots } }) => ({ cause, day, at, points, lots }))

const noticeIds = (mall: Mall) => mall.all<{ _id: string }>('notices').map(({ _id }) => _id)

describe('points whose day is over', () => {
  const mall = mallOfFile()
  const boughtOn = () => mall().today() as BusinessDay

  beforeEach(() => mall().join(MEMBER))

  test('a member with nothing to expire is never due', async () => {
    expect(mall().member().dueAt).toBeUndefined()
    mall().cloud.clock.shift(400 * DAY)
    expect(await tick(mall().cloud)).toEqual({ done: {}, failed: 0 })
  })

  test('are due 30 days before, are named three times, and expire the day after, in 5 calls', async () => {
    // ¥100.00 at rate 100 are 100 points that live 12 months to the end of that day.
    await mall().receipt('one', 10_000)
    const last = addMonths(boughtOn(), 12)
    const { _id } = mall().member()
    expect(mall().member().dueAt).toBe(startOfDay(addDays(last, -30)))
    for (const before of [30, 7, 1]) {
      await nightOf(mall(), addDays(last, -before))
      expect(expiries(mall())).toEqual([])
    }
    expect(noticeIds(mall()).sort()).toEqual(
      [30, 7, 1].map((n) => `notice:points-expire:${_id}:${last}:${addDays(last, -n)}`).sort(),
    )
    expect(await nightOf(mall(), last)).toEqual({ done: {}, failed: 0 })
    expect(mall().member().account.purse.expired).toBe(0)
    const gone = addDays(last, 1)
    expect((await nightOf(mall(), gone)).done).toMatchObject({ members: 1 })
    expect(dayCalls(mall())).toBe(5)
    expect(expiries(mall())).toEqual([
      {
        cause: `expire:${_id}:${gone}`,
        day: gone,
        at: startOfDay(gone),
        points: 100,
        lots: [{ kind: 'purchase', expiresOn: last, points: -100 }],
      },
    ])
    expect(mall().member().account.purse).toMatchObject({ earned: 100, expired: 100, lots: [] })
    expect(mall().member().dueAt).toBeUndefined()
    const ended = mall().dump()
    expect(await tick(mall().cloud)).toEqual({ done: {}, failed: 0 })
    expect(mall().dump()).toEqual(ended)
  })

  test('expire with the same entries when the clock comes a week late, after a purchase', async () => {
    await mall().receipt('one', 10_000)
    const last = addMonths(boughtOn(), 12)
    mall().cloud.clock.shift(DAY)
    await mall().receipt('two', 20_000)
    const { _id } = mall().member()
    mall().cloud.clock.set(startOfDay(addDays(last, 8)))
    await mall().receipt('three', 30_000)
    // Both days are past, none is written down yet, and neither can be spent.
    expect(mall().member().account.purse.lots).toHaveLength(3)
    await tick(mall().cloud)
    expect(expiries(mall()).map(({ cause, points }) => [cause, points])).toEqual([
      [`expire:${_id}:${addDays(last, 1)}`, 100],
      [`expire:${_id}:${addDays(last, 2)}`, 200],
    ])
    expect(mall().member().account.purse).toMatchObject({ earned: 600, expired: 300 })
    expect(mall().member().timeDoneOn).toBe(addDays(last, 2))
    const states = mall().all<{ state: string }>('notices')
    // Each of the three reminders of the first day names the second one too.
    expect(states.map(({ state }) => state)).toEqual(['stale', 'stale', 'stale'])
  })

  test('of an unclaimed account expire too, and nobody is told', async () => {
    await mall().till('purchase', mall().till1, {
      receipt: 'unclaimed',
      member: { phone: '13711112222' },
      lines: [{ sku: 'goods', quantity: 1, paidFen: 5_000 }],
    })
    const last = addMonths(boughtOn(), 12)
    await nightOf(mall(), addDays(last, 1))
    expect(expiries(mall()).map(({ points }) => points)).toEqual([50])
    expect(noticeIds(mall())).toEqual([])
  })
})
