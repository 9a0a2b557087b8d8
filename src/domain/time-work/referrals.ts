/**
 * What time does about invitations: it rewards the referrer once a friend's first purchase stands, takes the points back once it
 * does not stand any more, and tells who has an honour how the season ended. The first two are days of the friend, since
 * the friend's document knows them; what becomes of them the referrer's document decides, so the writer of the effect does.
 */
import { dueDayOf } from '../referrals/friend'
import { honourOf, seasonToClose, withSeasonClosed } from '../referrals/inviter'
import { lastDayOf } from '../referrals/season'
import { addDays, startOfDay } from '../time/business-day'
import type { TimeKind } from './time-kind'

export const friendRewards: TimeKind = {
  afterClosing: true,
  next: ({ invited }) => (invited ? dueDayOf(invited) : null),
  on: ({ invited }) => {
    const on = invited && dueDayOf(invited)
    if (!on) return { effects: [] }
    return {
      effects: [
        invited.state === 'bought' ? { does: 'reward-referrer', on } : { does: 'take-reward-back', on },
      ],
    }
  },
}

/** So long after the season its end is worth telling. */
const TOLD_WITHIN_DAYS = 14

export const seasonClose: TimeKind = {
  next({ inviter }) {
    const open = inviter && seasonToClose(inviter)
    return open ? addDays(lastDayOf(open.season), 1) : null
  },
  on({ _id, inviter }, day, { programme }) {
    const open = inviter && seasonToClose(inviter)
    if (!open || lastDayOf(open.season) >= day) return { effects: [] }
    const { season, rewarded: friends } = open
    const honour = programme.referral ? honourOf(programme.referral, friends) : null
    const changes = { inviter: withSeasonClosed(inviter, season) }
    if (!honour) return { changes, effects: [] }
    const notice = {
      kind: 'season-over',
      cause: `season:${_id}:${season}:${friends}`,
      figures: { season, honour, friends },
      at: startOfDay(addDays(lastDayOf(season), 1)),
      until: addDays(day, TOLD_WITHIN_DAYS),
    } as const
    return { changes, effects: [{ does: 'notice', notice }] }
  },
}
