/**
 * What the own store shows so that members check in: its own code, or that of an event which it hosts today. Calls: the stores,
 * the store's events, both when they are not warm, and WeChat for a picture.
 */
import type { PlaceCodeView, ShownPlace } from '../../contract/check-in'
import {
  fixedPlaceCode,
  placeStatement,
  rotatingPlaceCode,
  type CodedPlace,
} from '../../domain/checkin/place-code'
import { CODE_PERIOD_MS, codePeriod, periodEnd } from '../../domain/members/member-code'
import { sceneCode } from '../run/mini-program-code'
import { refuse, type Outcome } from '../run/outcome'
import { placeProof } from '../run/secret'
import type { Call } from '../run/serve'
import { eventsHosted } from '../store/events'
import { programmeInForce } from '../store/programme'
import type { StaffDocument } from '../store/staff'
import { allStores } from '../store/stores'

const ARRIVAL_PAGE = 'pages/member/today/arrival/index'

export async function placeCode(
  { who, at }: Call & { who: StaffDocument },
  { eventId }: { eventId?: string | undefined },
): Promise<Outcome<PlaceCodeView>> {
  const [{ checkIn }, stores, running] = await Promise.all([
    programmeInForce(),
    allStores(at),
    eventsHosted(who.storeId, at),
  ])
  const store = stores.find(({ _id }) => _id === who.storeId)
  if (!checkIn || !store) return refuse('checkin.place-closed')
  const { _id: storeId, name: storeName } = store
  const own = store.checkIn ? [{ eventId: null, name: storeName, shows: store.checkIn }] : []
  const codes = [...own, ...running.map(({ _id, name, checkIn: shows }) => ({ eventId: _id, name, shows }))]
  const chosen = eventId === undefined ? codes[0] : codes.find((each) => each.eventId === eventId)
  if (!chosen) return refuse(eventId === undefined ? 'checkin.place-closed' : 'checkin.event-not-now')
  const event = chosen.eventId === null ? null : { id: chosen.eventId, name: chosen.name }
  const place: CodedPlace = event ? { sort: 'event', id: event.id } : { sort: 'store', id: storeId }
  const choices = codes.map((each) => ({ eventId: each.eventId, name: each.name }))
  return { data: { ...{ storeName, event, choices }, ...(await shownAt(place, chosen.shows, at)) } }
}

type Code<View = PlaceCodeView> = View extends unknown ? Omit<View, keyof ShownPlace> : never

async function shownAt(place: CodedPlace, shows: 'fixed' | 'rotating', at: number): Promise<Code> {
  if (shows === 'fixed')
    return { kind: 'fixed', picture: await sceneCode(ARRIVAL_PAGE, fixedPlaceCode(place)) }
  const period = codePeriod(at)
  const code = rotatingPlaceCode(place, period, placeProof(placeStatement(place, period)))
  const periodSeconds = CODE_PERIOD_MS / 1000
  return { kind: 'rotating', code, renewAt: periodEnd(period), serverNow: at, periodSeconds }
}
