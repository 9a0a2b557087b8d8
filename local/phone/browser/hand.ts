/**
 * Owns whether the app acts on a touch right now: from a tap, a dialog that was answered or a payment that ended until the
 * next turn of the event loop. What WeChat allows only then is refused after anything slower.
 */
export class Hand {
  private touches = 0

  touched(): void {
    this.touches++
    setTimeout(() => this.touches--, 0)
  }

  get isActing(): boolean {
    return this.touches > 0
  }
}
