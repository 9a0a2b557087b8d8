/** What the assistant's store handed over for coupons on a day, newest first, by cursor. One call. */
import type { RedemptionsView } from '../../contract/counter-coupons'
import { businessDayOf } from '../../domain/time/business-day'
import type { Outcome } from '../run/outcome'
import type { Call } from '../run/serve'
import { handedOver } from '../store/coupons'
import type { StaffDocument } from '../store/staff'
import { redemptionView } from '../view/redemption'

const PAGE = 20

export async function redemptions(
  call: Call & { who: StaffDocument },
  input: { day?: string | undefined; after?: string | undefined },
): Promise<Outcome<RedemptionsView>> {
  const { who, at } = call
  const day = input.day ?? businessDayOf(at)
  const found = await handedOver(who.storeId, day, PAGE + 1, input.after)
  const shown = found.slice(0, PAGE)
  return {
    data: {
      day,
      redemptions: shown.flatMap((coupon) => redemptionView(coupon, who._id, at)),
      next: found.length > PAGE ? (shown.at(-1)?.listKey ?? null) : null,
      serverNow: at,
    },
  }
}
