/** What Tencent's Node SDK asks for beyond what `wx-server-sdk`, which stands on it, does. */
import { createRequire } from 'node:module'
import { type GivenCloud, givenCloud, pointSdkAt } from './given-cloud'

type Fields = Record<string, unknown>
interface Query {
  options(options: { multiple: boolean }): Query
  limit(count: number): Query
  orderBy(field: string, direction: 'asc' | 'desc'): Query
  get(): Promise<{ data: Fields[] }>
  update(data: Fields): Promise<{ updated: number }>
  remove(): Promise<{ deleted: number }>
  updateAndReturn(data: Fields): Promise<{ updated: number; doc: Fields | null }>
}
interface Collection {
  where(query: Fields): Query
  add(data: Fields | Fields[]): Promise<{ ids: string[] }>
  doc(id: string): { remove(): Promise<unknown>; update(data: Fields): Promise<unknown> }
}
interface Transaction {
  collection(name: string): Collection
  commit(): Promise<unknown>
}
interface App {
  database(): { collection(name: string): Collection; startTransaction(): Promise<Transaction> }
  callFunction(call: { name: string }): Promise<unknown>
}

// The version that wx-server-sdk itself loads.
const sdk = createRequire(require.resolve('wx-server-sdk'))('@cloudbase/node-sdk') as {
  init(options: { env: string }): App
}

let given: GivenCloud
let app: App
beforeAll(async () => {
  given = await givenCloud({}, { things: [] }, { strict: false })
  pointSdkAt(given.cloud)
  app = sdk.init({ env: 'local-env' })
})
beforeEach(() => given.cloud.reset())
afterAll(() => given.end())

const things = () => app.database().collection('things')
const stored = () => [...given.cloud.read('things')]
const three = [
  { _id: 'a', kind: 'tea', count: 1 },
  { _id: 'b', kind: 'tea', count: 2 },
  { _id: 'c', kind: 'cup', count: 3 },
]
const admin = async (request: Fields) => {
  const response = await fetch(`${given.cloud.url}/admin`, { method: 'POST', body: JSON.stringify(request) })
  return (await response.json()) as { code?: string; data: { list: unknown } }
}

test('one of several that match is changed, or removed, when it is asked so', async () => {
  await things().add(three)
  const tea = things().where({ kind: 'tea' })
  expect((await tea.options({ multiple: false }).update({ kind: 'leaf' })).updated).toBe(1)
  expect(stored().map(({ kind }) => kind)).toEqual(['leaf', 'tea', 'cup'])
  expect((await things().where({}).options({ multiple: false }).remove()).deleted).toBe(1)
  expect(stored().map(({ _id }) => _id)).toEqual(['b', 'c'])
})

test('updateAndReturn answers what became of the first that matches, or that there is none', async () => {
  await things().add(three)
  const changed = await things().where({ kind: 'tea' }).updateAndReturn({ count: 9 })
  expect(changed).toMatchObject({ updated: 1, doc: { _id: 'a', kind: 'tea', count: 9 } })
  expect(await things().where({ kind: 'tin' }).updateAndReturn({ count: 9 })).toMatchObject({
    updated: 0,
    doc: null,
  })
  expect(stored().map(({ count }) => count)).toEqual([9, 2, 3])
})

describe('inside a transaction', () => {
  it('a query sees the snapshot and what the transaction itself wrote', async () => {
    await things().add(three)
    const transaction = await app.database().startTransaction()
    const inside = transaction.collection('things')
    const seen = async () =>
      (await inside.where({}).orderBy('count', 'desc').limit(10).get()).data.map(({ _id }) => _id)
    expect(await seen()).toEqual(['c', 'b', 'a'])
    await things().doc('a').remove()
    await things().doc('b').update({ count: 7 })
    await things().add({ _id: 'd', count: 8 })
    expect(await seen()).toEqual(['c', 'b', 'a'])
    await inside.add([
      { _id: 'e', count: 5 },
      { _id: 'f', count: 0 },
    ])
    await inside.doc('c').remove()
    expect(await seen()).toEqual(['e', 'b', 'a', 'f'])
    await transaction.commit()
    expect(stored().map(({ _id }) => _id)).toEqual(['b', 'd', 'e', 'f'])
  })

  it('updateAndReturn becomes visible with the commit', async () => {
    await things().add(three)
    const transaction = await app.database().startTransaction()
    const answer = await transaction
      .collection('things')
      .where({ kind: 'cup' })
      .updateAndReturn({ kind: 'mug' })
    expect(answer.doc).toMatchObject({ _id: 'c', kind: 'mug' })
    expect(stored()[2]).toMatchObject({ kind: 'cup' })
    await transaction.commit()
    expect(stored()[2]).toMatchObject({ kind: 'mug' })
  })
})

test('a function that does not exist is told apart from one that failed', async () => {
  await expect(app.callFunction({ name: 'nobody' })).rejects.toMatchObject({ code: 'FUNCTION_NOT_FOUND' })
})

test('a place as two numbers is looked for in radians', async () => {
  await things().add([{ _id: 'north', spot: { type: 'Point', coordinates: [113.3, 23.2] } }])
  const near = { near: { longitude: 113.3, latitude: 23.1 }, key: 'spot', distanceField: 'away' }
  const found = async (maxDistance: number) => {
    const stage = { stageKey: '$geoNear', stageValue: JSON.stringify({ ...near, maxDistance }) }
    const asked = { action: 'database.aggregateDocuments', collectionName: 'things', stages: [stage] }
    return ((await admin(asked)).data.list as string[]).map((text) => JSON.parse(text) as Fields)
  }
  const [north] = await found(0.002)
  const { $numberDouble: away } = north?.['away'] as { $numberDouble: string }
  expect(Number(away)).toBeCloseTo((0.1 * Math.PI) / 180, 6)
  expect(await found(0.001)).toEqual([])
})

test('an aggregation of before 2.2 gets its list as a text', async () => {
  await things().add(three)
  const stage = { stageKey: '$match', stageValue: '{"kind":"cup"}' }
  const asked = { action: 'database.aggregate', collectionName: 'things', stages: [stage] }
  const list = JSON.parse((await admin(asked)).data.list as string) as string[]
  expect(list.map((text) => JSON.parse(text) as Fields)).toMatchObject([{ _id: 'c' }])
})

describe('an upload as a form', () => {
  const announced = async (path: string) => {
    const { data } = await admin({ action: 'storage.getUploadMetadata', path })
    return data as unknown as { url: string; token: string; fileId: string }
  }
  const sent = async (url: string, fields: Record<string, string | Blob>) => {
    const body = new FormData()
    for (const [name, value] of Object.entries(fields)) body.append(name, value)
    return fetch(url, { method: 'POST', body })
  }
  const file = new Blob([Buffer.from([1, 2, 13, 10, 0])])

  it('is stored byte by byte, once', async () => {
    const { url, token } = await announced('deep/图.bin')
    const form = { key: 'deep/图.bin', 'x-cos-security-token': token, file }
    expect((await sent(url, form)).status).toBe(204)
    expect(given.cloud.storage.read('deep/图.bin')).toEqual(Buffer.from([1, 2, 13, 10, 0]))
    expect((await sent(url, form)).status).toBe(403)
  })

  it('without a file, or that is no form, is refused', async () => {
    const { url, token } = await announced('a.bin')
    expect((await sent(url, { 'x-cos-security-token': token })).status).toBe(400)
    expect((await fetch(url, { method: 'POST', body: 'bytes' })).status).toBe(400)
    expect(given.cloud.storage.list()).toEqual([])
  })
})
