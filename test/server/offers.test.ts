/** Members see offers, claim coupons and find them in the wallet: windows, limits, tiers, stock, pages, replays. */
import type { CouponDocument } from '../../src/server/store/coupons'
import type { StockDocument } from '../../src/server/store/stocks'
import { codeOf, dataOf, kindOf, newOperation } from './cloud'
import { DAY, MANAGER, mallOfFile, MEMBER, MINUTE, nothingWritten, OTHER_MEMBER, STRANGER } from './mall'
import { offer, publish, type OfferInput } from './offers'

const mall = mallOfFile()
const claim = (offerId = 'tea', openid = MEMBER, operationId = newOperation()) =>
  mall().ask('member', 'claim', openid, { offerId }, operationId)
const refused = async (offerId = 'tea', openid = MEMBER) =>
  codeOf(await nothingWritten(mall(), () => claim(offerId, openid)))
const offers = async (openid = MEMBER, after?: string) =>
  dataOf(await mall().ask('member', 'offers', openid, after === undefined ? {} : { after }))
const one = async (offerId = 'tea') => (await offers()).offers.find((each) => each.offerId === offerId)
const wallet = async (input = {}) => dataOf(await mall().ask('member', 'wallet', MEMBER, input))
const coupons = () => mall().all<CouponDocument>('coupons')
const taken = () =>
  mall()
    .all<StockDocument>('stocks')
    .map(({ taken }) => taken)
const open = (...published: OfferInput[]) => publish(mall(), ...published)

beforeEach(() => mall().join(MEMBER))

test('a claim gives a coupon with the terms of its offer, its days and its number, and takes one from the stock', async () => {
  await open(offer('tea', { stock: 2, weekdays: [1, 2], giftable: false }))
  expect(await one()).toMatchObject({ state: 'open', left: 2, claimed: 0, perMember: 1 })
  const view = dataOf(await claim())
  const { _id: memberId } = mall().member()
  expect(view).toMatchObject({ couponId: `claim:tea:${memberId}:1`, claimed: 1, validFrom: mall().today() })
  expect(coupons()).toMatchObject([
    {
      _id: view.couponId,
      memberId,
      state: 'issued',
      number: expect.stringMatching(/^\d{9}$/) as string,
      stockId: 'stock:tea:0',
      terms: { offerId: 'tea', weekdays: [1, 2], giftable: false },
    },
  ])
  expect(taken()).toEqual([1])
  expect(await one()).toMatchObject({ state: 'claimed', left: 1, claimed: 1 })
  expect(await wallet()).toMatchObject({
    coupons: [{ couponId: view.couponId, state: 'issued', name: 'offer tea', weekdays: [1, 2] }],
    counts: { usable: 1 },
    next: null,
  })
})

test('what a coupon says stays when its offer changes', async () => {
  await open(offer('tea'))
  dataOf(await claim())
  await open(offer('tea', { name: 'less', worth: { kind: 'cash', offFen: 1 } }))
  expect((await wallet()).coupons).toMatchObject([{ name: 'offer tea', worth: { offFen: 1_000 } }])
})

test('a claim that is sent again is answered once more, after others too; with another offer it is refused', async () => {
  await open(offer('tea', { stock: 5, perMember: 3, perMemberADay: 3 }), offer('books'))
  const first = await claim('tea', MEMBER, 'operation-tea')
  dataOf(await claim())
  const again = await nothingWritten(mall(), () => claim('tea', MEMBER, 'operation-tea'))
  expect(again).toEqual({ ...first, replayed: true })
  const other = await nothingWritten(mall(), () => claim('books', MEMBER, 'operation-tea'))
  expect(codeOf(other)).toBe('operation.mismatch')
  expect(taken()).toEqual([2])
})

test('the same claim sent eight times at once is one; eight claims with a limit of three are three', async () => {
  await open(offer('tea', { stock: 50, perMember: 3, perMemberADay: 3 }))
  const same = await mall().atOnce('member', 8, () => claim('tea', MEMBER, 'operation-same'))
  expect(same.map(kindOf).sort()).toEqual(['new', ...Array<string>(7).fill('replayed')])
  const others = await mall().atOnce('member', 8, () => claim())
  const limit = Array<string>(6).fill('offer.limit-reached')
  expect(others.map(kindOf).sort()).toEqual(['new', 'new', ...limit])
  expect([taken(), coupons().length]).toEqual([[3], 3])
})

describe('a claim is refused, and nothing is taken,', () => {
  test('of an offer that there is not, or by who has not joined', async () => {
    await open(offer('tea'))
    expect(await refused('none')).toBe('offer.unknown')
    expect(await refused('tea', STRANGER)).toBe('member.not-joined')
  })

  test('outside of its hours by the server’s clock: soon before, and gone after', async () => {
    const [from, until] = [mall().now() + 60 * MINUTE, mall().now() + 120 * MINUTE]
    await open(offer('tea', { claim: { from, until }, flash: true, stock: 5 }))
    expect(await one()).toMatchObject({ state: 'soon', startsAt: from, endsAt: until, flash: true })
    expect(await refused()).toBe('offer.not-open')
    mall().cloud.clock.set(from)
    expect(await one()).toMatchObject({ state: 'open' })
    dataOf(await claim())
    mall().cloud.clock.set(until)
    expect(await refused()).toBe('offer.not-open')
    expect((await offers()).offers).toEqual([])
  })

  test('when nobody claims it: it is issued otherwise', async () => {
    await open(offer('tea', { claim: null }))
    expect(await refused()).toBe('offer.not-open')
    expect((await offers()).offers).toEqual([])
  })

  test('beyond the limit per member, and per member and day', async () => {
    await open(offer('tea', { perMember: 2, perMemberADay: 1 }))
    dataOf(await claim())
    expect(await refused()).toBe('offer.limit-today')
    expect(await one()).toMatchObject({ state: 'limit-today', claimed: 1 })
    mall().cloud.clock.shift(DAY)
    dataOf(await claim())
    mall().cloud.clock.shift(DAY)
    expect(await refused()).toBe('offer.limit-reached')
    expect(await one()).toMatchObject({ state: 'claimed', claimed: 2 })
  })

  test('by who holds another tier; who reaches it may', async () => {
    await open(offer('tea', { claimableBy: ['gold', 'platinum'] }))
    expect(await refused()).toBe('offer.tier-not')
    expect(await one()).toMatchObject({ state: 'tier-locked', tierName: '金卡' })
    await mall().receipt('receipt-1', 5_000_000)
    expect(await one()).toMatchObject({ state: 'open' })
    dataOf(await claim())
  })

  test('when all are taken, over several counters too', async () => {
    await open(offer('tea', { stock: 3, stockParts: 3, perMember: 2, perMemberADay: 2 }))
    await mall().join(OTHER_MEMBER)
    dataOf(await claim())
    dataOf(await claim())
    dataOf(await claim('tea', OTHER_MEMBER))
    expect(taken()).toEqual([1, 1, 1])
    expect(await refused('tea', OTHER_MEMBER)).toBe('offer.sold-out')
    // Known by now: it costs the member's document alone.
    expect(await refused('tea', OTHER_MEMBER)).toBe('offer.sold-out')
    await open(offer('tea', { stock: 4, stockParts: 3, perMember: 2, perMemberADay: 2 }))
    dataOf(await claim('tea', OTHER_MEMBER))
    expect(taken().reduce((sum, each) => sum + each, 0)).toBe(4)
  })
})

test('what was taken counts into a stock that is published anew, and cannot be undercut', async () => {
  await open(offer('tea', { stock: 5, perMember: 3, perMemberADay: 3 }))
  dataOf(await claim())
  dataOf(await claim())
  const less = { offers: [offer('tea', { stock: 1 })] }
  const answer = await nothingWritten(mall(), () => mall().ask('manager', 'publish-catalogue', MANAGER, less))
  expect(answer).toMatchObject({
    error: { code: 'catalogue.stock-taken', details: { item: 'tea', taken: 2 } },
  })
  await open(offer('tea', { stock: 2, stockParts: 2, perMember: 3 }))
  expect(await one()).toMatchObject({ left: 0, state: 'sold-out' })
})

test('offers come 20 at a time, flash offers first, then soonest to end', async () => {
  const until = mall().now() + DAY
  const many = Array.from({ length: 23 }, (_, n) =>
    offer(`tea-${n}`, {
      claim: { from: 0, until: until + n * MINUTE },
      ...(n === 22 ? { flash: true, stock: 1 } : {}),
    }),
  )
  await open(...many.slice(0, 12))
  await open(...many.slice(12))
  const first = await offers()
  expect(first.offers.map(({ offerId }) => offerId).slice(0, 3)).toEqual(['tea-22', 'tea-0', 'tea-1'])
  expect(first.offers).toHaveLength(20)
  const rest = await offers(MEMBER, first.next ?? '')
  expect([rest.offers.map(({ offerId }) => offerId), rest.next]).toEqual([
    ['tea-19', 'tea-20', 'tea-21'],
    null,
  ])
})

describe('the wallet', () => {
  const days = (days: number) => ({
    validity: { kind: 'days' as const, days },
    perMember: 10,
    perMemberADay: 10,
  })

  test('shows what can be used, soonest to end first, 20 at a time; past its day a coupon is expired', async () => {
    await open(offer('long', days(30)), offer('short', days(2)), offer('books', days(9)))
    for (const [id, count] of [
      ['long', 10],
      ['books', 10],
      ['short', 3],
    ] as const)
      for (let n = 0; n < count; n += 1) dataOf(await claim(id))
    const first = await wallet()
    expect(first.counts).toEqual({ usable: 23 })
    expect(first.coupons.map(({ name }) => name).slice(0, 4)).toEqual([
      ...Array<string>(3).fill('offer short'),
      'offer books',
    ])
    const rest = await wallet({ after: first.next ?? '' })
    expect([rest.coupons.length, rest.next, rest.counts]).toEqual([3, null, null])
    expect(new Set([...first.coupons, ...rest.coupons].map(({ couponId }) => couponId)).size).toBe(23)
    mall().cloud.clock.shift(2 * DAY)
    expect((await wallet()).counts).toEqual({ usable: 20 })
    const expired = await wallet({ show: 'expired' })
    expect(expired.coupons.map(({ state }) => state)).toEqual(['expired', 'expired', 'expired'])
    expect((await wallet({ show: 'used' })).coupons).toEqual([])
  })

  test('is filtered by kind', async () => {
    await open(offer('tea'), offer('park', { worth: { kind: 'parking', hours: 2 } }))
    dataOf(await claim())
    dataOf(await claim('park'))
    const parking = await wallet({ kind: 'parking' })
    expect(parking.coupons.map(({ worth }) => worth)).toEqual([{ kind: 'parking', hours: 2 }])
    expect(parking.counts).toBeNull()
  })

  test('says terms in the words of who reads, and stores by their names', async () => {
    await open(
      offer('tea', {
        scope: { storeIds: ['store-1'], tierIds: ['gold'] },
        english: { name: 'Tea', advice: 'Ask' },
      }),
    )
    dataOf(await claim())
    const english = { action: 'wallet', input: {}, language: 'en' }
    const answer = await mall().send('member', english, { openid: MEMBER })
    expect(dataOf(answer)).toMatchObject({
      coupons: [{ name: 'Tea', scopeWords: { storeNames: ['store-1'], tierNames: ['Gold'] } }],
    })
    expect((await wallet()).coupons).toMatchObject([
      { scopeWords: { storeNames: ['store-1'], tierNames: ['金卡'] } },
    ])
  })

  test('is nobody’s without a card', async () => {
    for (const action of ['wallet', 'offers'] as const)
      expect(codeOf(await mall().ask('member', action, STRANGER, {}))).toBe('member.not-joined')
  })
})

test('the wallet says what is left of the tier’s counted benefits: whole at the beginning of a month', async () => {
  expect((await wallet()).benefits).toEqual([])
  await mall().receipt('receipt-1', 5_000_000)
  const [parking] = (await wallet()).benefits
  expect(parking).toMatchObject({ benefitId: 'parking', times: 8, left: 8, per: 'month' })
  expect(parking?.until.slice(0, 7)).toBe(mall().today().slice(0, 7))
  expect((await wallet({ kind: 'parking' })).benefits).toEqual([])
})

test('claims of offers that are long over are forgotten when another is made; until then they are not made twice', async () => {
  const until = mall().now() + 10 * MINUTE
  await open(offer('tea', { claim: { from: 0, until } }), offer('books', { perMember: 2 }))
  dataOf(await claim('tea', MEMBER, 'operation-tea'))
  mall().cloud.clock.set(until)
  dataOf(await claim('books'))
  expect(Object.keys(mall().member().claims ?? {}).sort()).toEqual(['books', 'tea'])
  expect(kindOf(await claim('tea', MEMBER, 'operation-tea'))).toBe('replayed')
  mall().cloud.clock.shift(45 * DAY)
  dataOf(await claim('books'))
  expect(Object.keys(mall().member().claims ?? {})).toEqual(['books'])
  const again = { offers: [offer('tea')] }
  expect(await mall().ask('manager', 'publish-catalogue', MANAGER, again)).toMatchObject({
    error: {
      code: 'catalogue.faulty',
      details: { item: 'tea', fault: expect.stringContaining('another id') as string },
    },
  })
})

test('offers make 2 calls at once, the wallet 2, a claim 8, one that is known to be sold out 1', async () => {
  await open(offer('tea', { stock: 1, perMember: 2, perMemberADay: 2 }))
  await offers()
  expect([await offers(), mall().lastCalls()][1]).toBe(2)
  expect(mall().cloud.invocations().at(-1)?.sequentialDepth).toBe(1)
  expect([await claim(), mall().lastCalls()][1]).toBe(8)
  expect([await wallet(), mall().lastCalls()][1]).toBe(2)
  await claim()
  expect([await claim(), mall().lastCalls()][1]).toBe(1)
})
