/**
 * Owns the bridge between logic and page. As in WeChat every setData passes through JSON, and each one is measured:
 * the bridge is a mini program's bottleneck, so its cost per interaction is a number that tests can hold.
 */
import { type Caller, callerPrototype, type Data } from './glass'

export interface SetDataRecord {
  interaction: number
  interactionName: string
  page: string
  component: string
  bytes: number
  keys: number
  renderMs: number
}

export interface Meter {
  log: SetDataRecord[]
  /** Starts a new interaction: all setData calls from now on count for it. */
  begin(name: string): void
}

export function meterSetData(pageOf: (caller: Caller) => string): Meter {
  const apply = callerPrototype.setData
  const encoder = new TextEncoder()
  let interaction = 0
  let interactionName = 'launch'
  const meter: Meter = {
    log: [],
    begin(name) {
      interaction++
      interactionName = name
    },
  }
  callerPrototype.setData = function (this: Caller, data: Data, done?: () => void) {
    const json = JSON.stringify(data)
    const startedAt = performance.now()
    apply.call(this, fromBridge(json), done)
    meter.log.push({
      interaction,
      interactionName,
      page: pageOf(this),
      component: this.is,
      bytes: encoder.encode(json).length,
      keys: Object.keys(data).length,
      renderMs: performance.now() - startedAt,
    })
  }
  return meter
}

/** Taro writes paths like `root.cn.[0].v`; glass-easel knows only `root.cn[0].v`. */
function fromBridge(json: string): Data {
  const data = JSON.parse(json) as Data
  return Object.fromEntries(Object.entries(data).map(([path, value]) => [path.replace(/\.\[/g, '['), value]))
}
