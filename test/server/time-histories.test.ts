/**
 * The same years under clocks that come in time, late, doubled or killed: the books end alike. The mall of the history is
 * kept as a snapshot, and every clock begins from it.
 */
import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startCloud, type LocalCloud } from '../../local/cloud'
import { addDays, businessDayOf, startOfDay, type BusinessDay } from '../../src/domain/time/business-day'
import type { EntryDocument } from '../../src/server/store/entries'
import type { MemberDocument } from '../../src/server/store/members'
import type { NoticeDocument } from '../../src/server/store/notices'
import { auditLedger } from '../../tools/audit/audit'
import { readFolder } from '../../tools/audit/read-folder'
import { FOLDER_VARIABLE } from './bundle-once'
import { dataOf, SECRET, senderTo, type TillKey } from './cloud'
import { DAY, goods, MEMBER, MINUTE, openMall, OTHER_MEMBER, PHONES } from './mall'
import { tick } from './nights'

const HOUR = 60 * MINUTE
const folder = mkdtempSync(join(tmpdir(), 'histories-'))
const open = (dataDir: string) =>
  startCloud({
    dataDir,
    functionsDir: process.env[FOLDER_VARIABLE] ?? 'dist/cloudfunctions',
    functionEnv: { SHUKE_SECRET: SECRET },
    maxInstances: 2,
  })

let began: BusinessDay
let till: TillKey
/** The night after which nothing is due for a while: more than a year and two days of grace later. */
const end = () => addDays(began, 480)

/** Two members, one of them of an assistant, and an account that nobody claimed. */
beforeAll(async () => {
  const cloud = await open(join(folder, 'base'))
  cloud.clock.set(startOfDay('2026-05-18' as BusinessDay) + 10 * HOUR)
  const mall = await openMall(cloud)
  began = businessDayOf(cloud.clock.now())
  till = mall.till1
  await mall.join(MEMBER)
  await mall.join(OTHER_MEMBER)
  await mall.buy(5_200_000, await mall.visit())
  await receipt(cloud, 'other-1', 1_200_000, PHONES[OTHER_MEMBER])
  await receipt(cloud, 'nobody-1', 40_000, '13711112222')
  cloud.clock.shift(3 * DAY)
  await receipt(cloud, 'first-2', 30_000)
  await cloud.close()
})
afterAll(() => rmSync(folder, { recursive: true }))

async function receipt(cloud: LocalCloud, name: string, paidFen: number, phone = PHONES[MEMBER] ?? '') {
  const input = { receipt: name, member: { phone }, lines: [goods(paidFen)] }
  return dataOf(await senderTo(cloud).till('purchase', till, input))
}

/** A booking of the history: so many days after it began, at ten in the morning. */
type Booking = readonly [after: number, name: string, paidFen: number]

interface Clocked {
  readonly cloud: LocalCloud
  readonly dataDir: string
}

let copies = 0
/** Lets a clock run on a copy of the mall. @returns what its books say then, and what the audit finds. */
async function under(clock: (clocked: Clocked) => Promise<LocalCloud>) {
  const dataDir = join(folder, `copy-${(copies += 1)}`)
  cpSync(join(folder, 'base'), dataDir, { recursive: true })
  const cloud = await clock({ cloud: await open(dataDir), dataDir })
  const books = booksOf(cloud)
  await cloud.close()
  expect(auditLedger(readFolder(dataDir))).toEqual([])
  return books
}

/** Everything but the instants at which the clock itself came by. */
function booksOf(cloud: LocalCloud) {
  const all = <Document extends { _id: string }>(name: string): Document[] =>
    ([...cloud.read(name)] as unknown as Document[]).sort((a, b) => (a._id < b._id ? -1 : 1))
  return {
    members: all<MemberDocument>('members').map(({ _id, account, tierLog, dueAt }) => ({
      _id,
      account,
      tierLog,
      dueAt,
    })),
    entries: all<EntryDocument>('entries').map(({ at: _at, listKey: _key, ...entry }) => entry),
    tasks: all('tasks'),
    notices: all<NoticeDocument>('notices').map(({ _id, kind, figures }) => ({ _id, kind, figures })),
  }
}

const earliestDue = (cloud: LocalCloud): number =>
  Math.min(...[...cloud.read('members')].map(({ dueAt }) => (dueAt as number | undefined) ?? Infinity))

/** Every day on which something is due, at one o'clock, with the bookings at ten. */
async function inTime(cloud: LocalCloud, bookings: readonly Booking[] = [], ticks = tick) {
  const book = [...bookings]
  for (;;) {
    const due = earliestDue(cloud) + HOUR
    const [after, name, paidFen] = book[0] ?? []
    const bookAt = after === undefined ? Infinity : startOfDay(addDays(began, after)) + 10 * HOUR
    const at = Math.min(due, bookAt)
    if (at > startOfDay(end())) return cloud
    cloud.clock.set(Math.max(at, cloud.clock.now()))
    if (at === bookAt) {
      book.shift()
      await receipt(cloud, name ?? '', paidFen ?? 0)
    } else await ticks(cloud)
  }
}

const late = async (cloud: LocalCloud, bookings: readonly Booking[] = []) => {
  for (const [after, name, paidFen] of bookings) {
    cloud.clock.set(startOfDay(addDays(began, after)) + 10 * HOUR)
    await receipt(cloud, name, paidFen)
  }
  cloud.clock.set(startOfDay(end()) + HOUR)
  await tick(cloud)
  return cloud
}

test('late by a year, weekly, doubled or killed: the same books as in time', async () => {
  const wanted = await under(({ cloud }) => inTime(cloud))
  // Something happened: points of three accounts expired, two terms ended and fell a level, one of them with a task.
  expect(wanted.entries.filter(({ rule }) => rule === 'points.expired')).toHaveLength(4)
  expect(wanted.tasks).toHaveLength(1)
  expect(wanted.notices.map(({ kind }) => kind)).toEqual(
    expect.arrayContaining(['tier-grace', 'tier-lapsed']),
  )
  expect(wanted.notices.length).toBeGreaterThan(8)

  expect(await under(({ cloud }) => late(cloud))).toEqual(wanted)

  const weekly = await under(async ({ cloud }) => {
    for (let day = addDays(began, 6); day <= end(); day = addDays(day, 7)) {
      cloud.clock.set(Math.max(startOfDay(day) + HOUR, cloud.clock.now()))
      if (earliestDue(cloud) <= cloud.clock.now()) await tick(cloud)
    }
    return late(cloud)
  })
  expect(weekly).toEqual(wanted)

  const doubled = await under(({ cloud }) =>
    inTime(cloud, [], async (each) => {
      const [one] = await Promise.all([tick(each), tick(each)])
      return one
    }),
  )
  expect(doubled).toEqual(wanted)
})

test('killed at random points and run again: the same books as in one go', async () => {
  const wanted = await under(({ cloud }) => late(cloud))
  const killed = await under(async ({ cloud, dataDir }) => {
    let living = cloud
    living.clock.set(startOfDay(end()) + HOUR)
    let cut = 0
    // A run is cut off when it has told so many things more; its lease ends before the next.
    for (const more of [1, 3, 2, 1]) {
      const told = () => [...living.read('notices')].length
      const enough = told() + more
      const run = living.invoke('clock', {}, { source: 'wx_trigger' }).catch(() => null)
      while (told() < enough) await new Promise((resolve) => setTimeout(resolve, 1))
      await living.close()
      await run
      living = await open(dataDir)
      living.clock.set(startOfDay(end()) + HOUR + (cut + 1) * 2 * MINUTE)
      if (earliestDue(living) <= living.clock.now()) cut += 1
    }
    expect(cut).toBeGreaterThan(1)
    living.clock.set(startOfDay(end()) + 3 * HOUR)
    while (earliestDue(living) <= living.clock.now()) {
      await tick(living)
      living.clock.shift(2 * MINUTE)
    }
    return living
  })
  expect(killed).toEqual(wanted)
})

test('with purchases in between the order of clock and counter changes no account, entry, line of the log or task', async () => {
  // In the grace of the first member, after points of others expired, and after the year is over.
  const bookings: readonly Booking[] = [
    [367, 'between-1', 120_000],
    [380, 'between-2', 5_100_000],
    [402, 'between-3', 9_900],
  ]
  const without = ({ notices: _reminders, ...books }: Awaited<ReturnType<typeof under>>) => books
  const first = await under(({ cloud }) => inTime(cloud, bookings))
  const afterwards = await under(({ cloud }) => late(cloud, bookings))
  expect(without(afterwards)).toEqual(without(first))
  const tiers = (books: typeof first) => books.notices.filter(({ kind }) => kind.startsWith('tier'))
  expect(tiers(afterwards)).toEqual(tiers(first))
})
