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

export function json(body: string, status = 200): DoorAnswer {
  return { status, headers: { 'content-type': 'application/json; charset=utf-8' }, body }
}

export function answer(value: unknown): DoorAnswer {
  return json(JSON.stringify(value))
}

/** The JSON object in a request's body; an empty body is an empty one. */
export function bodyOf(request: DoorRequest): Record<string, unknown> {
  return JSON.parse(request.body.toString('utf8') || '{}') as Record<string, unknown>
}

export function plainError(status: number, message: string): DoorAnswer {
  return json(JSON.stringify({ error: message }), status)
}
