/** What members took for points, at the counter: handed over by its code, or sent; and what was handed over for coupons. */
import type { RunningPhone } from '../../local/phone'
import { holdsCoupons } from './coupons-in-hand'
import { takesBeans, takesCoffee } from './exchanges-in-hand'
import { DESK, LARGE, openidOf, scanned, SMALL, type Scene, type Setting, type Studio } from './studio'
import { appears, touch } from './touch'

const SHEN = 'shen-qinghe'
const CHENG = 'cheng-yichuan'

async function handingOver(studio: Studio, setting: Setting = {}): Promise<RunningPhone> {
  const code = await takesCoffee(studio.cloud)
  const phone = await studio.phone(openidOf(CHENG), DESK, setting)
  await touch(phone, '.button', '输入 18 位码')
  await (await appears(phone, '.code-sheet input')).fill(code)
  await touch(phone, '.code-sheet .button')
  await appears(phone, '.hand-over__thing')
  return phone
}

async function toSend(studio: Studio, setting: Setting = {}): Promise<RunningPhone> {
  await takesBeans(studio.cloud)
  const phone = await studio.phone(openidOf(CHENG), DESK, setting)
  await touch(phone, '.desk-news__way', '待寄出')
  await appears(phone, '.to-send__thing')
  return phone
}

/** The desk of the book shop after a cake was handed over. */
async function afterRedeeming(studio: Studio): Promise<RunningPhone> {
  await holdsCoupons(studio.cloud, SHEN)
  const { assistant } = await scanned(studio, SHEN)
  await touch(assistant, '.ticket', '停车')
  await (await appears(assistant, '.plate input')).fill('A12345')
  await touch(assistant, '.redeem .button')
  await appears(assistant, '.redeem--done')
  await touch(assistant, '.redeem .button', '好')
  await touch(assistant, '.nav-bar__back')
  await appears(assistant, '.desk-news__way', '今天核销')
  return assistant
}

export const EXCHANGE_SCENES: readonly Scene[] = [
  { name: 'hand-over', play: (studio) => handingOver(studio) },
  {
    name: 'hand-over-large-font-320',
    play: (studio) => handingOver(studio, { ...SMALL, ...LARGE }),
  },
  {
    name: 'handed-over',
    play: async (studio) => {
      const phone = await handingOver(studio)
      await touch(phone, '.hand-over__go .button')
      await appears(phone, '.handed-over')
      return phone
    },
  },
  { name: 'to-send', play: (studio) => toSend(studio) },
  {
    name: 'to-send-typing-large-font-320',
    play: async (studio) => {
      const phone = await toSend(studio, { ...SMALL, ...LARGE })
      await touch(phone, '.to-send .button')
      await appears(phone, '.send-sheet')
      return phone
    },
  },
  { name: 'desk-redeemed', play: afterRedeeming },
  {
    name: 'redemptions',
    play: async (studio) => {
      const phone = await studio.phone(openidOf('gu-xiaowen'), '/pages/assistant/redemptions/index')
      await appears(phone, '.redemptions__row')
      return phone
    },
  },
]
