/**
 * The open API on the server side. Invariant: a function may call what its config.json lists, and nothing else;
 * a phone code works once, for five minutes of the movable clock.
 */
import { randomBytes } from 'node:crypto'
import type { MovableClock } from '../clock'
import { APP_ID } from './environment'
import type { FunctionDefinition } from './definition'
import type { Strictness } from '../strictness'

export type OpenApiAnswer = { json: Record<string, unknown> } | { errorCode: number }

/** Real APIs that this stand-in does not serve yet; anything else does not exist. */
const KNOWN =
  /^(subscribeMessage|wxacode|security|urllink|urlscheme|uniformMessage|templateMessage|updatableMessage|customerServiceMessage|img|ocr|search|serviceMarket|logistics|phonenumber|express|riskControl|openapi)\./

const CODE_MINUTES = 5

export class OpenApi {
  private readonly phoneCodes = new Map<string, { phoneNumber: string; expiresAt: number }>()

  constructor(
    private readonly clock: MovableClock,
    private readonly strict: Strictness,
  ) {}

  newPhoneCode(phoneNumber: string): string {
    const code = randomBytes(32).toString('hex')
    this.phoneCodes.set(code, { phoneNumber, expiresAt: this.clock.now() + CODE_MINUTES * 60_000 })
    return code
  }

  call(api: string, input: Record<string, unknown>, caller: FunctionDefinition | undefined): OpenApiAnswer {
    if (!KNOWN.test(api)) return { errorCode: -604100 }
    if (!caller?.openApi.includes(api) && this.strict.openApiPermission) return { errorCode: -604101 }
    if (api === 'phonenumber.getPhoneNumber') return { json: this.phoneNumber(String(input['code'])) }
    return { json: { errcode: -1, errmsg: `local cloud does not implement openapi.${api} yet` } }
  }

  private phoneNumber(code: string): Record<string, unknown> {
    const known = this.phoneCodes.get(code)
    this.phoneCodes.delete(code)
    if (!known || known.expiresAt < this.clock.now()) return { errcode: 40029, errmsg: 'invalid code' }
    return {
      errcode: 0,
      errmsg: 'ok',
      phone_info: {
        phoneNumber: known.phoneNumber,
        purePhoneNumber: known.phoneNumber,
        countryCode: '86',
        watermark: { timestamp: Math.floor(this.clock.now() / 1000), appid: APP_ID },
      },
    }
  }
}
