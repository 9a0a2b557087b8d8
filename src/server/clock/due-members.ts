/**
 * Time's work on members: a day of one at a time, the longest overdue first, each in a transaction of its own; so the days of
 * all go by in order, and one who gains by another's day has it before the own later ones. Calls for a day: start, member,
 * what the day brings, member, commit.
 * Invariant: what a day brings is made of the document alone, so a run that is late, killed or doubled ends as one in time.
 */
import { anniversaryInMind } from '../../domain/time-work/anniversary'
import { dayOfTime, memberDueAt } from '../../domain/time-work/time-work'
import { businessDayOf } from '../../domain/time/business-day'
import { giftOffers as giftOffersOf } from '../booking/gift-coupon'
import { lunarCalendar } from '../birthdays/lunar-library'
import { command } from '../run/command'
import { refuse } from '../run/outcome'
import type { Job, Stepped } from '../run/serve-clock'
import { dueMembers, members, putOffMember, type DueMember } from '../store/members'
import { programmeInForce } from '../store/programme'
import { endingCoupons, type EndingCoupons } from './coupons-end'
import { writeEffect } from './write-effect'

export const dueMembersJob: Job<DueMember> = {
  name: 'members',
  look: dueTogether,
  step: oneDay,
  putOff: putOffMember,
}

/** Of one day alone: what it brings may have somebody due before those of the next. */
async function dueTogether(at: number, limit: number): Promise<DueMember[]> {
  const due = await dueMembers(at, limit)
  return due.filter(({ dueAt }) => dueAt === due[0]?.dueAt)
}

/** A document of before `dueAt` was kept is only written anew. */
async function oneDay(due: DueMember, at: number): Promise<Stepped> {
  const { _id: id } = due
  let first: DueMember | null = due
  const [programme, calendar] = await Promise.all([programmeInForce(), lunarCalendar()])
  const giftOffers = await giftOffersOf(programme, at)
  const outcome = await command<Stepped, EndingCoupons | null>(
    { inputHash: '', find: async () => null },
    async (within, ending) => {
      const before = await members.get(id, within)
      if (!before) return refuse('member.unknown')
      const done = dayOfTime(before, { programme, at, calendar, giftOffers })
      // Nothing is due of a document that is only written anew: it learns what the programme keeps by now.
      const news = done?.changes ?? anniversaryInMind(before, programme, businessDayOf(at))
      let after = { ...before, ...news }
      for (const effect of done?.effects ?? [])
        after = await writeEffect(effect, after, { programme, giftOffers, at, within, before, ending })
      await members.replace(after, within)
      return { data: (memberDueAt(after) ?? Infinity) <= at ? 'more' : undefined }
    },
    async () => {
      const member = first ?? (await members.get(id))
      first = null
      return member && endingCoupons(member)
    },
  )
  if ('data' in outcome) return outcome.data
  if (outcome.refused === 'server.busy') throw new Error(`${id} is busy`)
  return undefined
}
