/**
 * The own coupons: to use, soonest to end first; used or given away, or past their day, newest first. Calls: the member,
 * then one page; stores and programme are warm.
 */
import type { WalletView } from '../../contract/coupon-views'
import type { CouponKind } from '../../domain/coupons/offer'
import { businessDayOf, type BusinessDay } from '../../domain/time/business-day'
import { refuse, type Outcome } from '../run/outcome'
import type { Call } from '../run/serve'
import { openCoupons, pastCoupons } from '../store/coupons'
import { members } from '../store/members'
import { benefitViews } from '../view/benefits'
import { couponView, namesFor } from '../view/coupon'

const PAGE = 20
/** So many are counted; more are said as so many. */
const MOST_COUNTED = 100

interface Wish {
  readonly show: 'usable' | 'used' | 'expired'
  readonly kind?: CouponKind | undefined
  readonly after?: string | undefined
}

export async function wallet(call: Call, wish: Wish): Promise<Outcome<WalletView>> {
  const { at, openid } = call
  const [names, member] = await Promise.all([namesFor(call), members.first({ openid })])
  if (!member) return refuse('member.not-joined')
  const today = businessDayOf(at)
  const isFirst = wish.show === 'usable' && wish.after === undefined
  const isCounted = isFirst && wish.kind === undefined
  const found = await pageOf(member._id, wish, today, isCounted ? MOST_COUNTED : PAGE + 1)
  const shown = found.slice(0, PAGE)
  return {
    data: {
      coupons: shown.map((coupon) => couponView(coupon, names, at)),
      counts: isCounted ? { usable: found.length } : null,
      benefits: isCounted ? benefitViews(member, names.programme, call.language, today) : [],
      next: found.length > PAGE ? (shown.at(-1)?.listKey ?? null) : null,
      serverNow: at,
    },
  }
}

const pageOf = (memberId: string, { show, kind, after }: Wish, today: BusinessDay, limit: number) =>
  show === 'usable'
    ? openCoupons(memberId, today, limit, { kind, after })
    : pastCoupons(memberId, show, today, limit, { kind, after })
