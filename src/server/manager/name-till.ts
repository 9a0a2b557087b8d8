/** Names a till of a store. The answer holds the key with which it signs; the key is derived and stored nowhere. */
import type { ManagerOutputs } from '../../contract/manager'
import { refuse, type Outcome } from '../run/outcome'
import { tillKey } from '../run/secret'
import type { Call } from '../run/serve'
import { stores, tills } from '../store/stores'
import { audited } from '../run/audited'

export async function nameTill(
  call: Call,
  input: { tillId: string; storeId: string },
): Promise<Outcome<ManagerOutputs['name-till']>> {
  const { tillId, storeId } = input
  const named = await audited(call, { action: 'name-till', subject: tillId }, async (within) => {
    const store = await stores.get(storeId, within)
    if (!store) return refuse('store.unknown', { storeId })
    const keyVersion = (await tills.get(tillId, within))?.keyVersion ?? 1
    await tills.replace({ _id: tillId, storeId, storeName: store.name, keyVersion, active: true }, within)
    return { data: { tillId, storeId, keyVersion } }
  })
  if ('refused' in named) return named
  const { data, ...rest } = named
  return { ...rest, data: { tillId, storeId, key: tillKey(tillId, data.keyVersion) } }
}
