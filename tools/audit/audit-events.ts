/** Events: whoever has points of one was there on one of its days, and got what it gives. */
import { notNow } from '../../src/domain/checkin/event'
import type { Programme } from '../../src/domain/programme/programme'
import { businessDay } from '../../src/domain/time/business-day'
import { eventOfEntry } from './audit-check-ins'
import type { Ledger, Report } from './ledger'

export function auditEvents(
  { entries, events = [] }: Ledger,
  programmeOf: (version: number) => Programme,
  report: Report,
): void {
  const byId = new Map(events.map((event) => [event._id, event]))
  for (const entry of entries) {
    const eventId = eventOfEntry(entry)
    if (eventId === null) continue
    const { _id, day, change, checkIn, about, programmeVersion } = entry
    const event = byId.get(eventId)
    if (!event) {
      report('event.unknown', [_id, eventId], 'points of an event that there is not')
      continue
    }
    if (notNow(event, businessDay(day)) || about?.eventName === undefined)
      report('event.day', [_id, eventId], `of ${day}, the event is from ${event.from} to ${event.until}`)
    const points = event.placePoints ?? programmeOf(programmeVersion).checkIn?.placePoints
    if (
      change.kind !== 'earned' ||
      change.points !== points ||
      checkIn?.extra !== 0 ||
      checkIn.streak !== null
    )
      report('event.points', [_id, eventId], `gives ${change.points} points, the event ${points ?? 'none'}`)
  }
}
