/**
 * When a person is asked to let the mall send messages: at a moment of gain, seldom, and not again for a week after a no. Pure.
 */
import type { TemplateView } from '../contract/notice-views'
import type { TemplateName } from '../domain/messages/kinds'

/** What this phone remembers of asking. */
export interface AskedBefore {
  readonly at: number
  readonly refused: boolean
}

export type Moment = 'coupon' | 'exchange' | 'purchase' | 'sign-in' | 'birthday' | 'invite'

/** What a person who has just got this will want to hear of, first what matters most. */
const WANTED: Readonly<Record<Moment, readonly TemplateName[]>> = {
  purchase: ['change', 'points'],
  coupon: ['gift', 'points'],
  exchange: ['pickup', 'points'],
  'sign-in': ['points', 'gift', 'tier'],
  birthday: ['gift', 'pickup'],
  invite: ['points', 'gift'],
}

const DAY_MS = 86_400_000
const AFTER_NO_DAYS = 7
/** WeChat's sheet holds so many. */
const MOST_AT_ONCE = 3
/** With so many left nothing is missing yet. */
const ENOUGH = 2

const mayAsk = (before: AskedBefore | null, now: number): boolean =>
  before === null || now - before.at >= (before.refused ? AFTER_NO_DAYS : 1) * DAY_MS

/** The templates to ask about now; none when it is better to be silent. */
export function whatToAsk(
  templates: readonly TemplateView[],
  moment: Moment,
  before: AskedBefore | null,
  now: number,
): readonly TemplateView[] {
  if (!mayAsk(before, now)) return []
  return WANTED[moment]
    .flatMap((name) => templates.filter((template) => template.name === name && template.allowed < ENOUGH))
    .slice(0, MOST_AT_ONCE)
}
