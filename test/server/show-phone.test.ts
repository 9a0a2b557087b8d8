/** The full phone number: for a reason, seldom, once, and never without the member seeing it. */
import { MALL_PROGRAMME } from '../../src/domain/programme/default-programmes'
import type { LookDocument } from '../../src/server/store/looks'
import { signVisit } from '../../src/server/assistant/visit-token'
import { codeOf, dataOf, kindOf, newOperation, refusalOf } from './cloud'
import { ASSISTANT, COLLEAGUE, DAY, goods, mallOfFile, MEMBER, MINUTE, nothingWritten, PHONES } from './mall'

const mall = mallOfFile()
beforeEach(() => mall().join(MEMBER))

type Of = { visit: string } | { memberId: string }
type Why = { reason: 'pickup' | 'after-sale' | 'asked' } | { reason: 'other'; words: string }
const PICKUP: Why = { reason: 'pickup' }
const show = (of: Of, why: Why = PICKUP, by = ASSISTANT, operation = newOperation()) =>
  mall().ask('assistant', 'show-phone', by, { of, why }, operation)
const looks = () => mall().all<LookDocument>('looks')
const own = (): Of => ({ memberId: mall().member()._id })

test('is shown in an open visit, with who, why, when and where on record, and the reason to the member', async () => {
  const visit = await mall().visit()
  expect(dataOf(await show({ visit }))).toEqual({ phone: PHONES[MEMBER] })
  expect(looks()).toMatchObject([
    {
      memberId: mall().member()._id,
      assistantOpenid: ASSISTANT,
      storeId: 'store-1',
      purpose: 'phone',
      reason: 'pickup',
      words: null,
      at: expect.any(Number) as number,
    },
  ])
  await show({ visit }, { reason: 'other', words: ' 送货司机要联系 ' })
  const seen = dataOf(await mall().ask('member', 'lookers', MEMBER, {})).looks
  expect(seen.map(({ purpose }) => purpose).sort()).toEqual(['phone', 'phone', 'service'])
  expect(seen).toContainEqual(
    expect.objectContaining({
      purpose: 'phone',
      reason: 'other',
      words: '送货司机要联系',
      storeName: 'store-1',
    }),
  )
  expect(JSON.stringify(seen)).not.toContain(ASSISTANT)
  const records = JSON.stringify([looks(), mall().all('audit'), mall().all('phone-counts')])
  expect(records).not.toContain(PHONES[MEMBER])
})

test('is shown of an own member without a visit, and of nobody else’s', async () => {
  await mall().hire(COLLEAGUE)
  await mall().buy(10_000, await mall().visit())
  expect(dataOf(await show(own()))).toEqual({ phone: PHONES[MEMBER] })
  expect(codeOf(await nothingWritten(mall(), () => show(own(), PICKUP, COLLEAGUE)))).toBe('member.not-own')
  expect(codeOf(await nothingWritten(mall(), () => show({ memberId: 'nobody' })))).toBe('member.not-own')
})

test('asks for a reason of the list, and for words with another one only', async () => {
  const visit = await mall().visit()
  const wrong: unknown[] = [
    { reason: 'curious' },
    { reason: 'other' },
    { reason: 'other', words: '  ' },
    { reason: 'other', words: '字'.repeat(41) },
    { reason: 'pickup', words: 'and more' },
    {},
  ]
  for (const why of wrong)
    expect(codeOf(await nothingWritten(mall(), () => show({ visit }, why as Why)))).toBe('request.malformed')
})

test('is refused with a colleague’s visit, a forged one, and after half an hour', async () => {
  await mall().hire(COLLEAGUE)
  const visit = await mall().visit()
  const refused = async (...sent: Parameters<typeof show>) =>
    codeOf(await nothingWritten(mall(), () => show(...sent)))
  expect(await refused({ visit }, PICKUP, COLLEAGUE)).toBe('visit.invalid')
  expect(await refused({ visit: `${visit.slice(0, -4)}0000` })).toBe('visit.invalid')
  mall().cloud.clock.shift(31 * MINUTE)
  expect(await refused({ visit })).toBe('visit.expired')
})

test('is refused of a frozen card, a closed account and one that nobody has claimed', async () => {
  const visit = await mall().visit()
  const refused = async (of: Of) => codeOf(await nothingWritten(mall(), () => show(of)))
  await mall().ask('member', 'change-card', MEMBER, { step: 'freeze' })
  expect(await refused({ visit })).toBe('card.frozen')
  const { cardNumber } = mall().member()
  dataOf(await mall().ask('member', 'close-account', MEMBER, { cardNumber, shownPoints: 0 }))
  expect(await refused({ visit })).toBe('card.closed')
  const input = { receipt: 'unknown', member: { phone: '13800000077' }, lines: [goods(10_000)] }
  const { purchaseId } = dataOf(await mall().till('purchase', mall().till1, input))
  const unclaimed = signVisit({
    id: 'visit:none:1',
    memberId: mall().purchase(purchaseId).memberId,
    assistantOpenid: ASSISTANT,
    storeId: 'store-1',
    until: mall().now() + MINUTE,
  })
  expect(await refused({ visit: unclaimed })).toBe('member.unclaimed')
})

test('is given once more when the answer was lost, for two minutes, without another look', async () => {
  const visit = await mall().visit()
  const ask = () => show({ visit }, PICKUP, ASSISTANT, 'operation-phone')
  const answers = await mall().atOnce('assistant', 4, ask)
  expect(answers.map(kindOf).sort()).toEqual(['new', 'replayed', 'replayed', 'replayed'])
  expect(new Set(answers.map((answer) => dataOf(answer).phone))).toEqual(new Set([PHONES[MEMBER]]))
  expect(looks()).toHaveLength(1)
  const other = await show({ visit }, { reason: 'asked' }, ASSISTANT, 'operation-phone')
  expect(codeOf(other)).toBe('operation.mismatch')
  mall().cloud.clock.shift(3 * MINUTE)
  expect(codeOf(await nothingWritten(mall(), ask))).toBe('phone.shown-before')
})

test('is not repeated to anybody once the card is frozen', async () => {
  const visit = await mall().visit()
  const ask = () => show({ visit }, PICKUP, ASSISTANT, 'operation-phone')
  expect(codeOf(await ask())).toBe('ok')
  await mall().ask('member', 'change-card', MEMBER, { step: 'freeze' })
  expect(codeOf(await ask())).toBe('card.frozen')
})

test('is shown so many times a day to one assistant, counted to the last at once, and again tomorrow', async () => {
  await mall().hire(COLLEAGUE)
  await mall().buy(10_000, await mall().visit())
  const most = MALL_PROGRAMME.phonesPerDay
  for (let n = 1; n < most; n += 1) expect(codeOf(await show(own()))).toBe('ok')
  const last = await mall().atOnce('assistant', 3, () => show(own()))
  expect(last.map(codeOf).sort()).toEqual(['ok', 'phone.too-many-today', 'phone.too-many-today'])
  expect(refusalOf(await nothingWritten(mall(), () => show(own())))).toEqual([
    'phone.too-many-today',
    { most },
  ])
  expect(looks()).toHaveLength(most)
  const theirs = { visit: await mall().visit(MEMBER, COLLEAGUE) }
  expect(codeOf(await show(theirs, PICKUP, COLLEAGUE))).toBe('ok')
  mall().cloud.clock.shift(DAY)
  expect(codeOf(await show(own()))).toBe('ok')
})

test('goes out of what is kept with its words when the account is closed, and is in the export before', async () => {
  await show({ visit: await mall().visit() }, { reason: 'other', words: '送货司机要联系' })
  const part = dataOf(await mall().ask('member', 'export', MEMBER, { after: 'looks:' }))
  expect(part.rows).toMatchObject([{ purpose: 'phone', words: '送货司机要联系' }])
  expect(JSON.stringify(part.rows)).not.toContain(ASSISTANT)
  const { cardNumber } = mall().member()
  dataOf(await mall().ask('member', 'close-account', MEMBER, { cardNumber, shownPoints: 0 }))
  expect(JSON.stringify(mall().dump())).not.toMatch(/送货司机/)
  expect(looks()).toMatchObject([{ openid: `closed:${looks()[0]?.memberId ?? ''}` }])
})
