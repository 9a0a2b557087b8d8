/**
 * What the assistant's store handed over on a day for coupons, benefits and points, newest first. Two calls, together.
 * Invariant: one cursor for both, since both are listed by the instant.
 */
import type { RedemptionsView } from '../../contract/counter-coupons'
import { businessDayOf } from '../../domain/time/business-day'
import type { Outcome } from '../run/outcome'
import type { Call } from '../run/serve'
import { handedOver } from '../store/coupons'
import { handedOnDay } from '../store/exchanges'
import type { StaffDocument } from '../store/staff'
import { handedOverView, redemptionView } from '../view/redemption'

const PAGE = 20

export async function redemptions(
  call: Call & { who: StaffDocument },
  input: { day?: string | undefined; after?: string | undefined },
): Promise<Outcome<RedemptionsView>> {
  const { who, at } = call
  const day = input.day ?? businessDayOf(at)
  const [used, handed] = await Promise.all([
    handedOver(who.storeId, day, PAGE + 1, input.after),
    handedOnDay(who.storeId, day, PAGE + 1, input.after),
  ])
  const found = [
    ...used.map((coupon) => ({ key: coupon.listKey, views: redemptionView(coupon, who._id, at) })),
    ...handed.map((exchange) => ({ key: exchange.handedKey, views: handedOverView(exchange, who._id, at) })),
  ].sort((a, b) => (a.key < b.key ? 1 : -1))
  const shown = found.slice(0, PAGE)
  return {
    data: {
      day,
      redemptions: shown.flatMap(({ views }) => views),
      next: found.length > PAGE ? (shown.at(-1)?.key ?? null) : null,
      serverNow: at,
    },
  }
}
