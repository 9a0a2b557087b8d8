/** The offers that can be claimed now or soon, as they stand for this member. Calls: member and counters, at once; offers, stores and programme are warm. */
import type { OffersView } from '../../contract/coupon-views'
import { isAhead } from '../../domain/coupons/claim'
import { businessDayOf } from '../../domain/time/business-day'
import { refuse, type Outcome } from '../run/outcome'
import type { Call } from '../run/serve'
import { members } from '../store/members'
import { allOffers, type OfferDocument } from '../store/offers'
import { countersOf, leftOf } from '../store/stocks'
import { namesFor, offerView } from '../view/coupon'
import { standingOn } from '../view/standing'

const PAGE = 20

export async function offers(call: Call, { after }: { after?: string }): Promise<Outcome<OffersView>> {
  const { at, openid } = call
  const today = businessDayOf(at)
  const found = (await allOffers(at))
    .filter((each) => isAhead(each, at))
    .map((offer) => ({ offer, key: keyOf(offer) }))
    .filter(({ key }) => after === undefined || key > after)
    .sort((a, b) => (a.key < b.key ? -1 : 1))
  const shown = found.slice(0, PAGE)
  const counted = shown.filter(({ offer }) => offer.stock !== null).map(({ offer }) => offer._id)
  const [names, member, counters] = await Promise.all([
    namesFor(call),
    members.first({ openid }),
    countersOf(counted),
  ])
  if (!member) return refuse('member.not-joined')
  const left = leftOf(counters)
  const { tierId } = standingOn(member, names.programme, today)
  const claimant = { tierId, claims: member.claims ?? {}, today, at }
  return {
    data: {
      offers: shown.map(({ offer }) =>
        offerView(offer, offer.stock === null ? null : (left.get(offer._id) ?? 0), claimant, names),
      ),
      next: found.length > PAGE ? (shown.at(-1)?.key ?? null) : null,
      serverNow: at,
    },
  }
}

const keyOf = ({ _id, flash, claim }: OfferDocument): string =>
  `${flash ? 0 : 1}:${String(claim?.until ?? 0).padStart(14, '0')}:${_id}`
