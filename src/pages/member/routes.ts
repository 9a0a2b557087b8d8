/** How the member goes from one page to another. */
import Taro from '@tarojs/taro'
import type { CouponView } from '../../contract/coupon-views'
import { rememberOpened } from './opened-coupon'

const go = (url: string): void => void Taro.navigateTo({ url })
const tab = (url: string): void => void Taro.switchTab({ url })

/** A new beginning: who has joined, left or come without a way back starts at the card. */
export const openHome = (): void => void Taro.reLaunch({ url: '/pages/member/home/index' })
export const openMall = (): void => tab('/pages/member/mall/index')
export const openWallet = (): void => tab('/pages/member/wallet/index')
export const openMe = (): void => tab('/pages/member/me/index')
export const openCalendar = (): void => go('/pages/member/today/calendar/index')
export const openArrival = (code: string): void =>
  go(`/pages/member/today/arrival/index?code=${encodeURIComponent(code)}`)
export const openPoints = (): void => go('/pages/member/statement/points/index')
export const openGrowth = (): void => go('/pages/member/statement/growth/index')
export const openWhy = (entryId: string): void =>
  go(`/pages/member/statement/why/index?id=${encodeURIComponent(entryId)}`)
export const openReward = (rewardId: string): void =>
  go(`/pages/member/shop/reward/index?id=${encodeURIComponent(rewardId)}`)
export const openExchanges = (): void => go('/pages/member/shop/exchanges/index')
export const openPickup = (exchangeId: string): void =>
  go(`/pages/member/shop/pickup/index?id=${encodeURIComponent(exchangeId)}`)
export const openCode = (): void => go('/pages/member/code/index')
export const OFFERS_PAGE = '/pages/member/coupons/offers/index'
export const openOffers = (): void => go(OFFERS_PAGE)
export const GIFT_PAGE = '/pages/member/coupons/gift/index'
/** Whoever has joined comes back to where the way began. */
export const openJoinAndReturn = (): void => go('/pages/member/join/index?then=back')
export const openNotices = (): void => go('/pages/member/statement/notices/index')
export const openMessages = (): void => go('/pages/member/settings/messages/index')
export const openJoin = (): void => go('/pages/member/join/index')
export const openInvite = (): void => go('/pages/member/invite/card/index')
export const openProfile = (): void => go('/pages/member/settings/profile/index')
export const openBirthday = (): void => go('/pages/member/today/birthday/index')
export const openUpgrade = (): void => go('/pages/member/today/upgrade/index')
/** A coupon of which only the id is known yet. */
export const openCouponById = (couponId: string): void =>
  go(`/pages/member/coupons/coupon/index?id=${encodeURIComponent(couponId)}`)
export function openCoupon(coupon: CouponView): void {
  rememberOpened(coupon)
  openCouponById(coupon.couponId)
}
