/** Events at which members check in, each at the store that hosts it. */
import type { PlaceEvent } from '../../domain/checkin/event'
import { addDays, businessDayOf, type BusinessDay } from '../../domain/time/business-day'
import { collection } from './collection'
import { database } from './database'
import { warm } from './warm'

export interface EventDocument extends PlaceEvent {
  readonly _id: string
  /** As the store was called when the event was named. */
  readonly storeName: string
}

export const events = collection<EventDocument>('events', [
  {
    name: 'storeUntil',
    fields: [
      ['storeId', 1],
      ['until', 1],
    ],
  },
])

const warmEvents = warm<EventDocument | null>()

/** The event with this id, at most a minute old, and of today: on its first day its points do not change any more. One call, or none. */
export const eventById = (id: string, at: number): Promise<EventDocument | null> =>
  warmEvents(`${businessDayOf(at)}:${id}`, at, () => events.get(id))

const MOST_AT_ONCE = 10

const warmHosted = warm<readonly EventDocument[]>()

/** What a store hosts today, what ends soonest first, at most a minute old. One call, or none. */
export function eventsHosted(storeId: string, at: number): Promise<readonly EventDocument[]> {
  const day = businessDayOf(at)
  return warmHosted(`${day}:${storeId}`, at, () => hostedOn(storeId, day))
}

async function hostedOn(storeId: string, day: BusinessDay): Promise<EventDocument[]> {
  const is = database.command
  const { data } = await database
    .collection(events.name)
    .where({ storeId, until: is.gte(day), from: is.lt(addDays(day, 1)) })
    .orderBy('until', 'asc')
    .limit(MOST_AT_ONCE)
    .get()
  return data as EventDocument[]
}
