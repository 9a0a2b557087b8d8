/** What a query asks for beside its condition, and what answering it cost. */
import type { Fields } from '../values/document'
import type { Order } from '../query/sort'

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
