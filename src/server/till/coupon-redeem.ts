/**
 * A till hands over what a coupon is for, or opens the car park to a plate. Calls: start, coupon, member, coupon, audit, commit.
 * Invariant: a receipt hands over once; sent again it gets the first answer.
 */
import type { RedeemedView } from '../../contract/counter-coupons'
import { readPlate } from '../../domain/coupons/plate'
import { whyCardStops } from '../booking/coupons-in-use'
import { handOver } from '../booking/hand-over'
import { command } from '../run/command'
import { refuse, type Outcome } from '../run/outcome'
import type { TillCall } from '../run/serve-till'
import { audit } from '../store/audit'
import { coupons, heldForReceipt } from '../store/coupons'
import { ownerOf } from '../store/members'
import { programmeInForce } from '../store/programme'

export async function couponRedeem(
  { till, at, inputHash }: TillCall,
  { receipt, couponId, plate }: { receipt: string; couponId: string; plate?: string | undefined },
): Promise<Outcome<RedeemedView>> {
  const { _id: by, storeId, storeName } = till
  const programme = await programmeInForce()
  const heldFor = heldForReceipt(by, receipt)
  const _id = `audit:till:${heldFor}`
  const operation = { inputHash, find: () => audit.get(_id) }
  const outcome = await command<Omit<RedeemedView, 'plate'>>(operation, async (within) => {
    const coupon = await coupons.get(couponId, within)
    const member = coupon && (await ownerOf(coupon.memberId, within))
    if (!coupon || !member) return refuse('coupon.unknown', { couponId })
    const stopped = whyCardStops(member)
    if (stopped) return stopped
    const handing = { by: { storeId, storeName, staffOpenid: null }, plate, ref: heldFor, heldFor }
    const handed = await handOver(coupon, member, handing, programme, at, within)
    if ('refused' in handed) return handed
    const data = { couponId, ...handed, at }
    const about = { action: 'redeem', subject: couponId, storeId }
    await audit.insert({ _id, at, by, ...about, inputHash, answer: data }, within)
    return { data }
  })
  if ('refused' in outcome) return outcome
  // The audit names no car: the plate of a repeated request is that of the first.
  return { ...outcome, data: { ...outcome.data, plate: plate === undefined ? null : readPlate(plate) } }
}
