/** Owns the two ends of the channel between a page and the page that it opened. */
type Handler = (...args: unknown[]) => void

class End {
  // Private, because app code may log or serialise what navigateTo answers, and the two ends know each other.
  readonly #handlers = new Map<string, Handler[]>()
  #other: End = this

  static pair(): { opener: End; opened: End } {
    const opener = new End()
    const opened = new End()
    opener.#other = opened
    opened.#other = opener
    return { opener, opened }
  }

  on = (event: string, handler: Handler): void => {
    this.#handlers.set(event, [...(this.#handlers.get(event) ?? []), handler])
  }

  once = (event: string, handler: Handler): void => {
    const once: Handler = (...args) => {
      this.off(event, once)
      handler(...args)
    }
    this.on(event, once)
  }

  off = (event: string, handler?: Handler): void => {
    const left = (this.#handlers.get(event) ?? []).filter((known) => handler && known !== handler)
    this.#handlers.set(event, left)
  }

  emit = (event: string, ...args: unknown[]): void => {
    for (const handler of this.#other.#handlers.get(event) ?? []) handler(...args)
  }
}

export const createChannel = () => End.pair()
