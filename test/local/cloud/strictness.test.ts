/** Every rule as a switch: what is refused while it is on, and accepted once it is named as off. */
import { readFileSync } from 'node:fs'
import path from 'node:path'
import type { CloudOptions } from '../../../local/cloud'
import { readEjson } from '../../../local/cloud/protocol/ejson'
import {
  lenientIn,
  STRICT,
  STRICT_RULES,
  strictnessOf,
  type StrictRuleName,
} from '../../../local/cloud/strictness'
import { readDefinition } from '../../../local/cloud/functions/definition'
import type { Command } from '../../conformance/sdk-surface'
import { filesBelow } from '../../tidy/tree'
import { failureOf, type GivenCloud, givenCloud, temporaryFolder, writeFunction } from './given-cloud'
import { type SdkDatabase, sdkDatabase } from './sdk'

const INDEXES = {
  things: [{ name: 'key', unique: true, fields: [['key', 1]] as [string, 1][] }],
  others: [{ name: 'text', fields: [['text', 1]] as [string, 1][] }],
}
const FUNCTIONS = {
  inner: { main: `return { openid: cloud.getWXContext().OPENID || '' }` },
  outer: { main: `return (await cloud.callFunction({ name: 'inner' })).result` },
  large: { main: `return 'x'.repeat(1100000)` },
  phone: { main: `return (await cloud.openapi.phonenumber.getPhoneNumber({ code: 'none' })).errcode` },
}

interface Given {
  given: GivenCloud
  db: SdkDatabase
}

async function withRules<T>(strict: CloudOptions['strict'], work: (given: Given) => Promise<T>): Promise<T> {
  const given = await givenCloud(FUNCTIONS, INDEXES, { strict, limits: { expiryMs: 1500 } })
  try {
    return await work({ given, db: sdkDatabase(given.cloud) })
  } finally {
    delete process.env.TCB_SESSIONTOKEN
    await given.end()
  }
}

const things = (db: SdkDatabase) => db.collection('things')
const others = (db: SdkDatabase) => db.collection('others')
const invoked = async ({ given }: Given, name: string, data = {}): Promise<unknown> => {
  const answer = await given.cloud.invoke(name, data, { openid: 'oSomebody' })
  if (!answer.ok) throw new Error(answer.message)
  return answer.result
}
const insideTransaction = async ({ db }: Given, work: (db: SdkDatabase) => Promise<unknown>) => {
  process.env.TCB_SESSIONTOKEN = 'one-invocation'
  const transaction = await db.startTransaction()
  await transaction
    .collection('others')
    .doc('o')
    .set({ data: { a: 1 } })
  return work(db)
}
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))
const million = 'x'.repeat(1_000_000)

type Case = [rule: StrictRuleName, refusal: RegExp, work: (given: Given) => Promise<unknown>]

test.each<Case>([
  ['collectionMustExist', /-502005.*not exist/, ({ db }) => db.collection('nowhere').add({ data: {} })],
  [
    'missingIsNull',
    /E11000 duplicate key/,
    async ({ db }) => {
      await things(db).add({ data: { a: 1 } })
      await things(db).add({ data: { a: 2 } })
    },
  ],
  [
    'indexKeySize',
    /key too large to index text: \d+ bytes, at most 1024/,
    ({ db }) => others(db).add({ data: { text: 'x'.repeat(1100) } }),
  ],
  [
    'documentSize',
    /larger than 5242880 bytes/,
    ({ db }) => others(db).add({ data: { a: Array(6).fill(million) } }),
  ],
  [
    'resultSize',
    /the result is larger than 16777216 bytes/,
    async ({ db }) => {
      for (let i = 0; i < 5; i++) await others(db).add({ data: { a: Array(4).fill(million) } })
      await others(db).get()
    },
  ],
  [
    'geoIndex',
    /unable to find index for \$geoNear query/,
    ({ db }) =>
      others(db)
        .where({ at: { $nearSphere: { $geometry: { type: 'Point', coordinates: [0, 0] } } } })
        .get(),
  ],
  [
    'regexFlags',
    /invalid flag in regex options: g/,
    ({ db }) =>
      others(db)
        .where({ text: db.RegExp({ regexp: 'a', options: 'g' }) })
        .get(),
  ],
  [
    'serverDateConverted',
    /looks like a serverDate/,
    ({ db }) => others(db).add({ data: { at: { offset: 0 } } }),
  ],
  ['dottedNames', /dotted field 'a\.b'/, ({ db }) => others(db).add({ data: { 'a.b': 1 } })],
  [
    'commandsConverted',
    /gt\(\) inside another command/,
    ({ db }) => {
      const { all, elemMatch, gt } = db.command as unknown as Command
      return others(db)
        .where({ l: all([elemMatch({ n: gt(1) })]) })
        .get()
    },
  ],
  [
    'transactionDocuments',
    /where\(\)\.get\(\) inside a transaction/,
    async ({ db }) => (await db.startTransaction()).collection('others').where({ a: 1 }).get(),
  ],
  [
    'outsideTransaction',
    /count\(\) while the invocation has an open transaction/,
    (given) => insideTransaction(given, (db) => others(db).where({ a: 1 }).count()),
  ],
  [
    'transactionTime',
    /must be commit or abort in 30 seconds/,
    async ({ db }) => {
      const transaction = await db.startTransaction()
      await transaction
        .collection('others')
        .doc('o')
        .set({ data: { a: 1 } })
      await pause(1700)
      await transaction.commit()
    },
  ],
  [
    'transactionVolume',
    /more than 40 writes in one transaction/,
    ({ db }) =>
      db.runTransaction(async (transaction) => {
        for (let i = 0; i < 41; i++)
          await transaction
            .collection('others')
            .doc(`o${i}`)
            .set({ data: { a: 1 } })
      }, 0),
  ],
  [
    'transactionServerDate',
    /serverDate\(\) is not supported in an add/,
    async ({ db }) =>
      (await db.startTransaction()).collection('others').add({ data: { at: db.serverDate() } }),
  ],
  ['eventSize', /data exceed max size: 102400/, (given) => invoked(given, 'inner', { text: million })],
  ['functionResultSize', /result size exceed limit \(1MB\)/, (given) => invoked(given, 'large')],
  ['openApiPermission', /-604101/, (given) => invoked(given, 'phone').catch(withoutBusinessErrors)],
])('%s is refused while the switch is on, and accepted when it is off', async (rule, refusal, work) => {
  const { text } = await withRules(true, (given) => failureOf(work(given)))
  expect(text).toMatch(refusal)
  await withRules({ [rule]: false }, work)
})

/** A wrong code is not what the switch is about. */
function withoutBusinessErrors(error: Error): void {
  if (!error.message.includes('40029')) throw error
}

test('queryLimit counts 100 documents for a query without limit, and all of them when it is off', async () => {
  const found = async ({ db }: Given) => {
    await Promise.all(Array.from({ length: 120 }, (_unused, key) => things(db).add({ data: { key } })))
    return (await things(db).get()).data.length
  }
  expect(await withRules(true, found)).toBe(100)
  // The SDK itself always sends a limit; another client of the protocol need not.
  const unlimited = await withRules({ queryLimit: false }, async ({ given, db }) => {
    await found({ given, db })
    const response = await fetch(`${given.cloud.url}/admin`, {
      method: 'POST',
      body: JSON.stringify({ action: 'database.getDocument', collectionName: 'things', queryType: 'WHERE' }),
    })
    return ((await response.json()) as { data: { list: string[] } }).data.list.length
  })
  expect(unlimited).toBe(120)
})

test('countsChanges reports what changed, and what matched when it is off', async () => {
  const twice = async ({ db }: Given) => {
    await others(db).add({ data: { _id: 'o', a: 1 } })
    const many = await others(db)
      .where({ a: 1 })
      .update({ data: { a: 1 } })
    const one = await others(db)
      .doc('o')
      .update({ data: { a: 1 } })
    return [many.stats.updated, one.stats.updated]
  }
  expect(await withRules(true, twice)).toEqual([0, 0])
  expect(await withRules({ countsChanges: false }, twice)).toEqual([1, 1])
})

test('nestedIdentity hides the OPENID from a function called by a function, and shows it when it is off', async () => {
  const seen = (given: Given) => invoked(given, 'outer')
  expect(await withRules(true, seen)).toEqual({ openid: '' })
  expect(await withRules({ nestedIdentity: false }, seen)).toEqual({ openid: 'oSomebody' })
})

test('awaitedCalls reports a call that was left behind, and lets it through when it is off', async () => {
  const leftBehind = async (strict: CloudOptions['strict']) => {
    const main = `setTimeout(() => db.collection('others').add({ data: { _id: 'late' } }), 100); return 1`
    const given = await givenCloud({ late: { main } }, INDEXES, { strict })
    await given.cloud.invoke('late', {}, { openid: 'oSomebody' })
    await pause(400)
    const documents = [...given.cloud.read('others')].length
    const logs = given.cloud.invocations().flatMap((record) => record.logs)
    await given.end()
    return { documents, isReported: logs.some((line) => line.includes('had returned')) }
  }
  expect(await leftBehind(true)).toEqual({ documents: 0, isReported: true })
  expect(await leftBehind({ awaitedCalls: false })).toEqual({ documents: 1, isReported: false })
})

test('functionTime and functionMemory bound what config.json asks for, until they are off', () => {
  const folder = temporaryFolder()
  writeFunction(folder, 'greedy', { main: 'return 1', config: { timeout: 900, memorySize: 128 } })
  expect(readDefinition(folder, 'greedy', STRICT)).toMatchObject({ timeoutMs: 60_000, memoryMb: 128 })
  const lenient = strictnessOf({ functionTime: false, functionMemory: false })
  expect(readDefinition(folder, 'greedy', lenient)).toMatchObject({ timeoutMs: 900_000, memoryMb: 4096 })
})

test('indexQuota refuses the 21st index of a collection, and takes it when it is off', async () => {
  const many = {
    things: Array.from({ length: 21 }, (_unused, i) => ({
      name: `i${i}`,
      fields: [[`f${i}`, 1]] as [string, 1][],
    })),
  }
  await expect(givenCloud({}, many)).rejects.toThrow('more than 20 indexes in things')
  const given = await givenCloud({}, many, { strict: { indexQuota: false } })
  await given.end()
})

test('all rules are on unless they are named, and a name that is no rule is refused', () => {
  expect(Object.values(strictnessOf()).every(Boolean)).toBe(true)
  expect(Object.values(strictnessOf(false)).some(Boolean)).toBe(false)
  expect(strictnessOf(lenientIn(['queryLimit']))).toEqual({ ...STRICT, queryLimit: false })
  expect(Object.values(strictnessOf(lenientIn(['queryLimit', 'all']))).some(Boolean)).toBe(false)
  expect(() => strictnessOf(lenientIn(['queryLimits']))).toThrow('no strict rule queryLimits')
})

test('regular expressions keep the flags that MongoDB knows, when regexFlags is off', () => {
  const text = JSON.stringify({ $regularExpression: { pattern: 'a', options: 'gi' } })
  expect(readEjson(text, { now: 0, strict: strictnessOf(false) })).toEqual(/a/iu)
})

test('the table of the README is the list of rules, and each rule has a test', () => {
  const readme = readFileSync(path.join(__dirname, '../../../local/cloud/README.md'), 'utf8')
  const rows = [...readme.matchAll(/^\| `(\w+)` +\| (.+?) +\| (\w+) +\|$/gm)].map(([, ...cells]) => cells)
  const rules = Object.entries(STRICT_RULES).map(([name, { meaning, source }]) => [name, meaning, source])
  expect(rows).toEqual(rules)
  const tests = filesBelow(['test/local/cloud', 'test/conformance'], ['.test.ts'])
  const untested = Object.keys(STRICT_RULES).filter((name) => !tests.some(({ text }) => text.includes(name)))
  expect(untested).toEqual([])
})
