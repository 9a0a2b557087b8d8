/** Offers for tests: a cash coupon of ¥10 that everybody may claim now, and whatever a test changes of it. */
import type * as v from 'valibot'
import type { OfferShape } from '../../src/contract/catalogue'
import { dataOf } from './cloud'
import { MANAGER, MINUTE, type Mall } from './mall'

export type OfferInput = v.InferInput<typeof OfferShape>

/** Open from the first day of any test to years after. */
export const offer = (offerId: string, more: Partial<OfferInput> = {}): OfferInput => ({
  offerId,
  name: `offer ${offerId}`,
  advice: 'show it before paying',
  worth: { kind: 'cash', offFen: 1_000 },
  scope: {},
  stacking: { group: 'mall', rank: 1, exclusive: false, besideDiscount: true, mostPerOrder: 1 },
  giftable: true,
  validity: { kind: 'days', days: 30 },
  claim: { from: Date.UTC(2026, 0, 1), until: Date.UTC(2036, 0, 1) },
  flash: false,
  stock: null,
  stockParts: 1,
  perMember: 1,
  perMemberADay: 1,
  ...more,
})

/** Publishes, and lets the minute pass in which warm instances remember what was before. */
export async function publish(mall: Mall, ...offers: OfferInput[]): Promise<void> {
  dataOf(await mall.ask('manager', 'publish-catalogue', MANAGER, { offers }))
  mall.cloud.clock.shift(MINUTE)
}
