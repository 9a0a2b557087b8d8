/** Documents through the unmodified SDK: what is stored, found, changed and refused. */
import { failureOf, type GivenCloud, givenCloud } from './given-cloud'
import { type SdkDatabase, sdkDatabase } from './sdk'

let given: GivenCloud
let db: SdkDatabase

beforeAll(async () => {
  given = await givenCloud(
    {},
    {
      members: [
        { name: 'openid', unique: true, fields: [['openid', 1]] },
        {
          name: 'level-joined',
          fields: [
            ['level', 1],
            ['joinedAt', -1],
          ],
        },
      ],
      things: [],
    },
    { clock: { now: Date.UTC(2027, 2, 1) } },
  )
  db = sdkDatabase(given.cloud)
})
beforeEach(() => given.cloud.reset())
afterAll(() => given.end())

const stored = async (id: string) => (await db.collection('things').doc(id).get()).data
const add = (data: Record<string, unknown>) => db.collection('things').add({ data })

describe('a document', () => {
  it('comes back as it was added, when it holds every type that JSON lacks', async () => {
    const joinedAt = new Date(1_700_000_000_123)
    const data = {
      a: 1.5,
      b: -3,
      c: 2 ** 40,
      d: NaN,
      e: Infinity,
      f: null,
      g: { h: [1, { i: joinedAt }] },
      joinedAt,
      k: '',
    }
    await add({ _id: 'x', ...data })
    expect(await stored('x')).toEqual({ _id: 'x', ...data })
  })

  it('gets an id of 32 hexadecimal figures, when it brings none', async () => {
    const { _id: id } = await add({ a: 1 })
    expect(id).toMatch(/^[0-9a-f]{32}$/)
  })

  it('takes the instant of the movable clock, when serverDate() is stored', async () => {
    await add({ _id: 'x', at: db.serverDate({ offset: 1000 }) })
    const { at } = await stored('x')
    expect(Math.abs((at as Date).getTime() - given.cloud.clock.now() - 1000)).toBeLessThan(500)
  })

  it('is refused with E11000, when its _id is taken', async () => {
    await add({ _id: 'x' })
    const failure = await failureOf(add({ _id: 'x' }))
    expect(failure.errCode).toBe(-502001)
    expect(failure.text).toContain('E11000 duplicate key')
  })

  it('is refused with -502005, when the collection does not exist', async () => {
    expect((await failureOf(db.collection('nowhere').add({ data: {} }))).errCode).toBe(-502005)
    expect((await failureOf(db.collection('nowhere').get())).errCode).toBe(-502005)
  })

  it('is reported missing by the SDK, when nobody has its _id', async () => {
    expect((await failureOf(db.collection('things').doc('none').get())).text).toContain('does not exist')
  })

  it.each([
    ['a field that begins with a dollar', { a: { $b: 1 } }, /dollar/],
    ['a field with a dot', { a: { 'b.c': 1 } }, /dotted/],
  ])('is refused, when it holds %s', async (_title, data, text) => {
    expect((await failureOf(add(data))).text).toMatch(text)
  })

  it('is replaced by set and reported as created, when it was not there', async () => {
    const set = (data: Record<string, unknown>) => db.collection('things').doc('s').set({ data })
    expect(await set({ a: 1, b: 2 })).toMatchObject({ stats: { created: 1, updated: 0 } })
    expect(await set({ a: 3 })).toMatchObject({ stats: { created: 0, updated: 1 } })
    expect(await stored('s')).toEqual({ _id: 's', a: 3 })
  })

  it('is gone and counted once, when it is removed', async () => {
    await add({ _id: 'x' })
    expect(await db.collection('things').doc('x').remove()).toMatchObject({ stats: { removed: 1 } })
    expect(await db.collection('things').doc('x').remove()).toMatchObject({ stats: { removed: 0 } })
  })
})

describe('a query', () => {
  const members = () => db.collection('members')
  beforeEach(async () => {
    const all = Array.from({ length: 120 }, (_unused, i) => i)
    await Promise.all(
      all.map((i) =>
        members().add({
          data: { _id: `m${i}`, openid: `o${i}`, level: i % 3, joinedAt: new Date(i * 1000) },
        }),
      ),
    )
  })
  const ids = (data: unknown) => (data as { _id: string }[]).map(({ _id: id }) => id)

  it('answers 100 documents, when no limit is given, and at most 1000', async () => {
    expect((await members().get()).data).toHaveLength(100)
    expect((await members().limit(5000).get()).data).toHaveLength(120)
  })

  it('gives the order wanted, when it skips, limits and selects fields', async () => {
    const page = members()
      .where({ level: 1 })
      .orderBy('joinedAt', 'desc')
      .skip(1)
      .limit(2)
      .field({ level: true })
    expect((await page.get()).data).toEqual([
      { _id: 'm115', level: 1 },
      { _id: 'm112', level: 1 },
    ])
  })

  it('finds by range, list, negation and pattern', async () => {
    const _ = db.command
    const find = async (query: object) =>
      ids((await members().where(query).orderBy('joinedAt', 'asc').get()).data)
    expect(await find({ level: 2, joinedAt: _.gt(new Date(110_000)).and(_.lte(new Date(116_000))) })).toEqual(
      ['m113', 'm116'],
    )
    expect(await find({ openid: _.in(['o7', 'o3', 'none']) })).toEqual(['m3', 'm7'])
    expect(await find({ openid: db.RegExp({ regexp: '^o11[01]$' }) })).toEqual(['m110', 'm111'])
    expect(await find(_.or([{ openid: 'o1' }, { openid: 'o2' }]))).toEqual(['m1', 'm2'])
  })

  it('counts and aggregates what matches', async () => {
    const $ = db.command.aggregate
    expect(await members().where({ level: 0 }).count()).toMatchObject({ total: 40 })
    const { list } = await members()
      .aggregate()
      .match({ level: db.command.lt(2) })
      .group({ _id: '$level', n: $.sum(1), last: $.max('$joinedAt') })
      .sort({ _id: 1 })
      .end()
    expect(list).toEqual([
      { _id: 0, n: 40, last: new Date(117_000) },
      { _id: 1, n: 40, last: new Date(118_000) },
    ])
  })

  it('reports how many changed and not how many matched, when it updates', async () => {
    const update = () =>
      members()
        .where({ level: 0 })
        .update({ data: { tag: 'a' } })
    expect(await update()).toMatchObject({ stats: { updated: 40 } })
    expect(await update()).toMatchObject({ stats: { updated: 0 } })
    expect(await members().where({ tag: 'a' }).remove()).toMatchObject({ stats: { removed: 40 } })
  })
})

describe('a unique index', () => {
  const members = () => db.collection('members')

  it('refuses the second holder of a value, when it is added, set or updated', async () => {
    await members().add({ data: { _id: 'a', openid: 'o1' } })
    await members().add({ data: { _id: 'b', openid: 'o2' } })
    expect((await failureOf(members().add({ data: { openid: 'o1' } }))).text).toContain('E11000')
    expect(
      (
        await failureOf(
          members()
            .doc('b')
            .update({ data: { openid: 'o1' } }),
        )
      ).text,
    ).toContain('E11000')
    expect(
      (
        await failureOf(
          members()
            .doc('c')
            .set({ data: { openid: 'o1' } }),
        )
      ).text,
    ).toContain('E11000')
    expect((await members().doc('b').get()).data).toEqual({ _id: 'b', openid: 'o2' })
  })

  it('counts a missing field as null, when two documents lack it', async () => {
    await members().add({ data: { _id: 'a' } })
    expect((await failureOf(members().add({ data: { _id: 'b', openid: null } }))).text).toContain('E11000')
  })

  it('frees a value, when its holder is removed', async () => {
    await members().add({ data: { _id: 'a', openid: 'o1' } })
    await members().doc('a').remove()
    await expect(members().add({ data: { _id: 'b', openid: 'o1' } })).resolves.toBeDefined()
  })
})

describe('what is not there', () => {
  it.each([
    [
      'an aggregation',
      () =>
        db
          .collection('things')
          .aggregate()
          .sort({ a: { $meta: 'textScore' } })
          .end(),
      '$meta',
    ],
    [
      'a query operator',
      () =>
        db
          .collection('things')
          .where({ a: { $near: 2 } })
          .get(),
      '$near',
    ],
  ])('is refused by its name, when it is asked of %s', async (_title, work, name) => {
    await add({ a: 1 })
    const { text } = await failureOf(work())
    expect(text).toContain('local cloud does not implement')
    expect(text).toContain(name)
  })
})
