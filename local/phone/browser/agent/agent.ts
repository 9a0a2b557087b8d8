/**
 * Owns the automator protocol: the far end of the npm package `miniprogram-automator`. A method that is not here is
 * refused by name.
 */
import type { Phone } from '../phone'
import { appMethods } from './app-methods'
import { elementMethods } from './element-methods'
import { Lookup } from './lookup'
import { pageMethods } from './page-methods'

export type Params = Record<string, unknown>
export type Methods = Record<string, (params: Params) => unknown>
export type Report = (method: string, params: object) => void

export class Agent {
  private readonly methods: Methods

  constructor(phone: Phone, report: Report) {
    const lookup = new Lookup(phone)
    this.methods = {
      ...appMethods(phone, report),
      ...pageMethods(phone, lookup),
      ...elementMethods(phone, lookup),
    }
    phone.messages.onException = ({ message, stack }) => {
      report('App.exceptionThrown', { exceptionDetails: { text: message }, message, stack })
    }
  }

  async handle(method: string, params: Params): Promise<unknown> {
    const run = this.methods[method]
    if (!run) throw new Error(`${method} is not supported by local phone`)
    return (await run(params)) ?? {}
  }
}

/** What JSON can carry; undefined stays undefined. */
export function plain(value: unknown): unknown {
  return value === undefined ? undefined : (JSON.parse(JSON.stringify(value) ?? 'null') as unknown)
}
