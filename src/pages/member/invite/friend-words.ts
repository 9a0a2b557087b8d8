/** How far a friend has come, in words. Pure. */
import { dayText } from '../../../components/day-words'
import type { FriendView } from '../../../contract/referral-views'
import { countText } from '../../../domain/money/yuan-text'
import { businessDay, businessDayOf } from '../../../domain/time/business-day'
import { INVITE_TEXT } from '../../../text/invite'

const text = INVITE_TEXT.friend

export interface FriendWords {
  readonly name: string
  readonly detail: string
  readonly state: string
  /** How many of the three steps are behind: joined, bought, rewarded. */
  readonly steps: 0 | 1 | 2 | 3
}

export function friendWords(friend: FriendView, now: number): FriendWords {
  const on = (day: string): string => dayText(businessDay(day), businessDayOf(now))
  const name = friend.name ?? text.nobody
  const { boughtOn, dueOn, why } = friend
  const joined = text.joined(on(friend.joinedOn))
  switch (friend.state) {
    case 'joined':
      return { name, detail: joined, state: text.waits, steps: 1 }
    case 'review':
      return { name, detail: joined, state: text.review, steps: 1 }
    case 'bought':
      return {
        name,
        detail: boughtOn ? text.bought(on(boughtOn)) : joined,
        state: dueOn ? text.due(on(dueOn)) : text.waits,
        steps: 2,
      }
    case 'rewarded':
      return {
        name,
        detail: boughtOn ? text.rewarded(on(boughtOn)) : joined,
        state: text.got(countText(friend.points ?? 0)),
        steps: 3,
      }
    case 'taking-back':
    case 'taken-back':
      return { name, detail: joined, state: text.back, steps: 1 }
    case 'refused':
      return { name, detail: why ? INVITE_TEXT.why[why] : joined, state: text.refused, steps: 0 }
  }
}
