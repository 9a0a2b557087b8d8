/** Exchanges: who may take what, what it costs, what is refused, and what comes back when it is given back. */
import { codeOf, dataOf, kindOf, newOperation, refusalOf } from './cloud'
import { DAY, goods, mallOfFile, MEMBER, nothingWritten, OTHER_MEMBER, PHONES } from './mall'
import { offer } from './offers'
import { publishRewards, reward, take } from './rewards'

const mall = mallOfFile()

const stock = (id: string) =>
  mall()
    .all<{ of: string; taken: number; total: number }>('stocks')
    .filter((each) => each.of === `reward:${id}`)
const shelf = async (input = {}) => dataOf(await mall().ask('member', 'mall', MEMBER, input))
const purse = () => mall().member().account.purse
const exchanges = () => mall().all<{ _id: string; state: string }>('exchanges')

beforeEach(async () => {
  await mall().join(MEMBER)
  await mall().receipt('earned', 50_000) // 500 points
})

describe('an exchange', () => {
  test('takes points and stock, keeps the lots, and is listed', async () => {
    await publishRewards(mall(), [reward('tea', { stock: 2, perMember: 3 })])
    const answer = dataOf(await take(mall(), 'tea'))
    expect(answer).toMatchObject({ points: 400, exchange: { state: 'held', points: 100, way: 'pickup' } })
    expect(purse()).toMatchObject({ earned: 500, spent: 100 })
    expect(stock('tea')).toMatchObject([{ taken: 1, total: 2 }])
    expect(mall().member().exchanged).toEqual({ tea: 1 })
    const [lot] = purse().lots
    expect(mall().all('exchanges')).toMatchObject([
      {
        taken: [{ kind: 'purchase', expiresOn: lot?.expiresOn, points: -100 }],
        number: expect.stringMatching(/^\d{9}$/) as string,
      },
    ])
    const listed = dataOf(await mall().ask('member', 'exchanges', MEMBER, {}))
    expect(listed.exchanges).toEqual([answer.exchange])
    const { entries } = dataOf(await mall().ask('member', 'points', MEMBER, { kind: 'spent' }))
    expect(entries).toMatchObject([
      { kind: 'spent', points: 100, rewardName: 'reward tea', storeName: 'store-1' },
    ])
  })

  test('sent again gets the first answer; with another input it is refused', async () => {
    await publishRewards(mall(), [reward('tea'), reward('cup')])
    const operationId = newOperation()
    const first = await take(mall(), 'tea', { operationId })
    const again = await take(mall(), 'tea', { operationId })
    expect(kindOf(again)).toBe('replayed')
    expect(dataOf(again)).toEqual(dataOf(first))
    expect(codeOf(await take(mall(), 'cup', { operationId }))).toBe('operation.mismatch')
    expect(exchanges()).toHaveLength(1)
  })

  test('the same one sent at once from many phones is one', async () => {
    await publishRewards(mall(), [reward('tea', { stock: 5 })])
    const operationId = newOperation()
    const answers = await mall().atOnce('member', 8, () => take(mall(), 'tea', { operationId }))
    expect(answers.map(kindOf).sort()).toEqual(['new', ...Array<string>(7).fill('replayed')])
    expect([purse().spent, stock('tea')[0]?.taken]).toEqual([100, 1])
  })

  test('points are spent once, however many are wanted at once', async () => {
    await publishRewards(mall(), [reward('tea', { stock: 50 })])
    const answers = await mall().atOnce('member', 10, () => take(mall(), 'tea'))
    expect(answers.map(codeOf).sort()).toEqual(
      [...Array<string>(5).fill('ok'), ...Array<string>(5).fill('points.not-enough')].sort(),
    )
    expect([purse().spent, stock('tea')[0]?.taken, exchanges().length]).toEqual([500, 5, 5])
  })

  test.each([
    ['one that is not there', 'none', {}, ['reward.unknown', null]],
    [
      'other points than shown',
      'tea',
      { shownPoints: 99 },
      ['reward.price-changed', { points: 100, priceFen: 0 }],
    ],
    [
      'another price than shown',
      'tea',
      { shownPriceFen: 1 },
      ['reward.price-changed', { points: 100, priceFen: 0 }],
    ],
    [
      'more than there are points',
      'dear',
      { shownPoints: 501 },
      ['points.not-enough', { points: 500, needed: 501 }],
    ],
    ['one for a higher tier', 'gold', {}, ['reward.tier-not', { points: 500, needed: 100 }]],
    ['one that is gone', 'gone', {}, ['reward.sold-out', null]],
    ['one that has not opened', 'later', {}, ['reward.not-open', { points: 500, needed: 100 }]],
    ['one that is over', 'over', {}, ['reward.not-open', null]],
    ['a way that it does not have', 'tea', { way: 'delivery' as const }, ['reward.way-not', null]],
    ['no way', 'tea', { way: null }, ['reward.way-not', null]],
    ['delivery without an address', 'sent', { way: 'delivery' as const }, ['reward.way-not', null]],
  ])('refuses %s, and writes nothing', async (_, id, more, expected) => {
    await publishRewards(mall(), [
      reward('tea'),
      reward('dear', { points: 501 }),
      reward('gold', { fromTierId: 'gold' }),
      reward('gone', { stock: 0 }),
      reward('later', { open: { from: mall().now() + DAY, until: null } }),
      reward('over', { open: { from: 0, until: mall().now() } }),
      reward('sent', { ways: ['delivery'] }),
    ])
    expect(refusalOf(await nothingWritten(mall(), () => take(mall(), id, more)))).toEqual(expected)
  })

  test('no more than one member may have; one that was given back counts no longer', async () => {
    await publishRewards(mall(), [reward('tea', { perMember: 1 })])
    const { exchange } = dataOf(await take(mall(), 'tea'))
    expect(codeOf(await take(mall(), 'tea'))).toBe('reward.limit-reached')
    dataOf(await mall().ask('member', 'cancel-exchange', MEMBER, { exchangeId: exchange.exchangeId }))
    expect(codeOf(await take(mall(), 'tea'))).toBe('ok')
  })

  test('in the pre-sale it is the higher tier’s', async () => {
    const open = { from: mall().now() + DAY, until: null }
    await publishRewards(mall(), [
      reward('tea', { open, presale: { from: mall().now(), fromTierId: 'silver' } }),
    ])
    expect(codeOf(await take(mall(), 'tea'))).toBe('reward.not-open')
    await mall().till('purchase', mall().till1, {
      receipt: 'large',
      member: { phone: PHONES[MEMBER] ?? '' },
      lines: [goods(1_000_000)],
    })
    expect((await shelf()).rewards).toMatchObject([{ state: 'open', presale: true }])
    expect(codeOf(await take(mall(), 'tea'))).toBe('ok')
  })

  test('a frozen card takes nothing', async () => {
    await publishRewards(mall(), [reward('tea')])
    dataOf(await mall().ask('member', 'change-card', MEMBER, { step: 'freeze' }))
    expect(codeOf(await take(mall(), 'tea'))).toBe('card.frozen')
  })

  test('a coupon goes into the wallet at once, with the terms of its offer', async () => {
    const voucher = reward('voucher', { gives: { kind: 'coupon', offerId: 'ten' }, ways: [], storeId: null })
    await publishRewards(mall(), [voucher], [offer('ten', { claim: null })])
    const { exchange } = dataOf(await take(mall(), 'voucher', { way: null }))
    expect(exchange).toMatchObject({ state: 'settled', couponId: exchange.exchangeId, holdUntil: null })
    expect(mall().all('coupons')).toMatchObject([
      {
        _id: exchange.exchangeId,
        from: 'exchange',
        state: 'issued',
        terms: { offerId: 'ten', worth: { offFen: 1_000 } },
      },
    ])
    const cancel = await mall().ask('member', 'cancel-exchange', MEMBER, { exchangeId: exchange.exchangeId })
    expect(refusalOf(cancel)).toEqual(['exchange.step-impossible', { state: 'settled' }])
  })

  test('a coupon whose days are over is not issued', async () => {
    const voucher = reward('voucher', { gives: { kind: 'coupon', offerId: 'old' }, ways: [] })
    const days = { kind: 'window' as const, from: '2026-01-01', until: '2026-05-01' }
    await publishRewards(mall(), [voucher], [offer('old', { claim: null, validity: days })])
    expect(codeOf(await take(mall(), 'voucher', { way: null }))).toBe('reward.not-open')
  })

  test('the history goes on by cursor, newest first, and shows nobody else’s', async () => {
    await mall().till('purchase', mall().till1, {
      receipt: 'more',
      member: { phone: PHONES[MEMBER] ?? '' },
      lines: [goods(2_000_00)],
    })
    await publishRewards(mall(), [reward('tea')])
    for (let n = 0; n < 22; n += 1) await take(mall(), 'tea')
    const first = dataOf(await mall().ask('member', 'exchanges', MEMBER, {}))
    const second = dataOf(await mall().ask('member', 'exchanges', MEMBER, { after: first.next ?? '' }))
    expect([first.exchanges.length, second.exchanges.length, second.next]).toEqual([20, 2, null])
    expect(new Set([...first.exchanges, ...second.exchanges].map(({ exchangeId }) => exchangeId)).size).toBe(
      22,
    )
    await mall().join(OTHER_MEMBER)
    expect(dataOf(await mall().ask('member', 'exchanges', OTHER_MEMBER, {})).exchanges).toEqual([])
  })
})

describe('giving it back', () => {
  const cancel = (exchangeId: string, by = MEMBER, operationId = newOperation()) =>
    mall().ask('member', 'cancel-exchange', by, { exchangeId }, operationId)

  test('brings points and stock back, to the lots that they came from', async () => {
    await publishRewards(mall(), [reward('tea', { stock: 1 })])
    const before = purse().lots
    const { exchange } = dataOf(await take(mall(), 'tea'))
    expect(codeOf(await take(mall(), 'tea'))).toBe('reward.sold-out')
    const operationId = newOperation()
    const back = await cancel(exchange.exchangeId, MEMBER, operationId)
    expect(dataOf(back)).toMatchObject({
      points: 500,
      exchange: { state: 'cancelled', pointsBackOn: mall().today() },
    })
    expect(purse()).toMatchObject({ earned: 500, spent: 100, returned: 100, lots: before })
    expect(stock('tea')).toMatchObject([{ taken: 0 }])
    expect(kindOf(await cancel(exchange.exchangeId, MEMBER, operationId))).toBe('replayed')
    expect(refusalOf(await cancel(exchange.exchangeId))).toEqual([
      'exchange.step-impossible',
      { state: 'cancelled' },
    ])
    expect(codeOf(await take(mall(), 'tea'))).toBe('ok')
    const why = dataOf(
      await mall().ask('member', 'entry', MEMBER, { id: `entry:returned:${exchange.exchangeId}` }),
    )
    expect(why).toMatchObject({ entry: { kind: 'returned', points: 100 }, corrects: { kind: 'spent' } })
  })

  test('many at once give it back once', async () => {
    await publishRewards(mall(), [reward('tea', { stock: 1 })])
    const { exchange } = dataOf(await take(mall(), 'tea'))
    const answers = await mall().atOnce('member', 8, () => cancel(exchange.exchangeId))
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1)
    expect(purse()).toMatchObject({ spent: 100, returned: 100 })
    expect(stock('tea')).toMatchObject([{ taken: 0 }])
  })

  test('nobody else’s, and none that is not there', async () => {
    await publishRewards(mall(), [reward('tea')])
    await mall().join(OTHER_MEMBER)
    const { exchange } = dataOf(await take(mall(), 'tea'))
    expect(codeOf(await cancel(exchange.exchangeId, OTHER_MEMBER))).toBe('exchange.unknown')
    expect(codeOf(await cancel('exchange:nobody:operation-1'))).toBe('exchange.unknown')
    const code = (by: string) =>
      mall().ask('member', 'exchange-code', by, { exchangeId: exchange.exchangeId })
    expect(codeOf(await code(OTHER_MEMBER))).toBe('exchange.unknown')
    expect(dataOf(await code(MEMBER)).code).toMatch(/^2\d{19}$/)
  })

  test('a refund while the points are in an exchange makes a debt, which the return repays', async () => {
    await publishRewards(mall(), [reward('tea', { points: 400 })])
    const { exchange } = dataOf(await take(mall(), 'tea', { shownPoints: 400 }))
    await mall().till('refund', mall().till1, {
      receipt: 'back',
      purchase: 'earned',
      lines: [{ line: 0, quantity: 1 }],
    })
    expect(purse()).toMatchObject({ debt: 400, lots: [] })
    expect(dataOf(await cancel(exchange.exchangeId)).points).toBe(0)
    expect(purse()).toMatchObject({
      earned: 500,
      reversed: 500,
      spent: 400,
      returned: 400,
      debt: 0,
      lots: [],
    })
  })
})
