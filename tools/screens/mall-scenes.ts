/** The points mall, a reward, what was taken and the code to fetch it by: every state that is photographed. */
import type { RunningPhone } from '../../local/phone'
import { DARK, LARGE, opened, openidOf, sheet, unanswered, type Scene, type Setting } from './studio'
import { appears, touch } from './touch'

const MALL = '/pages/member/mall/index'
const EXCHANGES = '/pages/member/shop/exchanges/index'
const LARGE_ON_SMALL = { ...LARGE, viewport: { width: 320, height: 568 } }

/** The mall, and what is done there before the picture. */
const mall = (
  name: string,
  then: (phone: RunningPhone) => Promise<unknown> = async () => undefined,
  setting: Setting = {},
  id = 'shen-qinghe',
): Scene => ({
  name,
  play: async (studio) => {
    const phone = await studio.phone(openidOf(id), MALL, setting)
    await appears(phone, '.reward')
    await then(phone)
    return phone
  },
})

const reward =
  (words: string, then: (phone: RunningPhone) => Promise<unknown> = async () => undefined) =>
  async (phone: RunningPhone): Promise<void> => {
    await touch(phone, '.reward', words)
    await appears(phone, '.detail__name')
    await then(phone)
  }

const taking = (phone: RunningPhone): Promise<void> => touch(phone, '.detail-foot .button')

async function delivery(phone: RunningPhone): Promise<void> {
  await taking(phone)
  await touch(phone, '.take__way', '寄到家')
  await appears(phone, '.take__field')
}

async function takeForCode(phone: RunningPhone): Promise<void> {
  await taking(phone)
  await touch(phone, '.take .button', '扣')
  await appears(phone, '.ticket__qr')
}

async function searchInVain(phone: RunningPhone): Promise<void> {
  await touch(phone, '.mall-search')
  await (await appears(phone, '.search__input input')).fill('没有这件')
  await appears(phone, '.standstill')
}

const withoutAnswer = (name: string, how: 'waits' | 'fails', part: string): Scene => ({
  name,
  play: async (studio) => {
    const phone = await studio.phone(openidOf('shen-qinghe'))
    await appears(phone, '.home')
    await unanswered(phone, how)
    await phone.page.evaluate(`window.phone.open('${MALL}')`)
    await appears(phone, part)
    return phone
  },
})

export const MALL_SCENES: readonly Scene[] = [
  { ...sheet(mall('mall')), picture: '03-member-mall' },
  { ...mall('mall-dark', undefined, DARK), picture: '12-dark-member-mall' },
  mall('mall-short', (phone) => touch(phone, '.shelves__chip', '餐饮'), {}, 'lin-xiaoyu'),
  mall('mall-affordable', (phone) => touch(phone, '.shelves__chip', '我能兑'), {}, 'lin-xiaoyu'),
  mall('mall-nothing-found', searchInVain),
  withoutAnswer('mall-skeleton', 'waits', '.skeleton'),
  withoutAnswer('mall-offline', 'fails', '.standstill'),
  opened('mall-not-joined', 'xu-jianshan', '.standstill', { entry: MALL }),
  mall('english-mall', undefined, { language: 'en' }),
  sheet(mall('reward', reward('手冲咖啡'))),
  mall('reward-tier', async (phone) => {
    await touch(phone, '.shelves__chip', '餐饮')
    await reward('下午茶')(phone)
  }),
  mall('reward-sold-out', reward('花束')),
  mall('reward-take', reward('手冲咖啡', taking)),
  mall('reward-take-delivery', reward('香薰蜡烛', delivery), LARGE_ON_SMALL),
  opened('exchanges-none', 'lu-xiaoman', '.standstill', { entry: EXCHANGES }),
  mall('exchange-code', reward('手冲咖啡', takeForCode)),
  sheet(opened('exchanges', 'shen-qinghe', '.exchange', { entry: EXCHANGES })),
  {
    name: 'exchange-held',
    play: async (studio) => {
      const phone = await studio.phone(openidOf('shen-qinghe'), EXCHANGES)
      await touch(phone, '.exchange', '待领取')
      await appears(phone, '.exchange-sheet')
      return phone
    },
  },
]
