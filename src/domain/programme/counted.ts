/**
 * Counted benefits: what is left of them this month or this year. Invariant: never more than the tier gives in one period,
 * whatever was used of it under another tier before.
 */
import type { BusinessDay } from '../time/business-day'
import { addDays, addMonths, businessDay } from '../time/business-day'
import type { CountedBenefit } from './programme'

interface BenefitUse {
  readonly period: string
  readonly used: number
  /** How many were taken back, so that no two uses of a period have one number. */
  readonly undone?: number
  /** Of the last use. */
  readonly day: BusinessDay
}

/** What was used of each in its last period. */
export type BenefitsUsed = Readonly<Record<string, BenefitUse>>

/** `2026-05` or `2026`. */
export const periodOf = ({ per }: Pick<CountedBenefit, 'per'>, today: BusinessDay): string =>
  today.slice(0, per === 'month' ? 7 : 4)

/** The last day of the period of a day. */
export function periodEndsOn({ per }: Pick<CountedBenefit, 'per'>, today: BusinessDay): BusinessDay {
  const first = businessDay(per === 'month' ? `${today.slice(0, 7)}-01` : `${today.slice(0, 4)}-01-01`)
  return addDays(addMonths(first, per === 'month' ? 1 : 12), -1)
}

const usedOf = (benefit: CountedBenefit, used: BenefitsUsed, today: BusinessDay): number => {
  const last = used[benefit.id]
  return last?.period === periodOf(benefit, today) ? last.used : 0
}

export const leftOfBenefit = (benefit: CountedBenefit, used: BenefitsUsed, today: BusinessDay): number =>
  Math.max(0, benefit.times - usedOf(benefit, used, today))

/** The number of the next use in this period, from 1. */
export function nextPlace(benefit: CountedBenefit, used: BenefitsUsed, today: BusinessDay): number {
  const last = used[benefit.id]
  return last?.period === periodOf(benefit, today) ? last.used + (last.undone ?? 0) + 1 : 1
}

/** With one more use; what was used in a month or a year that is over goes out. */
export function withUse(benefit: CountedBenefit, used: BenefitsUsed, today: BusinessDay): BenefitsUsed {
  const period = periodOf(benefit, today)
  const last = used[benefit.id]
  const undone = last?.period === period ? last.undone : undefined
  const lasting = Object.entries(used).filter(([, each]) => today.startsWith(each.period))
  const use = { period, used: usedOf(benefit, used, today) + 1, ...(undone && { undone }), day: today }
  return { ...Object.fromEntries(lasting), [benefit.id]: use }
}

/** With one use of that day taken back; null when none was counted. */
export function withoutUse(benefitId: string, used: BenefitsUsed, day: BusinessDay): BenefitsUsed | null {
  const last = used[benefitId]
  if (!last || last.used < 1 || !day.startsWith(last.period)) return null
  return { ...used, [benefitId]: { ...last, used: last.used - 1, undone: (last.undone ?? 0) + 1 } }
}
