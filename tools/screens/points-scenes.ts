/** Points, the why of an entry, and the way between the tiers: every state that is photographed. */
import type { RunningPhone } from '../../local/phone'
import { opened, openidOf, sheet, type Scene } from './studio'
import { sendReceipt } from './receipt'
import { appears, touch } from './touch'

const UPGRADE = '/pages/member/today/upgrade/index'
const POINTS = '/pages/member/statement/points/index'
const GROWTH = '/pages/member/statement/growth/index'

/** The page of points, and what is done on it before the picture. */
const points = (name: string, id: string, then?: (phone: RunningPhone) => Promise<unknown>): Scene => ({
  name,
  play: async (studio) => {
    const phone = await studio.phone(openidOf(id), POINTS)
    await appears(phone, '.balance__soon')
    await then?.(phone)
    return phone
  },
})

const growth = (name: string, id: string): Scene => opened(name, id, '.stand', { entry: GROWTH })

/** The why of the newest line that says these words. */
const why = (name: string, id: string, said: string): Scene =>
  points(name, id, async (phone) => {
    await touch(phone, '.entry', said)
    await appears(phone, '.why__part')
  })

async function searchInVain(phone: RunningPhone): Promise<void> {
  await (await appears(phone, '.search__input input')).fill('没有这家店')
  await appears(phone, '.standstill')
}

const offline: Scene = {
  name: 'points-offline',
  play: async (studio) => {
    const phone = await studio.phone(openidOf('shen-qinghe'))
    await appears(phone, '.home')
    await phone.offline(true)
    await touch(phone, '.tier-card__sum')
    await appears(phone, '.standstill')
    return phone
  },
}

/** A tier of this minute, whose gift comes when nothing of the purchase can be returned any more. */
const giftAhead = (name: string, memberId: string, paidFen: number): Scene => ({
  name,
  play: async (studio) => {
    await sendReceipt(studio.cloud, {
      memberId,
      storeId: 'home',
      lines: [{ sku: '橡木长桌', quantity: 1, paidFen }],
    })
    const phone = await studio.phone(openidOf(memberId), UPGRADE)
    await appears(phone, '.ceremony__gift')
    return phone
  },
})

export const POINTS_SCENES: readonly Scene[] = [
  sheet(points('points', 'shen-qinghe')),
  points('points-all-days', 'shen-qinghe', (phone) => touch(phone, '.balance__lots .button')),
  points('points-debt', 'he-yian'),
  points('points-nothing-found', 'shen-qinghe', searchInVain),
  offline,
  sheet(why('why-earned', 'shen-qinghe', '消费')),
  why('why-taken-back', 'he-yian', '退'),
  sheet(growth('growth-gold', 'shen-qinghe')),
  growth('growth-basic', 'lu-xiaoman'),
  growth('growth-diamond', 'wen-di'),
  opened('card-upgraded', 'wen-di', '.upgrade'),
  sheet(opened('upgrade', 'wen-di', '.ceremony__title', { entry: UPGRADE })),
  giftAhead('upgrade-gift-ahead', 'jiang-wanyin', 10_000_000),
]
