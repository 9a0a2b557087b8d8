/** What a member is greeted with, by the mall's clock. */
import { countText } from '../../../domain/money/yuan-text'
import { mallClockText } from '../../../domain/time/business-day'
import { calledName } from '../../../components/person-name'
import { words } from '../../../text/member'

type PartOfDay = keyof typeof words.home.greetings

export function partOfDay(now: number): PartOfDay {
  const hour = Number(mallClockText(now).slice(0, 2))
  if (hour < 5) return 'night'
  if (hour < 11) return 'morning'
  if (hour < 13) return 'noon'
  return hour < 18 ? 'afternoon' : 'evening'
}

export const helloText = (name: string, now: number): string =>
  words.home.hello(words.home.greetings[partOfDay(now)], calledName(name))

export function visitsText(visitCount: number): string {
  if (visitCount === 0) return words.home.firstVisit
  return visitCount === 1 ? words.home.onlyVisit : words.home.visits(countText(visitCount))
}
