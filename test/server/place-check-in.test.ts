/** Being at a place: by which codes, how often, at once, and what a store shows to be scanned. */
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
  PHONES,
  STRANGER,
} from './mall'

const mall = mallOfFile()
const { signIn, scan, nameStore, shownAt, today, entries } = checkInsOf(mall)

beforeEach(() => mall().join(MEMBER))

describe('being at a place', () => {
  beforeEach(() => nameStore('store-1', 'rotating'))

  test('gives 10 points by the code on its screen, beside the sign-in, and says where', async () => {
    dataOf(await signIn())
    const done = dataOf(await scan(await shownAt()))
    expect(done).toEqual({
      points: 10,
      extra: 0,
      streak: null,
      storeName: 'the store-1',
      balance: 20,
      upgradedTo: null,
    })
    const { _id, account } = mall().member()
    expect(entries().map(({ _id: id }) => id)).toContain(`entry:checkin:${_id}:store-1:${mall().today()}`)
    expect(account.activityByDay).toEqual({ [mall().today()]: 2 })
    expect(await today()).toMatchObject({ streak: 1 })
  })

  test('counts once a day, by whichever code of that place', async () => {
    const first = await shownAt()
    const operation = newOperation()
    const done = dataOf(await scan(first, MEMBER, operation))
    mall().cloud.clock.shift(MINUTE)
    const second = await shownAt()
    expect(second).not.toBe(first)
    await nothingWritten(mall(), async () => {
      expect(codeOf(await scan(second))).toBe('checkin.done-today')
      expect(codeOf(await scan(second, MEMBER, operation))).toBe('operation.mismatch')
      mall().cloud.clock.shift(5 * MINUTE)
      // Repeated when its code is long over: the first answer, and no talk of an old code.
      expect(await scan(first, MEMBER, operation)).toMatchObject({ replayed: true, data: done })
    })
    mall().cloud.clock.shift(DAY)
    expect(dataOf(await scan(await shownAt()))).toMatchObject({ points: 10, balance: 20 })
  })

  test('two phones at once on one code are both right; one member twice at once counts once', async () => {
    await mall().join(OTHER_MEMBER)
    const code = await shownAt()
    const who = [MEMBER, OTHER_MEMBER, MEMBER, OTHER_MEMBER]
    const answers = await mall().atOnce('member', 4, (n) => scan(code, who[n - 1]))
    const by = (openid: string) =>
      answers
        .filter((_, n) => who[n] === openid)
        .map(kindOf)
        .sort()
    expect([by(MEMBER), by(OTHER_MEMBER)]).toEqual(Array(2).fill(['checkin.done-today', 'new']))
    expect([MEMBER, OTHER_MEMBER].map((each) => mall().member(each).account.purse.earned)).toEqual([10, 10])
    expect(entries()).toHaveLength(2)
  })

  test('a screenshot holds for the minute and the next, and is refused after', async () => {
    const code = await shownAt()
    mall().cloud.clock.shift(MINUTE)
    expect(kindOf(await scan(code))).toBe('new')
    mall().cloud.clock.shift(MINUTE)
    await mall().join(OTHER_MEMBER)
    const old = () => nothingWritten(mall(), () => scan(code, OTHER_MEMBER))
    expect(refusalOf(await old())).toEqual(['checkin.code-old', { storeName: 'the store-1' }])
    mall().cloud.clock.shift(DAY)
    expect(codeOf(await old())).toBe('checkin.code-old')
  })

  test.each([
    ['something else', () => 'https://example.com'],
    ['a code of a store that is none', () => 'c.store-99'],
    ['another store with this proof', (code: string) => code.replace('store-1', 'store-2')],
    [
      'another minute with this proof',
      (code: string) => code.replace(/\.(\d+)\./, (_, n) => `.${Number(n) + 1}.`),
    ],
    ['a proof of chance', (code: string) => code.replace(/.{16}$/, '0'.repeat(16))],
  ])('%s is no code', async (_, made) => {
    const code = made(await shownAt())
    await nothingWritten(mall(), async () => expect(codeOf(await scan(code))).toBe('checkin.code-unknown'))
  })

  test('a store that shows a code that turns does not take the fixed one, nor the other way round', async () => {
    expect(codeOf(await scan('c.store-1'))).toBe('checkin.code-old')
    const turning = await shownAt()
    await nameStore('store-1', 'fixed')
    expect(codeOf(await scan(turning))).toBe('checkin.code-old')
    expect(dataOf(await scan('c.store-1'))).toMatchObject({ storeName: 'the store-1', points: 10 })
  })

  test('nobody checks in where it is off, at the own store, or with a frozen card', async () => {
    const code = await shownAt()
    await nothingWritten(mall(), async () => {
      expect(refusalOf(await scan(code, ASSISTANT))).toEqual([
        'checkin.own-store',
        { storeName: 'the store-1' },
      ])
      expect(codeOf(await scan(code, STRANGER))).toBe('member.not-joined')
    })
    expect(kindOf(await signIn(ASSISTANT))).toBe('new')
    await nameStore('store-1', 'off')
    expect(codeOf(await scan(code))).toBe('checkin.place-closed')
    expect(codeOf(await mall().ask('assistant', 'place-code', ASSISTANT, {}))).toBe('checkin.place-closed')
    await nameStore('store-1', 'rotating')
    dataOf(await mall().ask('member', 'change-card', MEMBER, { step: 'freeze' }))
    expect(codeOf(await scan(await shownAt()))).toBe('card.frozen')
  })

  test('five places a day give points, and the daily sign-in beside them', async () => {
    for (const n of [1, 2, 3, 4, 5, 6]) await nameStore(`place-${n}`, 'fixed')
    for (const n of [1, 2, 3, 4, 5]) expect(kindOf(await scan(`c.place-${n}`))).toBe('new')
    await nothingWritten(mall(), async () => {
      expect(codeOf(await scan('c.place-6'))).toBe('checkin.enough-today')
      expect(codeOf(await scan('c.place-1'))).toBe('checkin.done-today')
    })
    expect(dataOf(await signIn())).toMatchObject({ balance: 60 })
    mall().cloud.clock.shift(DAY)
    expect(kindOf(await scan('c.place-6'))).toBe('new')
  })

  test('who works elsewhere by now may check in where he did', async () => {
    const code = await shownAt()
    await mall().hire(NEIGHBOUR, 'store-2')
    const named = {
      phone: PHONES[ASSISTANT] ?? '',
      name: 'moved',
      role: 'assistant',
      storeId: 'store-2',
    } as const
    dataOf(await mall().ask('manager', 'name-staff', MANAGER, named))
    expect(mall().member(ASSISTANT).worksAt).toBe('store-2')
    expect(kindOf(await scan(code, ASSISTANT))).toBe('new')
    dataOf(await mall().ask('manager', 'name-staff', MANAGER, { ...named, role: null }))
    expect(mall().member(ASSISTANT).worksAt).toBeUndefined()
  })

  test('staff of another store are members like others', async () => {
    await mall().hire(NEIGHBOUR, 'store-2')
    expect(kindOf(await scan(await shownAt(), NEIGHBOUR))).toBe('new')
    expect(codeOf(await mall().ask('assistant', 'place-code', NEIGHBOUR, {}))).toBe('checkin.place-closed')
  })
})

describe('a store', () => {
  test('shows a picture where its code is fixed: of the page that takes it, with the store as its scene', async () => {
    await nameStore('store-1', 'fixed')
    const shown = dataOf(await mall().ask('assistant', 'place-code', ASSISTANT, {}))
    expect(shown).toMatchObject({ kind: 'fixed', storeName: 'the store-1' })
    expect(shown.kind === 'fixed' && shown.picture).toMatch(/^iVBORw0KGgo/)
  })

  test('shows another text every minute where it turns, and says until when', async () => {
    await nameStore('store-1', 'rotating')
    const shown = dataOf(await mall().ask('assistant', 'place-code', ASSISTANT, {}))
    expect(shown).toMatchObject({ kind: 'rotating', periodSeconds: 60 })
    if (shown.kind !== 'rotating') return
    expect(shown.code).toMatch(/^shuke:c\.store-1\.\d+\.[0-9a-f]{16}$/)
    expect(shown.renewAt - shown.serverNow).toBeGreaterThan(0)
    mall().cloud.clock.set(shown.renewAt)
    expect(await shownAt()).not.toBe(shown.code)
  })

  test('whose id is longer than a scene cannot have a fixed code', async () => {
    const name = (storeId: string) =>
      mall().ask('manager', 'name-store', MANAGER, { storeId, name: 'long', checkIn: 'fixed' })
    expect(codeOf(await name('x'.repeat(31)))).toBe('request.malformed')
    expect(codeOf(await name('x'.repeat(30)))).toBe('ok')
  })
})
