/**
 * The local cloud with 100,000 documents, through the unmodified SDK, beside a server that answers at once: what is
 * above the stub is what the local cloud costs.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import http from 'node:http'
import type { AddressInfo } from 'node:net'
import os from 'node:os'
import path from 'node:path'
import { startCloud } from '../local/cloud'
import { Database } from '../local/cloud/store/database'
import { openSqlite } from '../local/cloud/store/sqlite'
import { PRODUCTION_LIMITS } from '../local/cloud/store/transactions'
import { pointSdkAt } from '../test/local/cloud/given-cloud'
import { type SdkDatabase, sdkDatabase } from '../test/local/cloud/sdk'
import { callFunction, residentMb, startMs, writeFunctions } from './cloud-process'
import { aim, median, type Table } from './table'

const DOCUMENTS = 100_000
const CANDIDATES = 500
const ROUNDS = 60
const FUNCTIONS = ['one', 'two', 'three', 'four', 'five']
const INDEXES = {
  members: [
    { name: 'phone', unique: true, fields: [['phone', 1]] as [string, 1][] },
    { name: 'group', fields: [['group', 1]] as [string, 1][] },
  ],
}

type Work = (db: SdkDatabase, round: number, url: string) => Promise<unknown>
const members = (db: SdkDatabase) => db.collection('members')
const some = (round: number) => (round * 7919) % DOCUMENTS

const get: Work = (db, round) =>
  members(db)
    .doc(`m${some(round)}`)
    .get()
const indexed: Work = (db, round) =>
  members(db)
    .where({ phone: `p${some(round)}` })
    .get()
const range: Work = (db, round) =>
  members(db)
    .where({ group: some(round) % (DOCUMENTS / CANDIDATES) })
    .orderBy('score', 'desc')
    .limit(20)
    .get()
const transaction: Work = (db, round) =>
  db.runTransaction(async (open) => {
    const [a, b] = [`m${some(round)}`, `m${some(round + 1)}`]
    for (const id of [a, b]) await open.collection('members').doc(id).get()
    for (const id of [a, b])
      await open
        .collection('members')
        .doc(id)
        .update({ data: { score: db.command.inc(1) } })
    await open.collection('members').add({ data: { phone: `new${round}`, group: -1, score: 0 } })
  }, 0)

const invocation: Work = (_db, _round, url) => callFunction(url, 'one', {})

export async function cloud(): Promise<Table> {
  const dataDir = mkdtempSync(path.join(os.tmpdir(), 'bench-cloud-'))
  const functionsDir = mkdtempSync(path.join(os.tmpdir(), 'bench-functions-'))
  writeFileSync(path.join(functionsDir, 'indexes.json'), JSON.stringify(INDEXES))
  await writeFunctions(functionsDir, FUNCTIONS)
  await fill(dataDir)
  const results = await inOneProcess(dataDir, functionsDir)
  const own = { startMs: await startMs(), mb: await residentMb(dataDir, functionsDir, FUNCTIONS) }
  for (const folder of [dataDir, functionsDir]) rmSync(folder, { recursive: true, force: true })
  return table(results, own)
}

type What = 'get' | 'indexed' | 'range' | 'transaction' | 'invocation'
type Beside = { stub: number; real: number }
type Results = Record<What, Beside> & { openMs: number }

async function inOneProcess(dataDir: string, functionsDir: string): Promise<Results> {
  const began = performance.now()
  const real = await startCloud({ dataDir, functionsDir })
  const db = sdkDatabase(real)
  const openMs = performance.now() - began
  const stub = await startStub()
  const measured = async (work: Work): Promise<Beside> => {
    const times = { stub: [] as number[], real: [] as number[] }
    for (let round = 0; round < ROUNDS; round++) {
      for (const which of ['stub', 'real'] as const) {
        const asked = which === 'stub' ? stub : real
        pointSdkAt(asked)
        const started = performance.now()
        await work(db, round, asked.url)
        if (round >= ROUNDS / 6) times[which].push(performance.now() - started)
      }
    }
    return { stub: median(times.stub), real: median(times.real) }
  }
  const results = {
    get: await measured(get),
    indexed: await measured(indexed),
    range: await measured(range),
    transaction: await measured(transaction),
    invocation: await measured(invocation),
    openMs,
  }
  await Promise.all([real.close(), stub.close()])
  return results
}

function table(results: Results, own: { startMs: number; mb: number }): Table {
  const { get: one, indexed: found, range: sorted, transaction: whole, invocation: warm, openMs } = results
  const row = (name: string, { stub, real }: Beside) => [
    name,
    stub.toFixed(2),
    real.toFixed(2),
    (real / stub).toFixed(2),
    (real - stub).toFixed(2),
  ]
  const documents = DOCUMENTS.toLocaleString('en')
  return {
    title: 'The local cloud beside a stub',
    words: `${documents} documents, the unmodified SDK in one process with both servers, taken in turn; medians in ms of ${ROUNDS} rounds. The stub sends one small document at once. Start and memory are those of the command as a process of its own: the first on a new folder, from the command to the line that it listens, the second on the ${documents} documents.`,
    columns: ['what', 'stub', 'local cloud', 'ratio', 'above the stub'],
    rows: [
      row('get by _id', one),
      row('query by a unique index', found),
      row(`${CANDIDATES} candidates sorted, 20 answered`, sorted),
      row('transaction of two reads and three writes', whole),
      row('warm function that answers at once', warm),
      ['opening the folder', '', openMs.toFixed(0), '', ''],
      ['start without functions', '', own.startMs.toFixed(0), '', ''],
      [`memory with ${FUNCTIONS.length} functions of one warm instance, MB`, '', own.mb.toFixed(0), '', ''],
    ],
    aims: [
      aim('get at most 1.5 × a stub call', one.real <= one.stub * 1.5),
      aim('indexed query at most 1.5 × a stub call', found.real <= found.stub * 1.5),
      aim(`${CANDIDATES} candidates sorted at most 5 ms above a stub call`, sorted.real - sorted.stub <= 5),
      aim('a transaction at most 1.5 × its stub calls', whole.real <= whole.stub * 1.5),
      aim('a warm function at most 3 ms above a stub call', warm.real - warm.stub <= 3),
      aim(`${documents} documents opened in less than a second`, openMs < 1000),
      aim('listening at most 0.7 s after the command, without functions', own.startMs <= 700),
      aim(`at most 300 MB with ${FUNCTIONS.length} functions of one warm instance each`, own.mb <= 300),
    ],
  }
}

async function fill(dataDir: string): Promise<void> {
  const sqlite = openSqlite(dataDir)
  const database = new Database(sqlite, { limits: PRODUCTION_LIMITS, alsoWrite: () => undefined })
  database.declare(INDEXES)
  const cost = { documentsRead: 0, documentsWritten: 0 }
  for (let from = 0; from < DOCUMENTS; from += 1000) {
    const docs = Array.from({ length: 1000 }, (_unused, i) => {
      const n = from + i
      return {
        _id: `m${n}`,
        phone: `p${n}`,
        group: n % (DOCUMENTS / CANDIDATES),
        score: (n * 31) % 997,
        name: `Member ${n}`,
        at: new Date(n * 1000),
      }
    })
    await database.insert('members', docs, undefined, cost)
  }
  sqlite.close()
}

/** Answers every action of the protocol with the same few bytes. */
function startStub(): Promise<{ url: string; close(): Promise<void> }> {
  const body = JSON.stringify({
    requestId: 'stub',
    transactionId: 'stub',
    data: {
      list: ['{"_id":"x","score":{"$numberInt":"1"}}'],
      offset: 0,
      limit: 1,
      updated: 1,
      insertedIds: ['x'],
    },
  })
  const server = http.createServer((request, response) => {
    request.resume()
    request.on('end', () => {
      response.writeHead(200, {
        'content-type': 'application/json',
        'content-length': Buffer.byteLength(body),
      })
      response.end(body)
    })
  })
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
      const close = () =>
        new Promise<void>((closed) => {
          server.close(() => closed())
          server.closeAllConnections()
        })
      resolve({ url, close })
    })
  })
}
