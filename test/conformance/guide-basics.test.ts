/**
 * The chapters from initialising to deleting, the types of data, and the reference of collections and documents: one
 * shop's list of jobs, with what each page promises to a cloud function.
 */
import sdk from 'wx-server-sdk'
import { failureOf } from '../local/cloud/given-cloud'
import { conformance, idsOf, localOnly } from './environment'
import type { Database } from './sdk-surface'

const suite = conformance('guide-basics')
const jobs = () => suite.documents()

describe('initialising', () => {
  it('a database by the name of its environment is the same one', async () => {
    await suite.given({ _id: 'a' })
    const env = process.env.CLOUD_ENV ?? 'local-env'
    const named = sdk.database({ env }) as unknown as Database
    expect((await named.collection(suite.name).count()).total).toBe(1)
  })

  it('a database with throwOnNotFound false answers null for what is not there', async () => {
    const forgiving = sdk.database({ throwOnNotFound: false } as object) as unknown as Database
    expect((await forgiving.collection(suite.name).doc('none').get()).data).toBeNull()
    await failureOf(jobs().doc('none').get())
  })
})

describe('adding', () => {
  it('dates, lists and a place are kept, the answer is the _id that was made', async () => {
    const job = {
      what: 'paint the fence',
      due: new Date('2021-09-01'),
      tags: ['fence', 'paint'],
      done: false,
    }
    const { _id: id } = await jobs().add({ data: { ...job, place: suite.db.Geo.Point(121.5, 31.2) } })
    expect(await suite.stored(id)).toEqual({ _id: id, ...job, place: suite.db.Geo.Point(121.5, 31.2) })
  })

  it('what a function adds has no _openid', async () => {
    const { _id: id } = await jobs().add({ data: { what: 'sweep' } })
    expect(Object.keys(await suite.stored(id)).sort()).toEqual(['_id', 'what'])
  })
})

describe('reading', () => {
  const given = (count: number) =>
    Promise.all(Array.from({ length: count }, (_unused, n) => jobs().add({ data: { n } })))
  const numbers = (data: object[]) => data.map((job) => (job as { n: number }).n)

  it('a second page of ten', async () => {
    await given(25)
    const { data } = await jobs().where({}).orderBy('n', 'asc').skip(10).limit(10).get()
    expect(numbers(data)).toEqual([10, 11, 12, 13, 14, 15, 16, 17, 18, 19])
  })

  it('the whole of a collection, in pages after its count', async () => {
    await given(130)
    const { total } = await jobs().count()
    const pages = await Promise.all(
      Array.from({ length: Math.ceil(total / 100) }, (_unused, page) =>
        jobs()
          .orderBy('n', 'asc')
          .skip(page * 100)
          .limit(100)
          .get(),
      ),
    )
    expect(pages.map(({ data }) => data.length)).toEqual([100, 30])
    expect(numbers(pages.flatMap(({ data }) => data))).toEqual(Array.from({ length: 130 }, (_unused, n) => n))
  })

  it('null is there and missing is not; the condition null finds both', async () => {
    await suite.given({ _id: 'a', note: null }, { _id: 'b' }, { _id: 'c', note: '' })
    const { exists } = suite.command
    const found = async (note: unknown) =>
      idsOf((await jobs().where({ note }).orderBy('_id', 'asc').get()).data)
    expect(await Promise.all([found(exists(true)), found(exists(false)), found(null)])).toEqual([
      'ac',
      'b',
      'ab',
    ])
  })
})

describe('which fields are answered', () => {
  const LIST = [1, 2, 3, 4, 5, 6, 7, 8]
  const answered = async (fields: object, query: object = {}) =>
    (await jobs().where(query).field(fields).get()).data[0]
  beforeEach(() => suite.given({ _id: 'a', what: 'wash', list: LIST, note: 'x' }))

  it('1 is wanted, -1 is not', async () => {
    expect(await answered({ what: 1 })).toEqual({ _id: 'a', what: 'wash' })
    expect(await answered({ list: -1 })).toEqual({ _id: 'a', what: 'wash', note: 'x' })
  })

  it('of a list the first element, which the condition met', async () => {
    expect(await answered({ 'list.$': true }, { list: suite.command.gt(0) })).toEqual({ _id: 'a', list: [1] })
  })

  it('unverified: the first element of a list without a condition on it is refused', async () => {
    expect((await failureOf(answered({ 'list.$': true }))).text).toMatch(/positional operator/)
  })
})

describe('changing', () => {
  const JOB = { _id: 'a', done: 20, look: { colour: 'white', size: 'large' }, tags: ['fence'] }
  beforeEach(() =>
    suite.given(JOB, { _id: 'b', done: 90, closed: false }, { _id: 'c', done: 100, closed: true }),
  )
  const changed = async (data: object) => {
    await jobs().doc('a').update({ data })
    return suite.stored('a')
  }

  it('named fields, and of an object the named ones', async () => {
    expect(await changed({ closed: true, look: { colour: 'blue' } })).toEqual({
      ...JOB,
      closed: true,
      look: { colour: 'blue', size: 'large' },
    })
  })

  it('by numbers: ten more, ten times, at most, at least', async () => {
    const { inc, mul, min, max } = suite.command
    const dones = []
    for (const done of [inc(10), mul(10), min(50), min(60), max(55), max(40)])
      dones.push((await changed({ done }))['done'])
    expect(dones).toEqual([30, 300, 50, 50, 55, 55])
  })

  it('at the same time: none of ten additions is lost', async () => {
    const { inc } = suite.command
    await Promise.all(
      Array.from({ length: 10 }, () =>
        jobs()
          .doc('a')
          .update({ data: { done: inc(1) } }),
      ),
    )
    expect((await suite.stored('a'))['done']).toBe(30)
  })

  it('all that meet a condition', async () => {
    const { stats } = await jobs()
      .where({ closed: false })
      .update({ data: { done: suite.command.inc(10) } })
    expect(stats.updated).toBe(1)
    expect((await jobs().orderBy('_id', 'asc').get()).data.map(({ done }) => done)).toEqual([20, 100, 100])
  })
})

describe('serverDate', () => {
  const HOUR = 3_600_000

  it('in an update, an hour later than now', async () => {
    await suite.given({ _id: 'a', at: suite.db.serverDate() })
    await jobs()
      .doc('a')
      .update({ data: { due: suite.db.serverDate({ offset: HOUR }) } })
    const { at, due } = (await suite.stored('a')) as unknown as { at: Date; due: Date }
    const apart = due.getTime() - at.getTime()
    expect([apart >= HOUR, apart < HOUR + 60_000]).toEqual([true, true])
  })

  it('in a condition: what is over and what is not', async () => {
    const { gt, lt } = suite.command
    await suite.given(
      { _id: 'a', due: suite.db.serverDate({ offset: -HOUR }) },
      { _id: 'b', due: suite.db.serverDate({ offset: HOUR }) },
    )
    expect(
      idsOf(
        (
          await jobs()
            .where({ due: lt(suite.db.serverDate()) })
            .get()
        ).data,
      ),
    ).toBe('a')
    expect(
      idsOf(
        (
          await jobs()
            .where({ due: gt(suite.db.serverDate()) })
            .get()
        ).data,
      ),
    ).toBe('b')
  })
})

describe('RegExp', () => {
  it('a literal, the function and the constructor find the same', async () => {
    await suite.given({ _id: 'a', what: 'Paint the GATE' }, { _id: 'b', what: 'mend the roof' })
    const options = { regexp: 'gate', options: 'i' }
    const { RegExp: Pattern } = suite.db as unknown as { RegExp: new (given: object) => object }
    for (const what of [/gate/i, suite.db.RegExp(options), new Pattern(options)])
      expect(idsOf((await jobs().where({ what }).get()).data)).toBe('a')
  })
})

localOnly('a collection is made by a function, once', async () => {
  await suite.db.createCollection('conformance-guide-made')
  expect((await suite.db.collection('conformance-guide-made').count()).total).toBe(0)
  expect((await failureOf(suite.db.createCollection('conformance-guide-made'))).text).toMatch(/exist/i)
})
