/**
 * What the member whose code was scanned can use at this till now, soonest to end first, by cursor. Calls: member, coupons.
 * Writes nothing: the code is not used up, since what is charged is held by a lock.
 * Invariant: who has no code of this minute or the one before learns of no coupon; a card number alone opens nothing.
 */
import type { TillCoupons } from '../../contract/till'
import { whyNotUsable } from '../../domain/coupons/usable'
import { codeStatement, readCode } from '../../domain/members/member-code'
import { businessDayOf } from '../../domain/time/business-day'
import { hereFor, whyCardStops } from '../booking/coupons-in-use'
import { refuse, type Outcome } from '../run/outcome'
import { provedPeriod } from '../run/proved-period'
import type { TillCall } from '../run/serve-till'
import { openCoupons } from '../store/coupons'
import { members } from '../store/members'
import { programmeInForce } from '../store/programme'

/** Read at a time; those for other stores and days are left out of it. */
const PAGE = 40

export async function couponList(
  { till, at }: TillCall,
  { code, after }: { code: string; after?: string | undefined },
): Promise<Outcome<TillCoupons>> {
  const scanned = readCode(code)
  if (!scanned) return refuse('code.unreadable')
  const { cardNumber, proof } = scanned
  if (provedPeriod(proof, at, (period) => codeStatement(cardNumber, period)) === undefined)
    return refuse('code.expired')
  const member = await members.first({ cardNumber })
  if (!member) return refuse('member.unknown')
  const stopped = whyCardStops(member)
  if (stopped) return stopped
  const found = await openCoupons(member._id, businessDayOf(at), PAGE + 1, { after })
  const page = found.slice(0, PAGE)
  const here = await hereFor(member, till.storeId, page, await programmeInForce(), at)
  return {
    data: {
      cardNumber,
      coupons: page
        .filter((coupon) => whyNotUsable(coupon, coupon.terms, here) === null)
        .map(({ _id: couponId, terms: { name, worth }, validUntil }) => ({
          couponId,
          name,
          worth,
          validUntil,
        })),
      next: found.length > PAGE ? (page.at(-1)?.listKey ?? null) : null,
    },
  }
}
