/**
 * A birthday: told a month before where there is a gift to choose, a greeting on the day, and once nothing of it is open any
 * more the next one takes its place.
 * Invariant: a birthday that was changed meanwhile leaves nothing behind: what is due is read from the one that stands.
 */
import { isGiftOpen } from '../birthdays/birthday-gift'
import { birthdayInMind, nearFrom, nearUntil } from '../birthdays/birthday-days'
import type { NoticeDraft } from '../messages/kinds'
import { tierById } from '../programme/programme'
import { heldOn } from '../tiers/grant'
import { addDays, startOfDay, type BusinessDay } from '../time/business-day'
import { earliest, wasMember } from './days'
import type { Effect } from './effect'
import type { TimeContext, TimedMember, TimeKind } from './time-kind'

const overOn = (on: BusinessDay): BusinessDay => addDays(nearUntil(on), 1)

export const birthday: TimeKind = {
  next({ birthdayOn: on, profile }, after) {
    if (on === undefined || !profile?.birthday) return null
    return earliest([nearFrom(on), on], after) ?? overOn(on)
  },
  on(member, day, context) {
    const { birthdayOn: on, profile } = member
    if (on === undefined || !profile?.birthday) return { effects: [] }
    if (day >= overOn(on))
      return { changes: { birthdayOn: birthdayInMind(profile.birthday, day, context.calendar) }, effects: [] }
    // What was over before it was told is not told.
    const isKnown = profile.birthdaySetOn === null || profile.birthdaySetOn <= day
    const told = isKnown && wasMember(member, day) ? noticesOf(member, on, day, context) : []
    return { effects: told.map((notice): Effect => ({ does: 'notice', notice })) }
  },
}

function noticesOf(
  member: TimedMember,
  on: BusinessDay,
  day: BusinessDay,
  { programme }: TimeContext,
): NoticeDraft[] {
  const { _id, account, birthdayGift } = member
  const at = startOfDay(day)
  if (day === on)
    return [{ kind: 'birthday', cause: `birthday:${_id}:${on}`, figures: { on }, at, until: on }]
  const gifts = tierById(programme, heldOn(programme, account, day).tierId).birthdayGifts ?? []
  if (day !== nearFrom(on) || gifts.length === 0 || !isGiftOpen(birthdayGift, on)) return []
  const until = nearUntil(on)
  return [{ kind: 'birthday-gift', cause: `birthday-gift:${_id}:${on}`, figures: { on, until }, at, until }]
}
