/**
 * Fills a local cloud with the demo mall, through the doors that everybody uses: people join, tills send receipts, a
 * manager names stores and staff. The secret of the functions must also be this process's `SHUKE_SECRET`.
 * Invariant: what is repeated carries the same operation id or receipt, so that a seeding that was cut off is run again as it is.
 */
import type { LocalCloud } from '../../local/cloud'
import type { ManagerOutputs } from '../../src/contract/manager'
import type { TillOutputs, TillPurchased, TillRefunded } from '../../src/contract/till'
import { businessDayOf } from '../../src/domain/time/business-day'
import type { ClockRun } from '../../src/server/run/serve-clock'
import { installationCode } from '../../src/server/run/secret'
import { runInMemberOrder } from '../import/in-member-order'
import type { Till } from '../import/open-installation'
import { tillClient } from '../import/till-client'
import { becomesMember, called } from './called'
import { claimCoupons, demoOffers } from './catalogue'
import { demoEvent } from './event'
import { meetClients } from './clients'
import { demoFriends } from './friends'
import { DEMO_PEOPLE, DEMO_STORES, personOf, type DemoPerson } from './people'
import { demoProgramme, publishProgramme } from './programme'
import { demoPurchases, type DemoPurchase } from './purchases'
import { demoRewards } from './rewards'
import { demoSignIns } from './sign-ins'
import type { Step } from './step'
import { toldOfBirthday } from './birthdays'

export interface Seeding {
  /** The instant of the mall's clock: purchases end the day before. */
  readonly now: number
  readonly onProgress?: (done: number, total: number) => void
}

export interface Seeded {
  readonly people: readonly DemoPerson[]
  readonly purchases: number
  readonly refunds: number
  /** Tier of each buyer after the last receipt, by person. */
  readonly tierOf: Readonly<Record<string, string>>
  readonly seconds: number
}

/** Who brings something back, an hour after the last purchase or on the evening before today. */
const RETURNS: readonly {
  personId: string
  line: number
  quantity: number
  when: 'hour-later' | 'yesterday'
}[] = [
  { personId: 'shen-qinghe', line: 0, quantity: 1, when: 'hour-later' },
  { personId: 'fang-zhixing', line: 1, quantity: 1, when: 'hour-later' },
  { personId: 'wen-di', line: 0, quantity: 2, when: 'hour-later' },
  // Bought more than a year ago: the points have expired, so taking them back leaves a debt.
  { personId: 'he-yian', line: 2, quantity: 1, when: 'yesterday' },
]
const AT_ONCE = 8
const HOUR_MS = 3_600_000
const OWNER = DEMO_PEOPLE.find(({ role }) => role === 'manager') as DemoPerson

export async function seedDemoMall(cloud: LocalCloud, { now, onProgress }: Seeding): Promise<Seeded> {
  const began = performance.now()
  const all = await demoPurchases(now)
  const client = tillClient(AT_ONCE)
  try {
    await publishProgramme(cloud, demoProgramme(businessDayOf(now)), demoOffers(now))
    const tills = await openMall(cloud)
    await asManager(cloud, 'publish-catalogue', 'offers', { offers: demoOffers(now) })
    const tierOf: Record<string, string> = {}
    let purchases = 0
    const sell = async (purchase: DemoPurchase): Promise<void> => {
      tierOf[purchase.personId] = (await sendPurchase(cloud, client, tills, purchase)).tierName
      purchases += 1
    }
    const giveBack = async (purchase: DemoPurchase, part: (typeof RETURNS)[number], at: number) =>
      (tierOf[part.personId] = (await sendRefund(cloud, client, tills, { purchase, part, at })).tierName)
    const steps = [
      ...demoSignIns(cloud, now),
      ...toldOfBirthday(cloud, now),
      ...demoFriends(cloud, now, sell),
      ...DEMO_PEOPLE.filter(({ joins }) => joins).map((person) => joining(cloud, person, all, now)),
      ...all.map((each) => ({ card: each.personId, at: each.at, run: () => sell(each) })),
      ...RETURNS.map((part) => {
        const purchase = all.filter(({ personId }) => personId === part.personId).at(-1)
        if (!purchase) throw new Error(`${part.personId} has bought nothing`)
        const at = part.when === 'yesterday' ? (all.at(-1) as DemoPurchase).at : purchase.at + HOUR_MS
        return { card: part.personId, at, run: async () => void (await giveBack(purchase, part, at)) }
      }),
    ].sort((a, b) => a.at - b.at)
    await runAll(steps, onProgress)
    await nameStaff(cloud)
    await asManager(cloud, 'name-event', `event-${businessDayOf(now)}`, demoEvent(businessDayOf(now)))
    await asManager(cloud, 'publish-catalogue', `rewards-${businessDayOf(now)}`, {
      ...demoRewards(businessDayOf(now)),
    })
    await meetClients(cloud, all)
    await claimCoupons(cloud, now)
    await letTimeWork(cloud, now)
    return {
      people: DEMO_PEOPLE,
      purchases,
      refunds: RETURNS.length,
      tierOf,
      seconds: Math.round(performance.now() - began) / 1000,
    }
  } finally {
    client.close()
  }
}

/** What is due by now, as the clock's next minute would do it: the mall opens with its notices and rewards. */
async function letTimeWork(cloud: LocalCloud, at: number): Promise<void> {
  const answer = await cloud.invoke('clock', {}, { source: 'wx_trigger', at })
  const run = answer.ok ? (answer.result as ClockRun) : null
  if (run?.failed !== 0) throw new Error(`time could not do its work: ${JSON.stringify(answer)}`)
}

async function runAll(steps: readonly Step[], onProgress: Seeding['onProgress']): Promise<void> {
  let done = 0
  await runInMemberOrder(steps, AT_ONCE, async (step) => {
    await step.run()
    done += 1
    onProgress?.(done, steps.length)
  })
}

async function openMall(cloud: LocalCloud): Promise<ReadonlyMap<string, Till>> {
  await asManager(cloud, 'claim-installation', 'claim', { code: installationCode(), name: OWNER.name })
  const tills = new Map<string, Till>()
  for (const { storeId, name, category, tillId } of DEMO_STORES) {
    const checkIn = storeId === 'coffee' ? 'fixed' : 'rotating'
    await asManager(cloud, 'name-store', `store-${storeId}`, { storeId, name, category, checkIn })
    const { key } = await asManager(cloud, 'name-till', `till-${tillId}`, { tillId, storeId })
    tills.set(storeId, { id: tillId, key })
  }
  return tills
}

async function nameStaff(cloud: LocalCloud): Promise<void> {
  for (const { id, phone, name, role, storeId } of DEMO_PEOPLE)
    if (role === 'assistant')
      await asManager(cloud, 'name-staff', `staff-${id}`, { phone, name, storeId, role })
}

async function asManager<Action extends keyof ManagerOutputs>(
  cloud: LocalCloud,
  action: Action,
  operation: string,
  input: Record<string, unknown>,
): Promise<ManagerOutputs[Action]> {
  const data = { action, operationId: `demo-mall-${operation}`, input }
  return (await called(cloud, 'manager', data, OWNER)) as ManagerOutputs[Action]
}

/** People join a few minutes before their first purchase; who buys nothing joined a month ago. */
function joining(cloud: LocalCloud, person: DemoPerson, all: readonly DemoPurchase[], now: number): Step {
  const first = all.find(({ personId }) => personId === person.id)
  const at = first ? first.at - HOUR_MS / 12 : now - 30 * 24 * HOUR_MS
  return { card: person.id, at, run: () => becomesMember(cloud, person, at) }
}

type Client = ReturnType<typeof tillClient>
type Tills = ReadonlyMap<string, Till>

async function sendPurchase(
  cloud: LocalCloud,
  client: Client,
  tills: Tills,
  { receipt, personId, storeId, at, lines }: DemoPurchase,
): Promise<TillPurchased> {
  const { phone } = personOf(personId)
  const body = JSON.stringify({ receipt, member: { phone }, lines })
  return (await sent(cloud, client, tills, storeId, { action: 'purchase', at, body })) as TillPurchased
}

async function sendRefund(
  cloud: LocalCloud,
  client: Client,
  tills: Tills,
  { purchase, part, at }: { purchase: DemoPurchase; part: (typeof RETURNS)[number]; at: number },
): Promise<TillRefunded> {
  const lines = [{ line: part.line, quantity: part.quantity }]
  const body = JSON.stringify({ receipt: `R${purchase.receipt}`, purchase: purchase.receipt, lines })
  return (await sent(cloud, client, tills, purchase.storeId, { action: 'refund', at, body })) as TillRefunded
}

async function sent(
  cloud: LocalCloud,
  client: Client,
  tills: Tills,
  storeId: string,
  receipt: Parameters<Client['send']>[1],
): Promise<TillOutputs[keyof TillOutputs]> {
  const till = tills.get(storeId)
  if (!till) throw new Error(`no till in ${storeId}`)
  const answer = await client.send({ url: `${cloud.url}/http/till`, till }, receipt)
  if (answer.ok) return answer.data
  throw new Error(`${receipt.action} at ${storeId} failed: ${answer.error.code}: ${receipt.body}`)
}
