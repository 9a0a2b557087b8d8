/**
 * The door of the tools around the cloud: clock, reset, records, documents, phone codes. It exists only here, never in
 * production.
 */
import type { MovableClock } from '../clock'
import type { InvocationRecord } from '../record/invocations'
import type { Doc } from '../store/document'
import { type DoorAnswer, type DoorRequest, json, plainError } from './door'

export interface Controls {
  clock: MovableClock
  reset(): void
  collections(): { name: string; count: number }[]
  read(name: string): Iterable<Doc>
  invocations(after?: number): InvocationRecord[]
  newPhoneCode(phoneNumber: string): string
}

export function control(request: DoorRequest, controls: Controls): DoorAnswer {
  const route = `${request.method} ${request.path.slice('/control/'.length)}`
  const exported = /^GET collections\/([\w-]+)\.jsonl$/.exec(route)?.[1]
  if (exported) return exportCollection(exported, controls)
  switch (route) {
    case 'GET health':
      return answer({ ok: true })
    case 'GET clock':
      return answer(controls.clock.state())
    case 'POST clock':
      return moveClock(request, controls)
    case 'POST reset':
      controls.reset()
      return answer({ ok: true })
    case 'GET invocations':
      return answer({ invocations: controls.invocations(Number(request.query.get('after') ?? 0)) })
    case 'GET collections':
      return answer({ collections: controls.collections() })
    case 'POST phone-codes': {
      const { phoneNumber } = body(request)
      if (typeof phoneNumber !== 'string') return plainError(400, 'the body needs a phoneNumber')
      return answer({ code: controls.newPhoneCode(phoneNumber) })
    }
    default:
      return plainError(404, `local cloud does not implement ${route} at the control door yet`)
  }
}

/** Dates as `{"$date": "…"}`, one document a line. */
export function asJsonLine(doc: Doc): string {
  return `${JSON.stringify(relaxed(doc))}\n`
}

function moveClock(request: DoorRequest, { clock }: Controls): DoorAnswer {
  const { now, shiftMs, rate, frozen } = body(request)
  if ([now, shiftMs, rate, frozen].every((value) => value === undefined))
    return plainError(400, 'the body needs now or shiftMs, in milliseconds, or rate or frozen')
  try {
    if (now !== undefined) clock.set(Number(now))
    if (shiftMs !== undefined) clock.shift(Number(shiftMs))
    if (rate !== undefined) clock.run(Number(rate))
    if (frozen === true) clock.freeze()
    if (frozen === false) clock.run()
  } catch (error) {
    if (error instanceof RangeError) return plainError(400, error.message)
    throw error
  }
  return answer(clock.state())
}

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

function body(request: DoorRequest): Record<string, unknown> {
  return JSON.parse(request.body.toString('utf8') || '{}') as Record<string, unknown>
}

function answer(value: unknown): DoorAnswer {
  return json(JSON.stringify(value))
}
