/**
 * A request as Node hands it over, for doors. Invariant: what only some doors ask for is made when they ask, since the
 * SDK's door answers most requests and needs a path and one header.
 */
import type { IncomingMessage } from 'node:http'
import { type DoorRequest, DoorRefusal, LAST_INSTANT } from './door'

/** A path that stays what it is when an address is read. */
const PLAIN_PATH = /^(\/[a-z]+)(?:\?|$)/i

export class IncomingRequest implements DoorRequest {
  readonly method: string
  readonly path: string
  private read: URL | undefined

  /** @throws DoorRefusal when the address cannot be read. */
  constructor(
    private readonly incoming: IncomingMessage,
    readonly body: Buffer,
  ) {
    this.method = incoming.method ?? 'GET'
    this.path = PLAIN_PATH.exec(incoming.url ?? '')?.[1] ?? this.url.pathname
  }

  get query(): URLSearchParams {
    return this.url.searchParams
  }

  private get url(): URL {
    return (this.read ??= addressOf(this.incoming.url ?? '/'))
  }

  get headers(): Record<string, string> {
    const headers = Object.create(null) as Record<string, string>
    for (const [name, value] of Object.entries(this.incoming.headers)) headers[name] = textOf(value) ?? ''
    return headers
  }

  header(name: string): string | undefined {
    return Object.hasOwn(this.incoming.headers, name) ? textOf(this.incoming.headers[name]) : undefined
  }

  instant(): number | undefined {
    const text = this.header('x-local-clock')
    if (!text) return undefined
    const instant = wholeNumber(text, LAST_INSTANT)
    if (instant === undefined)
      throw new DoorRefusal(400, 'x-local-clock needs an instant in milliseconds, up to the year 9999')
    return instant
  }
}

export function wholeNumber(text: string | undefined, max: number): number | undefined {
  const value = /^\d{1,15}$/.test(text ?? '') ? Number(text) : 0
  return value > 0 && value <= max ? value : undefined
}

const textOf = (value: string | string[] | undefined): string | undefined =>
  Array.isArray(value) ? value.join(', ') : value

function addressOf(text: string): URL {
  try {
    return new URL(`http://local${text.startsWith('/') ? text : `/${text}`}`)
  } catch {
    throw new DoorRefusal(400, 'the address cannot be read')
  }
}
