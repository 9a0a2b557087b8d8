/** The shops of the mall and their tills. */
import type { PlaceCodeKind } from '../../domain/checkin/place-code'
import { uptime } from '../run/clock'
import { collection } from './collection'
import { warm } from './warm'

export interface StoreDocument {
  readonly _id: string
  readonly name: string
  /** What coupons may be limited to; absent while nobody has said. */
  readonly brand?: string
  readonly category?: string
  /** By which code members check in here; absent: by none. */
  readonly checkIn?: Exclude<PlaceCodeKind, 'off'>
}

export interface TillDocument {
  readonly _id: string
  readonly storeId: string
  readonly storeName: string
  readonly keyVersion: number
  readonly active: boolean
}

export const stores = collection<StoreDocument>('stores')
export const tills = collection<TillDocument>('tills')

const warmTills = warm<TillDocument | null>()

/** The active till with this id, at most a minute old. */
export async function tillById(id: string): Promise<TillDocument | null> {
  // Not by the instant of the call: receipts that are brought in later carry instants far apart.
  const found = await warmTills(id, uptime(), () => tills.get(id))
  return found?.active ? found : null
}

const MOST_STORES = 1000
const warmStores = warm<readonly StoreDocument[]>()

/** Every store. One call. */
export const allStoresNow = (): Promise<readonly StoreDocument[]> => stores.page({}, '_id', MOST_STORES)

/** The same, at most a minute old. One call, or none. */
export const allStores = (at: number): Promise<readonly StoreDocument[]> =>
  warmStores('all', at, allStoresNow)
