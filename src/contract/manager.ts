/** The manager's door: who works where. Every change is written to `audit`. */
import * as v from 'valibot'
import { command } from './envelope'
import { Id, PersonName, Phone } from './shapes'

const ShortId = v.pipe(Id, v.maxLength(32), v.regex(/^[a-z0-9-]+$/))

export const managerActions = {
  /** Makes the caller the first manager, by the one-time code of the installation. Works once. */
  'claim-installation': command(
    v.strictObject({ code: v.pipe(v.string(), v.maxLength(64)), name: PersonName }),
  ),
  'name-store': command(v.strictObject({ storeId: ShortId, name: PersonName })),
  /** Gives a joined member a role in a store, or takes it away (`role: null`). */
  'name-staff': command(
    v.strictObject({
      phone: Phone,
      name: PersonName,
      storeId: ShortId,
      role: v.nullable(v.picklist(['assistant', 'manager'])),
    }),
  ),
  /** Names a till of a store; the answer holds the key with which it signs. */
  'name-till': command(v.strictObject({ tillId: ShortId, storeId: ShortId })),
} as const

export interface ManagerOutputs {
  'claim-installation': { readonly name: string }
  'name-store': { readonly storeId: string; readonly name: string }
  'name-staff': {
    readonly name: string
    readonly storeId: string
    readonly role: 'assistant' | 'manager' | null
  }
  'name-till': { readonly tillId: string; readonly storeId: string; readonly key: string }
}
