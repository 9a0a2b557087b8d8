/**
 * The door that the platform tells of a payment. Invariant: no person gets through, and what is told is only a reason to ask
 * the cashier; answered with 0 it is not told again.
 */
import cloud from 'wx-server-sdk'
import * as v from 'valibot'
import { Told, type PayAnswer } from '../../contract/pay'
import { newId } from './chance'
import { now } from './clock'
import { envelope } from './serve'
import { refuse } from './outcome'

/** @param book gives back whether it is settled, or has to be told again. */
export function servePay(book: (exchangeId: string, at: number) => Promise<boolean>) {
  return async (event: unknown): Promise<PayAnswer | ReturnType<typeof envelope>> => {
    const requestId = newId()
    const { OPENID, SOURCE } = cloud.getWXContext() as { OPENID?: unknown; SOURCE?: unknown }
    const isPerson =
      (typeof OPENID === 'string' && OPENID !== '') || SOURCE === 'wx_client' || SOURCE === 'wx_devtools'
    if (isPerson) return envelope(refuse('caller.unknown'), requestId)
    const told = v.safeParse(Told, event)
    if (!told.success) return envelope(refuse('request.malformed', { field: 'event' }), requestId)
    try {
      const isSettled = await book(told.output.attach, now())
      return isSettled ? { errcode: 0, errmsg: '' } : { errcode: 1, errmsg: 'not settled' }
    } catch (error) {
      console.error(JSON.stringify({ requestId, fault: error instanceof Error ? error.stack : error }))
      return { errcode: 1, errmsg: requestId }
    }
  }
}
