/**
 * How WeChat Pay answers, as cloudPay hands it on: nothing is thrown, `return_code` FAIL says that the request is wrong,
 * `result_code` FAIL with an `err_code` that it cannot be done.
 */
import { randomBytes } from 'node:crypto'
import { APP_ID } from '../functions/environment'

export type PayAnswer = Record<string, unknown>
export type PayInput = Readonly<Record<string, unknown>>

/** The request is wrong. */
export class PayFault extends Error {}
/** The request is right and cannot be done. */
export class PayRefusal extends Error {
  constructor(
    readonly errCode: string,
    message: string,
  ) {
    super(message)
  }
}

const MCH_ID = '1800000000'

export function paid(fields: PayAnswer): PayAnswer {
  return {
    return_code: 'SUCCESS',
    return_msg: 'OK',
    result_code: 'SUCCESS',
    appid: APP_ID,
    mch_id: MCH_ID,
    nonce_str: randomBytes(16).toString('hex'),
    ...fields,
  }
}

export function asPayAnswer(error: unknown): PayAnswer {
  if (error instanceof PayFault) return { return_code: 'FAIL', return_msg: error.message }
  if (error instanceof PayRefusal)
    return paid({ result_code: 'FAIL', err_code: error.errCode, err_code_des: error.message })
  throw error
}

export function textIn(input: PayInput, name: string, most: number, pattern = /./s): string {
  const value = input[name]
  if (typeof value !== 'string' || value === '') throw new PayFault(`缺少参数 ${name}`)
  if (value.length > most || !pattern.test(value)) throw new PayFault(`参数 ${name} 格式错误`)
  return value
}

export const numberIn = (input: PayInput, name: string): string => textIn(input, name, 32, /^[\w-]+$/)

/** Whole fen, 1 at least; text of digits is taken, as the platform does. */
export function fenIn(input: PayInput, name: string): number {
  const value = input[name]
  const fen = typeof value === 'string' && /^\d{1,12}$/.test(value) ? Number(value) : value
  if (fen === undefined) throw new PayFault(`缺少参数 ${name}`)
  if (typeof fen !== 'number' || !Number.isInteger(fen) || fen < 1 || fen > MAX_FEN)
    throw new PayFault(`参数 ${name} 不是整数分`)
  return fen
}

const MAX_FEN = 10_000_000_000

/** `20270131235959`, in UTC+8. */
export const payTime = (ms: number): string =>
  new Date(ms + 8 * 3_600_000).toISOString().replace(/\D/g, '').slice(0, 14)
