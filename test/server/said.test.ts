/** A member whose screen is broken: found by the phone's last digits and the birthday, both or not at all, a few times a day. */
import { MALL_PROGRAMME } from '../../src/domain/programme/default-programmes'
import type { Said } from '../../src/domain/members/said'
import { codeOf, dataOf, newOperation } from './cloud'
import { ASSISTANT, COLLEAGUE, DAY, MANAGER, mallOfFile, MEMBER, MINUTE, NEIGHBOUR } from './mall'
import { nothingWritten, OTHER_MEMBER, PHONES, STRANGER } from './mall'

const mall = mallOfFile()
const { perAssistant, perStore } = MALL_PROGRAMME.saidLimits

const SAID: Said = { phoneTail: '0001', birthday: { calendar: 'solar', month: 5, day: 23 } }

const say = (said: Said = SAID, by = ASSISTANT, operationId = newOperation()) =>
  mall().ask('assistant', 'find-by-phone-tail', by, said, operationId)
const bornOn = async (openid: string, month: number, day: number, calendar: 'solar' | 'lunar' = 'solar') => {
  const birthday = { calendar, year: null, month, day, leapMonth: false }
  dataOf(
    await mall().ask('member', 'save-profile', openid, {
      name: openid,
      salutation: null,
      birthday,
      tags: [],
    }),
  )
}
const audited = () =>
  mall()
    .all<{ action: string; by: string; subject: string; answer: unknown }>('audit')
    .filter(({ action }) => action === 'said')
const counts = () => mall().all<{ count: number }>('said-counts')

beforeEach(async () => {
  await mall().join(MEMBER)
  await bornOn(MEMBER, 5, 23)
})

describe('a member who says both', () => {
  test('is served like one whose code was scanned; visit, count and audit are written', async () => {
    const view = dataOf(await say())
    expect(view).toMatchObject({ member: { name: MEMBER, phoneTail: '0001' }, storeName: 'store-1' })
    expect(view.until - view.serverNow).toBe(30 * MINUTE)
    expect(mall().all('visits')).toMatchObject([
      { openid: MEMBER, assistantOpenid: ASSISTANT, storeId: 'store-1', way: 'said' },
    ])
    const { _id } = mall().member()
    expect(audited()).toMatchObject([{ by: ASSISTANT, subject: _id, answer: { outcome: 'opened' } }])
    expect(counts()).toMatchObject([{ count: 1, byAssistant: { [ASSISTANT]: 1 } }])
    await mall().buy(10_000, view.visit)
    expect(mall().member().account.purse).toMatchObject({ earned: 100 })
  })

  test('by the lunar calendar is found by the lunar calendar alone', async () => {
    await mall().join(OTHER_MEMBER)
    await bornOn(OTHER_MEMBER, 8, 30, 'lunar')
    const said: Said = { phoneTail: '0002', birthday: { calendar: 'lunar', month: 8, day: 30 } }
    expect(dataOf(await say(said)).member.name).toBe(OTHER_MEMBER)
    expect(codeOf(await say({ ...said, birthday: { ...said.birthday, calendar: 'solar' } }))).toBe(
      'said.no-match',
    )
  })

  test('sent again is the same visit and counts once; other words under the same id are refused', async () => {
    const operationId = newOperation()
    const first = dataOf(await say(SAID, ASSISTANT, operationId))
    mall().cloud.clock.shift(MINUTE)
    const again = await nothingWritten(mall(), () => say(SAID, ASSISTANT, operationId))
    expect(again).toMatchObject({ ok: true, replayed: true })
    expect(dataOf(again)).toMatchObject({ visit: first.visit, until: first.until })
    const other = { ...SAID, phoneTail: '0002' }
    expect(codeOf(await nothingWritten(mall(), () => say(other, ASSISTANT, operationId)))).toBe(
      'operation.mismatch',
    )
  })
})

describe('nobody is found, and nothing tells why,', () => {
  const birthday = SAID.birthday
  test.each([
    ['with another phone tail', { ...SAID, phoneTail: '0009' }],
    ['with another day', { ...SAID, birthday: { ...birthday, day: 24 } }],
    ['with another month', { ...SAID, birthday: { ...birthday, month: 6 } }],
    ['when the member gave no birthday', { ...SAID, phoneTail: '0002' }],
  ])('%s', async (_, said) => {
    await mall().join(OTHER_MEMBER)
    const answer = await say(said)
    expect(answer).toMatchObject({ ok: false, error: { code: 'said.no-match' } })
    expect(answer).not.toHaveProperty('error.details')
    expect(mall().all('visits')).toEqual([])
    expect(audited()).toMatchObject([{ by: ASSISTANT, subject: 'nobody', answer: { outcome: 'no-match' } }])
    expect(counts()).toMatchObject([{ count: 1 }])
  })

  test('when two members answer to both', async () => {
    await mall().join(OTHER_MEMBER, '13912340001')
    await bornOn(OTHER_MEMBER, 5, 23)
    expect(codeOf(await say())).toBe('said.no-match')
  })

  test('when the account was never claimed', async () => {
    const member = { phone: '13612348888' }
    const lines = [{ sku: 'goods-1', quantity: 1, paidFen: 10_000 }]
    dataOf(await mall().till('purchase', mall().till1, { receipt: 'A-1', member, lines }))
    expect(codeOf(await say({ ...SAID, phoneTail: '8888' }))).toBe('said.no-match')
  })
})

describe('the own card and a frozen one', () => {
  test('open no visit, and are counted', async () => {
    await bornOn(ASSISTANT, 1, 2)
    await mall().join(OTHER_MEMBER, '13912345555')
    await bornOn(OTHER_MEMBER, 5, 23)
    dataOf(await mall().ask('member', 'change-card', OTHER_MEMBER, { step: 'freeze' }))
    const own: Said = { phoneTail: '0001', birthday: { calendar: 'solar', month: 1, day: 2 } }
    expect(codeOf(await say(own))).toBe('visit.own-card')
    expect(codeOf(await say({ ...SAID, phoneTail: '5555' }))).toBe('card.frozen')
    expect(mall().all('visits')).toEqual([])
    expect(counts()).toMatchObject([{ count: 2 }])
  })
})

describe('the limit of a day', () => {
  const wrong = { ...SAID, phoneTail: '0009' }
  const tries = async (count: number, by: string): Promise<string[]> => {
    const codes: string[] = []
    for (let n = 1; n <= count; n += 1) codes.push(codeOf(await say(wrong, by)))
    return codes
  }

  test('of an assistant holds for wrong and right words alike, writes nothing, and is over the next day', async () => {
    expect(new Set(await tries(perAssistant, ASSISTANT))).toEqual(new Set(['said.no-match']))
    expect(codeOf(await nothingWritten(mall(), () => say()))).toBe('said.too-many-today')
    await mall().hire(COLLEAGUE)
    expect(codeOf(await say(SAID, COLLEAGUE))).toBe('ok')
    mall().cloud.clock.shift(DAY)
    expect(codeOf(await say())).toBe('ok')
  })

  test('of a store holds for all of its assistants together, and for no other store', async () => {
    await mall().hire(COLLEAGUE)
    await mall().hire(NEIGHBOUR)
    await mall().hire(OTHER_MEMBER)
    // Three assistants at their own limit of 10 reach the store's 30.
    for (const by of [ASSISTANT, COLLEAGUE, NEIGHBOUR]) await tries(perAssistant, by)
    expect(counts()).toMatchObject([{ count: perStore }])
    expect(codeOf(await nothingWritten(mall(), () => say(SAID, OTHER_MEMBER)))).toBe('said.too-many-today')
    dataOf(await mall().ask('manager', 'name-store', MANAGER, { storeId: 'store-2', name: 'store-2' }))
    const moved = {
      phone: PHONES[OTHER_MEMBER] ?? '',
      name: 'moved',
      storeId: 'store-2',
      role: 'assistant' as const,
    }
    dataOf(await mall().ask('manager', 'name-staff', MANAGER, moved))
    mall().cloud.clock.shift(MINUTE)
    expect(codeOf(await say(SAID, OTHER_MEMBER))).toBe('ok')
  })

  test('is exact when everything is asked at once', async () => {
    const codes = (await mall().atOnce('assistant', perAssistant + 5, () => say(wrong))).map(codeOf)
    expect(codes.filter((code) => code === 'said.no-match')).toHaveLength(perAssistant)
    expect(codes.filter((code) => code === 'said.too-many-today')).toHaveLength(5)
    expect(counts()).toMatchObject([{ count: perAssistant }])
    expect(audited()).toHaveLength(perAssistant)
  })
})

test('only staff may ask, and who was slowed down for wrong codes may not', async () => {
  expect(codeOf(await nothingWritten(mall(), () => say(SAID, STRANGER)))).toBe('role.required')
  for (let n = 1; n <= 10; n += 1)
    await mall().ask('assistant', 'resolve', ASSISTANT, { code: `80000000${String(n).padStart(10, '0')}` })
  expect(codeOf(await nothingWritten(mall(), () => say()))).toBe('code.too-many-wrong')
})
