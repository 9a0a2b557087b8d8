/**
 * Owns the `wx` object of the app. Every name of WeChat's typings is an own key of it; a name that this phone does
 * not have refuses by name and is recorded. A test may put its own function in place of any name.
 */
import type { Phone } from '../phone'
import { canvasApis } from './canvas'
import { deviceApis } from './device'
import { fileApis } from './files'
import { identityApis } from './identity'
import { interfaceApis } from './interface'
import { networkApis } from './network'
import { paymentApis } from './payment'
import { pictureApis } from './pictures'
import { queryApis } from './query'
import { type Options, refuse, settle } from './settle'
import { storageApis } from './storage'
import { subscribeApis } from './subscribe'
import { systemApis } from './system'

export interface ApiGroup {
  /** answer through callbacks or a promise */
  later?: Record<string, (options: Options) => unknown>
  /** answer at once, or are no plain calls */
  now?: Record<string, unknown>
}

export interface Mock {
  result?: unknown
  functionDeclaration?: string
  args?: unknown[]
}

type Api = (...args: unknown[]) => unknown

export class Wx {
  readonly api: Record<string, unknown> = {}
  private readonly synchronous = new Set<string>()
  private readonly originals = new Map<string, unknown>()
  private readonly unavailable = new Set<string>()

  constructor(private readonly phone: Phone) {
    const groups = [
      systemApis,
      deviceApis,
      interfaceApis,
      storageApis,
      networkApis,
      queryApis,
      identityApis,
      fileApis,
      subscribeApis,
      paymentApis,
      canvasApis,
      pictureApis,
    ]
    for (const group of groups) this.add(group(phone))
    this.addEventPairs()
    for (const name of phone.pkg.apiNames) if (!(name in this.api)) this.api[name] = this.missing(name)
  }

  private add({ later = {}, now = {} }: ApiGroup): void {
    for (const [name, work] of Object.entries(later)) {
      this.api[name] = (options?: Options) => this.settle(name, options, () => work(options ?? {}))
    }
    for (const [name, member] of Object.entries(now)) {
      this.api[name] = member
      this.synchronous.add(name)
    }
  }

  settle(name: string, options: Options | undefined, work: () => unknown): unknown {
    return settle(name, options, work, (error) => this.phone.messages.exception(error))
  }

  /** on… and off… of anything are harmless; those that nobody emits simply stay silent. */
  private addEventPairs(): void {
    for (const name of this.phone.pkg.apiNames) {
      const event = /^(on|off)([A-Z]\w*)$/.exec(name)
      if (!event || name in this.api) continue
      const [, way, subject] = event as unknown as [string, 'on' | 'off', string]
      this.api[name] = (listener: (value: unknown) => void) => this.phone.bus[way](subject, listener)
      this.synchronous.add(name)
    }
  }

  isMissing(name: string): boolean {
    return this.unavailable.has(name)
  }

  private missing(name: string): Api {
    this.unavailable.add(name)
    return (options) => {
      this.phone.missing.add(name)
      const errMsg = `${name}:fail not implemented by local phone`
      if (/Sync$/.test(name)) refuse(errMsg)
      return this.settle(name, options as Options, () => refuse(errMsg))
    }
  }

  call(method: string, args: unknown[]): unknown {
    const { holder, name } = this.locate(method)
    const member = holder[name]
    if (typeof member !== 'function') throw new Error(`wx.${method} is not a function`)
    return (member as Api).apply(holder, args)
  }

  /** Without a result and a function, the original comes back. */
  mock(method: string, mock: Mock): void {
    const { holder, name } = this.locate(method)
    if (!this.originals.has(method)) this.originals.set(method, holder[name])
    const origin = this.originals.get(method)
    if (!('result' in mock) && !mock.functionDeclaration) {
      holder[name] = origin
      return
    }
    const own = mock.functionDeclaration ? this.phone.runtime.compile(mock.functionDeclaration) : null
    holder[name] = (...args: unknown[]) => {
      const run = () =>
        own ? own.apply({ origin }, [...args, ...(mock.args ?? [])]) : structuredClone(mock.result)
      if (this.synchronous.has(method) || /Sync$/.test(method)) return run()
      return this.settle(method, args[0] as Options, async () => {
        const result = await run()
        if (/:fail/.test((result as { errMsg?: string } | null)?.errMsg ?? '')) throw result
        return result
      })
    }
  }

  private locate(method: string): { holder: Record<string, unknown>; name: string } {
    const path = method.split('.')
    const name = path.pop() ?? ''
    const holder = path.reduce<unknown>(
      (at, key) => (at as Record<string, unknown> | undefined)?.[key],
      this.api,
    )
    if (!holder) throw new Error(`wx.${method} does not exist`)
    return { holder: holder as Record<string, unknown>, name }
  }
}
