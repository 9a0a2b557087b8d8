/**
 * Purchases per second through the till's door beside a floor: the same documents written in one transaction without any
 * rule, by a function behind the same HTTP door, at the same concurrency. The two in turn, each on a data folder of its own.
 */
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { Agent, request } from 'node:http'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { bundleFunction, FUNCTIONS_DIR } from '../config/functions/bundle'
import { startCloud, type LocalCloud } from '../local/cloud'
import { SECRET } from '../test/server/cloud'
import { goods, openMall } from '../test/server/mall'
import { demoPurchases } from '../tools/demo-mall/purchases'
import { runInMemberOrder } from '../tools/import/in-member-order'
import { tillClient } from '../tools/import/till-client'
import { buildFunctions } from '../tools/start/build-if-changed'
import { aim, median, spread, type Table } from './table'

const AT_ONCE = 8
const MEMBERS = 200
const ROUNDS = 5
const AIM = 0.7
const START = Date.UTC(2026, 4, 17)

interface Receipt {
  readonly card: string
  readonly receipt: string
  readonly lines: readonly object[]
}

/** The demo mall's purchases, handed to many members, each with a receipt of this round. */
async function receiptsOf(round: number): Promise<Receipt[]> {
  const purchases = await demoPurchases(START)
  return purchases.map(({ receipt, lines }, index) => ({
    card: String(70_000_000 + (index % MEMBERS)),
    receipt: `${round}-${receipt}`,
    lines: lines.map(({ sku, quantity, paidFen }) => ({ ...goods(paidFen, quantity), sku })),
  }))
}

async function perSecond(
  receipts: readonly Receipt[],
  send: (receipt: Receipt) => Promise<void>,
): Promise<number> {
  const began = performance.now()
  await runInMemberOrder(receipts, AT_ONCE, send)
  return receipts.length / ((performance.now() - began) / 1000)
}

interface Written {
  readonly _id: string
  readonly memberId?: string
}

interface Documents {
  readonly purchase: Written
  readonly entry: Written | null
  readonly member: Written
}

/** What the till's door wrote for each receipt of a round. */
function documentsOf(cloud: LocalCloud, tillId: string): (receipt: string) => Documents {
  const byId = (name: string) =>
    new Map([...cloud.read(name)].map((each) => [String(each._id), each as unknown as Written]))
  const [purchases, entries, members] = [byId('purchases'), byId('entries'), byId('members')]
  return (receipt) => {
    const id = `purchase:${tillId}:${receipt}`
    const purchase = purchases.get(id)
    const member = members.get(purchase?.memberId ?? '')
    if (!purchase || !member) throw new Error(`nothing was written for ${receipt}`)
    return { purchase, member, entry: entries.get(`entry:${id}`) ?? null }
  }
}

async function floorFunctions(folder: string): Promise<string> {
  const functions = join(folder, 'functions')
  cpSync(FUNCTIONS_DIR, functions, { recursive: true })
  mkdirSync(join(functions, 'floor'))
  await bundleFunction(resolve(__dirname, 'floor/index.ts'), join(functions, 'floor/index.js'))
  writeFileSync(join(functions, 'floor/config.json'), '{ "timeout": 20 }')
  return functions
}

const post = (url: string, body: string, agent: Agent): Promise<void> =>
  new Promise((done, fail) => {
    const sent = request(url, {
      method: 'POST',
      agent,
      headers: { 'content-length': Buffer.byteLength(body) },
    })
    sent.once('error', fail)
    sent.once('response', (answer) => {
      answer
        .resume()
        .once('end', () =>
          answer.statusCode === 200 ? done() : fail(new Error(`the floor answered ${answer.statusCode}`)),
        )
    })
    sent.end(body)
  })

export async function importBesideFloor(): Promise<Table> {
  await buildFunctions()
  const folder = mkdtempSync(join(tmpdir(), 'shuke-bench-'))
  const functionsDir = await floorFunctions(folder)
  const start = (name: string) =>
    startCloud({
      dataDir: join(folder, name),
      functionsDir,
      functionEnv: { SHUKE_SECRET: SECRET },
      clock: { now: START },
    })
  const [rules, floor] = [await start('rules'), await start('floor')]
  const client = tillClient(AT_ONCE)
  const agent = new Agent({ keepAlive: true, maxSockets: AT_ONCE })
  try {
    const { till1 } = await openMall(rules)
    const door = { url: `${rules.url}/http/till`, till: { id: till1.tillId, key: till1.key } }
    const speeds = { rules: [] as number[], floor: [] as number[] }
    for (let round = 0; round <= ROUNDS; round += 1) {
      const receipts = await receiptsOf(round)
      const withRules = await perSecond(receipts, async ({ card, receipt, lines }) => {
        const body = JSON.stringify({ receipt, member: { card }, lines })
        const answer = await client.send(door, { action: 'purchase', at: rules.clock.now(), body })
        if (!answer.ok) throw new Error(answer.error.code)
      })
      const written = documentsOf(rules, till1.tillId)
      const bodies = new Map(receipts.map(({ receipt }) => [receipt, JSON.stringify(written(receipt))]))
      const without = await perSecond(receipts, ({ receipt }) =>
        post(`${floor.url}/http/floor/write`, bodies.get(receipt) ?? '', agent),
      )
      if (round === 0) continue // warms both
      speeds.rules.push(withRules)
      speeds.floor.push(without)
    }
    return tableOf(speeds)
  } finally {
    client.close()
    agent.destroy()
    await Promise.all([rules.close(), floor.close()])
    rmSync(folder, { recursive: true, force: true })
  }
}

function tableOf({ rules, floor }: { rules: number[]; floor: number[] }): Table {
  const ratios = rules.map((each, round) => each / (floor[round] ?? Number.NaN))
  const ratio = median(ratios)
  return {
    title: 'Import beside its floor',
    words: `Purchases per second of the demo mall's receipts for ${MEMBERS} members, ${AT_ONCE} at once, ${ROUNDS} rounds in turn after one that warms; least / median / most.`,
    columns: ['', 'purchases per second'],
    rows: [
      ["till's door", spread(rules)],
      ['floor: the same documents, no rules', spread(floor)],
      ['ratio of a round', spread(ratios, 2)],
    ],
    aims: [aim(`import ≥ ${AIM} of the floor: ${ratio.toFixed(2)}`, ratio >= AIM)],
  }
}
