/** What time asks of the database for one member, and that the table of docs/time.md says so: a wrong number there is red. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { MALL_PROGRAMME } from '../../src/domain/programme/default-programmes'
import { addDays, addMonths, type BusinessDay } from '../../src/domain/time/business-day'
import { dataOf } from './cloud'
import { befriend, buyAs, codeFor, publishFriendOffer } from './invited'
import { mallOfFile, MEMBER } from './mall'
import { nightOf, tick } from './nights'
import { offer, publish } from './offers'

const ladder = MALL_PROGRAMME.ladder.map((tier) =>
  tier.id === 'silver' ? { ...tier, upgradeGift: { points: 200 } } : tier,
)
const mall = mallOfFile(undefined, { ...MALL_PROGRAMME, version: 2, ladder, targets: [] })
const today = () => mall().today() as BusinessDay

/** The numbers in the last column of the row that begins so. */
function saidOf(row: string): number[] {
  const page = readFileSync(join(__dirname, '../../docs/time.md'), 'utf8')
  const rows = page.split('\n').filter((line) => line.startsWith(`| ${row}`))
  if (rows.length !== 1) throw new Error(`${rows.length} rows begin with ${row}`)
  const calls = rows[0]?.split('|').at(-2) ?? ''
  return [...calls.matchAll(/\d+/g)].map(([number]) => Number(number))
}

/** What the day of the one member who is due costs: the transaction after that of the lease. */
async function callsOn(day: BusinessDay): Promise<number> {
  expect(await nightOf(mall(), day)).toMatchObject({ done: { members: 1 }, failed: 0 })
  const calls = (mall().cloud.invocations().at(-1)?.calls ?? []).map(({ action }) => action.slice(9))
  const begins = calls.indexOf('startTransaction', calls.indexOf('commitTransaction'))
  return calls.indexOf('commitTransaction', begins) - begins + 1
}

beforeEach(() => mall().join(MEMBER))

test('a run with nothing due asks three times', async () => {
  await tick(mall().cloud)
  expect(mall().lastCalls()).toBe(3)
})

test('points: reminded, and gone', async () => {
  await mall().receipt('small', 10_000)
  const last = addMonths(today(), 12)
  expect(await callsOn(addDays(last, -30))).toBe(saidOf('reminders of points')[0])
  for (const before of [7, 1]) await nightOf(mall(), addDays(last, -before))
  expect(await callsOn(addDays(last, 1))).toBe(saidOf('points expire')[0])
})

test('a tier: its gift, grace with a task, its end', async () => {
  await mall().buy(1_200_000, await mall().visit())
  const bought = today()
  expect(await callsOn(addDays(bought, 8))).toBe(saidOf('the gift of an upgrade')[0])
  const end = addMonths(bought, 12)
  await nightOf(mall(), end)
  // The points of that purchase end on the same day: one entry more.
  expect((await callsOn(addDays(end, 1))) - 1).toBe(saidOf('the end of a term')[0])
  await nightOf(mall(), addDays(end, 29))
  expect(await callsOn(addDays(end, 31))).toBe(saidOf('the end of grace')[0])
})

test('a tier that is saved', async () => {
  await mall().buy(1_200_000, await mall().visit())
  const late = addDays(addMonths(today(), 12), 10)
  await nightOf(mall(), late, 10)
  await mall().receipt('saves', 1_100_000)
  expect(await callsOn(addDays(late, 1))).toBe(saidOf('a tier that was saved')[0])
})

test('a birthday: its gift, the greeting, the next one', async () => {
  await publish(mall(), offer('birthday-cake', { claim: null, giftable: false }))
  await mall().receipt('gold', 5_000_000)
  const on = addDays(today(), 40)
  const [, month = 0, day = 0] = on.split('-').map(Number)
  const birthday = { calendar: 'solar', year: null, month, day, leapMonth: false } as const
  const profile = { name: MEMBER, salutation: null, birthday, tags: [] }
  dataOf(await mall().ask('member', 'save-profile', MEMBER, profile))
  const [said] = saidOf('a birthday')
  expect([await callsOn(addDays(on, -30)), await callsOn(on)]).toEqual([said, said])
  // Nobody is told of the next one.
  expect(await callsOn(addDays(on, 31))).toBe((said ?? 0) - 1)
})

test('a friend: both sides', async () => {
  await publishFriendOffer(mall())
  await befriend(mall(), await codeFor(mall(), MEMBER), 1)
  await buyAs(mall(), 1, 20_000)
  expect(await callsOn(addDays(today(), 8))).toBe(saidOf('both sides of a referral')[0])
})
