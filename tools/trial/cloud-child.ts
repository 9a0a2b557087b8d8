/**
 * A local cloud as a process of its own, on a folder of its own, with one function that moves money between accounts,
 * takes unique keys and counts: what the trials put under load.
 */
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { createInterface } from 'node:readline'

const MAIN = resolve(__dirname, '../../local/cloud/main.ts')

export const ACCOUNTS = 8
export const FEN_PER_ACCOUNT = 1_000

/** Conflicts are the application's to repeat, as in production. */
const FUNCTION = `const cloud = require(${JSON.stringify(require.resolve('wx-server-sdk'))})
cloud.init({ env: cloud.DYNAMIC_CURRENT_ENV })
const db = cloud.database(), _ = db.command
const isConflict = (error) => /TransactionConflict/.test(error.code + ' ' + error.errMsg + ' ' + error.message)
async function transfer({ id, from, to, fen }) {
  for (let turn = 0; ; turn++) {
    try {
      return await db.runTransaction(async (t) => {
        const accounts = t.collection('accounts')
        const source = (await accounts.doc(from).get()).data
        if (source.fen < fen) return 'refused'
        await accounts.doc(from).update({ data: { fen: _.inc(-fen) } })
        await accounts.doc(to).update({ data: { fen: _.inc(fen) } })
        await t.collection('transfers').add({ data: { _id: id, from, to, fen, at: new Date() } })
        return 'done'
      }, 0)
    } catch (error) {
      if (!isConflict(error) || turn === 30) throw error
      await new Promise((wake) => setTimeout(wake, Math.random() * 15 * (turn + 1)))
    }
  }
}
const WORK = {
  transfer,
  async take({ id, key }) {
    try {
      await db.collection('keys').add({ data: { _id: id, key, tags: [key, 'all'] } })
      return 'done'
    } catch (error) {
      if (/E11000/.test(error.errMsg)) return 'refused'
      throw error
    }
  },
  async count({ counter }) {
    await db.collection('counters').doc(counter).update({ data: { n: _.inc(1) } })
    return 'done'
  },
  async look({ from }) {
    const { data } = await db.collection('transfers').where({ from }).orderBy('at', 'desc').limit(20).get()
    return data.length
  },
}
exports.main = async (event) => {
  const { kind, ...input } = JSON.parse(event.body)
  return { said: await WORK[kind](input) }
}`

const INDEXES = {
  accounts: [],
  transfers: [
    {
      name: 'from',
      fields: [
        ['from', 1],
        ['at', -1],
      ],
    },
  ],
  keys: [
    { name: 'key', unique: true, fields: [['key', 1]] },
    { name: 'tags', fields: [['tags', 1]] },
  ],
  counters: [],
}

export interface CloudChild {
  readonly dataDir: string
  start(): Promise<string>
  kill(): Promise<void>
  end(): Promise<void>
}

export function cloudChild(): CloudChild {
  const folder = mkdtempSync(join(tmpdir(), 'cloud-trial-'))
  const functions = join(folder, 'functions')
  const dataDir = join(folder, 'data')
  mkdirSync(join(functions, 'work'), { recursive: true })
  writeFileSync(join(functions, 'work', 'index.js'), FUNCTION)
  writeFileSync(join(functions, 'work', 'config.json'), '{"timeout":20}')
  writeFileSync(join(functions, 'indexes.json'), JSON.stringify(INDEXES))
  let child: ChildProcess | undefined
  const kill = async () => {
    if (!child || child.exitCode !== null || child.signalCode !== null) return
    const ended = once(child, 'exit')
    child.kill('SIGKILL')
    await ended
  }
  return {
    dataDir,
    kill,
    async start() {
      const words = [
        '-r',
        require.resolve('tsx/cjs'),
        MAIN,
        'start',
        '--data',
        dataDir,
        '--functions',
        functions,
      ]
      child = spawn(process.execPath, words, { stdio: ['ignore', 'pipe', 'ignore'] })
      if (!child.stdout) throw new Error('the cloud has no output')
      for await (const line of createInterface({ input: child.stdout }))
        return (JSON.parse(line) as { url: string }).url
      throw new Error('the cloud ended before it was ready')
    },
    async end() {
      await kill()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** Accounts and counters as they are at the beginning. */
export async function fillCloud(url: string): Promise<void> {
  const names = Array.from({ length: ACCOUNTS }, (_, index) => index)
  await insert(
    url,
    'accounts',
    names.map((index) => ({ _id: `a${index}`, fen: FEN_PER_ACCOUNT })),
  )
  await insert(
    url,
    'counters',
    names.map((index) => ({ _id: `c${index}`, n: 0 })),
  )
}

async function insert(url: string, collectionName: string, docs: object[]): Promise<void> {
  const data = docs.map((doc) => JSON.stringify(doc))
  const body = JSON.stringify({ action: 'database.insertDocument', collectionName, data })
  const answer = (await (await fetch(`${url}/admin`, { method: 'POST', body })).json()) as { code?: string }
  if (answer.code) throw new Error(`the cloud could not be filled: ${answer.code}`)
}
