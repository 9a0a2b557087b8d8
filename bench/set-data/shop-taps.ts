/** What a member does with coupons and rewards: each kind of touch once. */
import { appears } from '../../tools/screens/touch'
import type { Meter } from './meter'

const MALL = '/pages/member/mall/index'
const WALLET = '/pages/member/wallet/index'
const GIFT = '/pages/member/coupons/gift/index'
const OFFERS = '/pages/member/coupons/offers/index'

/** @param giftId is of a coupon that a friend gives. */
export async function shopTaps(meter: Meter, giftId: string): Promise<void> {
  await meter.goes('/pages/member/home/index', '.tier-card__sum')
  await wallet(meter)
  await coupon(meter)
  await gift(meter, giftId)
  await offers(meter)
  await mall(meter)
  await reward(meter)
  await exchanges(meter)
}

const back = async (meter: Meter): Promise<void> =>
  meter.unmetered(async () => (await appears(meter.phone, '.nav-bar__back')).tap())

async function wallet(meter: Meter): Promise<void> {
  await meter.opensPage('open the wallet', WALLET, '.coupon')
  await meter.taps('wallet: what has ended', '.wallet__tab', '已过期')
  await meter.tapsBelow('wallet: see more that has ended', '.list-end .button')
  await meter.taps('wallet: what can be used, again', '.wallet__tab', '可用')
  await meter.taps('wallet: what was used', '.wallet__tab', '已使用')
  await meter.taps('wallet: what can be used, after little', '.wallet__tab', '可用')
  await meter.taps('wallet: only parking', '.wallet__chip', '停车')
  await meter.taps('wallet: none of this kind', '.wallet__chip', '买赠')
  await meter.taps('wallet: every kind', '.wallet__chip', '全部')
  await meter.tapsBelow('wallet: see more', '.list-end .button')
  await meter.scrolls('wallet: to the end of the list')
}

async function coupon(meter: Meter): Promise<void> {
  await meter.goes('/pages/member/home/index', '.tier-card__sum')
  await meter.goes(WALLET, '.coupon')
  // Without scrolling there, which would bring more of the wallet by itself.
  await meter.opens('open a coupon', '.coupon', '全场满减券')
  await meter.taps('coupon: give it away', '.given .button')
  await meter.taps('coupon: take it back', '.given .button', '收回')
  await back(meter)
}

async function gift(meter: Meter, giftId: string): Promise<void> {
  await meter.opensPage('open a gift', `${GIFT}?id=${encodeURIComponent(giftId)}`, '.gift__ways')
  await meter.taps('gift: take it', '.gift__ways .button')
}

async function offers(meter: Meter): Promise<void> {
  await meter.opensPage('open the offers', OFFERS, '.offer')
  await meter.taps('offers: claim one', '.offer__claim.pressable')
  await meter.scrolls('offers: to the end of the list')
  await back(meter)
}

async function mall(meter: Meter): Promise<void> {
  await meter.opensPage('open the mall', MALL, '.reward')
  await meter.taps('mall: within reach', '.shelves__chip', '我能兑')
  await meter.taps('mall: a shelf', '.shelves__chip', '生活')
  await meter.taps('mall: a shelf with little', '.shelves__chip', '亲子')
  await meter.taps('mall: everything', '.shelves__chip', '全部')
  await meter.tapsBelow('mall: see more', '.list-end .button')
  await meter.scrolls('mall: to the end of the list')
  await meter.taps('mall: search', '.mall-search')
  await meter.types('mall: search by a word', '.search__input input', '咖')
  await meter.taps('mall: clear the search', '.search__clear')
  await meter.types('mall: search in vain', '.search__input input', 'zz')
  await meter.taps('mall: show all after nothing was found', '.standstill .button')
}

async function reward(meter: Meter): Promise<void> {
  await meter.opens('open a reward that is sent', '.reward', '香薰蜡烛')
  await meter.taps('reward: take it', '.detail-foot .button')
  await meter.taps('reward: have it sent', '.take__way', '寄到家')
  await meter.types('reward: a letter of the address', '.take__field input', '沈')
  await meter.taps('reward: without the address', '.take .button')
  await meter.taps('reward: close the sheet', '.sheet__close')
  await back(meter)
  await meter.opens('open a reward', '.reward', '手冲咖啡')
  await meter.unmetered(async () => (await appears(meter.phone, '.detail-foot .button')).tap())
  await meter.opens('reward: take it, and see its code', '.take .button', '扣')
  await back(meter)
}

async function exchanges(meter: Meter): Promise<void> {
  await meter.opensPage('open what was exchanged', '/pages/member/shop/exchanges/index', '.exchange')
  await meter.taps('exchanges: open one', '.exchange', '待领取')
  await meter.taps('exchanges: give it back?', '.exchange-sheet .button', '取消')
  await meter.taps('exchanges: keep it', '.exchange-sheet .button--text')
  await meter.taps('exchanges: close the sheet', '.sheet__close')
}
