/** A purchase of several pieces: keyed in one by one, counted, named, registered, and told apart when one comes back. */
import type { RunningPhone } from '../../local/phone'
import { keyIn, type Scene, scanned, sheet, type Studio } from './studio'
import { appears, touch } from './touch'

const SHEN = 'shen-qinghe'

/** `198+59.5`: digits, and the key for one more piece. */
async function keyPieces(phone: RunningPhone, keys: string): Promise<void> {
  for (const [place, amount] of keys.split('+').entries()) {
    if (place > 0) await touch(phone, '.keypad__key--add')
    await keyIn(phone, amount)
  }
}

async function name(phone: RunningPhone, row: number, words: string, more = 0): Promise<void> {
  await touch(phone, `.pieces__row:nth-child(${row}) .pieces__piece`)
  await (await appears(phone, '.piece-sheet .typed-field input')).fill(words)
  for (let n = 0; n < more; n += 1) await touch(phone, '.piece-sheet .stepper__step:last-child')
  await touch(phone, '.piece-sheet .button')
  await phone.page.waitForTimeout(500)
}

async function named(studio: Studio): Promise<RunningPhone> {
  const { assistant } = await scanned(studio, SHEN)
  await keyPieces(assistant, '198+59.5+')
  await name(assistant, 1, '亚麻面笔记本')
  await name(assistant, 2, '手工陶瓷马克杯，粗陶釉面，带木盖', 2)
  await keyIn(assistant, '86')
  return assistant
}

export const PIECES_SCENES: readonly Scene[] = [
  sheet({ name: 'register-pieces', play: named }),
  {
    name: 'register-pieces-many',
    play: async (studio) => {
      const { assistant } = await scanned(studio, SHEN)
      await keyPieces(assistant, '198+59.5+12+1299+8.8+45+120+66.6+')
      await touch(assistant, '.keypad__key--add')
      return assistant
    },
  },
  {
    name: 'register-piece-sheet',
    play: async (studio) => {
      const phone = await named(studio)
      await touch(phone, '.pieces__row:nth-child(2) .pieces__piece')
      await appears(phone, '.piece-sheet__known')
      return phone
    },
  },
  {
    name: 'refund-pieces',
    play: async (studio) => {
      const phone = await named(studio)
      await touch(phone, '.keypad__confirm')
      await touch(phone, '.registered .button', '完成')
      await touch(phone, '.purchase-row')
      await appears(phone, '.refund-lines__all')
      return phone
    },
  },
]
