/** How many full phone numbers an assistant has seen on a day. */
import type { BusinessDay } from '../../domain/time/business-day'
import { collection, type Transaction } from './collection'

export interface PhoneCountDocument {
  readonly _id: string
  readonly count: number
}

export const phoneCounts = collection<PhoneCountDocument>('phone-counts')

/** Counts one more and says how many there are on this day. Two calls. */
export async function countPhone(openid: string, day: BusinessDay, within: Transaction): Promise<number> {
  const _id = `phones:${openid}:${day}`
  const count = ((await phoneCounts.get(_id, within))?.count ?? 0) + 1
  await phoneCounts.replace({ _id, count }, within)
  return count
}
