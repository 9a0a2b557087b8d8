/** The life of one member as a few lines: what happens on which day, and how it stands after three years. */
import { addDays, businessDay } from '../../../src/domain/time/business-day'
import type { MessageKind } from '../../../src/domain/messages/kinds'
import type { Mall } from '../../server/mall'
import type { Person } from './person'

/** What people of one story hand to each other: the codes of invitations and gifts. */
export type Shared = Record<string, string>

/** Day, perhaps with the time, and what happens then. */
export type Story = readonly (readonly [
  when: string,
  does: (me: Person, shared: Shared, mall: Mall) => unknown,
])[]

export interface Ending {
  readonly points: number
  readonly tier: string
  /** All that ever came and went. */
  readonly purse: Readonly<Record<string, number>>
  /** Notices of all states, by kind. */
  readonly told: Readonly<Partial<Record<MessageKind, number>>>
  /** Messages that reached the phone. */
  readonly sent: number
}

export interface Life {
  readonly habit: string
  readonly story: Story
  /** Null for who is no member at the end. */
  readonly ends: Ending | null
}

/** The same on every so many days. */
export const each = (
  days: number,
  first: string,
  times: number,
  does: (me: Person, n: number) => unknown,
): Story =>
  Array.from({ length: times }, (_, n) => {
    const [day = '', time = '10:00'] = first.split(' ')
    return [`${addDays(businessDay(day), n * days)} ${time}`, (me: Person) => does(me, n)] as const
  })
