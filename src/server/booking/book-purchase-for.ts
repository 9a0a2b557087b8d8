/**
 * Writes a purchase: purchase, entry and member in one transaction. Assistant and till book through here and nowhere else.
 * Calls: purchase, entry (none when nothing is earned), member, each coupon; an entry and a coupon for each target that
 * it reaches; the offers, where a target may bring a coupon and the instance does not have them.
 */
import type { NoticeDraft } from '../../domain/messages/kinds'
import type { PurseChange } from '../../domain/points/purse'
import type { Programme } from '../../domain/programme/programme'
import { tierById } from '../../domain/programme/programme'
import { bookPurchase, type Order, type Purchase } from '../../domain/purchases/purchase'
import { afterBuying } from '../../domain/referrals/friend'
import { tierLogAfter } from '../../domain/tiers/tier-log'
import { addDays } from '../../domain/time/business-day'
import type { CouponDocument } from '../store/coupons'
import type { Transaction } from '../store/collection'
import { entries, entryIdOf, type EntryDocument } from '../store/entries'
import { members, withActivity, type MemberDocument } from '../store/members'
import { toldByClock } from '../store/notices'
import { listKey, purchases, type PurchaseDocument } from '../store/purchases'
import { useCoupon } from './coupons-in-use'
import { targetOffers, withTargetCoupons, writeTargetMoves } from './target-gifts'

/** Where and by whom it was sold. */
export type SaleSource = Pick<
  PurchaseDocument,
  'source' | 'storeId' | 'storeName' | 'staffOpenid' | 'servedBy' | 'tillId' | 'receipt'
>

export interface PurchaseBooking<Data> {
  readonly id: string
  readonly inputHash: string
  readonly at: number
  readonly order: Omit<Order, 'channel' | 'storeId' | 'birthdayOn' | 'cause' | 'gifts'>
  /** Those that the order used; each is written with it. */
  readonly coupons?: readonly CouponDocument[]
  readonly source: SaleSource
  /** The answer that this operation gives now and whenever it is repeated. */
  readonly answer: (booked: { member: MemberDocument; purchase: Purchase; upgradedTo: string | null }) => Data
}

/** @param isNew true when the member document is written for the first time. */
export async function bookPurchaseFor<Data>(
  member: MemberDocument,
  isNew: boolean,
  booking: PurchaseBooking<Data>,
  programme: Programme,
  within: Transaction,
): Promise<Data> {
  const { id, at, source } = booking
  const { storeId, storeName, staffOpenid } = source
  const offers = await targetOffers(member, programme, at)
  const gifts = { memberId: member._id, offerIds: offers.map(({ _id }) => _id) }
  const { account, purchase, change, moves } = bookPurchase(
    member.account,
    { ...booking.order, channel: source.source, storeId, cause: id, gifts, birthdayOn: member.birthdayOn },
    programme,
    at,
  )
  const upgradedTo = purchase.standingBefore ? tierById(programme, account.standing.tierId).name : null
  const after: MemberDocument = {
    ...member,
    account,
    ...invitedAfter(member, id, purchase, programme),
    tierLog: tierLogAfter(member, account, programme, purchase.day, {
      because: 'purchase',
      cause: id,
      storeName: source.storeName,
    }),
    recent: withActivity(member.recent, {
      kind: 'purchase',
      id,
      at,
      storeName: source.storeName,
      paidFen: purchase.paidFen,
      points: purchase.earning.points,
      ...(purchase.pointsActivateOn && { activatesOn: purchase.pointsActivateOn }),
      upgradedTo,
    }),
  }
  const booked = toldByClock(withTargetCoupons(after, moves, offers, at), noticeOf(booking, purchase), at)
  const data = booking.answer({ member: booked, purchase, upgradedTo })
  // The member first: it is what two receipts of one person meet at, and the earlier they meet the less is written in vain.
  await (isNew ? members.insert(booked, within) : members.replace(booked, within))
  await purchases.insert(
    {
      _id: id,
      ...purchase,
      ...source,
      memberId: member._id,
      memberName: member.name,
      listKey: listKey(at, id),
      inputHash: booking.inputHash,
      answer: data,
    },
    within,
  )
  if (change) await entries.insert(entryOf(member._id, booking, purchase, change), within)
  await writeTargetMoves(moves, { memberId: member._id, id, at, storeName }, programme, offers, within)
  const use = { at, day: purchase.day, storeId, storeName, purchaseId: id, staffOpenid }
  for (const coupon of booking.coupons ?? []) await useCoupon(coupon, use, id, within)
  return data
}

const noticeOf = ({ id, at, source }: PurchaseBooking<unknown>, purchase: Purchase): NoticeDraft => ({
  kind: 'purchase',
  figures: {
    storeName: source.storeName,
    paidFen: purchase.paidFen,
    points: purchase.earning.points,
  },
  cause: id,
  at,
  until: addDays(purchase.day, 1),
})

/** A friend who was invited: the first purchase that is large enough. */
const invitedAfter = (
  { invited }: MemberDocument,
  id: string,
  purchase: Purchase,
  { referral, returnWindowDays }: Programme,
): Pick<MemberDocument, 'invited'> =>
  invited && referral ? { invited: afterBuying(invited, id, purchase, referral, returnWindowDays) } : {}

const entryOf = (
  memberId: string,
  { id, at, source }: PurchaseBooking<unknown>,
  purchase: Purchase,
  change: PurseChange,
): EntryDocument => ({
  _id: entryIdOf(id),
  memberId,
  at,
  day: purchase.day,
  rule: 'purchase.points',
  programmeVersion: purchase.programmeVersion,
  change,
  cause: id,
  earning: purchase.earning,
  corrects: null,
  about: { storeName: source.storeName, amountFen: purchase.paidFen, receipt: source.receipt, reason: null },
  listKey: listKey(at, id),
})
