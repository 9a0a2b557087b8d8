/** Refunds at the desk: by lines and quantity, undo, points that are gone, and what a refund does to the tier. */
import type { RefundReason } from '../../src/contract/views'
import { codeOf, dataOf, newOperation, refusalOf } from './cloud'
import { ASSISTANT, COLLEAGUE, countersOf, DAY, goods, mallOfFile, MEMBER, NEIGHBOUR } from './mall'
import { nothingWritten, PHONES } from './mall'

const mall = mallOfFile()

interface Wanted {
  readonly purchaseId: string
  readonly fen: number
  readonly quantity?: number
  readonly line?: number
  readonly reason?: RefundReason
  readonly by?: string
  readonly operationId?: string
  /** What had come back by what the page showed; what is so now when it is not told. */
  readonly seen?: number
}

const refundedOf = (purchaseId: string): number =>
  mall()
    .all<{ _id: string; refundedFen: number }>('purchases')
    .find(({ _id }) => _id === purchaseId)?.refundedFen ?? 0

const refund = (wanted: Wanted) => {
  const { purchaseId, fen, quantity = 1, line = 0, reason = 'returned', by = ASSISTANT } = wanted
  const shown = { shownRefundFen: fen, shownRefundedFen: wanted.seen ?? refundedOf(purchaseId) }
  const input = { purchaseId, lines: [{ line, quantity }], reason, ...shown }
  return mall().ask('assistant', 'refund', by, input, wanted.operationId ?? newOperation())
}
const refused = async (wanted: Wanted) => refusalOf(await nothingWritten(mall(), () => refund(wanted)))
const receiptOf = async (...paid: number[]): Promise<string> => {
  const input = {
    receipt: newOperation(),
    member: { phone: PHONES[MEMBER] ?? '' },
    lines: paid.map((fen) => goods(fen)),
  }
  return dataOf(await mall().till('purchase', mall().till1, input)).purchaseId
}

beforeEach(() => mall().join(MEMBER))

describe('a refund', () => {
  test('of one of three pieces pays a third and takes back a third; the last one takes exactly the rest', async () => {
    const purchaseId = await mall().receipt('three', 10_000, 3) // 3 pieces for ¥100.00: 100 points
    const first = dataOf(await refund({ purchaseId, fen: 3_333 }))
    expect(first).toEqual({
      refundId: first.refundId,
      purchaseId,
      refundFen: 3_333,
      pointsTakenBack: 33,
      debtAdded: 0,
      tierNow: null,
      reason: 'returned',
      tierName: '普通会员',
      material: 'cotton',
      memberName: MEMBER,
      memberPoints: 67,
    })
    const rest = dataOf(await refund({ purchaseId, fen: 6_667, quantity: 2 }))
    expect([rest.pointsTakenBack, rest.memberPoints]).toEqual([67, 0])
    expect(mall().purchase(purchaseId)).toMatchObject({ refundedFen: 10_000, pointsTakenBack: 100 })
    expect(countersOf(mall().member().account.purse)).toMatchObject({ earned: 100, reversed: 100, debt: 0 })
    expect(mall().member().account.spendByDay).toEqual({})
    expect(await refused({ purchaseId, fen: 0 })).toEqual(['refund.more-than-left', { line: 0, left: 0 }])
  })

  test('writes the refund, the purchase, an entry that names what it corrects, and the member', async () => {
    const purchaseId = await mall().receipt('one', 10_000)
    const { refundId } = dataOf(await refund({ purchaseId, fen: 10_000, reason: 'quality' }))
    expect(mall().all('refunds')).toMatchObject([
      {
        _id: refundId,
        purchaseId,
        storeId: 'store-1',
        reason: 'quality',
        staffOpenid: ASSISTANT,
        tillId: null,
      },
    ])
    const entries = mall().all<{ cause: string }>('entries')
    expect(entries.find(({ cause }) => cause === refundId)).toMatchObject({
      rule: 'refund.take-back',
      change: { kind: 'reversed', points: 100, debt: 0, lots: [{ points: -100 }] },
      corrects: `entry:${purchaseId}`,
    })
    expect(mall().member().recent).toMatchObject([{ kind: 'refund', id: refundId }, { kind: 'purchase' }])
  })

  test('of points that have expired becomes a debt, and the next earnings repay it first', async () => {
    const purchaseId = await mall().receipt('long-ago', 11_800) // 118 points
    mall().cloud.clock.shift(400 * DAY)
    const { pointsTakenBack, debtAdded } = dataOf(await refund({ purchaseId, fen: 11_800 }))
    expect([pointsTakenBack, debtAdded]).toEqual([118, 118])
    expect(dataOf(await mall().ask('member', 'home', MEMBER))).toMatchObject({
      debt: 118,
      card: { points: 0 },
    })
    await mall().receipt('next', 13_000) // 130 earned: 118 repay, 12 can be spent
    expect(dataOf(await mall().ask('member', 'home', MEMBER))).toMatchObject({
      debt: 0,
      card: { points: 12 },
    })
  })

  test('sent again gets the first answer; under the same id with other lines it is refused', async () => {
    const purchaseId = await mall().receipt('three', 10_000, 3)
    const wanted = { purchaseId, fen: 3_333, seen: 0, operationId: 'operation-refund' }
    const first = await refund(wanted)
    const again = await nothingWritten(mall(), () => refund(wanted))
    expect(again).toEqual({ ...first, replayed: true })
    expect(await refused({ ...wanted, fen: 6_667, quantity: 2 })).toEqual(['operation.mismatch', null])
  })
})

describe('a like piece that comes back after an answer was lost', () => {
  test('is a request of its own once the page shows the first; from a page that is behind it is refused', async () => {
    const purchaseId = await mall().receipt('three', 10_000, 3)
    const first = await refund({ purchaseId, fen: 3_333, seen: 0, operationId: 'operation-first' })
    expect(await refused({ purchaseId, fen: 3_333, seen: 0 })).toEqual([
      'refund.outdated',
      { refundedFen: 3_333 },
    ])
    expect(await refused({ purchaseId, fen: 3_333, seen: 3_333, operationId: 'operation-first' })).toEqual([
      'operation.mismatch',
      null,
    ])
    const again = await refund({ purchaseId, fen: 3_333, seen: 0, operationId: 'operation-first' })
    expect(again).toEqual({ ...first, replayed: true })
    expect(codeOf(await refund({ purchaseId, fen: 3_333, seen: 3_333 }))).toBe('ok')
    expect(mall().purchase(purchaseId).refundedFen).toBe(6_666)
  })
})

describe('a tier that a purchase brought', () => {
  /** ¥52,000 in two lines by a basic member: gold. */
  const upgrade = () => receiptOf(2_200_000, 3_000_000)

  test('goes back when seven days later too little is left: ¥22,000 are silver', async () => {
    const purchaseId = await upgrade()
    mall().cloud.clock.shift(7 * DAY)
    const { tierNow } = dataOf(await refund({ purchaseId, line: 1, fen: 3_000_000 }))
    expect(tierNow).toBe('银卡')
    expect(mall().member().account.standing.tierId).toBe('silver')
    expect(mall().all('refunds')).toMatchObject([{ tierBefore: 'gold', tierAfter: 'silver' }])
  })

  test('stays on the eighth day; only the spend that counts for the next one is less', async () => {
    const purchaseId = await upgrade()
    mall().cloud.clock.shift(8 * DAY)
    expect(dataOf(await refund({ purchaseId, line: 1, fen: 3_000_000 })).tierNow).toBeNull()
    const home = dataOf(await mall().ask('member', 'home', MEMBER))
    expect(home).toMatchObject({ card: { tierName: '金卡' }, progress: { gapFen: 10_000_000 - 2_200_000 } })
  })

  test('that ended with its term is not blamed on the refund', async () => {
    const purchaseId = await upgrade()
    mall().cloud.clock.shift(420 * DAY) // a term of 12 months and 30 days of grace without a purchase
    expect(dataOf(await refund({ purchaseId, line: 0, fen: 2_200_000 })).tierNow).toBeNull()
  })
})

describe('the undo of a registration', () => {
  const register = async (): Promise<string> => mall().buy(10_000, await mall().visit())

  test('on its day by its assistant takes points, spend and the visit back', async () => {
    const purchaseId = await register()
    const { memberPoints } = dataOf(await refund({ purchaseId, fen: 10_000, reason: 'entry-error' }))
    expect(memberPoints).toBe(0)
    expect(mall().member().account).toMatchObject({
      spendByDay: {},
      visits: { count: 0, lastDay: null, dayBefore: null },
    })
    const list = dataOf(await mall().ask('assistant', 'day-list', ASSISTANT, {}))
    expect(list.purchases).toMatchObject([{ purchaseId, refundedFen: 10_000, canUndo: false }])
  })

  test('is refused the next day, to a colleague, twice, and for a receipt of a till', async () => {
    await mall().hire(COLLEAGUE)
    const purchaseId = await register()
    const undo = { purchaseId, fen: 10_000, reason: 'entry-error' as const }
    expect(await refused({ ...undo, by: COLLEAGUE })).toEqual(['refund.undo-too-late', null])
    expect(await refused({ ...undo, purchaseId: await mall().receipt('till', 10_000) })).toEqual([
      'refund.undo-too-late',
      null,
    ])
    expect(codeOf(await refund(undo))).toBe('ok')
    expect(await refused(undo)).toEqual(['refund.undo-too-late', null])
    const next = await register()
    mall().cloud.clock.shift(14 * 3_600_000) // from ten o'clock to the first minutes of the next day
    expect(await refused({ ...undo, purchaseId: next })).toEqual(['refund.undo-too-late', null])
    expect(codeOf(await refund({ purchaseId: next, fen: 10_000, by: COLLEAGUE }))).toBe('ok')
  })
})

describe('a refund is refused, and nothing written,', () => {
  test('when the purchase is unknown, or of another store', async () => {
    await mall().hire(NEIGHBOUR, 'store-2')
    const purchaseId = await mall().receipt('one', 10_000)
    expect(await refused({ purchaseId: 'purchase:none', fen: 1 })).toEqual(['purchase.unknown', null])
    expect(await refused({ purchaseId, fen: 1, by: NEIGHBOUR })).toEqual(['purchase.other-store', null])
  })

  test('when it is the own purchase', async () => {
    const input = { receipt: 'own', member: { phone: PHONES[ASSISTANT] ?? '' }, lines: [goods(10_000)] }
    const { purchaseId } = dataOf(await mall().till('purchase', mall().till1, input))
    expect(await refused({ purchaseId, fen: 10_000 })).toEqual(['refund.own-card', null])
  })

  test('when there is no such line, or not so much left of it', async () => {
    const purchaseId = await mall().receipt('three', 10_000, 3)
    expect(await refused({ purchaseId, line: 1, fen: 1 })).toEqual(['refund.line-unknown', { line: 1 }])
    expect(await refused({ purchaseId, quantity: 4, fen: 1 })).toEqual([
      'refund.more-than-left',
      { line: 0, left: 3 },
    ])
    const lines = [
      { line: 0, quantity: 2 },
      { line: 0, quantity: 2 },
    ]
    const shown = { shownRefundFen: 13_333, shownRefundedFen: 0 }
    const twice = { purchaseId, lines, reason: 'returned' as const, ...shown }
    const answer = await nothingWritten(mall(), () => mall().ask('assistant', 'refund', ASSISTANT, twice))
    expect(refusalOf(answer)).toEqual(['refund.more-than-left', { line: 0, left: 1 }])
  })

  test('when the shown amount is another: the right one is told', async () => {
    const purchaseId = await mall().receipt('three', 10_000, 3)
    expect(await refused({ purchaseId, fen: 3_334 })).toEqual(['purchase.total-changed', { totalFen: 3_333 }])
  })

  test('never for the letters of a receipt: a till may send dots and 64 of them', async () => {
    const receipt = `R.${'2026.'.repeat(12)}`
    const purchaseId = await mall().receipt(receipt, 10_000)
    expect(codeOf(await refund({ purchaseId, fen: 10_000 }))).toBe('ok')
  })
})
