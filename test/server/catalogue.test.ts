/** A manager publishes offers: all or none, stock as a total, faults by name; and the file that a terminal publishes. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { AuditDocument } from '../../src/server/store/audit'
import type { StockDocument } from '../../src/server/store/stocks'
import { readCatalogue } from '../../tools/catalogue/read-catalogue'
import { sendCatalogue } from '../../tools/catalogue/send-catalogue'
import { codeOf, dataOf, newOperation, refusalOf } from './cloud'
import { ASSISTANT, MANAGER, mallOfFile, MEMBER, nothingWritten, STRANGER } from './mall'
import { offer, type OfferInput } from './offers'
import { reward } from './rewards'

const mall = mallOfFile()
const publish = (offers: OfferInput[], by = MANAGER, operationId = newOperation()) =>
  mall().ask('manager', 'publish-catalogue', by, { offers }, operationId)
const counters = () => mall().all<StockDocument>('stocks')
const totals = () => counters().map(({ total }) => total)
const refused = async (...offers: OfferInput[]) =>
  refusalOf(await nothingWritten(mall(), () => publish(offers)))

test('an offer is published with its counters, and anew: what is not named stays; the audit says who', async () => {
  expect(dataOf(await publish([offer('tea', { stock: 10, stockParts: 3 }), offer('books')]))).toEqual({
    offers: 2,
    rewards: 0,
  })
  expect(counters()).toEqual([
    { _id: 'stock:tea:0', of: 'tea', total: 4, taken: 0 },
    { _id: 'stock:tea:1', of: 'tea', total: 3, taken: 0 },
    { _id: 'stock:tea:2', of: 'tea', total: 3, taken: 0 },
  ])
  dataOf(await publish([offer('tea', { name: 'more tea', stock: 5, stockParts: 1 })]))
  expect(totals()).toEqual([5, 0, 0])
  expect(mall().all('offers')).toMatchObject([{ _id: 'books' }, { _id: 'tea', name: 'more tea' }])
  const records = mall()
    .all<AuditDocument>('audit')
    .filter(({ action }) => action === 'publish-catalogue')
  expect(records.map(({ by, subject }) => [by, subject]).sort()).toEqual([
    [MANAGER, 'tea'],
    [MANAGER, 'tea books'],
  ])
})

test('a command that is sent again publishes once; with other offers it is refused', async () => {
  const first = await publish([offer('tea', { stock: 1 })], MANAGER, 'operation-tea')
  const again = await nothingWritten(mall(), () =>
    publish([offer('tea', { stock: 1 })], MANAGER, 'operation-tea'),
  )
  expect(again).toEqual({ ...first, replayed: true })
  const other = () => publish([offer('tea', { stock: 2 })], MANAGER, 'operation-tea')
  expect(codeOf(await nothingWritten(mall(), other))).toBe('operation.mismatch')
})

test('two who publish the same offer at once leave counters that sum to one of the stocks', async () => {
  const answers = await mall().atOnce('manager', 2, (n) =>
    publish([offer('tea', { stock: n * 10, stockParts: n })]),
  )
  expect(answers.map(codeOf)).toEqual(['ok', 'ok'])
  const { stock } = mall().all<OfferInput>('offers')[0] ?? {}
  expect([10, 20]).toContain(stock)
  expect(totals().reduce((sum, each) => sum + each, 0)).toBe(stock)
})

test('nothing is published of offers of which one has a fault', async () => {
  const faulty = (fault: string, more = 0) => ['catalogue.faulty', { item: 'books', fault, more }]
  const books = (more: Partial<OfferInput>) => refused(offer('tea'), offer('books', more))
  expect(await books({ scope: { storeIds: ['sea'] } })).toEqual(faulty('there is no store sea'))
  expect(await books({ scope: { tierIds: ['copper'] } })).toEqual(faulty('there is no tier copper'))
  expect(await books({ perMember: 0, stockParts: 2 })).toEqual(faulty('perMember must be 1 to 10', 1))
  expect(await refused(offer('tea'), offer('tea'))).toMatchObject(['catalogue.faulty', { item: 'tea' }])
  dataOf(await publish([offer('tea'), offer('books', { scope: { storeIds: ['store-1'] } })]))
})

test('nothing is published that one transaction cannot hold', async () => {
  const many = Array.from({ length: 4 }, (_, n) => offer(`tea-${n}`, { stock: 100, stockParts: 10 }))
  expect(await refused(...many)).toEqual(['catalogue.too-large', null])
})

test('nobody but a manager publishes', async () => {
  for (const by of [ASSISTANT, MEMBER, STRANGER])
    expect(codeOf(await nothingWritten(mall(), () => publish([offer('tea')], by)))).toBe('role.required')
})

describe('a file', () => {
  let folder: string
  beforeAll(() => (folder = mkdtempSync(join(tmpdir(), 'shuke-catalogue-'))))
  afterAll(() => rmSync(folder, { recursive: true, force: true }))
  const read = (content: unknown) => {
    const file = join(folder, 'catalogue.json')
    writeFileSync(file, typeof content === 'string' ? content : JSON.stringify(content))
    return readCatalogue(file)
  }
  const ask = async (data: Record<string, unknown>) => mall().send('manager', data, { openid: MANAGER })

  test('is published in parts that a transaction takes, with instants in the mall’s own time', async () => {
    const offers = Array.from({ length: 30 }, (_, n) => offer(`tea-${n}`, { stock: 9, stockParts: 2 }))
    const claim = { from: '2026-05-18T10:00', until: '2026-05-31T22:00' }
    const file = read({ offers: [...offers.slice(1), { ...offers[0], claim }] })
    const sent: number[] = []
    await sendCatalogue(file, ask, (count) => sent.push(count))
    expect(sent).toEqual([10, 10, 10])
    expect(mall().all('offers')).toHaveLength(30)
    expect(mall().all('offers')[0]).toMatchObject({
      claim: { from: Date.UTC(2026, 4, 18, 2), until: Date.UTC(2026, 4, 31, 14) },
    })
  })

  test('brings rewards after the offers whose coupons they are, their windows in the mall’s own time too', async () => {
    const open = { from: '2026-05-18T10:00', until: null }
    const presale = { from: '2026-05-17T10:00', fromTierId: 'silver' }
    const gives = { kind: 'coupon', offerId: 'given' }
    const rewards = Array.from({ length: 12 }, (_, n) => reward(`cup-${n}`, { stock: 6, stockParts: 3 }))
    const voucher = { ...reward('voucher', { ways: [], storeId: null }), gives, open, presale }
    const file = read({ rewards: [...rewards, voucher], offers: [offer('given', { claim: null })] })
    const sent: number[] = []
    await sendCatalogue(file, ask, (count) => sent.push(count))
    expect(sent).toEqual([8, 6])
    expect(mall().all('rewards')).toHaveLength(13)
    expect(mall().all('rewards').at(-1)).toMatchObject({
      open: { from: Date.UTC(2026, 4, 18, 2), until: null },
      presale: { from: Date.UTC(2026, 4, 17, 2) },
    })
    expect(counters()).toHaveLength(36)
  })

  test('is no longer in one part than the door takes, also without a stock', async () => {
    const file = read({ rewards: Array.from({ length: 40 }, (_, n) => reward(`cup-${n}`)) })
    const sent: number[] = []
    await sendCatalogue(file, ask, (count) => sent.push(count))
    expect(sent).toEqual([18, 18, 4])
    expect(mall().all('rewards')).toHaveLength(40)
  })

  test('of rewards alone is one too; what is wrong with them is said with its place, and by the mall in words', async () => {
    expect(read({ rewards: [reward('cup')] })).toMatchObject({ offers: [], rewards: [{ rewardId: 'cup' }] })
    const wrong = { ...reward('cup'), points: 'ten', picture: undefined }
    expect(() => read({ rewards: [wrong, { name: 'x' }] })).toThrow(
      /cup\.picture: .*\n {2}cup\.points: .*\n {2}rewards\[1\]/,
    )
    const unknown = read({ rewards: [reward('cup', { storeId: 'sea', holdDays: 0 })] })
    await expect(sendCatalogue(unknown, ask)).rejects.toThrow(
      'cup: holdDays must be 1 to 365, and 1 more faults. Nothing of this part was published',
    )
    expect(mall().all('rewards')).toEqual([])
  })

  test('with faults says each with its place, and sends nothing', () => {
    expect(() => read('{')).toThrow(/is not JSON/)
    expect(() => read({ offers: [] })).toThrow(/"offers", "rewards"/)
    const wrong = { ...offer('tea'), stock: -1, worth: { kind: 'cash', offFen: 'ten' } }
    expect(() => read({ offers: [offer('books'), wrong, { name: 'x' }] })).toThrow(
      /tea\.worth\.offFen: .*\n {2}tea\.stock: .*\n {2}offers\[2\]/,
    )
    const typed = {
      ...offer('tea'),
      claim: { from: '2026-05-18', until: null },
      name: undefined,
      colour: 'red',
    }
    expect(() => read({ offers: [typed] })).toThrow(
      /tea\.name: is missing\n.*tea\.claim\.from: "2026-05-18" is no instant; write it as 2026-05-18T10:00[^]*tea\.colour: is no field/,
    )
    expect(() => readCatalogue(join(folder, 'none.json'))).toThrow(/cannot be read/)
  })

  test('that the mall refuses is said in words', async () => {
    const file = read({ offers: [offer('tea', { scope: { storeIds: ['sea'] }, stockParts: 2 })] })
    await expect(sendCatalogue(file, ask)).rejects.toThrow(
      'tea: there is no store sea, and 1 more faults. Nothing of this part was published',
    )
  })
})
