/** What the phone button yields. Invariant: a code works once, for five minutes of the movable clock. */
import { randomBytes } from 'node:crypto'
import type { MovableClock } from '../clock'
import { APP_ID } from '../functions/environment'
import { type OpenApiAnswer, type OpenApiInput, refusal, success } from './answer'

const CODE_MINUTES = 5

export class PhoneNumbers {
  private readonly codes = new Map<string, { phoneNumber: string; expiresAt: number }>()

  constructor(private readonly clock: MovableClock) {}

  newCode(phoneNumber: string): string {
    const code = randomBytes(32).toString('hex')
    this.codes.set(code, { phoneNumber, expiresAt: this.clock.now() + CODE_MINUTES * 60_000 })
    return code
  }

  exchange(input: OpenApiInput): OpenApiAnswer {
    const code = String(input['code'])
    const known = this.codes.get(code)
    this.codes.delete(code)
    if (!known || known.expiresAt < this.clock.now()) return refusal(40029, 'invalid code')
    return success({
      phone_info: {
        phoneNumber: known.phoneNumber,
        purePhoneNumber: known.phoneNumber,
        countryCode: '86',
        watermark: { timestamp: Math.floor(this.clock.now() / 1000), appid: APP_ID },
      },
    })
  }
}
