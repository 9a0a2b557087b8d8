/** What happens at the counter, on both sides of it. These scenes change the mall: each finds what the ones before it left. */
import type { RunningPhone } from '../../local/phone'
import { sendReceipt } from './receipt'
import {
  DESK,
  keyIn,
  LARGE,
  opened,
  openidOf,
  registered,
  type Scene,
  scanned,
  type Setting,
  sheet,
  SMALL,
  type Studio,
  unanswered,
} from './studio'
import { appears, touch } from './touch'

const GU = 'gu-xiaowen'
const SHEN = 'shen-qinghe'

const desk = (name: string, part: string): Scene => opened(name, GU, part, { entry: DESK })

const register = (
  name: string,
  memberId: string,
  amount: string,
  setting: Setting = {},
  picture?: string,
): Scene => ({
  name,
  ...(picture ? { picture } : {}),
  play: async (studio) => {
    const { assistant } = await scanned(studio, memberId, setting)
    await keyIn(assistant, amount)
    return assistant
  },
})

const registering: readonly Scene[] = [
  desk('desk-empty', '.standstill'),
  opened('desk-not-staff', 'lu-xiaoman', '.button', { entry: DESK }),
  {
    name: 'desk-typing',
    play: async (studio) => {
      const phone = await studio.phone(openidOf(GU), DESK)
      await touch(phone, '.button', '输入 18 位码')
      await appears(phone, '.code-sheet')
      return phone
    },
  },
  {
    name: 'desk-typed-wrong',
    play: async (studio) => {
      const phone = await studio.phone(openidOf(GU), DESK)
      await touch(phone, '.button', '输入 18 位码')
      await (await appears(phone, '.typed-field input')).fill('288062317049551236')
      await touch(phone, '.code-sheet .button')
      await appears(phone, '.code-sheet .notice')
      return phone
    },
  },
  {
    name: 'desk-receipt',
    play: async (studio) => {
      const phone = await studio.phone(openidOf(GU), DESK)
      await touch(phone, '.desk-head__ways .button', '按小票退款')
      await appears(phone, '.receipt-sheet')
      return phone
    },
  },
  {
    name: 'desk-said',
    play: async (studio) => {
      const phone = await studio.phone(openidOf(GU), DESK)
      await touch(phone, '.desk-head__ways .button:nth-child(2)')
      await appears(phone, '.sheet__title')
      return phone
    },
  },
  register('register-empty', SHEN, ''),
  sheet(register('register', SHEN, '386.00', {}, '07-assistant-scan-result')),
  register('register-large-font-320', SHEN, '999999.99', { ...SMALL, ...LARGE }),
  register('register-over-the-limit', SHEN, '9999999', SMALL),
  register('register-upgrade', 'lu-xiaoman', '52000'),
  register('register-long-name', 'long-name', '128'),
  register('register-debt', 'he-yian', '68'),
  {
    name: 'code-scanned',
    play: async (studio) => {
      const { member } = await scanned(studio, SHEN)
      await appears(member, '.outcome__mark--scanned')
      return member
    },
  },
  sheet({
    name: 'register-unknown',
    play: async (studio) => {
      const { assistant } = await scanned(studio, SHEN)
      await keyIn(assistant, '128')
      await unanswered(assistant, 'fails')
      await touch(assistant, '.keypad__confirm')
      await appears(assistant, '.notice')
      return assistant
    },
  }),
  {
    name: 'register-total-changed',
    play: async (studio) => {
      const { assistant } = await scanned(studio, 'lin-xiaoyu')
      await keyIn(assistant, '100')
      const atlas = { sku: '植物图鉴，精装全集', quantity: 1, paidFen: 5_200_000 }
      await sendReceipt(studio.cloud, { storeId: 'home', memberId: 'lin-xiaoyu', lines: [atlas] })
      await touch(assistant, '.keypad__confirm')
      await appears(assistant, '.notice')
      return assistant
    },
  },
  {
    name: 'register-client-book',
    play: async (studio) => {
      const { assistant } = await scanned(studio, SHEN)
      await touch(assistant, '.visit-head')
      await appears(assistant, '.book__title')
      return assistant
    },
  },
  sheet({
    name: 'registered',
    play: async (studio) => (await registered(studio, SHEN, '386.00')).assistant,
  }),
  {
    name: 'code-points-arrived',
    play: async (studio) => {
      const { member } = await registered(studio, SHEN, '86')
      await appears(member, '.outcome__points')
      return member
    },
  },
  {
    name: 'registered-upgrade',
    play: async (studio) => (await registered(studio, 'lu-xiaoman', '52000')).assistant,
  },
  {
    name: 'code-upgraded',
    play: async (studio) => {
      const { member } = await registered(studio, 'song-zhixu', '52000')
      await appears(member, '.outcome__upgrade')
      return member
    },
  },
  sheet(desk('desk', '.purchase-row')),
]

/** The desk after a registration that can still be undone. */
async function backAtDesk(studio: Studio): Promise<RunningPhone> {
  const { assistant } = await registered(studio, SHEN, '199')
  await touch(assistant, '.registered .button', '完成')
  return assistant
}

/** The refund of a receipt of two lines, of which one copy is chosen. */
async function refunding(studio: Studio): Promise<RunningPhone> {
  const lines = [
    { sku: '短篇小说集', quantity: 2, paidFen: 9_600 },
    { sku: '亚麻面笔记本', quantity: 1, paidFen: 6_800 },
  ]
  studio.cloud.clock.shift(61_000)
  await sendReceipt(studio.cloud, { storeId: 'books', memberId: SHEN, lines })
  const phone = await studio.phone(openidOf(GU), DESK)
  await touch(phone, '.purchase-row', '收银台')
  await touch(phone, '.stepper__step:last-child')
  await touch(phone, '.reason-choice__chip', '质量')
  return phone
}

async function refunded(studio: Studio): Promise<RunningPhone> {
  const phone = await refunding(studio)
  await touch(phone, '.refund__go .button')
  await touch(phone, '.button', '确认退')
  await appears(phone, '.refunded')
  return phone
}

const takingBack: readonly Scene[] = [
  {
    name: 'refund-by-hand',
    play: async (studio) => {
      const assistant = await backAtDesk(studio)
      await touch(assistant, '.purchase-row')
      await appears(assistant, '.refund-lines__all')
      return assistant
    },
  },
  sheet({ name: 'refund', play: refunding }),
  {
    name: 'refund-confirm',
    play: async (studio) => {
      const phone = await refunding(studio)
      await touch(phone, '.refund__go .button')
      await appears(phone, '.confirm-refund__words')
      return phone
    },
  },
  { name: 'refunded', play: refunded },
  {
    name: 'desk-undo',
    play: async (studio) => {
      const phone = await backAtDesk(studio)
      await touch(phone, '.purchase-row__undo')
      await appears(phone, '.button', '撤销这笔登记')
      return phone
    },
  },
  {
    name: 'desk-undone',
    play: async (studio) => {
      const phone = await backAtDesk(studio)
      await touch(phone, '.purchase-row__undo')
      await touch(phone, '.button', '撤销这笔登记')
      await appears(phone, '.notice')
      return phone
    },
  },
]

const last: readonly Scene[] = [
  {
    name: 'card-seven-digits-320',
    play: async (studio) => {
      await registered(studio, 'jiang-wanyin', '999999.99')
      const phone = await studio.phone(openidOf('jiang-wanyin'), undefined, { ...SMALL, ...LARGE })
      await appears(phone, '.home__greeting')
      return phone
    },
  },
  {
    name: 'join-welcome',
    play: async (studio) => {
      const phone = await studio.phone(openidOf('xu-jianshan'))
      await (await appears(phone, '.join__input input')).fill('许见山')
      await touch(phone, '.join__panel .button')
      await appears(phone, '.join__card')
      return phone
    },
  },
]

export const COUNTER_SCENES: readonly Scene[] = [...registering, ...takingBack, ...last]
