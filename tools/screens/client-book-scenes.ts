/** The counter beside scanning: receipt numbers, what a member says, the client book, a note. */
import type { RunningPhone } from '../../local/phone'
import { ASSISTANT, DESK, registered, scanned, sheet, unanswered, type Scene, type Studio } from './studio'
import { appears, touch } from './touch'

const SHEN = 'shen-qinghe'

async function way(studio: Studio, words: string): Promise<RunningPhone> {
  const phone = await studio.phone(ASSISTANT, DESK)
  await touch(phone, '.desk-head__ways .button', words)
  await appears(phone, '.sheet .typed-field')
  return phone
}

async function wrongReceipt(studio: Studio): Promise<RunningPhone> {
  const phone = await way(studio, '按小票退款')
  await (await appears(phone, '.receipt-sheet input')).fill('A-9')
  await touch(phone, '.receipt-sheet .button')
  await appears(phone, '.receipt-sheet .notice')
  return phone
}

async function wronglySaid(studio: Studio): Promise<RunningPhone> {
  const phone = await way(studio, '报手机尾号')
  await (await appears(phone, '.said-sheet input')).fill('1003')
  await (await appears(phone, '.said-sheet__date input')).fill('0523')
  await touch(phone, '.said-sheet .button')
  await appears(phone, '.said-sheet .notice')
  return phone
}

async function book(studio: Studio): Promise<RunningPhone> {
  const { assistant } = await scanned(studio, SHEN)
  await touch(assistant, '.visit-head')
  await appears(assistant, '.book__title')
  return assistant
}

async function noting(studio: Studio): Promise<RunningPhone> {
  const { assistant } = await registered(studio, SHEN, '386.00')
  await touch(assistant, '.visit-note .button')
  await (
    await appears(assistant, '.note-sheet__field textarea')
  ).fill('买了 200g 埃塞豆，磨豆偏细，教了调两格。')
  return assistant
}

export const CLIENT_BOOK_SCENES: readonly Scene[] = [
  { name: 'receipt-typing', play: (studio) => way(studio, '按小票退款') },
  { name: 'receipt-unknown', play: wrongReceipt },
  { name: 'said-typing', play: (studio) => way(studio, '报手机尾号') },
  sheet({ name: 'said-no-match', play: wronglySaid }),
  sheet({ name: 'client-book', play: book }),
  {
    name: 'client-book-skeleton',
    play: async (studio) => {
      const { assistant } = await scanned(studio, SHEN)
      await unanswered(assistant, 'waits')
      await touch(assistant, '.visit-head')
      await appears(assistant, '.book .skeleton')
      return assistant
    },
  },
  {
    name: 'client-book-offline',
    play: async (studio) => {
      const { assistant } = await scanned(studio, SHEN)
      await unanswered(assistant, 'fails')
      await touch(assistant, '.visit-head')
      await appears(assistant, '.standstill')
      return assistant
    },
  },
  { name: 'note', picture: '08-assistant-tasks-note', play: noting },
  {
    name: 'client-book-noted',
    play: async (studio) => {
      const phone = await noting(studio)
      await touch(phone, '.note-sheet .button')
      await appears(phone, '.visit-note .notice')
      return book(studio)
    },
  },
]
