/** Owns the two ends of the channel between a page and the page that it opened. */
type Handler = (...args: unknown[]) => void

class End {
  private readonly handlers = new Map<string, Handler[]>()
  other: End = this

  on = (event: string, handler: Handler): void => {
    this.handlers.set(event, [...(this.handlers.get(event) ?? []), handler])
  }

  once = (event: string, handler: Handler): void => {
    const once: Handler = (...args) => {
      this.off(event, once)
      handler(...args)
    }
    this.on(event, once)
  }

  off = (event: string, handler?: Handler): void => {
    this.handlers.set(
      event,
      (this.handlers.get(event) ?? []).filter((known) => handler && known !== handler),
    )
  }

  emit = (event: string, ...args: unknown[]): void => {
    for (const handler of this.other.handlers.get(event) ?? []) handler(...args)
  }
}

export function createChannel(): { opener: End; opened: End } {
  const opener = new End()
  const opened = new End()
  opener.other = opened
  opened.other = opener
  return { opener, opened }
}
