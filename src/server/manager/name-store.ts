/** Opens a store or gives it another name. Receipts and visits keep the name that they were made under. */
import type { ManagerOutputs } from '../../contract/manager'
import type { PlaceCodeKind } from '../../domain/checkin/place-code'
import type { Outcome } from '../run/outcome'
import type { Call } from '../run/serve'
import { stores } from '../store/stores'
import { audited } from '../run/audited'

export function nameStore(
  call: Call,
  input: {
    storeId: string
    name: string
    brand?: string | undefined
    category?: string | undefined
    checkIn: PlaceCodeKind
  },
): Promise<Outcome<ManagerOutputs['name-store']>> {
  return audited(call, { action: 'name-store', subject: input.storeId }, async (within) => {
    const { storeId: _id, name, brand, category, checkIn } = input
    const sort = { ...(brand && { brand }), ...(category && { category }) }
    await stores.replace({ _id, name, ...sort, ...(checkIn !== 'off' && { checkIn }) }, within)
    return { data: { storeId: _id, name, checkIn } }
  })
}
