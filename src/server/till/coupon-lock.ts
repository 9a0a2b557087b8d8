/**
 * Holds coupons for a receipt and says what they take off its lines. Calls: start, coupons, member, coupons, commit.
 * Invariant: what is held for one receipt is used by no other and at no counter until the half hour is over.
 */
import type { TillCouponsLocked } from '../../contract/till'
import { take } from '../../domain/coupons/coupon'
import type { LineKind } from '../../domain/purchases/purchase'
import { settle } from '../../domain/purchases/settle'
import { fen } from '../../domain/money/fen'
import { chosenOf, couponsWithIds, whyCardStops, whyNotTogether, whyUseless } from '../booking/coupons-in-use'
import { command } from '../run/command'
import { refuse, type Outcome } from '../run/outcome'
import type { TillCall } from '../run/serve-till'
import { coupons, heldForReceipt, isHeldFor } from '../store/coupons'
import { ownerOf } from '../store/members'
import { programmeInForce } from '../store/programme'

const LOCK_MS = 30 * 60_000

export interface CouponLockInput {
  readonly receipt: string
  readonly coupons: readonly string[]
  readonly lines: readonly { sku: string; quantity: number; priceFen: number; kind: LineKind }[]
}

export async function couponLock(
  { till, at }: TillCall,
  { receipt, coupons: ids, lines }: CouponLockInput,
): Promise<Outcome<TillCouponsLocked>> {
  const programme = await programmeInForce()
  const heldFor = heldForReceipt(till._id, receipt)
  const priced = lines.map(({ sku: name, ...line }) => ({ ...line, name, priceFen: fen(line.priceFen) }))
  return command({ inputHash: '', find: async () => null }, async (within) => {
    const chosen = await couponsWithIds(ids, within)
    if ('refused' in chosen) return chosen
    const member = await ownerOf(chosen[0]?.memberId ?? '', within)
    if (!member) return refuse('member.unknown')
    const stopped = whyCardStops(member)
    if (stopped) return stopped
    const unfit = await whyNotTogether(chosen, member, till.storeId, programme, at, heldFor)
    if (unfit) return unfit
    const settlement = settle(priced, 0, chosen.map(chosenOf))
    const useless = whyUseless(chosen, settlement)
    if (useless) return useless
    const until: number[] = []
    for (const coupon of chosen) {
      const isHeld = isHeldFor(coupon, heldFor, at)
      until.push(isHeld ? (coupon.lockedUntil ?? at) : at + LOCK_MS)
      if (isHeld) continue
      const locked = take(coupon, { step: 'lock', cause: 'till', at, ref: heldFor }, at + LOCK_MS)
      if (!locked) throw new Error(`${coupon._id} cannot be locked: it is ${coupon.state}`)
      await coupons.replace({ ...locked, heldFor }, within)
    }
    return {
      data: {
        coupons: settlement.coupons,
        lines: settlement.paidFen.map((paidFen) => ({ paidFen })),
        payFen: settlement.payFen,
        until: Math.min(...until),
      },
    }
  })
}
