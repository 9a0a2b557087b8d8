/** Exchanges leave the store: by their code at a desk, taken back on the same day, or sent to an address. */
import type { Answer } from '../../src/contract/envelope'
import { codeOf, dataOf, kindOf, newOperation, refusalOf } from './cloud'
import {
  ASSISTANT,
  COLLEAGUE,
  DAY,
  MANAGER,
  mallOfFile,
  MEMBER,
  MINUTE,
  NEIGHBOUR,
  nothingWritten,
  OTHER_MEMBER,
  PHONES,
} from './mall'
import { couponCode, issue } from './coupons'
import { publishRewards, reward, take } from './rewards'

const mall = mallOfFile()
const ADDRESS = { name: '苏禾', phone: '13800000001', text: '上海市徐汇区梧桐路 1 号' }

const taken = async (id = 'tea', more = {}): Promise<string> =>
  dataOf(await take(mall(), id, more)).exchange.exchangeId
const codeFor = async (exchangeId: string) =>
  dataOf(await mall().ask('member', 'exchange-code', MEMBER, { exchangeId })).code
const scan = (code: string, by = ASSISTANT) => mall().ask('assistant', 'resolve', by, { code })
const visitOf = async (exchangeId: string) => dataOf(await scan(await codeFor(exchangeId))).visit
const handOver = (visit: string, exchangeId: string, by = ASSISTANT, operationId = newOperation()) =>
  mall().ask('assistant', 'hand-over', by, { visit, exchangeId }, operationId)
const undo = (exchangeId: string, by = ASSISTANT) =>
  mall().ask('assistant', 'undo-hand-over', by, { exchangeId })
const listed = async () => dataOf(await mall().ask('member', 'exchanges', MEMBER, {})).exchanges
const pass = (ms: number) => mall().cloud.clock.shift(ms)

beforeEach(async () => {
  await mall().join(MEMBER)
  await mall().receipt('earned', 100_000)
  await publishRewards(mall(), [reward('tea', { ways: ['pickup', 'delivery'] })])
})

describe('at a desk', () => {
  test('the code of an exchange opens a visit that shows it; handed over, it is settled', async () => {
    const id = await taken()
    const visit = dataOf(await scan(await codeFor(id)))
    expect(visit.shown).toMatchObject({
      kind: 'exchange',
      exchangeId: id,
      rewardName: 'reward tea',
      state: 'held',
    })
    expect(visit.coupons).toEqual([])
    const operationId = newOperation()
    const first = await handOver(visit.visit, id, ASSISTANT, operationId)
    expect(dataOf(first).exchange.state).toBe('settled')
    expect(kindOf(await handOver(visit.visit, id, ASSISTANT, operationId))).toBe('replayed')
    expect(refusalOf(await handOver(visit.visit, id))).toEqual([
      'exchange.step-impossible',
      { state: 'settled' },
    ])
    expect(await listed()).toMatchObject([{ state: 'settled', holdUntil: null }])
    expect(mall().all('exchanges')).toMatchObject([
      { handed: { staffOpenid: ASSISTANT, storeId: 'store-1' } },
    ])
  })

  test('a code works once, in its two minutes; a wrong one counts as wrong', async () => {
    await mall().hire(COLLEAGUE)
    const id = await taken()
    const code = await codeFor(id)
    dataOf(await scan(code))
    expect(kindOf(await scan(code))).toBe('new')
    expect(codeOf(await scan(code, COLLEAGUE))).toBe('code.used')
    const other = await codeFor(await taken())
    pass(2 * MINUTE)
    expect(codeOf(await scan(other))).toBe('code.expired')
  })

  test('eight at once hand it over once', async () => {
    const id = await taken()
    const visit = await visitOf(id)
    const answers = await mall().atOnce('assistant', 8, () => handOver(visit, id))
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1)
  })

  test('stands in the store’s day among what was redeemed, newest first, until it is taken back', async () => {
    await mall().hire(NEIGHBOUR, 'store-2')
    const [first, last] = [await taken(), await taken()]
    dataOf(await handOver(await visitOf(first), first))
    const visit = await mall().visit()
    const couponId = await issue(mall(), { id: 'cake', worth: { kind: 'exchange', thing: 'cake' } })
    dataOf(await mall().ask('assistant', 'redeem', ASSISTANT, { visit, what: { couponId } }))
    pass(1)
    dataOf(await handOver(await visitOf(last), last))
    const day = async (who = ASSISTANT) =>
      dataOf(await mall().ask('assistant', 'redemptions', who, {})).redemptions
    const row = { name: 'reward tea', plate: null, servedBy: ASSISTANT, canUndo: true }
    expect(await day()).toMatchObject([
      { kind: 'exchange', id: last, ...row },
      { kind: 'coupon', id: 'cake' },
      { kind: 'exchange', id: first, ...row },
    ])
    expect(await day(NEIGHBOUR)).toEqual([])
    dataOf(await undo(last))
    expect((await day()).map(({ id }) => id)).toEqual(['cake', first])
  })

  test('of many of both kinds each stands on one page of the day', async () => {
    await mall().receipt('rich', 500_000)
    for (let n = 10; n < 24; n += 1) {
      const id = await taken()
      dataOf(await handOver(await visitOf(id), id))
      const couponId = await issue(mall(), { id: `cake-${n}`, worth: { kind: 'exchange', thing: 'cake' } })
      dataOf(
        await mall().ask('assistant', 'redeem', ASSISTANT, {
          visit: await mall().visit(),
          what: { couponId },
        }),
      )
    }
    const page = async (after?: string) =>
      dataOf(await mall().ask('assistant', 'redemptions', ASSISTANT, { ...(after && { after }) }))
    const first = await page()
    const second = await page(first.next ?? '')
    const all = [...first.redemptions, ...second.redemptions]
    expect([first.redemptions.length, second.redemptions.length, second.next]).toEqual([20, 8, null])
    expect(new Set(all.map(({ id }) => id)).size).toBe(28)
    expect(all.map(({ at }) => at)).toEqual(all.map(({ at }) => at).sort((a, b) => b - a))
  })

  test('the card’s own code will do as well, for what is the member’s', async () => {
    const id = await taken()
    expect(codeOf(await handOver(await mall().visit(), id))).toBe('ok')
    await mall().join(OTHER_MEMBER)
    const another = await taken()
    expect(codeOf(await handOver(await mall().visit(OTHER_MEMBER), another))).toBe('exchange.unknown')
  })

  test('the code of one exchange hands over no other and no coupon; the code of a coupon hands over no exchange', async () => {
    const [shown, other] = [await taken(), await taken()]
    const worth = { kind: 'exchange', thing: 'cake' } as const
    const couponId = await issue(mall(), { id: 'cake', worth })
    const visit = await visitOf(shown)
    const byCoupon = dataOf(await scan(couponCode(mall(), couponId))).visit
    const redeem = { visit, what: { couponId } }
    const refused = await nothingWritten(mall(), async () => [
      codeOf(await handOver(visit, other)),
      codeOf(await mall().ask('assistant', 'redeem', ASSISTANT, redeem)),
      codeOf(await handOver(byCoupon, shown)),
    ])
    expect(refused).toEqual(['exchange.unknown', 'coupon.unknown', 'exchange.unknown'])
    expect(codeOf(await handOver(visit, shown))).toBe('ok')
  })

  test('another store does not hand it over, and its code stays good', async () => {
    await mall().hire(NEIGHBOUR, 'store-2')
    const code = await codeFor(await taken())
    const answer = await nothingWritten(mall(), () => scan(code, NEIGHBOUR))
    expect(refusalOf(answer)).toEqual(['exchange.other-store', { storeName: 'store-1' }])
    expect(codeOf(await scan(code))).toBe('ok')
  })

  test('what has no store is handed over anywhere', async () => {
    await mall().hire(NEIGHBOUR, 'store-2')
    await publishRewards(mall(), [reward('bag', { storeId: null })])
    const id = await taken('bag')
    const { visit } = dataOf(await scan(await codeFor(id), NEIGHBOUR))
    expect(codeOf(await handOver(visit, id, NEIGHBOUR))).toBe('ok')
  })

  test('until the end of its last day, whatever the jobs did', async () => {
    const id = await taken()
    expect(await listed()).toMatchObject([
      { state: 'held', holdUntil: expect.stringMatching(/^2026-/) as string },
    ])
    pass(14 * DAY)
    expect(codeOf(await scan(await codeFor(id)))).toBe('ok')
    pass(DAY)
    const code = await mall().ask('member', 'exchange-code', MEMBER, { exchangeId: id })
    expect(refusalOf(code)).toEqual(['exchange.step-impossible', { state: 'expired' }])
    expect(await listed()).toMatchObject([{ state: 'expired' }])
  })

  test('is taken back by who did it, on the same day', async () => {
    await mall().hire(COLLEAGUE)
    const id = await taken()
    dataOf(await handOver(await visitOf(id), id))
    expect(refusalOf(await undo(id, COLLEAGUE))).toEqual(['exchange.step-impossible', { state: 'settled' }])
    expect(dataOf(await undo(id)).exchange.state).toBe('held')
    expect(refusalOf(await undo(id))).toEqual(['exchange.step-impossible', { state: 'held' }])
    dataOf(await handOver(await visitOf(id), id))
    pass(DAY)
    expect(refusalOf(await undo(id))).toEqual(['exchange.step-impossible', { state: 'settled' }])
  })

  test('is not taken back from another store, to which its assistant went', async () => {
    await mall().hire(NEIGHBOUR, 'store-2')
    const id = await taken()
    dataOf(await handOver(await visitOf(id), id))
    const moved = {
      phone: PHONES[ASSISTANT] ?? '',
      ...{ name: ASSISTANT, storeId: 'store-2', role: 'assistant' as const },
    }
    dataOf(await mall().ask('manager', 'name-staff', MANAGER, moved))
    pass(MINUTE)
    expect(codeOf(await nothingWritten(mall(), () => undo(id)))).toBe('exchange.unknown')
  })

  test('handed over and given back at once, it is one of the two', async () => {
    for (let time = 0; time < 4; time += 1) {
      const id = await taken()
      const visit = await visitOf(id)
      const answers = await mall().atOnce<Answer<unknown>>('member', 2, (n) =>
        n === 1 ? handOver(visit, id) : mall().ask('member', 'cancel-exchange', MEMBER, { exchangeId: id }),
      )
      expect(answers.map(codeOf).sort()).toEqual(['exchange.step-impossible', 'ok'])
      const state = answers[0]?.ok ? 'settled' : 'cancelled'
      const [exchange] = mall()
        .all<{ _id: string; state: string; backOn: string | null }>('exchanges')
        .filter(({ _id }) => _id === id)
      expect([exchange?.state, exchange?.backOn === null]).toEqual([state, state === 'settled'])
    }
  })

  test('a frozen card fetches nothing', async () => {
    const id = await taken()
    const visit = await visitOf(id)
    dataOf(await mall().ask('member', 'change-card', MEMBER, { step: 'freeze' }))
    expect(codeOf(await handOver(visit, id))).toBe('card.frozen')
  })
})

describe('to an address', () => {
  const toSend = async (by = ASSISTANT, input = {}) =>
    dataOf(await mall().ask('assistant', 'to-send', by, input))
  const sendOut = (exchangeId: string, by = ASSISTANT) =>
    mall().ask('assistant', 'send-out', by, { exchangeId, carrier: '顺丰', tracking: 'SF1234567890' })
  const delivery = { way: 'delivery' as const, address: ADDRESS }

  test('the store sees it, sends it, and the member reads how', async () => {
    await mall().hire(NEIGHBOUR, 'store-2')
    const id = await taken('tea', delivery)
    expect((await toSend()).things).toMatchObject([
      { exchangeId: id, rewardName: 'reward tea', address: ADDRESS },
    ])
    expect((await toSend(NEIGHBOUR)).things).toEqual([])
    expect(codeOf(await sendOut(id, NEIGHBOUR))).toBe('exchange.unknown')
    dataOf(await sendOut(id))
    expect((await toSend()).things).toEqual([])
    expect(refusalOf(await sendOut(id))).toEqual(['exchange.step-impossible', { state: 'sent' }])
    const way = { state: 'sent', carrier: '顺丰', tracking: 'SF1234567890', address: ADDRESS }
    expect(await listed()).toMatchObject([way])
    const cancel = await mall().ask('member', 'cancel-exchange', MEMBER, { exchangeId: id })
    expect(refusalOf(cancel)).toEqual(['exchange.step-impossible', { state: 'sent' }])
    pass(11 * DAY)
    expect(await listed()).toMatchObject([{ state: 'settled' }])
  })

  test('what is fetched is not sent, and what is sent is not fetched', async () => {
    expect(refusalOf(await sendOut(await taken()))).toEqual(['exchange.step-impossible', { state: 'held' }])
    const id = await taken('tea', delivery)
    expect(refusalOf(await handOver(await mall().visit(), id))).toEqual([
      'exchange.step-impossible',
      { state: 'held' },
    ])
  })

  test('twenty at a time, oldest first, each once', async () => {
    await mall().receipt('rich', 500_000)
    for (let n = 0; n < 23; n += 1) await taken('tea', delivery)
    const first = await toSend()
    const second = await toSend(ASSISTANT, { after: first.next ?? '' })
    const all = [...first.things, ...second.things]
    expect([first.things.length, second.things.length, second.next]).toEqual([20, 3, null])
    expect(new Set(all.map(({ exchangeId }) => exchangeId)).size).toBe(23)
    expect(all.map(({ at }) => at)).toEqual(all.map(({ at }) => at).sort((a, b) => a - b))
  })

  test('an address is kept in no answer and leaves with the member', async () => {
    const id = await taken('tea', delivery)
    expect(
      JSON.stringify(
        mall()
          .all<{ answer: unknown }>('exchanges')
          .map(({ answer }) => answer),
      ),
    ).not.toContain('梧桐路')
    const { cardNumber } = mall().member()
    const close = { cardNumber, shownPoints: 900 }
    dataOf(await mall().ask('member', 'close-account', MEMBER, close))
    expect(mall().all('exchanges')).toMatchObject([{ _id: id, address: null }])
    expect((await toSend()).things).toEqual([])
  })
})
