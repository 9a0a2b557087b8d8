/** How often members were looked up by what they said, and old cards bound, per store and day, and by whom: each time is counted, done or not. */
import type { BusinessDay } from '../../domain/time/business-day'
import { collection } from './collection'

export interface SaidCountsDocument {
  readonly _id: string
  readonly count: number
  /** By openid. */
  readonly byAssistant: Readonly<Record<string, number>>
}

export const saidCounts = collection<SaidCountsDocument>('said-counts')

export const saidCountsIdOf = (what: 'said' | 'bound', storeId: string, day: BusinessDay): string =>
  `${what}:${storeId}:${day}`

export const noneSaid = (_id: string): SaidCountsDocument => ({ _id, count: 0, byAssistant: {} })

export const oneMore = (
  { _id, count, byAssistant }: SaidCountsDocument,
  openid: string,
): SaidCountsDocument => ({
  _id,
  count: count + 1,
  byAssistant: { ...byAssistant, [openid]: (byAssistant[openid] ?? 0) + 1 },
})
