/**
 * Where the conformance suite runs: the local cloud, or a real environment when `CLOUD_ENV` and its keys
 * (`TENCENTCLOUD_SECRETID`, `TENCENTCLOUD_SECRETKEY`) are set. The tests are the same files in both.
 * A real environment keeps the collections `conformance-*`; nothing else is touched.
 */
import sdk from 'wx-server-sdk'
import type { Fields, IndexPlan } from '../../local/cloud'
import { type GivenCloud, givenCloud } from '../local/cloud/given-cloud'
import { sdkDatabase } from '../local/cloud/sdk'
import type { Collection, Command, Database } from './sdk-surface'

const IS_LOCAL = !process.env.CLOUD_ENV

/** Marks what only the local cloud can do: an index of its own, a limit that is not worth a real account's quota. */
export function localOnly(title: string, work: () => Promise<void>): void {
  if (IS_LOCAL) it(`${title} (local only)`, work)
}

export interface Conformance {
  db: Database
  command: Command
  /** The one collection of this area, empty before each test. */
  documents(): Collection
  /** A second one, for an area that asked for it. */
  beside(): Collection
  /** Adds documents one after the other, so that their natural order is that of the list. */
  given(...docs: object[]): Promise<void>
  stored(id: string): Promise<Fields>
  name: string
  besideName: string
}

export function conformance(
  area: string,
  indexes: IndexPlan[string] = [],
  { hasBeside = false } = {},
): Conformance {
  const name = `conformance-${area}`
  const besideName = `${name}-beside`
  const names = hasBeside ? [name, besideName] : [name]
  let local: GivenCloud | undefined
  const plan = { ...Object.fromEntries(names.map((each) => [each, []])), [name]: indexes }
  const suite: Conformance = {
    name,
    besideName,
    db: undefined as unknown as Database,
    command: undefined as unknown as Command,
    documents: () => suite.db.collection(name),
    beside: () => suite.db.collection(besideName),
    given: async (...docs) => {
      for (const data of docs) await suite.documents().add({ data })
    },
    stored: async (id) => (await suite.documents().doc(id).get()).data,
  }
  beforeAll(async () => {
    local = IS_LOCAL ? await givenCloud({}, plan) : undefined
    suite.db = local ? (sdkDatabase(local.cloud) as unknown as Database) : await realDatabase(names)
    suite.command = suite.db.command
  })
  beforeEach(async () => {
    if (local) local.cloud.reset()
    else
      for (const each of names)
        await suite.db
          .collection(each)
          .where({ _id: suite.command.exists(true) })
          .remove()
  })
  afterAll(() => local?.end())
  return suite
}

async function realDatabase(collections: string[]): Promise<Database> {
  sdk.init({ env: process.env.CLOUD_ENV as string })
  const db = sdk.database() as unknown as Database
  for (const collection of collections)
    await db.createCollection(collection).catch((error: { message?: string; errMsg?: string }) => {
      if (!/exist/i.test(`${error.errMsg ?? ''} ${error.message ?? ''}`)) throw error
    })
  return db
}

/** The one-letter ids of an answer, in its order. */
export function idsOf(docs: Fields[]): string {
  return docs.map(({ _id: id }) => id as string).join('')
}
