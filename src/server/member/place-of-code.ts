/**
 * The place that a scanned code stands for. Calls: the stores, when they are not warm.
 * Invariant: a code that turns holds for its minute and the next; a store takes the sort of code that it shows and no other.
 */
import { isCurrentPeriod, placeStatement, readPlaceCode } from '../../domain/checkin/place-code'
import { refuse, type Refused } from '../run/outcome'
import { placeProof, sameText } from '../run/secret'
import type { Call } from '../run/serve'
import { allStores, type StoreDocument } from '../store/stores'

export async function placeOf({ at }: Call, code: string): Promise<StoreDocument | Refused> {
  const read = readPlaceCode(code)
  if (!read) return refuse('checkin.code-unknown')
  const { storeId, proved } = read
  if (proved && !sameText(placeProof(placeStatement(storeId, proved.period)), proved.proof))
    return refuse('checkin.code-unknown')
  const store = (await allStores(at)).find(({ _id }) => _id === storeId)
  if (!store) return refuse('checkin.code-unknown')
  const { checkIn, name: storeName } = store
  if (!checkIn) return refuse('checkin.place-closed')
  const isShownNow = proved
    ? checkIn === 'rotating' && isCurrentPeriod(proved.period, at)
    : checkIn === 'fixed'
  return isShownNow ? store : refuse('checkin.code-old', { storeName })
}
