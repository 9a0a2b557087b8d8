/** The till's function: signed HTTP, behind the HTTP access service. */
import { tillActions, type TillOutputs } from '../../src/contract/till'
import { serveTill } from '../../src/server/run/serve-till'
import { couponList } from '../../src/server/till/coupon-list'
import { couponLock } from '../../src/server/till/coupon-lock'
import { couponRedeem } from '../../src/server/till/coupon-redeem'
import { couponRelease } from '../../src/server/till/coupon-release'
import { couponValidate } from '../../src/server/till/coupon-validate'
import { purchase } from '../../src/server/till/purchase'
import { refund } from '../../src/server/till/refund'

export const main = serveTill<typeof tillActions, TillOutputs>(tillActions, {
  purchase,
  refund,
  'coupon-list': couponList,
  'coupon-validate': couponValidate,
  'coupon-lock': couponLock,
  'coupon-release': couponRelease,
  'coupon-redeem': couponRedeem,
})
