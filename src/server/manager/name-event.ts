/** Names an event at which members check in, or changes one. What was done at it keeps the name that it had then. */
import type { ManagerOutputs } from '../../contract/manager'
import { whyNotNamed, type EventRefusal, type PlaceEvent } from '../../domain/checkin/event'
import { businessDay, businessDayOf } from '../../domain/time/business-day'
import { audited } from '../run/audited'
import { refuse, type Outcome } from '../run/outcome'
import type { Call } from '../run/serve'
import { events } from '../store/events'
import { stores } from '../store/stores'

interface EventInput {
  readonly eventId: string
  readonly name: string
  readonly storeId: string
  readonly from: string
  readonly until: string
  readonly checkIn: PlaceEvent['checkIn']
  readonly placePoints?: number | undefined
}

const REFUSALS = { 'days-wrong': 'event.days-wrong', begun: 'event.begun' } as const satisfies Record<
  EventRefusal,
  string
>

export function nameEvent(call: Call, input: EventInput): Promise<Outcome<ManagerOutputs['name-event']>> {
  const { eventId, storeId, placePoints } = input
  return audited(call, { action: 'name-event', subject: eventId, storeId }, async (within) => {
    const store = await stores.get(storeId, within)
    if (!store) return refuse('store.unknown', { storeId })
    const event: PlaceEvent = {
      ...{ name: input.name, storeId, checkIn: input.checkIn },
      ...{ from: businessDay(input.from), until: businessDay(input.until) },
      ...(placePoints !== undefined && { placePoints }),
    }
    const why = whyNotNamed(await events.get(eventId, within), event, businessDayOf(call.at))
    if (why) return refuse(REFUSALS[why])
    await events.replace({ _id: eventId, ...event, storeName: store.name }, within)
    return { data: { eventId, ...event, storeName: store.name } }
  })
}
