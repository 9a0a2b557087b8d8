/**
 * Counted benefits: what is left of them this month or this year. Invariant: never more than the tier gives in one period,
 * whatever was used of it under another tier before.
 */
import type { BusinessDay } from '../time/business-day'
import { addDays, addMonths, businessDay } from '../time/business-day'
import type { CountedBenefit } from './programme'

/** What was used of each in its last period. */
export type BenefitsUsed = Readonly<Record<string, { readonly period: string; readonly used: number }>>

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
