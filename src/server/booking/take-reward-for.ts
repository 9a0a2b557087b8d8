/**
 * Writes that a member takes a reward. Calls: its counter read and written (none without a stock; each that is empty costs one
 * more read), member, exchange, entry, and the coupon that it becomes.
 * Invariant: points, stock, exchange and coupon change together or not at all.
 */
import type { ExchangedView } from '../../contract/reward-views'
import { daysFrom } from '../../domain/coupons/claim'
import type { Offer } from '../../domain/coupons/offer'
import { applyChange, spendable, spending, type PurseChange } from '../../domain/points/purse'
import type { Language } from '../../domain/programme/in-language'
import type { Programme } from '../../domain/programme/programme'
import { counted } from '../../domain/rewards/counts'
import { lastHoldDay, type ExchangeState } from '../../domain/rewards/exchange'
import type { Reward } from '../../domain/rewards/reward'
import { businessDayOf } from '../../domain/time/business-day'
import { newTicketNumber } from '../run/chance'
import { refuse, type Refused } from '../run/outcome'
import type { Transaction } from '../store/collection'
import { coupons, NEW_COUPON, termsOf, withCoupons, type CouponDocument } from '../store/coupons'
import { entries, entryIdOf, type EntryDocument } from '../store/entries'
import { activityOf, exchanges, type ExchangeDocument } from '../store/exchanges'
import { members, withActivity, type MemberDocument } from '../store/members'
import { listKey } from '../store/purchases'
import { stockOfReward } from '../store/rewards'
import { takeOne } from '../store/take-stock'
import { exchangeView } from '../view/exchange'

export interface Taking extends Pick<ExchangeDocument, 'way' | 'address' | 'inputHash'> {
  readonly id: string
  readonly at: number
  readonly language: Language
  readonly reward: Reward
  /** Of the coupon that it becomes; null for a thing. */
  readonly offer: Offer | null
  /** All rewards as they are known. */
  readonly shelf: readonly Reward[]
}

export async function takeRewardFor(
  member: MemberDocument,
  taking: Taking,
  programme: Programme,
  within: Transaction,
): Promise<{ readonly data: ExchangedView } | Refused> {
  const { at, language, reward, shelf } = taking
  const today = businessDayOf(at)
  const stockId = await stockFor(reward, at, within)
  if (stockId === 'sold-out') return refuse('reward.sold-out')
  const change = spending(member.account.purse, reward.points, today)
  if (!change) throw new Error('what can be spent cannot be spent')
  const purse = applyChange(member.account.purse, change)
  const counts = counted(member.exchanged ?? {}, reward, shelf, at)
  const coupon = couponOf(member, taking)
  const made: ExchangeDocument = {
    ...exchangeOf(member, taking, programme),
    ...{ stockId, taken: change.lots, couponId: coupon?._id ?? null },
  }
  const account = { ...member.account, purse }
  const recent = withActivity(member.recent, activityOf(made, 'taken', at))
  const after = { ...member, account, recent, exchanged: counts }
  await members.replace(withCoupons(after, coupon ? [coupon.validUntil] : [], at), within)
  const data = { exchange: exchangeView(made, at, language), points: spendable(purse, today) }
  await exchanges.insert({ ...made, answer: data }, within)
  if (coupon) await coupons.insert(coupon, within)
  await entries.insert(entryOf(made, change), within)
  return { data }
}

/** What came back is taken again at once: that it was sold out a moment ago is not asked. */
async function stockFor(
  { rewardId, stock, stockParts: parts }: Reward,
  at: number,
  within: Transaction,
): Promise<string | null> {
  if (stock === null) return null
  return (await takeOne({ of: stockOfReward(rewardId), parts, version: 0 }, at, within)) ?? 'sold-out'
}

function exchangeOf(member: MemberDocument, taking: Taking, programme: Programme): ExchangeDocument {
  const { id, at, way, address, reward, inputHash } = taking
  const day = businessDayOf(at)
  const { rewardId, name, advice, english, storeId, storeName, picture, gives, holdDays, priceFen } = reward
  const state: ExchangeState = gives.kind === 'coupon' ? 'settled' : priceFen > 0 ? 'unpaid' : 'held'
  return {
    _id: id,
    memberId: member._id,
    number: newTicketNumber(),
    at,
    day,
    since: at,
    reward: {
      rewardId,
      name,
      advice,
      ...(english && { english }),
      storeId,
      storeName,
      picture,
      gives,
      holdDays,
    },
    points: reward.points,
    priceFen,
    programmeVersion: programme.version,
    state,
    way,
    holdUntil: way === 'pickup' ? lastHoldDay(day, holdDays) : null,
    taken: [],
    stockId: null,
    address,
    sent: null,
    handed: null,
    payment: priceFen > 0 ? { state: 'waiting', nextTryAt: null } : null,
    couponId: null,
    backOn: null,
    inputHash,
    answer: null,
  }
}

function couponOf(member: MemberDocument, { id, at, offer, inputHash }: Taking): CouponDocument | null {
  if (!offer) return null
  return {
    ...NEW_COUPON,
    _id: id,
    memberId: member._id,
    number: newTicketNumber(),
    terms: termsOf(offer),
    from: 'exchange',
    source: id,
    at,
    ...daysFrom(offer.validity, businessDayOf(at)),
    inputHash,
    answer: null,
  }
}

const entryOf = (exchange: ExchangeDocument, change: PurseChange): EntryDocument => ({
  _id: entryIdOf(exchange._id),
  memberId: exchange.memberId,
  at: exchange.at,
  day: exchange.day,
  rule: 'reward.exchanged',
  programmeVersion: exchange.programmeVersion,
  change,
  cause: exchange._id,
  earning: null,
  corrects: null,
  about: {
    storeName: exchange.reward.storeName,
    amountFen: null,
    receipt: null,
    reason: null,
    rewardName: exchange.reward.name,
  },
  listKey: listKey(exchange.at, exchange._id),
})
