/** Owns what the app said and what went wrong in it. A test that ends with an error here has not passed. */
export interface Message {
  type: 'log' | 'info' | 'warn' | 'error' | 'debug' | 'exception'
  text: string
}

const CONSOLE_METHODS = ['log', 'info', 'warn', 'error', 'debug'] as const

export class Messages {
  readonly list: Message[] = []
  onConsole: ((type: string, args: unknown[]) => void) | null = null
  onException: ((error: Error) => void) | null = null

  exception(thrown: unknown): void {
    const error = thrown instanceof Error ? thrown : new Error(textOf(thrown))
    this.list.push({ type: 'exception', text: error.stack ?? error.message })
    console.error('[app]', error)
    this.onException?.(error)
  }

  info(text: string): void {
    this.list.push({ type: 'info', text })
    console.info(`[phone] ${text}`)
  }

  warn(text: string): void {
    this.list.push({ type: 'warn', text })
    console.warn(`[phone] ${text}`)
  }

  /** The console that app code sees. */
  appConsole(): Console {
    const own = { ...console }
    for (const type of CONSOLE_METHODS) {
      own[type] = (...args: unknown[]) => {
        console[type](...args)
        this.list.push({ type, text: args.map(textOf).join(' ') })
        this.onConsole?.(type, args.map(toPlain))
      }
    }
    return own
  }
}

/** As much of a value as JSON can carry; functions, errors and cycles become text. */
export function toPlain(value: unknown): unknown {
  const seen = new WeakSet<object>()
  try {
    return JSON.parse(
      JSON.stringify(value, (_key, part: unknown) => {
        if (typeof part === 'function') return `[Function ${part.name}]`
        if (part instanceof Error) return part.stack
        if (typeof part !== 'object' || part === null) return part
        if (seen.has(part)) return '[Circular]'
        seen.add(part)
        return part
      }) ?? 'null',
    ) as unknown
  } catch {
    return String(value)
  }
}

export function textOf(value: unknown): string {
  if (typeof value === 'string') return value
  const errMsg = (value as { errMsg?: unknown } | null | undefined)?.errMsg
  if (typeof errMsg === 'string') return errMsg
  return value instanceof Error ? (value.stack ?? value.message) : JSON.stringify(toPlain(value))
}
