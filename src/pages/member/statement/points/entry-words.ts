/** A line of the points' history in words. Pure. */
import { dayText, momentText } from '../../../../components/day-words'
import type { EntryView } from '../../../../contract/views'
import { fen } from '../../../../domain/money/fen'
import { countText, shortYuanText } from '../../../../domain/money/yuan-text'
import { businessDay, businessDayOf } from '../../../../domain/time/business-day'
import { words } from '../../../../text/member'
import { POINTS_TEXT as text } from '../../../../text/points'

interface EntryWords {
  readonly store: string
  readonly detail: string
  /** `+474`, `−149`. */
  readonly points: string
  /** For a screen reader: all of it in one sentence. */
  readonly label: string
}

/** Whether points of this kind came in. */
export const isGain = (kind: EntryView['kind']): boolean => kind === 'earned' || kind === 'returned'

export const signedPoints = ({ kind, points }: Pick<EntryView, 'kind' | 'points'>): string =>
  points === 0 ? '0' : `${isGain(kind) ? '+' : '−'}${countText(points)}`

export function entryWords(entry: EntryView, now: number): EntryWords {
  const store = entryTitle(entry)
  const detail = withWaiting(entry, detailOf(entry, momentText(entry.at, now)), now)
  const change = text.change[isGain(entry.kind) ? 'plus' : 'minus'](entry.points)
  const label = [store, ...detail.split(' · '), change].join(words.shared.comma)
  return { store, detail, points: signedPoints(entry), label }
}

/** What an entry is called: its store, what points were spent on, the target that was reached, or what else brought it about. */
export function entryTitle(entry: EntryView): string {
  const { kind, storeName, rewardName, targetName, eventName, merged, checkIn, referral, upgrade, occasion } =
    entry
  if (upgrade) return text.upgrade
  if (referral) return text.referral[kind === 'earned' ? 'reward' : 'back']
  if (occasion) return text.occasion(occasion.name, occasion.years)
  if (merged) return text.merged[kind === 'earned' ? 'points' : 'debt']
  if (checkIn === 'daily') return text.checkIn.daily
  return rewardName ?? targetName ?? eventName ?? storeName ?? text.noStore
}

/** Points that still wait say until when. */
function withWaiting({ activatesOn }: EntryView, detail: string, now: number): string {
  const today = businessDayOf(now)
  return activatesOn === undefined || activatesOn <= today
    ? detail
    : text.waits(detail, dayText(businessDay(activatesOn), today))
}

function detailOf(
  { kind, storeName, eventName, amountFen, reason, merged, checkIn }: EntryView,
  moment: string,
): string {
  if (merged && storeName !== null) return text.boundAt(moment, storeName)
  if (amountFen === null)
    return text.other(moment, checkIn === 'place' ? placeWords(eventName) : text.kinds[kind])
  const amount = shortYuanText(fen(amountFen))
  return reason === null
    ? text.bought(moment, amount)
    : text.refunded(moment, amount, words.activity.reasons[reason])
}

/** What being at a place is called. */
export const placeWords = (eventName: string | undefined): string =>
  text.checkIn[eventName === undefined ? 'place' : 'event']

export interface HistoryLine {
  readonly entry: EntryView
  /** `YYYY-MM` */
  readonly month: string
  readonly startsMonth: boolean
  readonly endsMonth: boolean
}

/** Entries under the month of the mall in which they happened; their order is kept. */
export function linesOf(entries: readonly EntryView[]): readonly HistoryLine[] {
  const months = entries.map(({ at }) => businessDayOf(at).slice(0, 7))
  return entries.map((entry, place) => {
    const month = months[place] ?? ''
    const [startsMonth, endsMonth] = [month !== months[place - 1], month !== months[place + 1]]
    return { entry, month, startsMonth, endsMonth }
  })
}
