/**
 * A thousand claims at once on a stock of a hundred, by three hundred members, on twenty-four instances, with a forced
 * conflict in every transaction: a hundred members hold one each, and everybody else is told why not. The same when the
 * cloud is killed half-way and whoever got no answer asks again.
 */
import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { createInterface } from 'node:readline'
import type { LocalCloud } from '../../local/cloud'
import type { Answer } from '../../src/contract/envelope'
import type { CouponDocument } from '../../src/server/store/coupons'
import type { MemberDocument } from '../../src/server/store/members'
import type { StockDocument } from '../../src/server/store/stocks'
import { FOLDER_VARIABLE } from './bundle-once'
import { codeOf, SECRET, senderTo, startTestCloud } from './cloud'
import { openMall, type Mall } from './mall'
import { offer, publish } from './offers'

const INSTANCES = 24
const MEMBERS = 300
const CLAIMS = 1_000
const STOCK = 100
const ANSWERED_WITHIN_MS = 30_000
const MOST_MS = 180_000
const FORCED = { forceRetries: 20_270_101 }
const FUNCTION_ENV = { SHUKE_SECRET: SECRET }

const people = Array.from({ length: MEMBERS }, (_, n) => `openid-claimant-${n}`)
/** The last hundred are commands of the first ones, sent again. */
const claims = Array.from({ length: CLAIMS }, (_, n) => ({
  openid: people[n % MEMBERS] as string,
  operationId: `claim-${n % MEMBERS}-${Math.floor(n / MEMBERS) % 3}`,
}))

const folder = mkdtempSync(path.join(tmpdir(), 'shuke-claims-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

async function openCrowded(cloud: LocalCloud): Promise<Mall> {
  const mall = await openMall(cloud)
  await Promise.all(people.map((openid, n) => mall.join(openid, `138${String(10_000_000 + n)}`)))
  return mall
}

/** The hundred who hold one: coupons, counts of the members and counters agree. */
function holdersOf(cloud: LocalCloud, offerId: string): string[] {
  const all = <Document>(collection: string) => [...cloud.read(collection)] as unknown as Document[]
  const issued = all<CouponDocument>('coupons').filter(({ source }) => source === offerId)
  expect([issued.length, new Set(issued.map(({ memberId }) => memberId)).size]).toEqual([STOCK, STOCK])
  const members = all<MemberDocument>('members')
  const counted = members.filter(({ claims }) => (claims?.[offerId]?.count ?? 0) > 0)
  expect(counted.map(({ claims }) => claims?.[offerId]?.count)).toEqual(Array(STOCK).fill(1))
  expect(counted.map(({ _id }) => _id).sort()).toEqual(issued.map(({ memberId }) => memberId).sort())
  const counters = all<StockDocument>('stocks').filter(({ of }) => of === offerId)
  expect(counters.reduce((sum, { taken }) => sum + taken, 0)).toBe(STOCK)
  for (const { _id, taken } of counters)
    expect(issued.filter(({ stockId }) => stockId === _id)).toHaveLength(taken)
  return counted.map(({ openid }) => openid).sort()
}

/** What who holds none may be told. */
const REFUSALS = ['offer.sold-out', 'offer.limit-reached', 'server.busy']
const unforeseen = (answers: readonly { readonly code: string }[]) =>
  answers.filter(({ code }) => code !== 'ok' && !REFUSALS.includes(code))
const toldSo = (answers: readonly { readonly openid: string; readonly code: string }[]): string[] =>
  [...new Set(answers.filter(({ code }) => code === 'ok').map(({ openid }) => openid))].sort()

describe('a thousand at once', () => {
  let cloud: LocalCloud
  let mall: Mall
  beforeAll(async () => {
    cloud = await startTestCloud(INSTANCES, FUNCTION_ENV, FORCED)
    mall = await openCrowded(cloud)
  }, MOST_MS)
  afterAll(() => cloud.close())

  /** Claims that are being worked on now: an instance serves one at a time. */
  const atWork = (): number =>
    cloud
      .invocations()
      .filter(({ state, action, callCount }) => state === 'running' && action === 'claim' && callCount > 0)
      .length

  test.each([1, 4])(
    'give a stock on %s counters to a hundred',
    async (stockParts) => {
      const offerId = `flash-${stockParts}`
      await publish(mall, offer(offerId, { flash: true, stock: STOCK, stockParts }))
      let mostAtWork = 0
      const looking = setInterval(() => (mostAtWork = Math.max(mostAtWork, atWork())), 20)
      const answers = await Promise.all(
        claims.map(async ({ openid, operationId }) => {
          const began = performance.now()
          const answer = await mall.ask('member', 'claim', openid, { offerId }, `${offerId}-${operationId}`)
          return { openid, code: codeOf(answer), ms: performance.now() - began }
        }),
      ).finally(() => clearInterval(looking))
      expect(mostAtWork).toBeGreaterThanOrEqual(20)
      expect(unforeseen(answers)).toEqual([])
      expect(toldSo(answers)).toEqual(holdersOf(cloud, offerId))
      expect(Math.max(...answers.map(({ ms }) => ms))).toBeLessThan(ANSWERED_WITHIN_MS)
    },
    MOST_MS,
  )
})

describe('killed half-way', () => {
  const offerId = 'flash-killed'
  const ENOUGH = 30

  /** The cloud of the folder as a process of its own. */
  async function startProcess(now: number) {
    const functions = process.env[FOLDER_VARIABLE] ?? 'dist/cloudfunctions'
    const main = path.resolve(__dirname, '../../local/cloud/main.ts')
    const options = ['--data', folder, '--functions', functions, '--port', '0', '--now', String(now)]
    const more = ['--max-instances', String(INSTANCES), '--env', `SHUKE_SECRET=${SECRET}`]
    const command = ['-r', require.resolve('tsx/cjs'), main, ...options, ...more]
    const child = spawn(process.execPath, command, { stdio: ['ignore', 'pipe', 'ignore'] })
    for await (const line of createInterface({ input: child.stdout }))
      return { child, url: (JSON.parse(line) as { url: string }).url }
    throw new Error('the local cloud ended before it was ready')
  }

  async function claimOver(url: string, openid: string, operationId: string): Promise<Answer<unknown>> {
    const answer = await fetch(`${url}/client/callFunction`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-local-openid': openid },
      body: JSON.stringify({ name: 'member', data: { action: 'claim', operationId, input: { offerId } } }),
    })
    return ((await answer.json()) as { result: Answer<unknown> }).result
  }

  test(
    'and asked again by whoever got no answer, it is a hundred too',
    async () => {
      const before = await startTestCloud(4, FUNCTION_ENV, { dataDir: folder })
      const opened = await openCrowded(before)
      await publish(opened, offer(offerId, { flash: true, stock: STOCK, stockParts: 2 }))
      const now = opened.now()
      await before.close()

      const { child, url } = await startProcess(now)
      let done = 0
      const first: { openid: string; operationId: string; code: string | null }[] = []
      // A phone asks once it was answered: three hundred at once, as many connections as the door takes with room to spare.
      await Promise.all(
        people.map(async (person) => {
          for (const claim of claims.filter(({ openid }) => openid === person)) {
            const answer = await claimOver(url, claim.openid, claim.operationId).catch(() => null)
            if (answer?.ok && (done += 1) === ENOUGH) child.kill('SIGKILL')
            first.push({ ...claim, code: answer && codeOf(answer) })
          }
        }),
      )
      const unanswered = first.filter(({ code }) => code === null)
      expect(done).toBeLessThan(STOCK)
      expect(unanswered.length).toBeGreaterThan(0)

      const after = await startTestCloud(INSTANCES, FUNCTION_ENV, { ...FORCED, dataDir: folder })
      try {
        const again = senderTo(after)
        const second = await Promise.all(
          unanswered.map(async ({ openid, operationId }) => {
            const answer = await again.ask('member', 'claim', openid, { offerId }, operationId)
            return { openid, code: codeOf(answer) }
          }),
        )
        const answers = [...first.flatMap(({ openid, code }) => (code ? [{ openid, code }] : [])), ...second]
        expect(unforeseen(answers)).toEqual([])
        expect(toldSo(answers)).toEqual(holdersOf(after, offerId))
      } finally {
        await after.close()
      }
    },
    MOST_MS,
  )
})
