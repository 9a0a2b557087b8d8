/** Time zones by name or by offset. Invariant: an unknown zone is refused, never taken for UTC. */
import { badRequest } from '../errors'

const MINUTE = 60_000
const OFFSET = /^([+-])(\d\d):?(\d\d)?$/
const formats = new Map<string, Intl.DateTimeFormat>()

/** What has to be added to an instant so that its UTC fields read as the clock of the zone. */
export function zoneOffset(zone: string, instant: number): number {
  if (zone === 'UTC' || zone === 'GMT' || zone === 'Z') return 0
  const [, sign, hours = '0', minutes = '0'] = OFFSET.exec(zone) ?? []
  if (sign) return (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes)) * MINUTE
  const fields = Object.fromEntries(
    formatFor(zone)
      .formatToParts(instant)
      .map(({ type, value }) => [type, Number(value)]),
  )
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = fields
  return Date.UTC(year, month - 1, day, hour, minute, second) - Math.floor(instant / 1000) * 1000
}

/** The instant at which the clock of the zone shows these UTC fields. */
export function instantOf(zone: string, shown: number): number {
  const guess = shown - zoneOffset(zone, shown)
  return shown - zoneOffset(zone, guess)
}

function formatFor(zone: string): Intl.DateTimeFormat {
  const known = formats.get(zone)
  if (known) return known
  try {
    const format = new Intl.DateTimeFormat('en-US', {
      timeZone: zone,
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    })
    formats.set(zone, format)
    return format
  } catch {
    throw badRequest(`unrecognized time zone identifier: "${zone}"`)
  }
}
