/** Coupons at the counter: chosen for a price, handed over for themselves. */
import type { RunningPhone } from '../../local/phone'
import { holdsCoupons } from './coupons-in-hand'
import {
  keyIn,
  LARGE,
  scanned,
  sheet,
  SMALL,
  unanswered,
  type Scene,
  type Setting,
  type Studio,
} from './studio'
import { appears, touch } from './touch'

const SHEN = 'shen-qinghe'

async function serving(studio: Studio, amount: string, setting: Setting = {}): Promise<RunningPhone> {
  await holdsCoupons(studio.cloud, SHEN)
  const { assistant } = await scanned(studio, SHEN, setting)
  await keyIn(assistant, amount)
  return assistant
}

const atCounter = (name: string, amount: string, setting: Setting = {}): Scene => ({
  name,
  play: (studio) => serving(studio, amount, setting),
})

async function ticket(studio: Studio, words: string): Promise<RunningPhone> {
  const assistant = await serving(studio, '')
  await touch(assistant, '.ticket', words)
  await appears(assistant, '.redeem')
  return assistant
}

export const COUPON_SCENES: readonly Scene[] = [
  sheet({ ...atCounter('coupons', '386.00'), picture: '07-assistant-scan-result' }),
  atCounter('coupons-short', '288'),
  atCounter('coupons-large-font-320', '1386', { ...SMALL, ...LARGE }),
  {
    name: 'coupons-own-choice',
    play: async (studio) => {
      const assistant = await serving(studio, '386.00')
      await touch(assistant, '.ticket', '最多减 100')
      return assistant
    },
  },
  sheet({
    name: 'coupons-not-now',
    play: async (studio) => {
      const assistant = await serving(studio, '386.00')
      await touch(assistant, '.ticket--not-now')
      await appears(assistant, '.not-now')
      return assistant
    },
  }),
  sheet({ name: 'redeem', play: (studio) => ticket(studio, '栗子蛋糕') }),
  sheet({
    name: 'redeem-parking',
    play: async (studio) => {
      const assistant = await ticket(studio, '停车')
      await (await appears(assistant, '.plate input')).fill('A12345')
      return assistant
    },
  }),
  sheet({ name: 'redeem-benefit', play: (studio) => ticket(studio, '本月还有') }),
  {
    name: 'redeem-unknown',
    play: async (studio) => {
      const assistant = await ticket(studio, '栗子蛋糕')
      await unanswered(assistant, 'fails')
      await touch(assistant, '.redeem .button')
      await appears(assistant, '.redeem .notice')
      return assistant
    },
  },
  {
    name: 'redeemed',
    play: async (studio) => {
      const assistant = await ticket(studio, '栗子蛋糕')
      await touch(assistant, '.redeem .button')
      await appears(assistant, '.redeem--done')
      return assistant
    },
  },
]
