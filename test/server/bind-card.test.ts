/** An old card that a till knows by its number: bound to the visiting member, or to the phone of somebody who joins later. */
import { MALL_PROGRAMME } from '../../src/domain/programme/default-programmes'
import type { MemberDocument } from '../../src/server/store/members'
import { auditLedger } from '../../tools/audit/audit'
import { codeOf, dataOf, newOperation } from './cloud'
import { ASSISTANT, COLLEAGUE, DAY, goods, MINUTE, mallOfFile, MEMBER, nothingWritten } from './mall'
import { OTHER_MEMBER, PHONES, STRANGER } from './mall'

const mall = mallOfFile()
const { perAssistant } = MALL_PROGRAMME.bindLimits
const OLD = '12345678'
const PHONE = '13800000077'

const bind = (
  to: { visit: string } | { phone: string },
  card = OLD,
  by = ASSISTANT,
  operationId = newOperation(),
) => mall().ask('assistant', 'bind-card', by, { card, to }, operationId)
const byCard = async (receipt: string, paidFen: number, quantity = 1, card = OLD) =>
  dataOf(
    await mall().till('purchase', mall().till1, {
      ...{ receipt, member: { card }, lines: [goods(paidFen, quantity)] },
    }),
  )
const byPhone = async (receipt: string, paidFen: number, phone = PHONE) =>
  dataOf(await mall().till('purchase', mall().till1, { receipt, member: { phone }, lines: [goods(paidFen)] }))
const memberBy = (field: 'cardNumber' | 'phone', value: string): MemberDocument | undefined =>
  mall()
    .all<MemberDocument>('members')
    .find((each) => each[field] === value)
/** In the order in which they were committed, as the audit needs them. */
const violations = () => {
  const read = <Document>(name: string) => [...mall().cloud.read(name)] as unknown as Document[]
  return auditLedger({
    ...{ programmes: read('programme'), members: read('members'), purchases: read('purchases') },
    ...{ refunds: read('refunds'), entries: read('entries'), grants: read('grants') },
    coupons: read('coupons'),
  })
}
const audited = () =>
  mall()
    .all<{ action: string; answer: unknown; subject: string }>('audit')
    .filter(({ action }) => action === 'bind-card')

beforeEach(() => mall().join(MEMBER))
afterEach(() => expect(violations()).toEqual([]))

describe('bound to the visiting member, the old card', () => {
  test('brings its points lot by lot, its spend and its days, and the tier of both', async () => {
    await byCard('old-1', 2_500_000)
    mall().cloud.clock.shift(DAY)
    await byCard('old-2', 10_050, 3)
    await mall().receipt('own-1', 3_000_000)
    const answer = dataOf(await bind({ visit: await mall().visit() }))
    // 25,000 points of the day before at 100, 120 of today at the silver rate; 30,000 of the own card
    expect(answer).toMatchObject({ pointsMoved: 25_120, debtMoved: 0, points: 55_120, tierNow: '金卡' })
    expect(answer.visitor).toMatchObject({
      member: { name: MEMBER, tierId: 'gold', points: 55_120, visitCount: 2 },
      preview: { tierId: 'gold', windowFen: 5_510_050 },
    })
    const { _id, boundCards, account } = mall().member()
    expect(boundCards).toEqual([OLD])
    expect(account.purse.lots.map(({ left }) => left)).toEqual([25_000, 30_120])
    expect(
      mall()
        .all<{ memberId: string; rule: string; change: { points: number } }>('entries')
        .filter((each) => each.rule === 'account.merged' && each.memberId === _id)
        .map(({ change }) => change.points),
    ).toEqual([25_000, 120])
    const { entries } = dataOf(await mall().ask('member', 'points', MEMBER, {}))
    expect(entries.map(({ points, merged }) => [points, merged])).toEqual([
      [120, true],
      [25_000, true],
      [30_000, undefined],
    ])
    expect(audited()).toMatchObject([{ subject: _id, answer: { pointsMoved: 25_120 } }])
    expect(JSON.stringify(audited())).not.toContain(MEMBER)
  })

  test('still reaches the member when a till scans its plastic, also on an instance that remembers the old account', async () => {
    await byCard('old-1', 10_000)
    await bind({ visit: await mall().visit() })
    const { cardNumber } = mall().member()
    expect(await byCard('old-2', 5_000)).toMatchObject({ cardNumber, points: 150 })
    expect(await byCard('old-3', 5_000)).toMatchObject({ cardNumber, points: 200 })
  })

  test('lets its old purchases come back, at the till and at the desk, from the member', async () => {
    const { purchaseId } = await byCard('old-1', 10_000, 4)
    await bind({ visit: await mall().visit() })
    const lines = [{ line: 0, quantity: 1 }]
    const atTill = await mall().till('refund', mall().till1, { receipt: 'b-1', purchase: 'old-1', lines })
    expect(dataOf(atTill)).toMatchObject({ refundFen: 2_500, pointsTakenBack: 25, points: 75 })
    const shown = { shownRefundFen: 2_500, shownRefundedFen: 2_500 }
    const input = { purchaseId, lines, reason: 'returned' as const, ...shown }
    expect(dataOf(await mall().ask('assistant', 'refund', ASSISTANT, input))).toMatchObject({
      pointsTakenBack: 25,
      memberPoints: 50,
    })
    expect(mall().member().recent).toMatchObject([
      { kind: 'refund' },
      { kind: 'refund' },
      { kind: 'purchase' },
    ])
  })

  test('brings a debt along: it is paid from what the member has', async () => {
    await byCard('old-1', 10_000)
    mall().cloud.clock.shift(400 * DAY)
    const lines = [{ line: 0, quantity: 1 }]
    await mall().till('refund', mall().till1, { receipt: 'b-1', purchase: 'old-1', lines })
    await mall().receipt('own-1', 30_000)
    expect(dataOf(await bind({ visit: await mall().visit() }))).toMatchObject({
      pointsMoved: 0,
      debtMoved: 100,
      points: 200,
    })
  })

  test('is in the client book with what it bought today', async () => {
    await byCard('old-1', 10_000)
    const visit = await mall().visit()
    await bind({ visit })
    const { today } = dataOf(await mall().ask('assistant', 'client-book', ASSISTANT, { visit }))
    expect(today.purchases).toMatchObject([{ receipt: 'old-1', paidFen: 10_000 }])
  })

  test('goes into the export of the member, with the purchases that it made', async () => {
    await byCard('old-1', 10_000)
    await bind({ visit: await mall().visit() })
    const { rows } = dataOf(await mall().ask('member', 'export', MEMBER, { after: 'purchases:' }))
    expect(rows).toMatchObject([{ receipt: 'old-1' }])
  })

  test('is a number that nobody reaches any more once the member has left', async () => {
    await byCard('old-1', 10_000)
    await bind({ visit: await mall().visit() })
    const { cardNumber } = mall().member()
    dataOf(await mall().ask('member', 'close-account', MEMBER, { cardNumber, shownPoints: 100 }))
    const member = { card: OLD }
    const answer = await mall().till('purchase', mall().till1, {
      ...{ receipt: 'old-2', member, lines: [goods(100)] },
    })
    expect(codeOf(answer)).toBe('card.replaced')
  })

  test('sent again gives the first answer; bound again changes nothing but the count', async () => {
    await byCard('old-1', 10_000)
    const visit = await mall().visit()
    const first = await bind({ visit }, OLD, ASSISTANT, 'operation-bind')
    mall().cloud.clock.shift(40 * MINUTE)
    const again = await nothingWritten(mall(), () => bind({ visit }, OLD, ASSISTANT, 'operation-bind'))
    expect(again).toEqual({ ...first, replayed: true })
    expect(codeOf(await bind({ visit }, '87654321', ASSISTANT, 'operation-bind'))).toBe('operation.mismatch')
    expect(codeOf(await bind({ visit: await mall().visit() }))).toBe('bind.already')
    expect(mall().member().account.purse).toMatchObject({ earned: 100 })
  })

  test('goes over once, however many bind it at the same moment', async () => {
    await byCard('old-1', 10_000)
    const visit = await mall().visit()
    const answers = await mall().atOnce('assistant', 4, () => bind({ visit }))
    expect(answers.map(codeOf).sort()).toEqual(['bind.already', 'bind.already', 'bind.already', 'ok'])
    expect(mall().member().account.purse).toMatchObject({ earned: 100 })
  })
})

describe('bound to a phone, the old card', () => {
  test('waits there, and whoever proves the phone takes its history over', async () => {
    await byCard('old-1', 10_000)
    expect(dataOf(await bind({ phone: PHONE }))).toMatchObject({ pointsMoved: 0, points: 100, visitor: null })
    await byPhone('new-1', 5_000)
    expect(await byCard('old-2', 5_000)).toMatchObject({ points: 200 })
    await mall().join(OTHER_MEMBER, PHONE)
    expect(mall().member(OTHER_MEMBER)).toMatchObject({
      cardNumber: OLD,
      account: { purse: { earned: 200 } },
    })
  })

  test('goes over to the account that the phone has already', async () => {
    await byCard('old-1', 10_000)
    await byPhone('new-1', 5_000)
    expect(dataOf(await bind({ phone: PHONE }))).toMatchObject({ pointsMoved: 100, points: 150 })
    await mall().join(OTHER_MEMBER, PHONE)
    expect(mall().member(OTHER_MEMBER).account.purse).toMatchObject({ earned: 150 })
    expect(await byCard('old-2', 5_000)).toMatchObject({ points: 200 })
    const lines = [{ line: 0, quantity: 1 }]
    const back = await mall().till('refund', mall().till1, { receipt: 'b-1', purchase: 'old-1', lines })
    expect(dataOf(back)).toMatchObject({ points: 100 })
  })

  test('bound to the same phone again is bound already; to another phone or member it is refused', async () => {
    await byCard('old-1', 10_000)
    await bind({ phone: PHONE })
    expect(codeOf(await bind({ phone: PHONE }))).toBe('bind.already')
    expect(codeOf(await bind({ phone: '13800000078' }))).toBe('bind.card-taken')
    expect(codeOf(await bind({ visit: await mall().visit() }))).toBe('bind.card-taken')
  })
})

describe('is refused, counted and audited, and nothing moves,', () => {
  /** Count, audit and nothing else. */
  const refusedWith = async (work: () => ReturnType<typeof bind>): Promise<string> => {
    const ledger = () => {
      const { audit: _audit, 'said-counts': _counts, ...rest } = mall().dump()
      return rest
    }
    const [before, tries] = [ledger(), audited().length]
    const code = codeOf(await work())
    expect(ledger()).toEqual(before)
    expect(audited()).toHaveLength(tries + 1)
    return code
  }

  test('a card that no till ever sent', async () => {
    const visit = await mall().visit()
    expect(await refusedWith(() => bind({ visit }))).toBe('bind.card-unknown')
    expect(await refusedWith(() => bind({ phone: PHONE }))).toBe('bind.card-unknown')
  })

  test('a card of another member, the own one, one that was replaced', async () => {
    await mall().join(OTHER_MEMBER)
    const visit = await mall().visit()
    const { cardNumber } = mall().member()
    expect(await refusedWith(() => bind({ visit }, mall().member(OTHER_MEMBER).cardNumber))).toBe(
      'bind.card-taken',
    )
    expect(await refusedWith(() => bind({ visit }, cardNumber))).toBe('bind.already')
    dataOf(await mall().ask('member', 'change-card', MEMBER, { step: 'replace' }))
    expect(await refusedWith(() => bind({ visit }, cardNumber))).toBe('card.replaced')
  })

  test('a card bound to another member', async () => {
    await byCard('old-1', 10_000)
    await bind({ visit: await mall().visit() })
    await mall().join(OTHER_MEMBER)
    const visit = await mall().visit(OTHER_MEMBER)
    expect(await refusedWith(() => bind({ visit }))).toBe('bind.card-taken')
  })

  test('the own card and the own phone of the assistant', async () => {
    await byCard('old-1', 10_000)
    expect(await refusedWith(() => bind({ phone: PHONES[ASSISTANT] ?? '' }))).toBe('bind.own-card')
    const { cardNumber } = mall().member(ASSISTANT)
    const visit = await mall().visit()
    expect(await refusedWith(() => bind({ visit }, cardNumber))).toBe('bind.own-card')
  })

  test('a phone whose owner has joined, a card that is frozen', async () => {
    await byCard('old-1', 10_000)
    expect(await refusedWith(() => bind({ phone: PHONES[MEMBER] ?? '' }))).toBe('bind.phone-taken')
    const visit = await mall().visit()
    dataOf(await mall().ask('member', 'change-card', MEMBER, { step: 'freeze' }))
    expect(await refusedWith(() => bind({ visit }))).toBe('card.frozen')
  })

  test('a ninth card', async () => {
    const visit = await mall().visit()
    const cards = Array.from({ length: 9 }, (_, n) => `1000000${n}`)
    for (const card of cards) await byCard(`old-${card}`, 100, 1, card)
    for (const card of cards.slice(0, 8)) expect(codeOf(await bind({ visit }, card))).toBe('ok')
    expect(await refusedWith(() => bind({ visit }, cards[8]))).toBe('bind.too-many-cards')
  })
})

test('somebody who does not work here, a visit of a colleague, a visit that is over: nothing is written at all', async () => {
  await byCard('old-1', 10_000)
  await mall().hire(COLLEAGUE)
  const visit = await mall().visit()
  const refused = async (work: () => ReturnType<typeof bind>) => codeOf(await nothingWritten(mall(), work))
  expect(await refused(() => bind({ visit }, OLD, STRANGER))).toBe('role.required')
  expect(await refused(() => bind({ visit }, OLD, COLLEAGUE))).toBe('visit.invalid')
  mall().cloud.clock.shift(31 * MINUTE)
  expect(await refused(() => bind({ visit }))).toBe('visit.expired')
})

test('an assistant tries so many times a day; the next morning it goes on', async () => {
  for (let n = 0; n < perAssistant; n += 1)
    expect(codeOf(await bind({ phone: PHONE }))).toBe('bind.card-unknown')
  await byCard('old-1', 10_000)
  const more = await nothingWritten(mall(), () => bind({ phone: PHONE }))
  expect(codeOf(more)).toBe('bind.too-many-today')
  mall().cloud.clock.shift(DAY)
  expect(codeOf(await bind({ phone: PHONE }))).toBe('ok')
  expect(memberBy('phone', PHONE)?.cardNumber).toBe(OLD)
})
