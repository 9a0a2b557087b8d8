/** Owns the phone's own events (theme, network, errors …) between its rooms and the app's wx.onXxx listeners. */
export type Listener = (value: unknown) => void

export class Bus {
  private readonly listeners = new Map<string, Listener[]>()

  on(event: string, listener: Listener): void {
    this.listeners.set(event, [...(this.listeners.get(event) ?? []), listener])
  }

  off(event: string, listener?: Listener): void {
    const left = (this.listeners.get(event) ?? []).filter((other) => listener && other !== listener)
    this.listeners.set(event, left)
  }

  emit(event: string, value: unknown): void {
    for (const listener of this.listeners.get(event) ?? []) listener(value)
  }
}
