/** A coupon for a friend, and its own code: who may, how long, who is first, what comes back, and what a code opens. */
import { readTicketCode } from '../../src/domain/members/ticket-code'
import { fen } from '../../src/domain/money/fen'
import type { CouponDocument } from '../../src/server/store/coupons'
import { codeOf, dataOf, kindOf, newOperation } from './cloud'
import { issue } from './coupons'
import { DAY, mallOfFile, MEMBER, MINUTE, nothingWritten, OTHER_MEMBER, STRANGER, type Mall } from './mall'
import { offer, publish, type OfferInput } from './offers'

const mall = mallOfFile()
const THIRD = 'openid-member-3'
type Asked = ReturnType<Mall['send']>

async function coupon(more: Partial<OfferInput> = {}): Promise<string> {
  await publish(mall(), offer('tea', more))
  return dataOf(await mall().ask('member', 'claim', MEMBER, { offerId: 'tea' })).couponId
}
const give = (couponId: string, operationId = newOperation()) =>
  mall().ask('member', 'give-coupon', MEMBER, { couponId }, operationId)
const given = async (couponId: string) => dataOf(await give(couponId)).giftId
const takeBack = (couponId: string, by = MEMBER) => mall().ask('member', 'take-back-gift', by, { couponId })
const gift = async (giftId: string, by = OTHER_MEMBER) =>
  dataOf(await mall().ask('member', 'gift', by, { giftId }))
const accept = (giftId: string, by = OTHER_MEMBER, operationId = newOperation()) =>
  mall().ask('member', 'accept-gift', by, { giftId }, operationId)
const code = (couponId: string, by = MEMBER) => mall().ask('member', 'coupon-code', by, { couponId })
const wallet = async (by: string, show: 'usable' | 'used' = 'usable') =>
  dataOf(await mall().ask('member', 'wallet', by, { show })).coupons
const document = (id: string) =>
  mall()
    .all<CouponDocument>('coupons')
    .find(({ _id }) => _id === id) as CouponDocument
const refused = async (work: () => Asked) => codeOf(await nothingWritten(mall(), work))

beforeEach(async () => {
  await mall().join(MEMBER)
  await mall().join(OTHER_MEMBER)
})

describe('a gift', () => {
  test('goes to the friend who takes it: the same terms and days, not to be given on; the giver’s is given', async () => {
    const couponId = await coupon()
    const { giftId, until } = dataOf(await give(couponId))
    expect(giftId).toMatch(/^[0-9a-f]{24}$/)
    expect(until).toBeGreaterThan(mall().now() + DAY - MINUTE)
    expect(await wallet(MEMBER)).toMatchObject([{ state: 'locked', gift: { giftId, until } }])
    expect(await gift(giftId)).toMatchObject({
      coupon: { name: 'offer tea', validUntil: document(couponId).validUntil },
      from: MEMBER,
      until,
      state: 'open',
      joined: true,
    })
    const accepted = dataOf(await accept(giftId))
    expect(accepted.couponId).toBe(`gift:${couponId}`)
    const [mine] = await wallet(OTHER_MEMBER)
    expect(mine).toMatchObject({ couponId: accepted.couponId, state: 'issued', giftable: false })
    const [old, fresh] = [document(couponId), document(accepted.couponId)]
    expect([fresh.validFrom, fresh.validUntil, fresh.terms.worth]).toEqual([
      old.validFrom,
      old.validUntil,
      old.terms.worth,
    ])
    expect(fresh.number).not.toBe(old.number)
    expect([old.state, old.log.map(({ step }) => step)]).toEqual(['given', ['lock', 'give']])
    expect(await wallet(MEMBER)).toEqual([])
    expect(await wallet(MEMBER, 'used')).toMatchObject([{ couponId, state: 'given' }])
    expect((await gift(giftId)).state).toBe('yours')
    expect((await gift(giftId, MEMBER)).state).toBe('taken')
    const on = () => mall().ask('member', 'give-coupon', OTHER_MEMBER, { couponId: accepted.couponId })
    expect(await refused(on)).toBe('coupon.giftless')
  })

  test('wanted by two friends at once goes to one; the other is told', async () => {
    await mall().join(THIRD, '13800000003')
    const giftId = await given(await coupon())
    const friends = [OTHER_MEMBER, THIRD]
    const answers = await mall().atOnce('member', 2, (n) => accept(giftId, friends[n - 1]))
    expect(answers.map(codeOf).sort()).toEqual(['gift.taken', 'ok'])
    expect(mall().all('coupons')).toHaveLength(2)
    const held = [...(await wallet(OTHER_MEMBER)), ...(await wallet(THIRD))]
    expect(held).toHaveLength(1)
  })

  test('accepted by one command that is sent eight times at once is one', async () => {
    const giftId = await given(await coupon())
    const answers = await mall().atOnce('member', 8, () => accept(giftId, OTHER_MEMBER, 'operation-accept'))
    expect(answers.map(kindOf).sort()).toEqual(['new', ...Array<string>(7).fill('replayed')])
    expect(mall().all('coupons')).toHaveLength(2)
  })

  test('is the giver’s again after a day, by the clock alone, and can be given anew', async () => {
    const couponId = await coupon()
    const { giftId, until } = dataOf(await give(couponId))
    mall().cloud.clock.set(until)
    expect(await gift(giftId)).toMatchObject({ state: 'over' })
    expect(await refused(() => accept(giftId))).toBe('gift.over')
    expect(await wallet(MEMBER)).toMatchObject([{ couponId, state: 'issued' }])
    expect(await refused(() => takeBack(couponId))).toBe('gift.over')
    const again = await given(couponId)
    dataOf(await accept(again))
    expect(document(couponId).log.map(({ cause }) => cause)).toEqual([
      'gift',
      'lock-over',
      'gift',
      'accepted',
    ])
  })

  test('is taken back by who gave it, and by nobody once it is taken', async () => {
    const couponId = await coupon()
    const giftId = await given(couponId)
    expect(await refused(() => takeBack(couponId, OTHER_MEMBER))).toBe('coupon.unknown')
    dataOf(await takeBack(couponId))
    expect(await gift(giftId)).toMatchObject({ state: 'over', until: null })
    expect(await refused(() => accept(giftId))).toBe('gift.over')
    expect(await refused(() => takeBack(couponId))).toBe('gift.over')
    const again = await given(couponId)
    dataOf(await accept(again))
    expect(await refused(() => takeBack(couponId))).toBe('gift.taken')
  })

  test('taken back and accepted at once is one of both', async () => {
    const couponId = await coupon()
    const giftId = await given(couponId)
    const answers = await mall().atOnce<Awaited<Asked>>('member', 2, (n) =>
      n === 1 ? takeBack(couponId) : accept(giftId),
    )
    const codes = answers.map(codeOf)
    expect(codes.filter((each) => each === 'ok')).toHaveLength(1)
    expect(document(couponId).state).toBe(codes[0] === 'ok' ? 'issued' : 'given')
    expect(mall().all('coupons')).toHaveLength(codes[0] === 'ok' ? 1 : 2)
  })

  test('is none for the giver, for who has not joined, or without its id', async () => {
    const giftId = await given(await coupon())
    expect(await refused(() => accept(giftId, MEMBER))).toBe('gift.own')
    expect((await gift(giftId, MEMBER)).state).toBe('own')
    expect(await refused(() => accept(giftId, STRANGER))).toBe('member.not-joined')
    expect(await gift(giftId, STRANGER)).toMatchObject({ state: 'open', joined: false })
    expect(await refused(() => accept('0'.repeat(24)))).toBe('gift.unknown')
    expect(codeOf(await mall().ask('member', 'gift', STRANGER, { giftId: '0'.repeat(24) }))).toBe(
      'gift.unknown',
    )
  })

  test('is made only of an own coupon that is open: not of another’s, one that is locked, past its day, or bound', async () => {
    const couponId = await coupon({ validity: { kind: 'days', days: 1 } })
    const others = () => mall().ask('member', 'give-coupon', OTHER_MEMBER, { couponId })
    expect(await refused(others)).toBe('coupon.unknown')
    const giftId = await given(couponId)
    expect(await refused(() => give(couponId))).toBe('coupon.locked')
    // The gift would last until tomorrow, the coupon does not.
    mall().cloud.clock.shift(DAY - 60 * MINUTE)
    expect((await gift(giftId)).state).toBe('over')
    expect(await refused(() => accept(giftId))).toBe('gift.over')
    mall().cloud.clock.shift(60 * MINUTE)
    expect(await refused(() => give(couponId))).toBe('coupon.expired')
    const bound = await coupon({ giftable: false, perMember: 2 })
    expect(await refused(() => give(bound))).toBe('coupon.giftless')
  })

  test('given by a command that is sent again is one; with another coupon it is refused', async () => {
    const couponId = await coupon()
    const first = await give(couponId, 'operation-give')
    const again = await nothingWritten(mall(), () => give(couponId, 'operation-give'))
    expect(again).toEqual({ ...first, replayed: true })
    const other = await nothingWritten(mall(), () => give('claim:none:none:1', 'operation-give'))
    expect(codeOf(other)).toBe('operation.mismatch')
  })
})

describe('the code of a coupon', () => {
  test('is 20 digits that change every minute and name the coupon, never the card', async () => {
    const couponId = await coupon()
    const first = dataOf(await nothingWritten(mall(), () => code(couponId)))
    expect(first).toMatchObject({ periodSeconds: 60, coupon: { couponId, state: 'issued' } })
    expect(first.code).toMatch(/^1\d{19}$/)
    expect(readTicketCode(first.code)).toMatchObject({ kind: 'coupon', number: document(couponId).number })
    expect(first.code).not.toContain(mall().member().cardNumber)
    mall().cloud.clock.set(first.renewAt)
    expect(dataOf(await code(couponId)).code).not.toBe(first.code)
  })

  test('is shown of an own coupon that can be used, and of no other', async () => {
    const couponId = await coupon()
    expect(codeOf(await code(couponId, OTHER_MEMBER))).toBe('coupon.unknown')
    expect(codeOf(await code(couponId, STRANGER))).toBe('member.not-joined')
    expect(codeOf(await code('claim:none:none:1'))).toBe('coupon.unknown')
    const giftId = await given(couponId)
    expect(codeOf(await code(couponId))).toBe('coupon.locked')
    dataOf(await accept(giftId))
    expect(codeOf(await code(couponId))).toBe('coupon.not-usable')
    mall().cloud.clock.shift(30 * DAY)
    expect(codeOf(await code(`gift:${couponId}`, OTHER_MEMBER))).toBe('coupon.expired')
  })

  test('that was offered goes to nobody while the giver’s card is frozen, and waits for what is left of its day', async () => {
    const worth = { kind: 'cash', offFen: fen(1_000) } as const
    const giftId = await given(await issue(mall(), { id: 'offered', worth }))
    const look = async () => (await gift(giftId)).state
    dataOf(await mall().ask('member', 'change-card', MEMBER, { step: 'freeze' }))
    expect(await refused(() => accept(giftId))).toBe('gift.over')
    expect(await look()).toBe('over')
    dataOf(await mall().ask('member', 'change-card', MEMBER, { step: 'unfreeze' }))
    expect(await look()).toBe('open')
    expect(codeOf(await accept(giftId))).toBe('ok')
  })

  test('is not shown, and nothing is given away, while the card is frozen', async () => {
    const couponId = await coupon()
    dataOf(await mall().ask('member', 'change-card', MEMBER, { step: 'freeze' }))
    expect(codeOf(await code(couponId))).toBe('card.frozen')
    expect(await refused(() => give(couponId))).toBe('card.frozen')
  })
})

test('the code makes 2 calls at once, a gift shown 3, given or taken back 8, accepted 11', async () => {
  const couponId = await coupon()
  await mall().ask('member', 'wallet', MEMBER, {})
  expect([await code(couponId), mall().lastCalls()][1]).toBe(2)
  expect(mall().cloud.invocations().at(-1)?.sequentialDepth).toBe(1)
  const giftId = await given(couponId)
  expect(mall().lastCalls()).toBe(8)
  expect([await takeBack(couponId), mall().lastCalls()][1]).toBe(8)
  const again = await given(couponId)
  expect([await gift(again), mall().lastCalls()][1]).toBe(3)
  expect([await accept(again), mall().lastCalls()][1]).toBe(11)
  expect(giftId).not.toBe(again)
})

test('a closed account leaves no coupon to use: what was open is void, offered ones too; nobody takes them', async () => {
  const couponId = await coupon({ perMember: 2, perMemberADay: 2 })
  const kept = dataOf(await mall().ask('member', 'claim', MEMBER, { offerId: 'tea' })).couponId
  const giftId = await given(couponId)
  const { cardNumber } = mall().member()
  const exported = dataOf(await mall().ask('member', 'export', MEMBER, { after: 'coupons:' }))
  expect(exported.rows).toMatchObject([{ terms: { name: 'offer tea' } }, { terms: { name: 'offer tea' } }])
  expect(JSON.stringify(exported.rows)).not.toMatch(/stockId|inputHash|answer/)
  dataOf(await mall().ask('member', 'close-account', MEMBER, { cardNumber, shownPoints: 0 }))
  expect([document(couponId), document(kept)].map(({ state }) => state)).toEqual(['void', 'void'])
  expect(document(couponId).log.at(-1)).toMatchObject({ step: 'void', cause: 'account-closed' })
  expect(await refused(() => accept(giftId))).toBe('gift.over')
})
