/** The words in which tests of invitations are written: somebody invites, a friend accepts, joins and buys. */
import { spendable } from '../../src/domain/points/purse'
import { businessDayOf } from '../../src/domain/time/business-day'
import type { CouponDocument } from '../../src/server/store/coupons'
import { codeOf, dataOf, newOperation } from './cloud'
import { goods, MEMBER, MINUTE, type Mall } from './mall'
import { offer, publish } from './offers'

export const FRIEND_OFFER = 'friend-30'
export const friendOpenid = (n: number): string => `openid-friend-${n}`
export const friendPhone = (n: number): string => `137${String(n).padStart(8, '0')}`
/** What a phone keeps to be known again: another one for each person, unless a test says otherwise. */
export const deviceOf = (openid: string): string => openid.replaceAll('-', '').padStart(22, '0').slice(-22)

export const publishFriendOffer = (mall: Mall): Promise<void> =>
  publish(mall, offer(FRIEND_OFFER, { worth: { kind: 'cash', offFen: 3_000 }, claim: null }))

export const codeFor = async (mall: Mall, openid: string): Promise<string> =>
  dataOf(await mall.ask('member', 'start-inviting', openid, { device: deviceOf(openid) })).code

export const accept = (
  mall: Mall,
  code: string,
  openid: string,
  operationId = newOperation(),
  device = deviceOf(openid),
) => mall.ask('member', 'accept-invitation', openid, { code, device }, operationId)

export const joinAs = (mall: Mall, openid: string, phone: string, operationId = newOperation()) => {
  const phoneCode = mall.cloud.newPhoneCode(phone)
  return mall.ask('member', 'join', openid, { phoneCode, name: openid }, operationId)
}

/** Accepts and joins. @returns what joining said of the invitation. */
export async function befriend(mall: Mall, code: string, n: number) {
  const accepted = await accept(mall, code, friendOpenid(n))
  if (codeOf(accepted) !== 'ok') throw new Error(`friend ${n}: ${codeOf(accepted)}`)
  return dataOf(await joinAs(mall, friendOpenid(n), friendPhone(n))).invited
}

export async function buyAs(
  mall: Mall,
  n: number,
  paidFen: number,
  receipt = newOperation(),
): Promise<string> {
  const input = { receipt, member: { phone: friendPhone(n) }, lines: [goods(paidFen)] }
  dataOf(await mall.till('purchase', mall.till1, input))
  return receipt
}

export const bringBack = (mall: Mall, purchase: string) =>
  mall.till('refund', mall.till1, {
    receipt: newOperation(),
    purchase,
    lines: [{ line: 0, quantity: 1 }],
  })

export const invitedOf = (mall: Mall, n: number) => mall.member(friendOpenid(n)).invited
export const couponOfFriend = (mall: Mall, n: number): CouponDocument | undefined =>
  mall.all<CouponDocument>('coupons').find(({ _id }) => _id === `invited:${mall.member(friendOpenid(n))._id}`)

/** Another person a minute later, as people come. */
export const later = (mall: Mall): void => void mall.cloud.clock.shift(MINUTE)

export const inviteOf = async (mall: Mall, by = MEMBER) => dataOf(await mall.ask('member', 'invite', by))
export const invitationFor = async (mall: Mall, by: string, code: string) =>
  dataOf(await mall.ask('member', 'invitation', by, { code }))

export async function closeAccount(mall: Mall, openid: string): Promise<void> {
  const { cardNumber, account } = mall.member(openid)
  const shownPoints = spendable(account.purse, businessDayOf(mall.now()))
  dataOf(await mall.ask('member', 'close-account', openid, { cardNumber, shownPoints }))
}
