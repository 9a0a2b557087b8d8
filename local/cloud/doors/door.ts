/** What every door gets and gives. */
export interface DoorRequest {
  method: string
  path: string
  query: URLSearchParams
  headers: Record<string, string>
  body: Buffer
  header(name: string): string | undefined
  /** The instant that the caller wants this invocation to see. */
  instant(): number | undefined
}

export interface DoorAnswer {
  status: number
  headers: Record<string, string>
  body: string | Buffer | Iterable<string>
}

/** The last year that every calendar on the way can write. */
export const LAST_INSTANT = Date.UTC(9999, 11, 31)

export function json(body: string, status = 200): DoorAnswer {
  return { status, headers: { 'content-type': 'application/json; charset=utf-8' }, body }
}

export function answer(value: unknown): DoorAnswer {
  return json(JSON.stringify(value))
}

export function plainError(status: number, message: string): DoorAnswer {
  return json(JSON.stringify({ error: message }), status)
}

/** Ends a request with an answer that says what is wrong with it. */
export class DoorRefusal extends Error {
  constructor(
    readonly status: number,
    message: string,
  ) {
    super(message)
  }
}

/** The JSON object in a request's body; an empty body is an empty one. */
export function bodyOf(request: DoorRequest): Record<string, unknown> {
  let value: unknown
  try {
    value = JSON.parse(request.body.toString('utf8') || '{}')
  } catch (error) {
    throw new DoorRefusal(400, `the body is not JSON: ${(error as Error).message.slice(0, 200)}`)
  }
  if (typeof value === 'object' && value !== null && !Array.isArray(value))
    return value as Record<string, unknown>
  throw new DoorRefusal(400, 'the body has to be a JSON object')
}
