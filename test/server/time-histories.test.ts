/**
 * The same years under clocks that come in time, late, doubled or killed: the books end alike. The mall of the history is
 * kept as a snapshot, and every clock begins from it.
 */
import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startCloud, type LocalCloud } from '../../local/cloud'
import { MALL_PROGRAMME } from '../../src/domain/programme/default-programmes'
import type { Programme } from '../../src/domain/programme/programme'
import { addDays, businessDayOf, startOfDay, type BusinessDay } from '../../src/domain/time/business-day'
import type { CouponDocument } from '../../src/server/store/coupons'
import type { EntryDocument } from '../../src/server/store/entries'
import type { MemberDocument } from '../../src/server/store/members'
import type { NoticeDocument } from '../../src/server/store/notices'
import { auditLedger } from '../../tools/audit/audit'
import { readFolder } from '../../tools/audit/read-folder'
import { FOLDER_VARIABLE } from './bundle-once'
import { dataOf, SECRET, senderTo, type TillKey } from './cloud'
import { befriend, codeFor, friendPhone, publishFriendOffer } from './invited'
import { DAY, goods, MEMBER, MINUTE, openMall, OTHER_MEMBER, PHONES } from './mall'
import { tick } from './nights'
import { offer, publish } from './offers'

/** With a gift of every anniversary of joining. */
const PROGRAMME: Programme = {
  ...{ ...MALL_PROGRAMME, targets: [] },
  occasions: [{ id: 'joining', name: '入会周年', on: { anniversary: 'joining' }, gift: { points: 100 } }],
}
const HOUR = 60 * MINUTE
jest.setTimeout(90_000)
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

/** Birthdays 40 days after the beginning, by the sun, and some weeks later by the moon. */
const BIRTHDAY_AFTER = 40
const LUNAR = { calendar: 'lunar', year: 1987, month: 6, day: 29, leapMonth: true } as const

/**
 * Two members with birthdays, one of them of an assistant and with four friends, and an account that nobody claimed. Of the
 * friends two have bought, one has brought it back, and one has not bought yet.
 */
beforeAll(async () => {
  const cloud = await open(join(folder, 'base'))
  cloud.clock.set(startOfDay('2026-05-18' as BusinessDay) + 10 * HOUR)
  const mall = await openMall(cloud, undefined, PROGRAMME)
  began = businessDayOf(cloud.clock.now())
  till = mall.till1
  await publishFriendOffer(mall)
  const pie = offer('pie', { validity: { kind: 'days', days: 33 } })
  await publish(mall, offer('birthday-cake', { claim: null, giftable: false }), offer('tea'), pie)
  await mall.join(MEMBER)
  await mall.join(OTHER_MEMBER)
  for (const offerId of ['tea', 'pie']) dataOf(await mall.ask('member', 'claim', MEMBER, { offerId }))
  await mall.buy(5_200_000, await mall.visit())
  const [, month, day] = addDays(began, BIRTHDAY_AFTER).split('-').map(Number)
  const solar = { calendar: 'solar', year: 1990, month: month ?? 0, day: day ?? 0, leapMonth: false } as const
  for (const [who, birthday] of [
    [MEMBER, solar],
    [OTHER_MEMBER, LUNAR],
  ] as const)
    dataOf(await mall.ask('member', 'save-profile', who, { name: who, salutation: null, birthday, tags: [] }))
  const code = await codeFor(mall, MEMBER)
  for (const n of [1, 2, 3, 4]) await befriend(mall, code, n)
  await receipt(cloud, 'friend-1', 20_000, friendPhone(1))
  await receipt(cloud, 'friend-3', 20_000, friendPhone(3))
  await refund(cloud, 'friend-3')
  await receipt(cloud, 'other-1', 1_200_000, PHONES[OTHER_MEMBER])
  await receipt(cloud, 'nobody-1', 40_000, '13711112222')
  cloud.clock.shift(3 * DAY)
  await receipt(cloud, 'first-2', 30_000)
  await receipt(cloud, 'friend-2', 20_000, friendPhone(2))
  await cloud.close()
})
afterAll(() => rmSync(folder, { recursive: true }))

async function receipt(cloud: LocalCloud, name: string, paidFen: number, phone = PHONES[MEMBER] ?? '') {
  const input = { receipt: name, member: { phone }, lines: [goods(paidFen)] }
  return dataOf(await senderTo(cloud).till('purchase', till, input))
}

async function refund(cloud: LocalCloud, purchase: string) {
  const input = { receipt: `back-${purchase}`, purchase, lines: [{ line: 0, quantity: 1 }] }
  return dataOf(await senderTo(cloud).till('refund', till, input))
}

/** The same command whenever it is sent. */
const chooseGift = async (cloud: LocalCloud) =>
  dataOf(
    await senderTo(cloud).ask(
      'member',
      'choose-birthday-gift',
      MEMBER,
      { offerId: 'birthday-cake' },
      'gift-chosen',
    ),
  )

/** What somebody does in the history: so many days after it began, at ten in the morning. */
type Deed = readonly [after: number, what: (cloud: LocalCloud) => Promise<unknown>]

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
    members: all<MemberDocument>('members').map((member) => {
      const { _id, account, tierLog, dueAt, birthdayOn, birthdayGift, anniversaryOn } = member
      const { invited, inviter, couponEnds } = member
      const days = { dueAt, birthdayOn, birthdayGift, anniversaryOn, couponEnds }
      return { _id, account, tierLog, ...days, invited, inviter }
    }),
    coupons: all<CouponDocument>('coupons').map(({ number: _number, at: _at, ...coupon }) => coupon),
    entries: all<EntryDocument>('entries').map(({ at: _at, listKey: _key, ...entry }) => entry),
    tasks: all('tasks'),
    notices: all<NoticeDocument>('notices').map(({ _id, kind, figures }) => ({ _id, kind, figures })),
  }
}

/** How often each kind of notice was written. */
function timesTold({ notices }: ReturnType<typeof booksOf>): Record<string, number> {
  const times: Record<string, number> = {}
  for (const { kind } of notices) times[kind] = (times[kind] ?? 0) + 1
  return times
}

const earliestDue = (cloud: LocalCloud): number =>
  Math.min(...[...cloud.read('members')].map(({ dueAt }) => (dueAt as number | undefined) ?? Infinity))

/** Every day on which something is due, at one o'clock, with the deeds at ten. */
async function inTime(cloud: LocalCloud, deeds: readonly Deed[] = [], ticks = tick) {
  const open = [...deeds]
  for (;;) {
    const due = earliestDue(cloud) + HOUR
    const [after, deed] = open[0] ?? []
    const deedAt = after === undefined ? Infinity : startOfDay(addDays(began, after)) + 10 * HOUR
    const at = Math.min(due, deedAt)
    if (at > startOfDay(end())) return cloud
    cloud.clock.set(Math.max(at, cloud.clock.now()))
    if (at === deedAt) {
      open.shift()
      await deed?.(cloud)
    } else await ticks(cloud)
  }
}

const late = async (cloud: LocalCloud, deeds: readonly Deed[] = []) => {
  for (const [after, deed] of deeds) {
    cloud.clock.set(startOfDay(addDays(began, after)) + 10 * HOUR)
    await deed(cloud)
  }
  cloud.clock.set(startOfDay(end()) + HOUR)
  await tick(cloud)
  return cloud
}

/** The clock comes on every seventh day, if anything is due then. */
async function weekly(cloud: LocalCloud, deeds: readonly Deed[] = []) {
  const open = [...deeds]
  for (let after = 6; addDays(began, after) <= end(); after += 7) {
    while (open[0] && open[0][0] < after) {
      const [day, deed] = open.shift() as Deed
      cloud.clock.set(startOfDay(addDays(began, day)) + 10 * HOUR)
      await deed(cloud)
    }
    cloud.clock.set(Math.max(startOfDay(addDays(began, after)) + HOUR, cloud.clock.now()))
    if (earliestDue(cloud) <= cloud.clock.now()) await tick(cloud)
  }
  return late(cloud)
}

test('late by a year, weekly, doubled or killed: the same books as in time', async () => {
  const wanted = await under(({ cloud }) => inTime(cloud))
  // Something happened: points of every purchase and friend expired, two terms ended and fell a level, one of them with a task; two
  // friends were rewarded and the season closed; of two birthdays each was told twice, its gift where there was one.
  expect(wanted.entries.filter(({ rule }) => rule === 'points.expired')).toHaveLength(8)
  expect(wanted.entries.filter(({ rule }) => rule === 'referral.reward')).toHaveLength(2)
  expect(wanted.tasks).toHaveLength(1)
  expect(timesTold(wanted)).toMatchObject({
    'tier-grace': 2,
    'tier-lapsed': 2,
    'referral-reward': 2,
    'season-over': 1,
    birthday: 4,
    'birthday-gift': 2,
    // Both members, the assistant and four friends joined on one day.
    anniversary: 7,
    // Tea and pie at once, and of each friend the one of joining.
    'coupons-end': 5,
  })

  expect(await under(({ cloud }) => late(cloud))).toEqual(wanted)

  expect(await under(({ cloud }) => weekly(cloud))).toEqual(wanted)

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

test('with deeds in between the order of clock and people changes no account, entry, coupon, line of the log or task', async () => {
  const deeds: readonly Deed[] = [
    // The second friend brings back after the reward, and has had a turn; the fourth buys at last.
    [12, (cloud) => refund(cloud, 'friend-2')],
    [13, (cloud) => receipt(cloud, 'friend-2-again', 50_000, friendPhone(2))],
    [15, chooseGift],
    [21, (cloud) => receipt(cloud, 'friend-4', 20_000, friendPhone(4))],
    [BIRTHDAY_AFTER + 1, (cloud) => receipt(cloud, 'birthday', 50_000)],
    // The first friend brings back when the season is over.
    [60, (cloud) => refund(cloud, 'friend-1')],
    // In the grace of the first member, after points of others expired, and after the year is over. Not around the second
    // birthday, of which a clock that never came does not know: docs/time.md.
    [367, (cloud) => receipt(cloud, 'between-1', 120_000)],
    [380, (cloud) => receipt(cloud, 'between-2', 5_100_000)],
    [398, (cloud) => receipt(cloud, 'between-3', 9_900)],
  ]
  const first = await under(({ cloud }) => inTime(cloud, deeds))
  const states = first.members.flatMap(({ invited }) => invited?.state ?? [])
  expect(states.sort()).toEqual(['joined', 'rewarded', 'taken-back', 'taken-back'])
  expect(first.coupons.filter(({ from }) => from === 'birthday')).toHaveLength(1)
  // Reminders tell what there was when they were written: a gift that was chosen meanwhile is told no more.
  const without = ({ notices, ...books }: typeof first) => ({
    ...books,
    notices: notices.filter(({ kind }) => kind !== 'points-expire' && kind !== 'birthday-gift'),
  })
  for (const clock of [weekly, late]) {
    const afterwards = await under(({ cloud }) => clock(cloud, deeds))
    expect(without(afterwards)).toEqual(without(first))
  }
})
