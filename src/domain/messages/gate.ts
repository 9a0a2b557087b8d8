/**
 * Whether a message may leave now. One permission of the member is one message, so the mall keeps its own count of them;
 * nothing is sent at night, sales come to two a week at most, and what the member has stopped is never sent.
 * Invariant: what the gate keeps is there to be read all the same.
 */
import { addDays, businessDayOf, startOfDay, type BusinessDay } from '../time/business-day'
import {
  CLASS_OF,
  TEMPLATE_OF,
  type Message,
  type MessageClass,
  type NoticeDraft,
  type TemplateName,
} from './kinds'

/** What a member's document keeps of messages. */
export interface MessagePurse {
  /** How many messages of a template may still be sent. */
  readonly quota: Readonly<Partial<Record<TemplateName, number>>>
  readonly stopped: readonly MessageClass[]
  /** Days of the last week on which something of the mall's own wishes was sent. */
  readonly commercialOn: readonly BusinessDay[]
  /** Notices since the member last looked. */
  readonly unread: number
  /** List keys of the newest notice and of the last one that was read. */
  readonly newest?: string
  readonly readTo?: string
  /** What the clock is to tell with its next run; absent when nothing. */
  readonly untold?: readonly NoticeDraft[]
}

export const NO_MESSAGES: MessagePurse = { quota: {}, stopped: [], commercialOn: [], unread: 0 }

export type WhyKept = 'over' | 'stopped' | 'no-permission' | 'week-full'
export type Verdict = { readonly sendAt: number } | { readonly kept: WhyKept }

const HOUR_MS = 3_600_000
const MORNING_HOUR = 9
const EVENING_HOUR = 21
const COMMERCIAL_A_WEEK = 2
const WEEK_DAYS = 7

/**
 * When it may leave, or why it stays.
 * @param wantsOffers whether the member agreed that data are used for offers.
 */
export function gate(
  { kind, until }: Pick<Message, 'kind'> & { readonly until: BusinessDay },
  { quota, stopped, commercialOn }: MessagePurse,
  wantsOffers: boolean,
  at: number,
): Verdict {
  const sendAt = outOfTheNight(at)
  const today = businessDayOf(at)
  if (businessDayOf(sendAt) > until) return { kept: 'over' }
  const kindsClass = CLASS_OF[kind]
  const isCommercial = kindsClass === 'commercial'
  if (stopped.includes(kindsClass) || (isCommercial && !wantsOffers)) return { kept: 'stopped' }
  if ((quota[TEMPLATE_OF[kind]] ?? 0) < 1) return { kept: 'no-permission' }
  if (isCommercial && withinAWeek(commercialOn, today).length >= COMMERCIAL_A_WEEK)
    return { kept: 'week-full' }
  return { sendAt }
}

/** The instant itself by day, else nine in the morning. */
function outOfTheNight(at: number): number {
  const today = businessDayOf(at)
  const hour = (at - startOfDay(today)) / HOUR_MS
  if (hour < MORNING_HOUR) return startOfDay(today) + MORNING_HOUR * HOUR_MS
  return hour < EVENING_HOUR ? at : startOfDay(addDays(today, 1)) + MORNING_HOUR * HOUR_MS
}

const withinAWeek = (days: readonly BusinessDay[], today: BusinessDay): readonly BusinessDay[] =>
  days.filter((day) => day > addDays(today, -WEEK_DAYS))

/** The purse after a message left. */
export function afterSending(purse: MessagePurse, kind: Message['kind'], today: BusinessDay): MessagePurse {
  const template = TEMPLATE_OF[kind]
  const left = Math.max(0, (purse.quota[template] ?? 0) - 1)
  const commercialOn = withinAWeek(purse.commercialOn, today)
  return {
    ...purse,
    quota: { ...purse.quota, [template]: left },
    commercialOn: CLASS_OF[kind] === 'commercial' ? [...commercialOn, today] : commercialOn,
  }
}

/** WeChat says that there is no permission left, whatever the own count says. */
export const withoutPermission = (purse: MessagePurse, kind: Message['kind']): MessagePurse => ({
  ...purse,
  quota: { ...purse.quota, [TEMPLATE_OF[kind]]: 0 },
})

const MOST_PERMISSIONS = 20

/** The member allowed one message more of each of these. */
export function allowed(purse: MessagePurse, templates: readonly TemplateName[]): MessagePurse {
  const more = [...new Set(templates)].map((name): [TemplateName, number] => [
    name,
    Math.min(MOST_PERMISSIONS, (purse.quota[name] ?? 0) + 1),
  ])
  return { ...purse, quota: { ...purse.quota, ...Object.fromEntries(more) } }
}

const MOST_UNREAD = 99

export const toldOnce = (purse: MessagePurse, listKey: string): MessagePurse => ({
  ...purse,
  unread: Math.min(MOST_UNREAD, purse.unread + 1),
  newest: listKey,
})

/** Read to this notice; what came after it meanwhile stays counted. */
export const readTo = (purse: MessagePurse, listKey: string): MessagePurse => ({
  ...purse,
  readTo: listKey > (purse.readTo ?? '') ? listKey : (purse.readTo ?? listKey),
  unread: listKey >= (purse.newest ?? '') ? 0 : purse.unread,
})
