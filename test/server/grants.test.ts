/** Tiers that managers give by hand: alone and by two, taken back, at the till, and everything that is refused. */
import { MALL_PROGRAMME } from '../../src/domain/programme/default-programmes'
import { addDays, addMonths, businessDay } from '../../src/domain/time/business-day'
import type { GrantDocument } from '../../src/server/store/grants'
import type { AuditDocument } from '../../src/server/store/audit'
import { auditLedger } from '../../tools/audit/audit'
import type { Ledger } from '../../tools/audit/ledger'
import { codeOf, dataOf, newOperation, refusalOf } from './cloud'
import {
  ASSISTANT,
  DAY,
  MANAGER,
  mallOfFile,
  MEMBER,
  MINUTE,
  NEIGHBOUR,
  nothingWritten,
  PHONES,
  STRANGER,
} from './mall'

const mall = mallOfFile()
const SECOND = NEIGHBOUR
const inDays = (days: number): string => addDays(businessDay(mall().today()), days)

const wish = (more: object = {}) => ({
  cardNumber: mall().member().cardNumber,
  tier: 'silver',
  kind: 'once' as 'once' | 'floor',
  until: inDays(100),
  reason: '老会员迁入',
  ...more,
})
const grant = (more: object = {}, by = MANAGER, operationId = newOperation()) =>
  mall().ask('manager', 'grant-tier', by, wish(more), operationId)
const approve = (grantId: string, by = SECOND) => mall().ask('manager', 'approve-grant', by, { grantId })
const revoke = (grantId: string, by = MANAGER) =>
  mall().ask('manager', 'revoke-grant', by, { grantId, reason: '资料有误' })
const growth = async () => dataOf(await nothingWritten(mall(), () => mall().ask('member', 'growth', MEMBER)))
const listed = async (by = MANAGER) => dataOf(await mall().ask('manager', 'grants', by, {})).grants
const records = (action: string) =>
  mall()
    .all<AuditDocument>('audit')
    .filter((each) => each.action === action)
const refused = async (work: () => ReturnType<typeof grant | typeof approve | typeof revoke>) =>
  codeOf(await nothingWritten(mall(), work))
const audited = () => {
  const names = ['members', 'purchases', 'refunds', 'entries', 'grants', 'coupons']
  const read = Object.fromEntries(names.map((name) => [name, mall().all(name)]))
  return auditLedger({ ...read, programmes: [MALL_PROGRAMME] } as unknown as Ledger)
}

beforeEach(async () => {
  await mall().join(MEMBER)
  await mall().join(SECOND)
  const second = { phone: PHONES[SECOND] ?? '', name: '第二位', storeId: 'store-1', role: 'manager' as const }
  dataOf(await mall().ask('manager', 'name-staff', MANAGER, second))
  mall().cloud.clock.shift(MINUTE)
})

describe('one level up', () => {
  test('is given by one manager: the card, the growth page and its log say so at once', async () => {
    const { grantId, state } = dataOf(await grant())
    expect(state).toBe('given')
    expect(await growth()).toMatchObject({
      tierName: '银卡',
      termEndsOn: inDays(100),
      given: { kind: 'once', until: inDays(100), earnedTierName: '普通会员' },
      history: [
        { what: 'granted', tierName: '银卡', grant: { until: inDays(100), reason: '老会员迁入' } },
        { what: 'joined' },
      ],
    })
    expect(mall().member().account.standing.tierId).toBe('basic')
    expect(records('grant-tier')).toMatchObject([
      { by: MANAGER, subject: grantId, storeId: 'office', reason: '老会员迁入' },
    ])
    expect(audited()).toEqual([])
  })

  test('earns at its rate at the till, and the audit holds after purchases and refunds', async () => {
    dataOf(await grant({ kind: 'floor' }))
    const purchase = await mall().receipt('receipt-1', 10_000)
    expect(mall().purchase(purchase)).toMatchObject({ tierId: 'silver', earning: { points: 120 } })
    const lines = [{ line: 0, quantity: 1 }]
    const back = await mall().till('refund', mall().till1, { receipt: 'b-1', purchase: 'receipt-1', lines })
    expect(dataOf(back)).toMatchObject({ tierId: 'silver', pointsTakenBack: 120 })
    expect(audited()).toEqual([])
    mall().cloud.clock.shift(101 * DAY)
    expect(await growth()).toMatchObject({ tierName: '普通会员', given: null })
    await mall().receipt('receipt-2', 10_000)
    expect(mall().member().account).not.toHaveProperty('grant')
    expect((await growth()).history.map(({ what }) => what)).toEqual(['grant-ended', 'assured', 'joined'])
    expect(audited()).toEqual([])
  })

  test('given by a command that is sent again is given once', async () => {
    const first = await grant({}, MANAGER, 'operation-grant')
    const again = await nothingWritten(mall(), () => grant({}, MANAGER, 'operation-grant'))
    expect(again).toEqual({ ...first, replayed: true })
    expect(await refused(() => grant({ tier: 'gold' }, MANAGER, 'operation-grant'))).toBe(
      'operation.mismatch',
    )
  })
})

describe('two levels up, or the top', () => {
  test.each(['gold', 'diamond'])(
    'to %s waits, lifts nobody, and holds once a second manager agrees',
    async (tier) => {
      const { grantId, state } = dataOf(await grant({ tier }))
      expect(state).toBe('waiting')
      expect((await growth()).tierName).toBe('普通会员')
      expect(await listed(MANAGER)).toMatchObject([{ grantId, state: 'waiting', mayApprove: false }])
      expect(await listed(SECOND)).toMatchObject([{ grantId, mayApprove: true, reason: '老会员迁入' }])
      expect(dataOf(await approve(grantId))).toEqual({ grantId, state: 'given' })
      expect((await growth()).given).toMatchObject({ kind: 'once' })
      expect(mall().all<GrantDocument>('grants')).toMatchObject([{ by: MANAGER, approvedBy: SECOND }])
      expect(records('approve-grant')).toMatchObject([{ by: SECOND, subject: grantId }])
      expect(audited()).toEqual([])
    },
  )

  test('is not agreed to by who asked, nor twice, nor after it was withdrawn', async () => {
    const { grantId } = dataOf(await grant({ tier: 'gold' }))
    expect(await refused(() => approve(grantId, MANAGER))).toBe('grant.same-person')
    dataOf(await approve(grantId))
    expect(await refused(() => approve(grantId))).toBe('grant.decided')
    const other = dataOf(await mall().ask('manager', 'revoke-grant', SECOND, { grantId, reason: '资料有误' }))
    expect(other.state).toBe('taken-back')
    const second = dataOf(await grant({ tier: 'gold' }))
    expect(dataOf(await revoke(second.grantId)).state).toBe('withdrawn')
    expect(await refused(() => approve(second.grantId))).toBe('grant.decided')
    expect(await refused(() => approve('grant:none:operation-1'))).toBe('grant.unknown')
  })

  test('is judged once more when it is agreed to: the day may be over, the tier earned', async () => {
    const late = dataOf(await grant({ tier: 'gold', until: inDays(5) }))
    const earned = dataOf(await grant({ tier: 'gold' }))
    mall().cloud.clock.shift(5 * DAY)
    expect(await refused(() => approve(late.grantId))).toBe('grant.until-out-of-range')
    await mall().receipt('receipt-1', 5_000_000)
    expect(await refused(() => approve(earned.grantId))).toBe('grant.not-higher')
  })

  test('agreed to by two at once is given once', async () => {
    const { grantId } = dataOf(await grant({ tier: 'gold' }))
    const answers = await mall().atOnce('manager', 2, () => approve(grantId))
    expect(answers.map(codeOf).sort()).toEqual(['grant.decided', 'ok'])
    expect(mall().member().tierLog).toHaveLength(1)
  })
})

describe('taken back', () => {
  test('it leaves what is earned, and the log says why', async () => {
    const { grantId } = dataOf(await grant())
    expect(dataOf(await revoke(grantId, SECOND))).toEqual({ grantId, state: 'taken-back' })
    expect(await growth()).toMatchObject({
      tierName: '普通会员',
      given: null,
      history: [{ what: 'grant-taken-back', grant: { reason: '资料有误' } }, { what: 'granted' }, {}],
    })
    expect(mall().member().account).not.toHaveProperty('grant')
    expect(records('revoke-grant')).toMatchObject([{ by: SECOND, subject: grantId, reason: '资料有误' }])
    expect(await refused(() => revoke(grantId))).toBe('grant.decided')
    expect(audited()).toEqual([])
  })

  test('it cannot be when it is over, or when there is none', async () => {
    const { grantId } = dataOf(await grant({ kind: 'floor', until: inDays(3) }))
    mall().cloud.clock.shift(4 * DAY)
    expect(await refused(() => revoke(grantId))).toBe('grant.decided')
    expect(await refused(() => revoke('grant:none:operation-1'))).toBe('grant.unknown')
  })
})

describe('no tier is given', () => {
  test('to the own card, by asking, agreeing or taking back', async () => {
    const own = mall().member(SECOND).cardNumber
    expect(await refused(() => grant({ cardNumber: own }, SECOND))).toBe('grant.own-card')
    const asked = dataOf(await grant({ cardNumber: own, tier: 'gold' }))
    expect(await refused(() => revoke(asked.grantId, SECOND))).toBe('grant.own-card')
    await mall().join(MANAGER)
    const mine = dataOf(await grant({ cardNumber: mall().member(MANAGER).cardNumber, tier: 'gold' }, SECOND))
    expect(await refused(() => approve(mine.grantId, MANAGER))).toBe('grant.own-card')
  })

  test('to a card that there is not, or that nobody has claimed', async () => {
    expect(await refused(() => grant({ cardNumber: '00000000' }))).toBe('member.unknown')
    const input = {
      receipt: 'r-9',
      member: { phone: '13811112222' },
      lines: [{ sku: 's', quantity: 1, paidFen: 1 }],
    }
    const { cardNumber } = dataOf(await mall().till('purchase', mall().till1, input))
    expect(await refused(() => grant({ cardNumber }))).toBe('member.unknown')
  })

  test('beyond the programme: another tier, a day that is over, too long, not higher, a second one', async () => {
    expect(await refused(() => grant({ tier: 'copper' }))).toBe('grant.tier-unknown')
    expect(await refused(() => grant({ until: mall().today() }))).toBe('grant.until-out-of-range')
    const long = addDays(addMonths(businessDay(mall().today()), 24), 1)
    const tooLong = await nothingWritten(mall(), () => grant({ until: long }))
    expect(refusalOf(tooLong)).toEqual(['grant.until-out-of-range', { longestMonths: 24 }])
    expect(await refused(() => grant({ tier: 'basic' }))).toBe('grant.not-higher')
    dataOf(await grant())
    expect(await refused(() => grant({ tier: 'gold' }))).toBe('grant.in-force')
  })

  test('without a reason, until a day that there is not, by an assistant or a stranger', async () => {
    expect(await refused(() => grant({ reason: ' ' }))).toBe('request.malformed')
    expect(await refused(() => grant({ until: '2027-02-30' }))).toBe('request.malformed')
    for (const by of [ASSISTANT, MEMBER, STRANGER])
      expect(await refused(() => grant({}, by))).toBe('role.required')
  })
})
