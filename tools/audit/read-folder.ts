/** Reads the documents of a data folder without starting or changing anything, also while its cloud runs. */
import { openStoreReadOnly, type ReadOnlyStore } from '../../local/cloud'
import type { Ledger } from './ledger'

/** The folder is not there, or not the folder of a mall; the message is for people. */
export class NoMallFolder extends Error {}

export function readFolder(dataDir: string): Ledger {
  const store = open(dataDir)
  try {
    const there = new Set(store.collections().map(({ name }) => name))
    if (!there.has('members') || !there.has('entries'))
      throw new NoMallFolder(`${dataDir} holds the data of a local cloud, but of no mall: it has no members`)
    const read = <Document>(name: string): Document[] =>
      there.has(name) ? ([...store.read(name)] as unknown as Document[]) : []
    return {
      programmes: read('programme'),
      members: read('members'),
      purchases: read('purchases'),
      refunds: read('refunds'),
      entries: read('entries'),
      grants: read('grants'),
      coupons: read('coupons'),
      exchanges: read('exchanges'),
      stocks: read('stocks'),
      events: read('events'),
      notices: read('notices'),
      tasks: read('tasks'),
    }
  } finally {
    store.close()
  }
}

function open(dataDir: string): ReadOnlyStore {
  try {
    return openStoreReadOnly(dataDir)
  } catch (error) {
    throw new NoMallFolder(`${dataDir} is not the data folder of a mall (${(error as Error).message})`)
  }
}
