/** Who works at the moment: one run at a time, until the end of its lease, should it be killed. */
import { collection } from './collection'

export interface LeaseDocument {
  readonly _id: string
  /** The run that holds it. */
  readonly holder: string
  readonly until: number
}

export const leases = collection<LeaseDocument>('leases')
