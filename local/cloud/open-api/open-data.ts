/**
 * Open data behind a CloudID: what `wx.cloud.CloudID(id)` of a mini program stands for in the event of a function, and
 * what `cloud.getOpenData` exchanges. Invariant: an id stands for the data of one person, for five minutes.
 */
import { randomBytes } from 'node:crypto'
import type { MovableClock } from '../clock'
import { APP_ID } from '../functions/environment'
import type { Strictness } from '../strictness'

export type OpenDataItem =
  { cloudID: string; data: Record<string, unknown> } | { cloudID: string; errCode: number; errMsg: string }

const MINUTES = 5
const KEPT = 1000

export class OpenData {
  private readonly known = new Map<string, { data: Record<string, unknown>; madeAt: number }>()

  constructor(private readonly parts: { clock: MovableClock; strict: Strictness }) {}

  newId(data: Record<string, unknown>): string {
    const cloudID = `${this.known.size + 1}_${randomBytes(24).toString('base64url')}`
    this.known.set(cloudID, { data, madeAt: this.parts.clock.now() })
    if (this.known.size > KEPT) this.known.delete([...this.known.keys()][0] ?? '')
    return cloudID
  }

  find(cloudID: string): OpenDataItem {
    const { clock, strict } = this.parts
    const found = this.known.get(cloudID)
    if (!found) return { cloudID, errCode: -601_006, errMsg: 'invalid cloudID' }
    if (strict.cloudIdTime && found.madeAt + MINUTES * 60_000 < clock.now())
      return { cloudID, errCode: -601_006, errMsg: 'cloudID expired' }
    const watermark = { timestamp: Math.floor(clock.now() / 1000), appid: APP_ID }
    return { cloudID, data: { ...found.data, watermark } }
  }

  /** Only the fields of the event itself are looked at, as the platform does. */
  inEvent(event: Readonly<Record<string, unknown>>): Record<string, unknown> {
    return Object.fromEntries(
      Object.entries(event).map(([name, value]) => {
        const id = typeof value === 'object' && value ? (value as { $cloudID?: unknown }).$cloudID : undefined
        return [name, typeof id === 'string' ? this.find(id) : value]
      }),
    )
  }
}
