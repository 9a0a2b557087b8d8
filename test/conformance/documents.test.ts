/** Documents one by one: what is stored comes back, is replaced, changed and removed. */
import { failureOf } from '../local/cloud/given-cloud'
import { conformance } from './environment'

const suite = conformance('documents')

describe('add', () => {
  it('keeps every type that a document may hold', async () => {
    const data = {
      text: '文字 😀',
      whole: 3,
      large: 2 ** 53 - 1,
      fraction: -0.5,
      yes: true,
      nothing: null,
      when: new Date(1_700_000_000_123),
      list: [1, 'two', [3], { four: 4 }],
      object: { in: { depth: [{ x: 1 }] }, empty: {} },
    }
    await suite.given({ _id: 'x', ...data })
    expect(await suite.stored('x')).toEqual({ _id: 'x', ...data })
  })

  it('drops undefined fields, and makes null of undefined in a list', async () => {
    await suite.given({ _id: 'x', none: undefined, list: [1, undefined] })
    expect(await suite.stored('x')).toEqual({ _id: 'x', list: [1, null] })
  })

  it('gives an _id of 32 hexadecimal figures to a document without one', async () => {
    const { _id: id } = await suite.documents().add({ data: { a: 1 } })
    expect(id).toMatch(/^[0-9a-f]{32}$/)
    expect(await suite.stored(id)).toEqual({ _id: id, a: 1 })
  })

  it('refuses an _id that is taken', async () => {
    await suite.given({ _id: 'x' })
    const failure = await failureOf(suite.given({ _id: 'x', a: 1 }))
    expect(failure.text).toMatch(/duplicate key/)
    expect(failure.errCode).toBe(-502001)
  })

  it.each([
    ['a name with a dollar in front', { $a: 1 }],
    ['a name with a dot', { o: { 'a.b': 1 } }],
  ])('refuses %s', async (_title, data) => {
    await failureOf(suite.given({ _id: 'x', ...data }))
    expect((await suite.documents().count()).total).toBe(0)
  })

  it('serverDate() is the time of the database, shifted by its offset', async () => {
    const { serverDate } = suite.db
    await suite.given({ _id: 'x', now: serverDate(), later: serverDate({ offset: 60_000 }) })
    const { now, later } = (await suite.stored('x')) as unknown as { now: Date; later: Date }
    expect(Math.round((later.getTime() - now.getTime()) / 1000)).toBe(60)
  })
})

describe('doc', () => {
  it('get of what is not there is an error of the SDK', async () => {
    const failure = await failureOf(suite.documents().doc('none').get())
    expect(failure.text).toContain('document with _id none does not exist')
    expect(failure.errCode).toBe(-1)
  })

  it('set replaces the whole, and makes what is not there', async () => {
    const set = (data: object) => suite.documents().doc('x').set({ data })
    expect(await set({ a: 1, b: 2 })).toMatchObject({ stats: { created: 1, updated: 0 } })
    expect(await set({ a: 3 })).toMatchObject({ stats: { created: 0, updated: 1 } })
    expect(await suite.stored('x')).toEqual({ _id: 'x', a: 3 })
  })

  it('update changes named fields, and nothing of what is not there', async () => {
    await suite.given({ _id: 'x', a: 1, b: 2 })
    const update = (id: string) =>
      suite
        .documents()
        .doc(id)
        .update({ data: { b: 3 } })
    expect(await update('x')).toMatchObject({ stats: { updated: 1 } })
    expect(await update('x')).toMatchObject({ stats: { updated: 0 } })
    expect(await update('none')).toMatchObject({ stats: { updated: 0 } })
    expect(await suite.stored('x')).toEqual({ _id: 'x', a: 1, b: 3 })
    expect((await suite.documents().count()).total).toBe(1)
  })

  it('remove takes it away, once', async () => {
    await suite.given({ _id: 'x' })
    expect(await suite.documents().doc('x').remove()).toMatchObject({ stats: { removed: 1 } })
    expect(await suite.documents().doc('x').remove()).toMatchObject({ stats: { removed: 0 } })
  })

  it('finds a number as _id, and does not take its text for it', async () => {
    await suite.given({ _id: 7, a: 1 })
    expect((await suite.documents().doc(7).get()).data).toEqual({ _id: 7, a: 1 })
    await failureOf(suite.documents().doc('7').get())
  })
})

describe('where', () => {
  it('remove takes away what it finds, and counts it', async () => {
    await suite.given({ _id: 'a', n: 1 }, { _id: 'b', n: 1 }, { _id: 'c', n: 2 })
    expect(await suite.documents().where({ n: 1 }).remove()).toMatchObject({ stats: { removed: 2 } })
    expect((await suite.documents().count()).total).toBe(1)
  })
})
