/** A card that is frozen, replaced, closed: what stops at once, what goes on, and what is left. */
import { auditLedger } from '../../tools/audit/audit'
import type { AuditDocument } from '../../src/server/store/audit'
import type { EntryDocument } from '../../src/server/store/entries'
import type { MemberDocument } from '../../src/server/store/members'
import { codeOf, dataOf, kindOf, newOperation, refusalOf } from './cloud'
import {
  ASSISTANT,
  DAY,
  goods,
  keyed,
  mallOfFile,
  MANAGER,
  MEMBER,
  MINUTE,
  nothingWritten,
  PHONES,
} from './mall'

const mall = mallOfFile()
beforeEach(() => mall().join(MEMBER))

type Step = 'freeze' | 'unfreeze' | 'replace'
const change = (step: Step, operationId = newOperation()) =>
  mall().ask('member', 'change-card', MEMBER, { step }, operationId)
const code = async () => dataOf(await mall().ask('member', 'code', MEMBER)).code
const resolve = (shown: string) => mall().ask('assistant', 'resolve', ASSISTANT, { code: shown })
const receiptBy = (member: { phone: string } | { card: string }, receipt = newOperation()) =>
  mall().till('purchase', mall().till1, { receipt, member, lines: [goods(10_000)] })
const close = (shownPoints: number, operationId = newOperation(), cardNumber = mall().member().cardNumber) =>
  mall().ask('member', 'close-account', MEMBER, { cardNumber, shownPoints }, operationId)
const auditNow = () =>
  auditLedger({
    programmes: [],
    grants: [],
    coupons: [],
    members: mall().all('members'),
    purchases: mall().all('purchases'),
    refunds: mall().all('refunds'),
    entries: mall()
      .all<EntryDocument>('entries')
      .sort((a, b) => a.at - b.at),
  })

describe('a frozen card', () => {
  test('shows no code, and one that was shown before is refused, with nothing written', async () => {
    const shown = await code()
    expect(dataOf(await change('freeze'))).toMatchObject({ state: 'frozen' })
    const answers = await nothingWritten(mall(), async () => [
      await mall().ask('member', 'code', MEMBER),
      await resolve(shown),
    ])
    expect(answers.map(codeOf)).toEqual(['card.frozen', 'card.frozen'])
    expect(dataOf(await mall().ask('member', 'home', MEMBER))).toMatchObject({ frozen: true })
    expect(dataOf(await mall().ask('member', 'me', MEMBER)).frozenSince).toEqual(expect.any(Number))
  })

  test('takes no registration from a visit that was opened before', async () => {
    const visit = await mall().visit()
    await change('freeze')
    const input = { visit, lines: keyed(10_000), shownPayFen: 10_000 }
    const answer = await nothingWritten(mall(), () => mall().ask('assistant', 'register', ASSISTANT, input))
    expect(codeOf(answer)).toBe('card.frozen')
  })

  test('still earns at the till, by phone and by card, and gives back what is returned', async () => {
    await change('freeze')
    expect(codeOf(await receiptBy({ phone: PHONES[MEMBER] ?? '' }, 'receipt-1'))).toBe('ok')
    expect(codeOf(await receiptBy({ card: mall().member().cardNumber }))).toBe('ok')
    const back = { receipt: 'back-1', purchase: 'receipt-1', lines: [{ line: 0, quantity: 1 }] }
    expect(codeOf(await mall().till('refund', mall().till1, back))).toBe('ok')
    expect(mall().member().account.purse).toMatchObject({ earned: 200, reversed: 100 })
  })

  test('shows codes again when it is unfrozen', async () => {
    await change('freeze')
    await change('unfreeze')
    mall().cloud.clock.shift(MINUTE)
    expect(codeOf(await resolve(await code()))).toBe('ok')
    expect(dataOf(await mall().ask('member', 'home', MEMBER))).toMatchObject({ frozen: false })
  })

  test('cannot be frozen twice, nor one unfrozen that is not frozen; sent again it is answered alike', async () => {
    expect(refusalOf(await nothingWritten(mall(), () => change('unfreeze')))).toEqual([
      'card.step-impossible',
      { state: 'active' },
    ])
    const first = await change('freeze', 'operation-freeze')
    const again = await nothingWritten(mall(), () => change('freeze', 'operation-freeze'))
    expect([kindOf(again), dataOf(again)]).toEqual(['replayed', dataOf(first)])
    expect(codeOf(await change('unfreeze', 'operation-freeze'))).toBe('operation.mismatch')
    expect(codeOf(await change('freeze'))).toBe('card.step-impossible')
  })

  test('frozen from two phones at once is frozen once', async () => {
    const answers = await mall().atOnce('member', 4, () => change('freeze'))
    expect(answers.map(kindOf).sort()).toEqual([...Array<string>(3).fill('card.step-impossible'), 'new'])
  })
})

describe('a replaced card', () => {
  test('has another number; the old number, its code and its receipts are refused at once', async () => {
    const shown = await code()
    const old = mall().member().cardNumber
    expect(codeOf(await receiptBy({ card: old }))).toBe('ok') // the till’s instance remembers the number
    expect(dataOf(await change('replace'))).toMatchObject({ state: 'active' })
    const { cardNumber } = mall().member()
    expect(cardNumber).toMatch(/^8\d{7}$/)
    expect(cardNumber).not.toBe(old)
    const answers = await nothingWritten(mall(), async () => [
      await resolve(shown),
      await receiptBy({ card: old }),
    ])
    expect(answers.map(codeOf)).toEqual(['card.replaced', 'card.replaced'])
    mall().cloud.clock.shift(MINUTE)
    expect(codeOf(await resolve(await code()))).toBe('ok')
    expect(codeOf(await receiptBy({ card: cardNumber }))).toBe('ok')
    expect(mall().all('retired-cards')).toMatchObject([{ _id: old, memberId: mall().member()._id }])
  })

  test('keeps points, tier and history, and stays frozen when it was', async () => {
    await mall().receipt('receipt-1', 5_000_000)
    const before = mall().member()
    await change('freeze')
    expect(dataOf(await change('replace'))).toMatchObject({ state: 'frozen' })
    const { account, recent, card } = mall().member()
    expect([account, recent, card?.state]).toEqual([before.account, before.recent, 'frozen'])
  })

  test('asked for once and sent again, four times at once, is replaced once', async () => {
    const answers = await mall().atOnce('member', 4, () => change('replace', 'operation-replace'))
    expect(answers.map(kindOf).sort()).toEqual(['new', 'replayed', 'replayed', 'replayed'])
    expect(mall().all('retired-cards')).toHaveLength(1)
  })
})

describe('a closed account', () => {
  const RICH = 20_000
  const gone = () =>
    mall()
      .all<MemberDocument>('members')
      .find((each) => each.card?.state === 'closed')
  const everything = () => JSON.stringify(mall().dump())

  async function lived(): Promise<void> {
    await mall().receipt('receipt-1', RICH)
    await mall().buy(RICH, await mall().visit())
    const purchaseId = await mall().buy(10_000, await mall().visit())
    const lines = [{ line: 0, quantity: 1 }]
    const input = {
      purchaseId,
      lines,
      reason: 'returned' as const,
      shownRefundFen: 10_000,
      shownRefundedFen: 0,
    }
    dataOf(await mall().ask('assistant', 'refund', ASSISTANT, input))
  }

  test('leaves the ledger under its id, and nobody’s name, phone, openid or card in any document', async () => {
    await lived()
    const { _id, cardNumber } = mall().member()
    expect(dataOf(await close(400))).toMatchObject({ voidedPoints: 400 })
    expect(everything()).not.toMatch(new RegExp(`${MEMBER}|${PHONES[MEMBER]}`))
    expect(mall().all('purchases')).toHaveLength(3)
    expect(JSON.stringify(mall().all('purchases'))).not.toContain(cardNumber)
    expect(gone()).toMatchObject({
      _id,
      name: null,
      phone: null,
      account: { purse: { earned: 500, reversed: 100, expired: 400, lots: [] } },
    })
    expect(mall().all('visits')).toMatchObject([{ openid: `closed:${_id}` }, { openid: `closed:${_id}` }])
    expect(auditNow()).toEqual([])
  })

  test('answers the same when sent again, and erases again what an interruption may have left', async () => {
    await lived()
    const { cardNumber } = mall().member()
    const first = await close(400, 'operation-close')
    const again = await nothingWritten(mall(), () => close(400, 'operation-close', cardNumber))
    expect([kindOf(again), dataOf(again)]).toEqual(['replayed', dataOf(first)])
    expect(codeOf(await close(0, 'operation-close', cardNumber))).toBe('operation.mismatch')
    expect(codeOf(await close(400, newOperation(), cardNumber))).toBe('member.not-joined')
  })

  test('frees openid and phone: who joins anew starts with nothing, and an old answer closes nothing', async () => {
    await lived()
    const { _id, cardNumber } = mall().member()
    await close(400, 'operation-close')
    mall().cloud.clock.shift(DAY)
    await mall().join(MEMBER)
    expect(mall().member()).toMatchObject({ account: { purse: { earned: 0 } }, recent: [] })
    expect([mall().member()._id === _id, mall().member().cardNumber === cardNumber]).toEqual([false, false])
    expect(kindOf(await close(400, 'operation-close', cardNumber))).toBe('replayed')
    expect(mall().member().card).toBeUndefined()
    expect(codeOf(await receiptBy({ phone: PHONES[MEMBER] ?? '' }))).toBe('ok')
    expect(mall().member().account.purse.earned).toBe(100)
    expect(codeOf(await receiptBy({ card: cardNumber }))).toBe('card.replaced')
    expect(auditNow()).toEqual([])
  })

  test('still pays back what is returned; what is owed stays with the ledger', async () => {
    await mall().receipt('receipt-1', RICH)
    await close(200)
    const back = { receipt: 'back-1', purchase: 'receipt-1', lines: [{ line: 0, quantity: 1 }] }
    expect(dataOf(await mall().till('refund', mall().till1, back))).toMatchObject({
      refundFen: RICH,
      debt: 200,
    })
    expect(auditNow()).toEqual([])
  })

  test('takes no registration from a visit that was opened before', async () => {
    const visit = await mall().visit()
    await close(0)
    const input = { visit, lines: keyed(10_000), shownPayFen: 10_000 }
    const answer = await nothingWritten(mall(), () => mall().ask('assistant', 'register', ASSISTANT, input))
    expect(codeOf(answer)).toBe('card.closed')
  })

  test('is not closed at other points than were shown, nor under another number, nor while its owner is staff', async () => {
    await mall().receipt('receipt-1', RICH)
    const answers = await nothingWritten(mall(), async () => [
      await close(0),
      await close(200, newOperation(), '80000000'),
      await mall().ask('member', 'close-account', ASSISTANT, {
        cardNumber: mall().member(ASSISTANT).cardNumber,
        shownPoints: 0,
      }),
    ])
    expect(answers.map(refusalOf)).toEqual([
      ['account.changed', { points: 200 }],
      ['account.changed', { points: 200 }],
      ['account.staff', null],
    ])
  })

  test('can be closed while it is frozen, by one of four phones at once', async () => {
    await change('freeze')
    const { cardNumber } = mall().member()
    const answers = await mall().atOnce('member', 4, () => close(0, newOperation(), cardNumber))
    expect(answers.map(kindOf).sort()).toEqual([...Array<string>(3).fill('member.not-joined'), 'new'])
    expect(auditNow()).toEqual([])
  })

  test('and a receipt at the same time: either the points were there and it is refused, or they are owed to nobody', async () => {
    const phone = PHONES[MEMBER] ?? ''
    const { cardNumber } = mall().member()
    await Promise.all([close(0, newOperation(), cardNumber), receiptBy({ phone })])
    expect(auditNow()).toEqual([])
    expect(
      mall()
        .all<AuditDocument>('audit')
        .filter(({ by }) => by === MANAGER),
    ).not.toEqual([])
  })
})
