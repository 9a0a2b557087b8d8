/**
 * The place that a scanned code stands for: a store, or an event that a store hosts. Calls: the stores when they are not warm, or
 * the event when it is not.
 * Invariant: a code that turns holds for its minute and the next; a place takes the sort of code that it shows and no other.
 */
import { notNow } from '../../domain/checkin/event'
import { isCurrentPeriod, placeKey, placeStatement, readPlaceCode } from '../../domain/checkin/place-code'
import { businessDayOf } from '../../domain/time/business-day'
import { refuse, type Refused } from '../run/outcome'
import { placeProof, sameText } from '../run/secret'
import type { Call } from '../run/serve'
import { eventById } from '../store/events'
import { allStores } from '../store/stores'

export interface Place {
  /** Names it among the places of a day. */
  readonly key: string
  /** The store that it is, or that hosts it. */
  readonly storeId: string
  readonly storeName: string
  readonly event?: { readonly name: string; readonly placePoints?: number }
}

type Found = { readonly place: Place; readonly shows: 'fixed' | 'rotating' } | Refused

export async function placeOf({ at }: Call, code: string): Promise<Place | Refused> {
  const read = readPlaceCode(code)
  if (!read) return refuse('checkin.code-unknown')
  const { proved } = read
  if (proved && !sameText(placeProof(placeStatement(read, proved.period)), proved.proof))
    return refuse('checkin.code-unknown')
  const found = await (read.sort === 'event' ? eventOf(read.id, at) : storeOf(read.id, at))
  if ('refused' in found) return found
  const { place, shows } = found
  const isShownNow = proved ? shows === 'rotating' && isCurrentPeriod(proved.period, at) : shows === 'fixed'
  return isShownNow ? place : refuse('checkin.code-old', { storeName: place.storeName })
}

async function storeOf(id: string, at: number): Promise<Found> {
  const store = (await allStores(at)).find(({ _id }) => _id === id)
  if (!store) return refuse('checkin.code-unknown')
  const { checkIn: shows, name: storeName } = store
  if (!shows) return refuse('checkin.place-closed')
  return { place: { key: placeKey({ sort: 'store', id }), storeId: id, storeName }, shows }
}

async function eventOf(id: string, at: number): Promise<Found> {
  const event = await eventById(id, at)
  if (!event) return refuse('checkin.code-unknown')
  const { name, storeId, storeName, from, until, placePoints, checkIn: shows } = event
  const when = notNow(event, businessDayOf(at))
  if (when) return refuse('checkin.event-not-now', { eventName: name, from, until, when })
  const place = {
    ...{ key: placeKey({ sort: 'event', id }), storeId, storeName },
    event: { name, ...(placePoints !== undefined && { placePoints }) },
  }
  return { place, shows }
}
