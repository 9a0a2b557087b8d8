/** Counts what may be done only so often a day, by one assistant and in one store. Calls: the counts read and written. */
import type { DayLimits } from '../../domain/programme/programme'
import { businessDayOf } from '../../domain/time/business-day'
import type { Call } from '../run/serve'
import type { Transaction } from '../store/collection'
import { noneSaid, oneMore, saidCounts, saidCountsIdOf } from '../store/said-counts'
import type { StaffDocument } from '../store/staff'

/** False when the day's limit was reached before: then nothing is counted. */
export async function countedToday(
  what: 'said' | 'bound',
  limits: DayLimits,
  { who, at }: Call & { readonly who: StaffDocument },
  within: Transaction,
): Promise<boolean> {
  const id = saidCountsIdOf(what, who.storeId, businessDayOf(at))
  const counts = oneMore((await saidCounts.get(id, within)) ?? noneSaid(id), who._id)
  if (counts.count > limits.perStore || (counts.byAssistant[who._id] ?? 0) > limits.perAssistant) return false
  await saidCounts.replace(counts, within)
  return true
}
