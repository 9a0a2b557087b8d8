/** A local cloud that is killed in the middle of its work: nothing acknowledged is lost, nothing is half done. */
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { createInterface } from 'node:readline'
import { openStoreReadOnly, startCloud } from '../../../local/cloud'
import { temporaryFolder, writeFunction } from './given-cloud'

const ROUNDS = 3
const ACCOUNTS = 4
const MAIN = path.resolve(__dirname, '../../../local/cloud/main.ts')

const functionsDir = temporaryFolder()
const dataDir = temporaryFolder()
let child: ChildProcess | undefined

beforeAll(() => {
  writeFunction(functionsDir, 'move', {
    main: `const { from, to, id } = JSON.parse(event.body)
      const accounts = (t, id) => t.collection('accounts').doc(id)
      await db.runTransaction(async (t) => {
        await accounts(t, from).update({ data: { fen: _.inc(-1) } })
        await accounts(t, to).update({ data: { fen: _.inc(1) } })
        await t.collection('log').add({ data: { _id: id, from, to } })
      }, 0)
      return { done: id }`,
  })
  const log = [{ name: 'from', fields: [['from', 1]] }]
  writeFileSync(path.join(functionsDir, 'indexes.json'), JSON.stringify({ accounts: [], log }))
})
afterAll(() => {
  child?.kill('SIGKILL')
  for (const folder of [functionsDir, dataDir]) rmSync(folder, { recursive: true, force: true })
})

async function start(): Promise<string> {
  const command = [
    '-r',
    require.resolve('tsx/cjs'),
    MAIN,
    '--data',
    dataDir,
    '--functions',
    functionsDir,
    '--port',
    '0',
  ]
  child = spawn(process.execPath, command, { stdio: ['ignore', 'pipe', 'inherit'] })
  for await (const line of createInterface({ input: child.stdout! }))
    return (JSON.parse(line) as { url: string }).url
  throw new Error('the local cloud ended before it was ready')
}

async function moveUntilKilled(url: string, round: number): Promise<string[]> {
  const acknowledged: string[] = []
  let isKilled = false
  const move = async (worker: number) => {
    for (let i = 0; !isKilled; i++) {
      const [from, to, id] = [
        `a${worker % ACCOUNTS}`,
        `a${(worker + 1) % ACCOUNTS}`,
        `r${round}-w${worker}-${i}`,
      ]
      const body = JSON.stringify({ from, to, id })
      const answer = await fetch(`${url}/http/move`, {
        method: 'POST',
        body,
        headers: { 'x-local-clock': String(Date.UTC(2028, round, 1)) },
      }).catch(() => null)
      if (answer?.status === 200) acknowledged.push(id)
    }
  }
  const movers = [0, 1, 2].map(move)
  const deadline = Date.now() + 15_000
  while (acknowledged.length < 10 + round * 7 && Date.now() < deadline)
    await new Promise((resolve) => setTimeout(resolve, 7))
  child!.kill('SIGKILL')
  await once(child!, 'exit')
  isKilled = true
  await Promise.all(movers)
  return acknowledged
}

test('a killed cloud comes back with every acknowledged write and no half transaction', async () => {
  const acknowledged: string[] = []
  for (let round = 0; round < ROUNDS; round++) {
    const url = await start()
    if (round === 0) {
      const data = Array.from({ length: ACCOUNTS }, (_unused, i) => `{"_id":"a${i}","fen":100}`)
      const body = JSON.stringify({ action: 'database.insertDocument', collectionName: 'accounts', data })
      await fetch(`${url}/admin`, { method: 'POST', body })
    }
    acknowledged.push(...(await moveUntilKilled(url, round)))

    const store = openStoreReadOnly(dataDir)
    const logged = [...store.read('log')] as unknown as { _id: string; from: string; to: string }[]
    const accounts = new Map([...store.read('accounts')].map(({ _id: id, fen }) => [id, fen as number]))
    store.close()
    const known = new Set(logged.map(({ _id: id }) => id))
    expect(acknowledged.filter((id) => !known.has(id))).toEqual([])
    for (let i = 0; i < ACCOUNTS; i++) {
      const moved =
        logged.filter(({ to }) => to === `a${i}`).length -
        logged.filter(({ from }) => from === `a${i}`).length
      expect(accounts.get(`a${i}`)).toBe(100 + moved)
    }
  }
  expect(acknowledged.length).toBeGreaterThan(ROUNDS * 3)
}, 60_000)

test('a second cloud is refused, when one is using the data folder', async () => {
  await start()
  const second = startCloud({ dataDir, functionsDir })
  await expect(second).rejects.toThrow('another local cloud is using')
  child!.kill('SIGKILL')
  await once(child!, 'exit')
})

test('the clock of a killed cloud is not behind what its writes have seen', async () => {
  const url = await start()
  const { now } = (await (await fetch(`${url}/control/clock`)).json()) as { now: number }
  expect(now).toBeGreaterThanOrEqual(Date.UTC(2028, ROUNDS - 1, 1))
})
