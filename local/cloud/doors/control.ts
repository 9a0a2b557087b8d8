/**
 * The door of the tools around the cloud: clock, reset, records, documents, phone codes. It exists only here, never in
 * production.
 */
import { MESSAGE_ROUTES } from './control-messages'
import { PAYMENT_ROUTES } from './control-payments'
import { STORAGE_ROUTES } from './control-storage'
import { DATA_ROUTES } from './control-data'
import { DOCUMENT_ROUTES } from './control-documents'
import type { Controls, Route, Routes } from './control-route'
import { TIMER_ROUTES } from './control-timers'
import type { Doc } from '../values/document'
import { answer, bodyOf, type DoorAnswer, type DoorRequest, LAST_INSTANT, plainError } from './door'

const ROUTES = new Map<string, Route>(
  Object.entries({
    'GET health': () => answer({ ok: true }),
    'GET clock': (_request, { clock }) => answer(clock.state()),
    'POST clock': moveClock,
    'POST reset': (_request, controls) => {
      controls.reset()
      return answer({ ok: true })
    },
    'GET invocations': ({ query }, controls) =>
      answer({ invocations: controls.invocations(Number(query.get('after') ?? 0)) }),
    'GET collections': (_request, controls) => answer({ collections: controls.collections() }),
    'POST phone-codes': (request, controls) => {
      const { phoneNumber } = bodyOf(request)
      if (typeof phoneNumber !== 'string') return plainError(400, 'the body needs a phoneNumber')
      return answer({ code: controls.newPhoneCode(phoneNumber) })
    },
    ...TIMER_ROUTES,
    ...DATA_ROUTES,
    ...DOCUMENT_ROUTES,
    ...STORAGE_ROUTES,
    ...MESSAGE_ROUTES,
    ...PAYMENT_ROUTES,
  } satisfies Routes),
)

export function control(request: DoorRequest, controls: Controls): DoorAnswer | Promise<DoorAnswer> {
  const name = `${request.method} ${request.path.slice('/control/'.length)}`
  const exported = /^GET collections\/([\w-]+)\.jsonl$/.exec(name)?.[1]
  if (exported) return exportCollection(exported, controls)
  const route = ROUTES.get(name)
  return route
    ? route(request, controls)
    : plainError(404, `local cloud does not implement ${name} at the control door yet`)
}

/** Dates as `{"$date": "…"}`, one document a line. */
export function asJsonLine(doc: Doc): string {
  return `${JSON.stringify(relaxed(doc))}\n`
}

function moveClock(request: DoorRequest, { clock }: Controls): DoorAnswer {
  const { now, shiftMs, rate, frozen } = bodyOf(request)
  if ([now, shiftMs, rate, frozen].every((value) => value === undefined))
    return plainError(400, 'the body needs now or shiftMs, in milliseconds, or rate or frozen')
  if (now !== undefined && !isInstant(now)) return plainError(400, `not an instant: ${JSON.stringify(now)}`)
  if (shiftMs !== undefined && !Number.isFinite(shiftMs))
    return plainError(400, `not a number of milliseconds: ${JSON.stringify(shiftMs)}`)
  const target = (now ?? clock.now()) as number
  if (!isInstant(target + Number(shiftMs ?? 0)))
    return plainError(400, 'the clock shows the years 1970 to 9999')
  try {
    if (frozen === true) clock.freeze()
    if (now !== undefined) clock.set(target)
    if (shiftMs !== undefined) clock.shift(shiftMs as number)
    if (rate !== undefined) clock.run(Number(rate))
    if (frozen === false) clock.run()
  } catch (error) {
    if (error instanceof RangeError) return plainError(400, error.message)
    throw error
  }
  return answer(clock.state())
}

const isInstant = (value: unknown) => typeof value === 'number' && value >= 0 && value <= LAST_INSTANT

function exportCollection(name: string, controls: Controls): DoorAnswer {
  if (!controls.collections().some((collection) => collection.name === name))
    return plainError(404, `there is no collection ${name}`)
  const lines = function* () {
    for (const doc of controls.read(name)) yield asJsonLine(doc)
  }
  return { status: 200, headers: { 'content-type': 'application/x-ndjson; charset=utf-8' }, body: lines() }
}

function relaxed(value: unknown): unknown {
  if (value instanceof Date) return { $date: value.toISOString() }
  if (Array.isArray(value)) return value.map(relaxed)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([name, child]) => [name, relaxed(child)]))
}
