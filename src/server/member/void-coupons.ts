/**
 * What a closed account has not used is void. Nobody can show it any more; this takes it out of the books, each coupon in a
 * transaction of its own, since one alone could not hold them all. Repeatable. Calls: one, and four for each coupon.
 */
import { take } from '../../domain/coupons/coupon'
import { command } from '../run/command'
import { coupons, unusedCoupons } from '../store/coupons'

const AT_ONCE = 100

export async function voidCoupons(memberId: string, at: number): Promise<void> {
  for (;;) {
    const found = await unusedCoupons(memberId, AT_ONCE)
    for (const { _id } of found) await voidOne(_id, at)
    if (found.length < AT_ONCE) return
  }
}

async function voidOne(id: string, at: number): Promise<void> {
  const outcome = await command({ inputHash: '', find: async () => null }, async (within) => {
    const coupon = await coupons.get(id, within)
    const step = { step: 'void' as const, cause: 'account-closed', at, ref: null }
    const ended = coupon && take(coupon, step)
    // A friend took it at the same moment.
    if (!ended) return { data: null }
    await coupons.replace(ended, within)
    return { data: null }
  })
  if ('refused' in outcome) throw new Error(`${id} could not be ended: ${outcome.refused}`)
}
