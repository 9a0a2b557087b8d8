/** Events: how they are named, being at one by its code, and what the store that hosts them shows. */
import { addDays, businessDay, type BusinessDay } from '../../src/domain/time/business-day'
import { checkInsOf } from './check-ins'
import { codeOf, dataOf, kindOf, newOperation, refusalOf } from './cloud'
import {
  ASSISTANT,
  DAY,
  MANAGER,
  mallOfFile,
  MEMBER,
  MINUTE,
  NEIGHBOUR,
  nothingWritten,
  OTHER_MEMBER,
} from './mall'

const mall = mallOfFile()
const { signIn, scan, nameStore, entries } = checkInsOf(mall)

const inDays = (days: number): BusinessDay => addDays(businessDay(mall().today()), days)
const wanted = (changes: Record<string, unknown> = {}) => ({
  ...{
    eventId: 'tea-day',
    name: '春茶会',
    storeId: 'store-1',
    checkIn: 'rotating' as const,
    placePoints: 30,
  },
  ...{ from: inDays(0), until: inDays(2), ...changes },
})
const name = (changes: Record<string, unknown> = {}, openid = MANAGER, operation = newOperation()) =>
  mall().ask('manager', 'name-event', openid, wanted(changes), operation)
/** A minute later every instance has heard of it. */
const named = async (changes: Record<string, unknown> = {}) => {
  const done = dataOf(await name(changes))
  mall().cloud.clock.shift(MINUTE)
  return done
}
const shown = (input: Record<string, unknown> = {}) => mall().ask('assistant', 'place-code', ASSISTANT, input)
const shownCode = async (eventId = 'tea-day'): Promise<string> => {
  const view = dataOf(await shown({ eventId }))
  if (view.kind !== 'rotating') throw new Error('a picture and no text')
  return view.code
}

beforeEach(() => mall().join(MEMBER))

describe('naming an event', () => {
  test('says what it is, is audited, and a repetition changes nothing', async () => {
    const operation = newOperation()
    const done = dataOf(await name({}, MANAGER, operation))
    const { eventId, ...rest } = wanted()
    expect(done).toEqual({ eventId, ...rest, storeName: 'store-1' })
    expect(mall().all('events')).toEqual([{ _id: eventId, ...rest, storeName: 'store-1' }])
    const lines = mall()
      .all<{ action: string; subject: string; _id: string }>('audit')
      .filter(({ action }) => action === 'name-event')
    expect(lines).toMatchObject([{ subject: 'tea-day', by: MANAGER, storeId: 'store-1' }])
    await nothingWritten(mall(), async () => {
      expect(await name({}, MANAGER, operation)).toMatchObject({ replayed: true, data: done })
      expect(codeOf(await name({ placePoints: 31 }, MANAGER, operation))).toBe('operation.mismatch')
    })
  })

  test.each<[string, string, () => Record<string, unknown>]>([
    ['a store that there is not', 'store.unknown', () => ({ storeId: 'store-99' })],
    ['an end before the beginning', 'event.days-wrong', () => ({ from: inDays(3), until: inDays(2) })],
    ['days that are over', 'event.days-wrong', () => ({ from: inDays(-3), until: inDays(-1) })],
    ['a first day that is over', 'event.days-wrong', () => ({ from: inDays(-1) })],
    ['no day at all', 'request.malformed', () => ({ until: '2026-02-31' })],
    ['no points', 'request.malformed', () => ({ placePoints: 0 })],
    ['too many points', 'request.malformed', () => ({ placePoints: 10_001 })],
    ['an id that no scene holds', 'request.malformed', () => ({ eventId: 'x'.repeat(31), checkIn: 'fixed' })],
    ['an id of another shape', 'request.malformed', () => ({ eventId: 'tea_day' })],
  ])('is refused for %s', async (_, code, changes) => {
    const said = () => name(changes())
    await nothingWritten(mall(), async () => expect(codeOf(await said())).toBe(code))
  })

  test('is for managers', async () => {
    for (const openid of [MEMBER, ASSISTANT])
      await nothingWritten(mall(), async () => expect(codeOf(await name({}, openid))).toBe('role.required'))
  })

  test('keeps store, first day and points once it has begun', async () => {
    await named({ from: inDays(1), placePoints: 5 })
    await named({ placePoints: 30 })
    await mall().hire(NEIGHBOUR, 'store-2')
    const kept = [
      { placePoints: 31 },
      { placePoints: undefined },
      { storeId: 'store-2' },
      { from: inDays(1) },
    ]
    for (const changes of kept)
      await nothingWritten(mall(), async () => expect(codeOf(await name(changes))).toBe('event.begun'))
    const changed = await named({ name: '春茶市集', until: inDays(0), checkIn: 'fixed' })
    expect(changed).toMatchObject({ name: '春茶市集', until: mall().today(), placePoints: 30 })
  })

  test('two managers at once leave one event as one of them wanted it', async () => {
    const answers = await mall().atOnce('manager', 2, (n) => name({ placePoints: n * 10 }))
    expect(answers.map(codeOf).sort()).toEqual(['event.begun', 'ok'])
    expect(mall().all('events')).toHaveLength(1)
  })
})

test('no store is called as a sign-in is', async () => {
  const store = { storeId: 'daily', name: 'daily' }
  expect(codeOf(await mall().ask('manager', 'name-store', MANAGER, store))).toBe('request.malformed')
})

describe('being at an event', () => {
  test('gives its points beside the store and the sign-in, once a day, and says which it was', async () => {
    await nameStore('store-1', 'fixed')
    await named()
    const done = dataOf(await scan(await shownCode()))
    expect(done).toEqual({
      ...{ points: 30, extra: 0, streak: null, storeName: 'the store-1', eventName: '春茶会' },
      ...{ balance: 30, upgradedTo: null },
    })
    expect(dataOf(await scan('c.store-1'))).toMatchObject({ points: 10, balance: 40 })
    expect(dataOf(await signIn())).toMatchObject({ balance: 50 })
    const { _id } = mall().member()
    const id = `entry:checkin:${_id}:event_tea-day:${mall().today()}`
    expect(entries().map((each) => each._id)).toContain(id)
    const { entry } = dataOf(await mall().ask('member', 'entry', MEMBER, { id }))
    expect(entry).toMatchObject({
      checkIn: 'place',
      eventName: '春茶会',
      storeName: 'the store-1',
      points: 30,
    })
    const again = await shownCode()
    await nothingWritten(mall(), async () => expect(codeOf(await scan(again))).toBe('checkin.done-today'))
    mall().cloud.clock.shift(DAY)
    expect(kindOf(await scan(await shownCode()))).toBe('new')
  })

  test('by a fixed code is one touch; without points of its own it gives what places give', async () => {
    await named({ checkIn: 'fixed', placePoints: undefined })
    const operation = newOperation()
    const done = dataOf(await scan('e.tea-day', MEMBER, operation))
    expect(done).toMatchObject({ points: 10, eventName: '春茶会' })
    await nothingWritten(mall(), async () => {
      expect(await scan('e.tea-day', MEMBER, operation)).toMatchObject({ replayed: true, data: done })
      expect(codeOf(await scan('c.store-1', MEMBER, operation))).toBe('operation.mismatch')
    })
  })

  test('at once on two phones is right on both; twice of one member it counts once', async () => {
    await mall().join(OTHER_MEMBER)
    await named()
    const code = await shownCode()
    const who = [MEMBER, OTHER_MEMBER, MEMBER, OTHER_MEMBER]
    const answers = await mall().atOnce('member', 4, (n) => scan(code, who[n - 1]))
    expect(answers.map(kindOf).sort()).toEqual(['checkin.done-today', 'checkin.done-today', 'new', 'new'])
    expect([MEMBER, OTHER_MEMBER].map((each) => mall().member(each).account.purse.earned)).toEqual([30, 30])
  })

  test('is for its days alone, and says which they are', async () => {
    await named({ checkIn: 'fixed', from: inDays(1) })
    const days = { eventName: '春茶会', from: inDays(1), until: inDays(2) }
    const refused = () => nothingWritten(mall(), () => scan('e.tea-day'))
    expect(refusalOf(await refused())).toEqual(['checkin.event-not-now', { ...days, when: 'before' }])
    mall().cloud.clock.shift(DAY)
    expect(kindOf(await scan('e.tea-day'))).toBe('new')
    mall().cloud.clock.shift(2 * DAY)
    expect(refusalOf(await refused())).toEqual(['checkin.event-not-now', { ...days, when: 'after' }])
  })

  test('is refused with another code, at the own store, and beyond the places of a day', async () => {
    await named()
    const code = await shownCode()
    const made = [
      ...['e.tea-days', code.replace('e.tea-day', 'c.store-1'), code.replace('e.tea-day', 'e.tea-days')],
      code.replace(/.{16}$/, '0'.repeat(16)),
    ]
    await nothingWritten(mall(), async () => {
      for (const each of made) expect(codeOf(await scan(each))).toBe('checkin.code-unknown')
      expect(refusalOf(await scan(code, ASSISTANT))).toEqual(['checkin.own-store', { storeName: 'store-1' }])
      expect(codeOf(await scan('e.tea-day'))).toBe('checkin.code-old')
    })
    for (const n of [1, 2, 3, 4, 5]) await nameStore(`place-${n}`, 'fixed')
    for (const n of [1, 2, 3, 4, 5]) expect(kindOf(await scan(`c.place-${n}`))).toBe('new')
    expect(codeOf(await scan(await shownCode()))).toBe('checkin.enough-today')
  })

  test('a proof of a store is none of an event with its id', async () => {
    await nameStore('store-1', 'rotating')
    await named({ eventId: 'store-1' })
    const view = dataOf(await shown())
    const code = view.kind === 'rotating' ? view.code : ''
    expect(code).toContain('c.store-1')
    expect(codeOf(await scan(code.replace('c.store-1', 'e.store-1')))).toBe('checkin.code-unknown')
    expect(kindOf(await scan(code))).toBe('new')
    expect(kindOf(await scan(await shownCode('store-1')))).toBe('new')
  })
})

describe('the store that hosts it', () => {
  test('shows its own code first and has a choice; without a code of its own it shows the event', async () => {
    await named()
    const alone = dataOf(await shown())
    const event = { id: 'tea-day', name: '春茶会' }
    expect(alone).toMatchObject({ event, choices: [{ eventId: 'tea-day', name: '春茶会' }] })
    await nameStore('store-1', 'fixed')
    const own = dataOf(await shown())
    const choices = [
      { eventId: null, name: 'the store-1' },
      { eventId: 'tea-day', name: '春茶会' },
    ]
    expect(own).toMatchObject({ kind: 'fixed', event: null, choices })
    expect(dataOf(await shown({ eventId: 'tea-day' }))).toMatchObject({ kind: 'rotating', event, choices })
  })

  test('shows no event of another store or another day', async () => {
    await mall().hire(NEIGHBOUR, 'store-2')
    await named({ eventId: 'books-day', storeId: 'store-2' })
    await named({ eventId: 'later', from: inDays(1) })
    expect(codeOf(await shown())).toBe('checkin.place-closed')
    for (const eventId of ['books-day', 'later', 'nothing'])
      expect(codeOf(await shown({ eventId }))).toBe('checkin.event-not-now')
    mall().cloud.clock.shift(DAY)
    expect(dataOf(await shown()).choices).toEqual([{ eventId: 'later', name: '春茶会' }])
  })
})
