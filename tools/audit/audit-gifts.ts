/** Gifts: a coupon that was given has one successor, in the hands that took it, and a successor has one giver. */
import type { CouponDocument } from '../../src/server/store/coupons'
import { groupedBy, ownersOf, type Ledger, type Report } from './ledger'

export function auditGifts(ledger: Ledger, report: Report): void {
  const ownerOf = ownersOf(ledger)
  const coupons = new Map(ledger.coupons.map((coupon) => [coupon._id, coupon]))
  const successors = groupedBy(
    ledger.coupons.filter(({ from }) => from === 'gift'),
    ({ source }) => source,
  )
  for (const { _id, state } of ledger.coupons) {
    const found = successors.get(_id) ?? []
    if (state === 'given' ? found.length !== 1 : found.length > 0)
      report(
        'gift.successor',
        [_id, ...found.map((each) => each._id)],
        `${state}, ${found.length} successors`,
      )
  }
  for (const successor of [...successors.values()].flat()) {
    const old = coupons.get(successor.source)
    if (!old) report('gift.giver', [successor._id, successor.source], 'was given by nobody')
    else auditPassage(old, successor, ownerOf, report)
  }
}

function auditPassage(
  old: CouponDocument,
  successor: CouponDocument,
  ownerOf: (memberId: string) => string,
  report: Report,
): void {
  const ids = [old._id, successor._id]
  const taker = old.log.at(-1)?.ref
  if (old.state === 'given' && (!taker || ownerOf(taker) !== ownerOf(successor.memberId)))
    report('gift.taker', ids, `was taken by ${taker ?? 'nobody'}`)
  if (ownerOf(old.memberId) === ownerOf(successor.memberId)) report('gift.own', ids, 'was given to the giver')
  const { validFrom, validUntil, terms } = successor
  if (validFrom !== old.validFrom || validUntil !== old.validUntil)
    report('gift.days', ids, 'has other days than what was given')
  if (terms.giftable) report('gift.again', ids, 'can be given on')
}
