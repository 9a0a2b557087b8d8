/** What a query asks for beside its condition, and what answering it cost. */
import type { Fields } from './document'
import type { Order } from './plan'

/** What one request cost; the caller hands it in and reads it afterwards. */
export interface Cost {
  documentsRead: number
  documentsWritten: number
}

export interface FindOptions {
  order?: Order
  offset?: number
  limit?: number
  projection?: Fields
}
