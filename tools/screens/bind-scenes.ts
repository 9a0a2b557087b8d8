/** Binding an old card at the counter: to a member who is served, to somebody who has not joined, and what is refused. */
import type { RunningPhone } from '../../local/phone'
import { sendReceipt } from './receipt'
import { DESK, openidOf, type Scene, scanned, sheet, type Studio } from './studio'
import { appears, touch } from './touch'

const SHEN = 'shen-qinghe'

async function typing(studio: Studio, card: string): Promise<RunningPhone> {
  const { assistant } = await scanned(studio, SHEN)
  await touch(assistant, '.register__under .button')
  await (await appears(assistant, '.bind-sheet .typed-field input')).fill(card)
  return assistant
}

export const BIND_SCENES: readonly Scene[] = [
  sheet({ name: 'bind-card', play: (studio) => typing(studio, '1234') }),
  {
    name: 'bind-card-unknown',
    play: async (studio) => {
      const phone = await typing(studio, '10203040')
      await touch(phone, '.bind-sheet .button')
      await appears(phone, '.bind-sheet .notice')
      return phone
    },
  },
  {
    name: 'bind-card-done',
    play: async (studio) => {
      const lines = [{ sku: '植物图鉴，精装全集', quantity: 1, paidFen: 128_000 }]
      await sendReceipt(studio.cloud, { storeId: 'home', card: '10203041', lines })
      const phone = await typing(studio, '10203041')
      await touch(phone, '.bind-sheet .button')
      await appears(phone, '.bind-sheet .notice--done')
      return phone
    },
  },
  {
    name: 'desk-bind-card',
    play: async (studio) => {
      const phone = await studio.phone(openidOf('gu-xiaowen'), DESK)
      await touch(phone, '.desk-head__ways .button:last-child')
      await appears(phone, '.bind-sheet')
      return phone
    },
  },
]
