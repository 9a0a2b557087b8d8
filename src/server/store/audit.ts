/** Changes that have no business document of their own: roles, stores, tills, and what must be looked at. Append-only. */
import { collection } from './collection'
import type { OperationRecord } from './operation-record'

export interface AuditDocument extends OperationRecord {
  readonly _id: string
  readonly at: number
  /** The openid of staff; the id of a member who changed the own account, so that nothing names a person who left. */
  readonly by: string
  readonly action: string
  readonly subject: string
  /** Where who did it works, and why; of what needs a reason. */
  readonly storeId?: string
  readonly reason?: string
}

export const audit = collection<AuditDocument>('audit', [
  { name: 'at', fields: [['at', -1]] },
  {
    name: 'by',
    fields: [
      ['by', 1],
      ['at', -1],
    ],
  },
])
