/** Visits: a member code that was scanned. The id is the code's card and period, so a code opens one visit and no second. */
import { collection } from './collection'

export interface VisitDocument {
  readonly _id: string
  readonly memberId: string
  /** The member's, so that the phone that shows the code can ask what became of it. */
  readonly openid: string
  readonly assistantOpenid: string
  readonly storeId: string
  readonly storeName: string
  readonly at: number
}

export const visits = collection<VisitDocument>('visits', [
  {
    name: 'member',
    fields: [
      ['openid', 1],
      ['at', -1],
    ],
  },
  {
    name: 'store',
    fields: [
      ['storeId', 1],
      ['at', -1],
    ],
  },
])

export const visitIdOf = (cardNumber: string, period: number): string => `visit:${cardNumber}:${period}`
