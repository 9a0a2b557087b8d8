/** CloudIDs: in the event of a call, exchanged by getOpenData, and over after five minutes. */
import { failureOf, type GivenCloud, givenCloud } from './given-cloud'

const PHONE = { phoneNumber: '13800001111', countryCode: '86' }
let given: GivenCloud
const open = async (strict = {}) => {
  given = await givenCloud(
    {
      echo: { main: 'return event' },
      exchange: { main: 'return cloud.getOpenData({ list: event.list })', config: { timeout: 20 } },
      sign: {
        main: 'return cloud.getVoIPSign({ groupId: "a", nonce: "b", timestamp: 1 })',
        config: { timeout: 20 },
      },
    },
    {},
    { clock: { now: Date.UTC(2027, 0, 1) }, strict },
  )
}
beforeAll(() => open())
afterAll(() => given.end())

const newId = async () => {
  const init = { method: 'POST', body: JSON.stringify({ data: PHONE }) }
  const response = await fetch(`${given.cloud.url}/control/cloud-ids`, init)
  return ((await response.json()) as { cloudID: string }).cloudID
}
const called = async (data: object) => {
  const response = await fetch(`${given.cloud.url}/client/callFunction`, {
    method: 'POST',
    headers: { 'x-local-openid': 'oAnna' },
    body: JSON.stringify({ name: 'echo', data }),
  })
  return ((await response.json()) as { result: Record<string, unknown> }).result
}
const exchanged = async (list: string[]) => {
  const answer = await given.cloud.invoke('exchange', { list }, { openid: 'oAnna' })
  if (!answer.ok) throw new Error(answer.message)
  return (answer.result as { list: unknown[] }).list
}

test('only the fields of the event itself are replaced', async () => {
  const id = await newId()
  const event = await called({ phone: { $cloudID: id }, deep: { phone: { $cloudID: id } } })
  expect(event).toMatchObject({
    phone: { cloudID: id, data: { ...PHONE, watermark: { appid: 'wxlocal0000000001' } } },
    deep: { phone: { $cloudID: id } },
  })
})

test('getOpenData exchanges what a function was handed', async () => {
  const ids = [await newId(), await newId()]
  expect(await exchanged(ids)).toMatchObject(ids.map((cloudID) => ({ cloudID, data: PHONE })))
})

test('cloudIdTime, unverified: the code of an id that is over or unknown', async () => {
  const id = await newId()
  given.cloud.clock.shift(5 * 60_000 + 1000)
  expect(await exchanged([id, 'none'])).toMatchObject([
    { cloudID: id, errCode: -601006, errMsg: 'cloudID expired' },
    { cloudID: 'none', errCode: -601006 },
  ])
  expect(await called({ phone: { $cloudID: id } })).toMatchObject({ phone: { errCode: -601006 } })
  await given.end()
  await open({ cloudIdTime: false })
  const other = await newId()
  given.cloud.clock.shift(86_400_000)
  expect(await exchanged([other])).toMatchObject([{ data: PHONE }])
})

test('getVoIPSign is refused by its name', async () => {
  const answer = given.cloud.invoke('sign', {}).then((result) => {
    if (!result.ok) throw new Error(result.message)
  })
  expect((await failureOf(answer)).message).toMatch(/local cloud does not implement \w*VoIPSign/i)
})
