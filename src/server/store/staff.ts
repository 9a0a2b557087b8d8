/** Who works where. Read at every request of an assistant or a manager, so kept in a warm instance for a minute at most. */
import { collection } from './collection'
import { warm } from './warm'

export interface StaffDocument {
  /** The person's openid. */
  readonly _id: string
  readonly name: string
  readonly role: 'assistant' | 'manager'
  readonly storeId: string
  readonly storeName: string
  readonly active: boolean
  /** Set after too many wrong codes: until then every scan is refused. */
  readonly slowedUntil: number
  /** When the present employment began; missing in a document from before it was kept. */
  readonly hiredAt?: number
}

/** Names one employment: who leaves and comes back has another one, and nothing of what the first one owned. */
export const employmentOf = ({ _id, hiredAt = 0 }: StaffDocument): string => `${_id}@${hiredAt}`

export const staff = collection<StaffDocument>('staff', [{ name: 'role', fields: [['role', 1]] }])

const warmStaff = warm<StaffDocument | null>()

/** The active staff member with this openid, at most a minute old. */
export async function staffMember(openid: string, at: number): Promise<StaffDocument | null> {
  const found = await warmStaff(openid, at, () => staff.get(openid))
  return found?.active ? found : null
}

/** Forgets what this instance remembers of a person whose document it has just changed. */
export const forgetStaff = (openid: string): void => warmStaff.forget(openid)
