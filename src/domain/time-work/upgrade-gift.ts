/**
 * The gift of an upgrade: points, on the day after the return window of what brought the tier, if it is still held then; once
 * for a tier in twelve months.
 * Invariant: the entry is named by tier and day of the upgrade, so a gift is given once however the tier went meanwhile.
 */
import { applyChange, changeOn, earning } from '../points/purse'
import { rankOf, tierById, type Programme } from '../programme/programme'
import type { TierChange } from '../tiers/tier-log'
import { addDays, addMonths, startOfDay, type BusinessDay } from '../time/business-day'
import { earliest, wasMember } from './days'
import type { Effect } from './effect'
import type { DayDone, TimeContext, TimedMember, TimeKind } from './time-kind'

const ONCE_IN_MONTHS = 12
const NEWS_DAYS = 7

export const upgradeGiftOf = (memberId: string, { to, day }: Pick<TierChange, 'to' | 'day'>): string =>
  `upgrade:${memberId}:${to}:${day}`

export const upgradeGift: TimeKind = {
  next: ({ tierLog = [] }, after) =>
    earliest(
      tierLog.map(({ giftOn }) => giftOn).filter((day) => day !== undefined),
      after,
    ),
  on(member, day, context) {
    const due = [...(member.tierLog ?? [])].reverse().filter(({ giftOn }) => giftOn === day)
    return due.reduce<DayDone>(
      (done, line) => given({ ...member, ...done.changes }, line, day, context, done),
      {
        effects: [],
      },
    )
  },
}

function given(
  member: TimedMember,
  line: TierChange,
  day: BusinessDay,
  { programme }: TimeContext,
  done: DayDone,
): DayDone {
  const { _id, account, upgradeGifts = {} } = member
  const points = tierById(programme, line.to).upgradeGift?.points
  const last = upgradeGifts[line.to]
  const isAgain = last !== undefined && addMonths(last, ONCE_IN_MONTHS) > day
  if (points === undefined || isAgain || !isHeld(member, line.to, day, programme)) return done
  const change = changeOn(account.purse, day, (purse) =>
    earning(purse, points, 'upgrade', addMonths(day, programme.pointsLifeMonths)),
  )
  const at = startOfDay(day)
  const entry: Effect = { does: 'entry', cause: upgradeGiftOf(_id, line), rule: 'upgrade.gift', change, at }
  const notice: Effect = {
    does: 'notice',
    notice: {
      kind: 'upgrade-gift',
      cause: `${upgradeGiftOf(_id, line)}`,
      figures: { points, tierId: line.to },
      at,
      until: addDays(day, NEWS_DAYS),
    },
  }
  return {
    changes: {
      ...done.changes,
      account: { ...account, purse: applyChange(account.purse, change) },
      upgradeGifts: { ...upgradeGifts, [line.to]: day },
    },
    effects: [...done.effects, entry, ...(wasMember(member, day) ? [notice] : [])],
  }
}

/** By the log, newest first: what a booking did after that day does not count. */
function isHeld(
  { tierLog = [] }: TimedMember,
  tierId: string,
  day: BusinessDay,
  programme: Programme,
): boolean {
  const then = tierLog.find((line) => line.day < day)
  return then !== undefined && rankOf(programme, then.to) >= rankOf(programme, tierId)
}
