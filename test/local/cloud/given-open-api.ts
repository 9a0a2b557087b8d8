/** A cloud whose one function calls any open API, and how tests call it. */
import type { CloudOptions } from '../../../local/cloud'
import { failureOf, type GivenCloud, givenCloud } from './given-cloud'

const APIS = [
  'wxacode.get',
  'wxacode.getUnlimited',
  'wxacode.createQRCode',
  'subscribeMessage.send',
  'security.msgSecCheck',
  'security.imgSecCheck',
  'security.mediaCheckAsync',
  'urllink.generate',
  'urlscheme.generate',
  'ocr.idcard',
]
export const START = Date.UTC(2027, 0, 1)
export const ANNA = 'oAnna'
export const TEMPLATE = 'a-template'

export let given: GivenCloud
const open = async (options: Partial<CloudOptions> = {}) => {
  given = await givenCloud(
    {
      call: {
        main: `const [group, name] = event.api.split('.')
          const input = event.image ? { media: { contentType: 'image/png', value: Buffer.from(event.image) } } : event.input
          const answer = await cloud.openapi[group][name](input)
          return { ...answer, ...(answer.msgid ? { msgid: digits(answer.msgid) } : {}),
            ...(answer.buffer ? { buffer: answer.buffer.toString('base64') } : {}) }`,
        // The SDK hands out its big number taken to pieces of fourteen digits.
        before: `const digits = ({ c: [first, ...rest] }) => [first, ...rest.map((part) => String(part).padStart(14, '0'))].join('')`,
        config: { permissions: { openapi: APIS }, timeout: 20 },
      },
    },
    {},
    { clock: { now: START }, pages: ['pages/home/index'], maxInstances: 1, ...options },
  )
}
beforeAll(() => open())
afterAll(() => given.end())
beforeEach(() => given.cloud.reset())

export const call = async (api: string, input: object, extra: object = {}) => {
  const answer = await given.cloud.invoke('call', { api, input, ...extra })
  if (!answer.ok) throw new Error(answer.message)
  return answer.result as Record<string, unknown>
}
export const refusalOf = async (api: string, input: object, extra: object = {}) =>
  (await failureOf(call(api, input, extra))).message
export async function withRule(rule: string, work: () => Promise<void>): Promise<void> {
  await given.end()
  await open({ strict: { [rule]: false } })
  try {
    await work()
  } finally {
    await given.end()
    await open()
  }
}
