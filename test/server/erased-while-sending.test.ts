/** An account that is closed while a message of it is on its way: the stand-in here is WeChat, which takes its time. */
let whileSending = async (): Promise<unknown> => undefined
let answer = 'sent'
jest.mock('../../src/server/run/messenger', () => ({
  sendMessage: async () => {
    await whileSending()
    return answer
  },
}))

import { addDays, addMonths, startOfDay, type BusinessDay } from '../../src/domain/time/business-day'
import type { NoticeDocument } from '../../src/server/store/notices'
import { sdkDatabase } from '../local/cloud/sdk'
import { dataOf } from './cloud'
import { mallOfFile, MEMBER, MINUTE } from './mall'
import { nightOf } from './nights'

const mall = mallOfFile()
let notice: NoticeDocument
let morning: number

beforeEach(async () => {
  await mall().join(MEMBER)
  await mall().receipt('one', 10_000)
  dataOf(await mall().ask('member', 'allow-messages', MEMBER, { accepted: ['points'] }))
  const month = addDays(addMonths(mall().today() as BusinessDay, 12), -30)
  await nightOf(mall(), month)
  morning = startOfDay(month) + 9 * 60 * MINUTE
  mall().cloud.clock.set(morning)
  ;[notice] = mall().all<NoticeDocument>('notices') as [NoticeDocument]
  expect(notice.sendAt).toBe(morning)
})

const send = async () => {
  sdkDatabase(mall().cloud)
  const { dueNoticesJob } = await import('../../src/server/clock/due-notices')
  await dueNoticesJob.step({ ...notice, sendAt: morning }, morning)
}
const close = async () => {
  const { cardNumber } = mall().member()
  return dataOf(await mall().ask('member', 'close-account', MEMBER, { cardNumber, shownPoints: 100 }))
}

test.each(['sent', 'no-permission', 'refused', 'unreachable'])(
  'nothing is written back: %s',
  async (said) => {
    answer = said
    whileSending = close
    await send()
    expect(mall().all('notices')).toEqual([])
    const [member] = mall().all<{ messages?: unknown }>('members')
    expect(member?.messages).toBeUndefined()
  },
)

test('what is still there says what became of it', async () => {
  answer = 'sent'
  whileSending = async () => undefined
  await send()
  const { sendAt: _sendAt, ...kept } = notice
  expect(mall().all('notices')).toEqual([{ ...kept, state: 'sent' }])
})

test('WeChat that does not answer is asked again in a minute', async () => {
  answer = 'unreachable'
  whileSending = async () => undefined
  await send()
  expect(mall().all('notices')).toEqual([{ ...notice, attempts: 1, sendAt: morning + MINUTE }])
})

test('it is asked five times at most, with the one permission that was taken', async () => {
  answer = 'unreachable'
  whileSending = async () => undefined
  const waits: number[] = []
  for (let at = morning; ;) {
    sdkDatabase(mall().cloud)
    const { dueNoticesJob } = await import('../../src/server/clock/due-notices')
    await dueNoticesJob.step({ ...notice, sendAt: at }, at)
    const [now] = mall().all<NoticeDocument>('notices')
    if (now?.sendAt === undefined) break
    waits.push((now.sendAt - at) / MINUTE)
    at = now.sendAt
  }
  expect(waits).toEqual([1, 5, 25, 125])
  expect(mall().all('notices')).toMatchObject([{ state: 'kept', why: 'unreachable', attempts: 5 }])
  expect(mall().member().messages?.quota).toEqual({ points: 0 })
})
