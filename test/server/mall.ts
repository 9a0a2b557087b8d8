/**
 * A small mall, opened through the real doors: a manager who claimed the installation, a store with a till and an
 * assistant; a test hires whom it needs more. Each `openMall` starts on an empty database and a later day, so that no warm instance remembers anybody.
 */
import type { LocalCloud } from '../../local/cloud'
import { MALL_PROGRAMME } from '../../src/domain/programme/default-programmes'
import type { Programme } from '../../src/domain/programme/programme'
import type { PurchaseDocument } from '../../src/server/store/purchases'
import type { MemberDocument } from '../../src/server/store/members'
import type { Purse } from '../../src/domain/points/purse'
import { businessDayOf, startOfDay } from '../../src/domain/time/business-day'
import { installationCode } from '../../src/server/run/secret'
import { sdkDatabase } from '../local/cloud/sdk'
import {
  dataOf,
  senderTo,
  startTestCloud,
  type DoorName,
  type Sender,
  type TillInput,
  type TillKey,
} from './cloud'

export const MINUTE = 60_000
export const DAY = 86_400_000
/** Until the instances that many calls at once have started are there. */
const COLD_START_MS = 400
const TEN_O_CLOCK = 10 * 3_600_000

export const MANAGER = 'openid-manager'
export const ASSISTANT = 'openid-assistant-1'
/** Works in the same store as ASSISTANT, once hired. */
export const COLLEAGUE = 'openid-assistant-2'
/** Works in the other store, once hired. */
export const NEIGHBOUR = 'openid-assistant-3'
export const MEMBER = 'openid-member-1'
export const OTHER_MEMBER = 'openid-member-2'
export const STRANGER = 'openid-stranger'

export const PHONES: Readonly<Record<string, string>> = {
  [MANAGER]: '13900000000',
  [ASSISTANT]: '13900000001',
  [COLLEAGUE]: '13900000002',
  [NEIGHBOUR]: '13900000003',
  [MEMBER]: '13800000001',
  [OTHER_MEMBER]: '13800000002',
}

export interface Mall extends Sender {
  readonly cloud: LocalCloud
  readonly till1: TillKey
  /** Joins with the phone number of `PHONES`, or another. */
  join(openid: string, phone?: string): Promise<void>
  /** Joins and becomes an assistant of the store, which is opened when it is new. */
  hire(openid: string, storeId?: string): Promise<void>
  nameTill(tillId: string, storeId?: string): Promise<TillKey>
  /** A visit token: the member shows a code, the assistant scans it, a minute later than the one before. */
  visit(member?: string, assistant?: string): Promise<string>
  /** Previews the price and registers it at that total. */
  buy(priceFen: number, visit: string, assistant?: string): Promise<string>
  /** A receipt of one line of goods for the phone of MEMBER. @returns the id of the purchase. */
  receipt(receipt: string, paidFen: number, quantity?: number): Promise<string>
  member(openid?: string): MemberDocument
  purchase(id: string): PurchaseDocument
  all<Document = Record<string, unknown>>(collection: string): Document[]
  /** Starts instances, so that what is sent at once runs at once and not one after a cold start. */
  atOnce<Result>(
    door: DoorName | 'till',
    count: number,
    work: (n: number) => Promise<Result>,
  ): Promise<Result[]>
  /** Everything in the database, to compare before and after. */
  dump(): Record<string, unknown[]>
  /** Calls on the database and the open API that the last invocation made. */
  lastCalls(): number
  now(): number
  today(): string
}

const byId = (a: { _id: unknown }, b: { _id: unknown }): number => (String(a._id) < String(b._id) ? -1 : 1)

export const goods = (paidFen: number, quantity = 1): TillInput<'purchase'>['lines'][number] => ({
  sku: 'goods-1',
  quantity,
  paidFen,
})

/** One amount as the keypad sends it. */
export const keyed = (unitFen: number, quantity = 1, name: string | null = null) => [
  { name, quantity, unitFen },
]

/** Counters of a purse without its lots. */
export const countersOf = ({ lots, ...counters }: Purse): Omit<Purse, 'lots'> => counters

/** Registers the start and end of a file's cloud; `mall()` is the mall of the running test. */
/** @param env of the functions, in place of the usual one. */
export function mallOfFile(
  maxInstances?: number,
  programme?: Programme,
  env?: Record<string, string>,
): () => Mall {
  let cloud: LocalCloud
  let mall: Mall
  beforeAll(async () => {
    cloud = await startTestCloud(maxInstances, env)
  })
  beforeEach(async () => {
    mall = await openMall(cloud, nextMorning(cloud), programme)
  })
  afterAll(() => cloud.close())
  return () => mall
}

/** Runs the work and fails when any document is not as it was. */
export async function nothingWritten<Result>(mall: Mall, work: () => Promise<Result>): Promise<Result> {
  const before = mall.dump()
  const result = await work()
  expect(mall.dump()).toEqual(before)
  return result
}

/** Ten o'clock of the day after everything that happened before. */
const nextMorning = (cloud: LocalCloud): number =>
  startOfDay(businessDayOf(cloud.clock.now() + DAY)) + TEN_O_CLOCK

/** The shipped programme, but large first purchases bring nothing on top: their figures stay those of their own points. */
const WITHOUT_TARGETS: Programme = { ...MALL_PROGRAMME, targets: [] }

/** @param programme published in place of the usual one; the same for every mall of a cloud, whose instances remember it. */
export async function openMall(
  cloud: LocalCloud,
  startAt = nextMorning(cloud),
  programme = WITHOUT_TARGETS,
): Promise<Mall> {
  cloud.reset()
  await sdkDatabase(cloud).collection('programme').doc('published').set({ data: programme })
  cloud.clock.set(startAt)
  const mall = wordsOf(cloud)
  const name = installationCode()
  dataOf(await mall.ask('manager', 'claim-installation', MANAGER, { code: name, name: 'manager' }))
  await mall.hire(ASSISTANT)
  return Object.assign(mall, { till1: await mall.nameTill('till-1') })
}

function wordsOf(cloud: LocalCloud): Mall {
  const sender = senderTo(cloud)
  const ask: Sender['ask'] = (...sent) => sender.ask(...sent)
  const all = <Document>(collection: string) =>
    [...cloud.read(collection)].sort(byId) as unknown as Document[]
  const one = <Document>(collection: string, wanted: (each: Document) => boolean): Document => {
    const found = all<Document>(collection).find(wanted)
    if (!found) throw new Error(`no such document in ${collection}`)
    return found
  }
  const none: TillKey = { tillId: 'none', key: 'none' }
  const mall: Mall = {
    ...sender,
    cloud,
    till1: none,
    async join(openid, phone = PHONES[openid] ?? '') {
      const phoneCode = cloud.newPhoneCode(phone)
      dataOf(await ask('member', 'join', openid, { phoneCode, name: openid }))
    },
    async hire(openid, storeId = 'store-1') {
      if (!all<{ _id: string }>('stores').some(({ _id }) => _id === storeId))
        dataOf(await ask('manager', 'name-store', MANAGER, { storeId, name: storeId }))
      await mall.join(openid)
      const input = { phone: PHONES[openid] ?? '', name: openid, storeId, role: 'assistant' as const }
      dataOf(await ask('manager', 'name-staff', MANAGER, input))
    },
    nameTill: async (tillId, storeId = 'store-1') =>
      dataOf(await ask('manager', 'name-till', MANAGER, { tillId, storeId })),
    async visit(member = MEMBER, assistant = ASSISTANT) {
      cloud.clock.shift(MINUTE)
      const { code } = dataOf(await ask('member', 'code', member))
      return dataOf(await ask('assistant', 'resolve', assistant, { code })).visit
    },
    async buy(priceFen, visit, assistant = ASSISTANT) {
      const lines = keyed(priceFen)
      const { payFen } = dataOf(await ask('assistant', 'preview', assistant, { visit, lines }))
      const input = { visit, lines, shownPayFen: payFen }
      return dataOf(await ask('assistant', 'register', assistant, input)).purchaseId
    },
    async receipt(receipt, paidFen, quantity = 1) {
      const member = { phone: PHONES[MEMBER] ?? '' }
      const input = { receipt, member, lines: [goods(paidFen, quantity)] }
      return dataOf(await sender.till('purchase', mall.till1, input)).purchaseId
    },
    member: (openid = MEMBER) => one<MemberDocument>('members', (each) => each.openid === openid),
    purchase: (id) => one<PurchaseDocument>('purchases', (each) => each._id === id),
    all,
    async atOnce(door, count, work) {
      const numbers = Array.from({ length: count }, (_, n) => n + 1)
      await Promise.all(numbers.map(() => sender.send(door, { action: 'none' }, { openid: STRANGER })))
      await new Promise((resolve) => setTimeout(resolve, COLD_START_MS))
      return Promise.all(numbers.map(work))
    },
    dump: () => Object.fromEntries(cloud.collections().map(({ name }) => [name, all(name)])),
    lastCalls: () => cloud.invocations().at(-1)?.callCount ?? 0,
    now: () => cloud.clock.now(),
    today: () => businessDayOf(cloud.clock.now()),
  }
  return mall
}
