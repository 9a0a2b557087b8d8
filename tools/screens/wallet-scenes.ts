/** The wallet and the offers: every state that is photographed. */
import type { RunningPhone } from '../../local/phone'
import { asked, claimed, withOffers, withWallet } from './wallet-offers'
import {
  ASSISTANT,
  DESK,
  openidOf,
  sheet,
  SMALL,
  LARGE,
  toSecond,
  unanswered,
  type Scene,
  type Setting,
  type Studio,
} from './studio'
import { appears, touch } from './touch'

const WALLET = '/pages/member/wallet/index'
const OFFERS = '/pages/member/coupons/offers/index'
const GIFT = '/pages/member/coupons/gift/index'

type Then = (phone: RunningPhone, studio: Studio) => Promise<unknown>

const wallet = (name: string, id: string, part: string, then?: Then, setting: Setting = {}): Scene => ({
  name,
  play: async (studio) => {
    await withWallet(studio)
    const phone = await studio.phone(openidOf(id), WALLET, setting)
    await appears(phone, part)
    await then?.(phone, studio)
    return phone
  },
})

const offers = (name: string, then?: Then, setting: Setting = {}): Scene => ({
  name,
  play: async (studio) => {
    await withOffers(studio)
    const phone = await studio.phone(openidOf('pei-qingyue'), OFFERS, setting)
    await appears(phone, '.offer')
    await then?.(phone, studio)
    return phone
  },
})

/** Opened from the card while nothing is answered. */
const alone = (name: string, how: 'waits' | 'fails', url: string, part: string): Scene => ({
  name,
  play: async (studio) => {
    const phone = await studio.phone(openidOf('shen-qinghe'))
    await appears(phone, '.home')
    await unanswered(phone, how)
    await phone.page.evaluate(`window.phone.open('${url}')`)
    await appears(phone, part)
    return phone
  },
})

/** A coupon's page, opened from its ticket. */
const coupon = (name: string, ticket: string, then?: Then): Scene =>
  wallet(name, 'shen-qinghe', '.coupon', async (phone, studio) => {
    toSecond(studio, 8)
    await phone.refreshClock()
    await touch(phone, '.coupon', ticket)
    await appears(phone, '.square__qr')
    await then?.(phone, studio)
  })

/** 裴清越 gives a coupon away. */
async function given(studio: Studio): Promise<string> {
  await withOffers(studio)
  const couponId = await claimed(studio, 'pei-qingyue', 'tea-15')
  const answer = await asked(studio, 'member', openidOf('pei-qingyue'), 'give-coupon', { couponId })
  return (answer as { giftId: string }).giftId
}

let offered: Promise<string> | null = null

const gift = (name: string, openid: string, part: string, then?: Then): Scene => ({
  name,
  play: async (studio) => {
    const giftId = await (offered ??= given(studio))
    const phone = await studio.phone(openid, `${GIFT}?id=${giftId}`)
    await appears(phone, part)
    await then?.(phone, studio)
    return phone
  },
})

/** The coupon's own code is scanned and what it is for is handed over. */
const redeemed: Then = async (phone, studio) => {
  const assistant = await studio.phone(ASSISTANT, DESK)
  assistant.setScanner(() => phone.screenshot())
  await touch(assistant, '.desk-head__scan .button')
  await appears(assistant, '.visit-head')
}

export const WALLET_SCENES: readonly Scene[] = [
  { ...sheet(wallet('wallet', 'shen-qinghe', '.coupon')), picture: '04-member-wallet' },
  wallet('wallet-expired', 'shen-qinghe', '.coupon', async (phone) => {
    await touch(phone, '.wallet__tab', '已过期')
    await appears(phone, '.coupon--past')
  }),
  wallet('wallet-used', 'shen-qinghe', '.coupon', async (phone) => {
    await touch(phone, '.wallet__tab', '已使用')
    await appears(phone, '.coupon__mark', '已使用')
  }),
  wallet('wallet-empty', 'lu-xiaoman', '.standstill'),
  alone('wallet-skeleton', 'waits', WALLET, '.wallet__list--skeleton'),
  alone('wallet-offline', 'fails', WALLET, '.standstill'),
  wallet('wallet-large-font-320', 'shen-qinghe', '.coupon', undefined, { ...LARGE, ...SMALL }),
  sheet({ ...coupon('coupon', '见野花事现金券'), picture: '04-member-wallet-sheet' }),
  coupon('coupon-scanned', '停车抵扣券', async (phone, studio) => {
    await redeemed(phone, studio)
    await appears(phone, '.square__renews', '扫到了')
  }),
  coupon('coupon-given', '全场满减券', async (phone) => {
    await touch(phone, '.given .button')
    await appears(phone, '.given__title')
  }),
  sheet(gift('gift', openidOf('shen-qinghe'), '.gift__ways')),
  gift('gift-join-first', 'demo-nobody', '.gift__ways'),
  gift('gift-own', openidOf('pei-qingyue'), '.gift__settled'),
  gift('gift-accepted', openidOf('fang-zhixing'), '.gift__ways', async (phone) => {
    await touch(phone, '.gift__ways .button')
    await appears(phone, '.gift__settled', '收下了')
  }),
  gift('gift-taken', openidOf('shen-qinghe'), '.gift__settled'),
  sheet(offers('offers')),
  offers('offers-claimed', async (phone) => {
    await touch(phone, '.offer__claim')
    await appears(phone, '.offer__said', '已放进卡包')
  }),
  alone('offers-skeleton', 'waits', OFFERS, '.offers .skeleton'),
  alone('offers-offline', 'fails', OFFERS, '.standstill'),
]
