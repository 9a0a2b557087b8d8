/** Coupons as they lie in the database of a test, whatever issued them. */
import type { Stacking, Terms, Worth } from '../../src/domain/coupons/offer'
import { addDays, businessDayOf } from '../../src/domain/time/business-day'
import { codePeriod, proofDigits } from '../../src/domain/members/member-code'
import { ticketCode, ticketStatement } from '../../src/domain/members/ticket-code'
import { codeProof } from '../../src/server/run/secret'
import type { CouponDocument } from '../../src/server/store/coupons'
import { sdkDatabase } from '../local/cloud/sdk'
import { ANYHOW } from '../domain/coupon-words'
import { MEMBER, type Mall } from './mall'

export interface Issued {
  readonly id: string
  readonly worth: Worth
  readonly holder?: string
  readonly stacking?: Partial<Stacking>
  readonly terms?: Partial<Terms>
  /** Days from today, the last included. */
  readonly days?: number
}

let numbers = 100_000_000

/** Writes an issued coupon that holds from today. @returns its id. */
export async function issue(
  mall: Mall,
  { id, worth, holder = MEMBER, stacking, terms, days = 30 }: Issued,
): Promise<string> {
  const today = businessDayOf(mall.now())
  const validUntil = addDays(today, days)
  const coupon: Omit<CouponDocument, '_id'> & { shelf: string; listKey: string } = {
    memberId: mall.member(holder)._id,
    number: String((numbers += 1)),
    terms: {
      offerId: 'offer-1',
      name: 'a coupon',
      advice: 'show it',
      worth,
      scope: {},
      stacking: { ...ANYHOW, ...stacking },
      giftable: true,
      ...terms,
    },
    from: 'claim',
    source: 'offer-1',
    at: mall.now(),
    stockId: null,
    state: 'issued',
    validFrom: today,
    validUntil,
    lockedUntil: null,
    log: [],
    use: null,
    heldFor: null,
    gift: null,
    inputHash: '',
    answer: null,
    shelf: 'open',
    listKey: `${validUntil}:${id}`,
  }
  await sdkDatabase(mall.cloud).collection('coupons').doc(id).set({ data: coupon })
  return id
}

export function couponOf(mall: Mall, id: string): CouponDocument {
  const found = mall.all<CouponDocument>('coupons').find(({ _id }) => _id === id)
  if (!found) throw new Error(`no coupon ${id}`)
  return found
}

/** As the wallet shows it this minute. */
export function couponCode(mall: Mall, id: string, at = mall.now()): string {
  const { number } = couponOf(mall, id)
  return ticketCode(
    'coupon',
    number,
    proofDigits(codeProof(ticketStatement('coupon', number, codePeriod(at)))),
  )
}
