/** What is left of the counted benefits of the tier that a member holds. No call. */
import type { BenefitView } from '../../contract/coupon-views'
import { leftOfBenefit, periodEndsOn } from '../../domain/programme/counted'
import { LANGUAGES, type Language } from '../../domain/programme/in-language'
import { tierById, type Programme } from '../../domain/programme/programme'
import type { BusinessDay } from '../../domain/time/business-day'
import type { MemberDocument } from '../store/members'
import { standingOn } from './standing'

export function benefitViews(
  member: MemberDocument,
  programme: Programme,
  language: Language,
  today: BusinessDay,
): BenefitView[] {
  const { counted = [] } = tierById(programme, standingOn(member, programme, today).tierId)
  return counted.map((benefit) => {
    const { name, advice } = language === 'en' ? { ...benefit, ...benefit.english } : benefit
    const { id: benefitId, worth, times, per } = benefit
    const left = leftOfBenefit(benefit, member.benefitsUsed ?? {}, today)
    return { benefitId, name, advice, worth, times, left, per, until: periodEndsOn(benefit, today) }
  })
}

/** In the mall's own language, as all that staff read. */
export const benefitsAtCounter = (
  member: MemberDocument,
  programme: Programme,
  today: BusinessDay,
): BenefitView[] =>
  benefitViews(member, programme, LANGUAGES[0], today).filter(
    ({ benefitId, left }) => left > 0 || member.benefitsUsed?.[benefitId]?.day === today,
  )
